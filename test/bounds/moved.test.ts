import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { random } from '../random.js';
import { emptyGraph, seedWorld, wipe } from '../world.js';
import { FIRST, type Said, boundsOf, worldOf } from './moved-world.js';

const CHANGES: readonly [string, Partial<Said>][] = [
  ['the date of a document', { documents: ['2015-06-01', '2016-02-01'] }],
  ['that a document is dated', { documents: ['2014-02-01', null] }],
  ['that a document is of a year', { documents: ['2014', '2016-02-01'] }],
  ['the dates of two documents', { documents: ['2017-01-01', '2011-02-01'] }],
  ['in which document a passage lies', { passages: [1, 1, 1] }],
  ['in which documents passages lie', { passages: [1, 0, 0] }],
  ['that a document lists all', { complete: true }],
  ['the day of a list', { complete: true, documents: ['2014-02-01', '2018-02-01'] }],
  ['whom a list names', { complete: true, passages: [0, 0, 1] }],
  ['a death', { died: '2017-03' }],
  ['the end of a party', { party: '2017-03-01' }],
  ['the end of a place', { place: '2015-01-01' }],
  ['the end of a body', { board: '2017-03-01' }],
  ['whether a body holds over', { holdsOver: true }],
  ['the end of a seat for which somebody is tied to a party', { left: '2016-08-01' }],
  ['a term', { term: ['2013-01-01', '2017-01-01'] }],
];

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const anew = async (said: Said): Promise<string[]> => {
  await wipe(graph);
  await seedWorld(graph, worldOf(said));
  return boundsOf(graph);
};

/** The bounds after each of these worlds was written over that before it. */
const over = async (all: readonly Said[]): Promise<string[]> => {
  await wipe(graph);
  for (const said of all) await seedWorld(graph, worldOf(said));
  return boundsOf(graph);
};

describe('bounds that take a day from another thing are derived anew where it changes:', () => {
  test.each(CHANGES)('%s', async (_, change) => {
    const changed = { ...FIRST, ...change };
    const [before, after] = [await anew(FIRST), await anew(changed)];
    expect(after).not.toEqual(before);
    expect(await over([FIRST, changed])).toEqual(after);
    expect(await over([changed, FIRST])).toEqual(before);
  });

  test('any of them, one after the other', async () => {
    const below = random(11);
    const states: Said[] = [FIRST];
    for (let round = 0; round < 40; round += 1) {
      const [, change] = CHANGES[below(CHANGES.length)] as (typeof CHANGES)[number];
      states.push({ ...(below(10) < 7 ? (states.at(-1) as Said) : FIRST), ...change });
    }
    for (let at = 0; at < states.length; at += 8) {
      const some = states.slice(at, at + 9);
      expect(await over(some)).toEqual(await anew(some.at(-1) as Said));
    }
  });
});

test('an open seat and tie are sighted on the day to which a document is corrected, as are those that depend on them', async () => {
  const told = async (said: Partial<Said>): Promise<string[]> =>
    (await over([FIRST, { ...FIRST, ...said }]))
      .filter((line) => /^(affiliation|membership):anna/.test(line))
      .map((line) => line.replace(/(\d{4}-\d\d-\d\d)/g, ' $1'));
  const [NONE, LAST] = ['0001-01-01', '9999-12-31'];
  expect(await told({ documents: ['2015-06-01', '2016-02-01'] })).toEqual([
    `affiliation:anna  ${NONE} 2015-06-01 ${LAST} ${LAST}`,
    `membership:anna-board  2010-01-01 2016-02-01 2018-01-01 2018-01-01`,
    `membership:anna-council  ${NONE} 2015-06-01 ${LAST} ${LAST}`,
  ]);
});
