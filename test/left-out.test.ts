import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat, seen } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const byCouncil = { appointment: { by: { principal: 'body:council', ...S } } };
const held = (name: string, dates: object, more: object = {}) => seat(name, name, dates, { ...byCouncil, ...more });
const LISTED = { seen: [{ on: '2021-03-01', in: 'doc:list' }] };
const LIST = { lists: [row('list:l', { body: 'body:council', document: 'doc:list', complete: true })] };
const RIGHT = { seats: [row('seats:council', { body: 'body:council', by: 'body:council', count: 2, from: '2010-01-01', open: true })] };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

/** Zoe, whom the list of 2021-03-01 names, and others. */
const world = (seats: readonly ReturnType<typeof seat>[], more: Parameters<typeof council>[1] = LIST): World =>
  council([held('zoe', LISTED), ...seats], { ...RIGHT, ...more });

const R = '{ min max open lastKnown }';
const closed = (min: number, max = min) => ({ min, max, open: false, lastKnown: max });

const on = async (day: string) => {
  const { body, counts } = await ask(
    graph,
    `{ body(id: "body:council", asOf: "${day}") {
         composition { filled ${R} vacant { min max } byRole { people ${R} } byParty { people { min max } } allotments { held { min max } certain possible } } }
       counts(filter: { bodies: ["body:council"] }, by: [BODY], asOf: "${day}") { people ${R} memberships ${R} } }`,
  );
  return { ...body.composition, counts };
};

test.each<[string, object]>([
  ['a month in which one began', { from: '2020-01' }],
  ['a year in which one began, the day in it', { from: '2021' }],
  ['a year in which one ended', { until: '2023' }],
  ['a year in which one began, and one in which one ended', { from: '2021', until: '2021' }],
  ['a year in which one was seen', { seen: seen('2021') }],
  ['no date', { undated: 'The minutes name her in passing.' }],
])('whom a complete list does not name is not counted on its day, of whom nobody knows more than %s', async (_, dates) => {
  await seedWorld(graph, world([held('anna', dates)]));
  const one = { min: 1, max: 1 };
  expect(await on('2021-03-01')).toEqual({
    filled: closed(1),
    vacant: one,
    byRole: [{ people: closed(1) }],
    byParty: [{ people: one }],
    allotments: [{ held: one, certain: 1, possible: 0 }],
    counts: [{ people: closed(1), memberships: closed(1) }],
  });
  for (const day of ['2021-02-28', '2021-03-02']) expect((await on(day)).filled).toMatchObject({ max: 2, open: true });
});

const UNSURE = { from: '2020-01' };
test.each<[string, World, object]>([
  ['who certainly sat on it', world([held('anna', { from: '2020-01-01', until: '2023' })]), closed(2)],
  ['who is named in another role', world([held('anna', UNSURE), seat('chair', 'anna', LISTED, { role: 'CHAIR' })]), closed(2)],
  ['who may be on leave', world([held('anna', UNSURE)], { ...LIST, leaves: [row('leave:a', { membership: 'membership:anna', from: '2021' })] }), closed(1, 2)],
  ['whom a list of some leaves out', world([held('anna', UNSURE)], { lists: [row('list:l', { ...LIST.lists[0], complete: false })] }), { max: 2, open: true }],
  [
    'whom a list of another body leaves out',
    world([held('anna', UNSURE)], { lists: [row('list:b', { ...LIST.lists[0], body: 'body:b' })], bodies: [row('body:b', { kind: 'BOARD', name: 'B' })] }),
    { max: 2, open: true },
  ],
])('%s is counted', async (_, of, filled) => {
  await seedWorld(graph, of);
  expect((await on('2021-03-01')).filled).toMatchObject(filled);
});

test('an observer, whom no list concerns, is among the roles that are asked for', async () => {
  await seedWorld(graph, world([held('anna', UNSURE, { role: 'OBSERVER' })]));
  const { counts } = await ask(graph, '{ counts(filter: { roles: [OBSERVER] }, by: [ROLE], asOf: "2021-03-01") { people { min max } } }');
  expect(counts).toEqual([{ people: { min: 0, max: 1 } }]);
});
