import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/port.js';
import { NEVER } from '../../src/record/time.js';
import { random } from '../random.js';
import { type World, emptyGraph, readingOf, seedWorld, wipe } from '../world.js';

/** What a world says that bounds of seats, ties and councils take their days from, though it is said of another thing. */
interface Said {
  /** The dates of two documents; null: undated. */
  documents: readonly (string | null)[];
  /** In which of them each of three passages lies. */
  passages: readonly number[];
  /** Whether the second document lists all members of the board. */
  complete: boolean;
  died: string | null;
  party: string | null;
  place: string | null;
  board: string | null;
  holdsOver: boolean;
  term: readonly [string, string];
}

const S = { sources: ['source:plain'] };

const until = (day: string | null) => (day ? { existence: { from: '1990-01-01', until: day } } : {});

const worldOf = ({ documents, passages, complete, died, party, place, board, holdsOver, term: [from, end] }: Said): World => {
  const seat = (name: string, body: string, dates: object, more: object = S) => ({
    id: `membership:${name}-${body}`,
    person: `person:${name}`,
    body: `body:${body}`,
    role: 'MEMBER',
    ...dates,
    ...more,
  });
  const named = (...at: number[]) => ({ sources: at.map((one) => `source:${one}`) });
  const dependsOn = (on: string) => ({ dependsOn: [{ on, ...S }], ...S });
  return {
    documents: [
      { id: 'doc:plain', title: 'Undated', kind: 'law' },
      ...documents.map((date, at) => ({ id: `doc:${at}`, title: `Minutes ${at}`, kind: 'minutes', ...(date && { date }) })),
    ],
    sources: [
      { id: 'source:plain', document: 'doc:plain', quote: 'So it is.' },
      ...passages.map((document, at) => ({ id: `source:${at}`, document: `doc:${document}`, quote: `They sit there, ${at}.` })),
    ],
    people: ['anna', 'bo', 'carl'].map((name) => ({ id: `person:${name}`, name, ...(name === 'bo' && died && { diedOn: died }), ...S })),
    parties: [{ id: 'party:a', name: 'A', ...until(party), ...S }],
    municipalities: [{ id: 'municipality:m', name: 'M', code: '0001', ...until(place), ...S }],
    bodies: [
      { id: 'body:council', kind: 'COUNCIL', name: 'Council', ...S },
      { id: 'body:board', kind: 'BOARD', name: 'Board', ...until(board), ...(holdsOver && { holdsOver }), ...S },
    ],
    terms: [{ id: 'term:1', body: 'body:board', name: 'First', from, until: end, ...S }],
    relations: [{ id: 'relation:g', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:m', from: '1990-01-01', ...S }],
    lists: [{ id: 'list:1', document: 'doc:1', body: 'body:board', complete, ...S }],
    memberships: [
      seat('anna', 'council', { open: true }, named(0)),
      seat('bo', 'council', { open: true, from: '2010' }, named(0, 1)),
      seat('anna', 'board', { open: true }, { ...named(1), dependsOn: [{ on: 'membership:anna-council', ...S }] }),
      seat('bo', 'board', { open: true, over: [{ on: '2019-01-01', in: 'doc:plain' }] }, named(2)),
      seat('carl', 'board', { seen: [{ on: '2016-05-01', in: 'doc:0' }] }),
      seat('carl', 'council', { from: '2012-01-01', until: '2030-01-01' }, dependsOn('affiliation:carl')),
    ],
    affiliations: ['anna', 'bo', 'carl'].map((name, at) => ({
      id: `affiliation:${name}`,
      person: `person:${name}`,
      with: 'party:a',
      open: true,
      ...named(at),
    })),
  };
};

const FIRST: Said = {
  documents: ['2014-02-01', '2016-02-01'],
  passages: [0, 1, 1],
  complete: false,
  died: null,
  party: null,
  place: null,
  board: null,
  holdsOver: false,
  term: ['2010-01-01', '2018-01-01'],
};

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
  ['a term', { term: ['2013-01-01', '2017-01-01'] }],
];

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const BOUNDS = 'x.fromMin + x.fromMax + x.untilMin + x.untilMax';

/** The bounds of all that is recorded now, in the order of their ids. */
const boundsOf = async (): Promise<string[]> => {
  const read = (match: string) => graph.read(readingOf<{ x: string }>(`${match} WHERE x.retractedAt = ${NEVER} RETURN x.id + ' ' + ${BOUNDS} AS x`, ['x']), {});
  const found = [
    ...(await read('MATCH (p:Person)-[x:MEMBER_OF]->(b:Body)')),
    ...(await read('MATCH (p:Person)-[x:AFFILIATED_WITH]->(b:Party)')),
    ...(await read('MATCH (x:Body)')),
  ];
  return found.map(({ x }) => x).sort();
};

const anew = async (said: Said): Promise<string[]> => {
  await wipe(graph);
  await seedWorld(graph, worldOf(said));
  return boundsOf();
};

/** The bounds after each of these worlds was written over that before it. */
const over = async (all: readonly Said[]): Promise<string[]> => {
  await wipe(graph);
  for (const said of all) await seedWorld(graph, worldOf(said));
  return boundsOf();
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
