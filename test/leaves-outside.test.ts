import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { TERMS, council, eventsIn, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, refused } from './writing.js';

const OPEN = { from: '2019-01-01', open: true };
const SEATS = [seat('anna', 'anna', OPEN), seat('bo', 'bo', { from: '2015-01-01', open: true }, { role: 'SUBSTITUTE' })];
const died = (name: string, on: string) => row(`person:${name}`, { name, diedOn: on });
const FORUM = { bodies: [row('body:forum', { kind: 'FORUM', name: 'Forum', existence: { from: '2000-01-01', until: '2021-06-01' } })] };

/** Where nothing of what lies between two days lies in Anna's seat: what is recorded, and the days. */
const OUTSIDE: [string, World, string, string][] = [
  ['before it begins', council(SEATS), '2016-02-01', '2016-03-01'],
  ['after its term', council(SEATS, { terms: [TERMS[0] as { id: string }] }), '2022-02-01', '2022-03-01'],
  ['after its holder died', council(SEATS, { people: [died('anna', '2021-05-01')] }), '2021-06-01', '2021-07-01'],
  [
    'after its body',
    council(
      SEATS.map((one) => ({ ...one, body: 'body:forum' })),
      FORUM,
    ),
    '2021-07-01',
    '2021-08-01',
  ],
];

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const certainty = async (id: string, day: string) =>
  (await ask(graph, `{ node(id: "${id}", asOf: "${day}") { ... on Leave { certainty } ... on StandIn { certainty } } }`)).node.certainty;
const found = async () => (await checkGraph(graph)).filter(({ things }) => things.includes('leave:l')).map(({ rule, verdict, on }) => [rule, verdict, on]);
const leave = (from: string, until?: string) => row('leave:l', { membership: 'membership:anna', from, until });
const standIn = (from: string, until?: string) => row('stand-in:s', { substitute: 'membership:bo', holder: 'membership:anna', from, until });

describe.each(OUTSIDE)('a leave from a seat %s', (_, world, from, until) => {
  test('is refused, as a stand-in there is', async () => {
    await seedWorld(graph, world);
    const ends = { until };
    expect(await cameTo(graph, '2024-01-01', [{ leave: { membership: 'membership:anna', from, ends } }])).toEqual(refused('RULE_BROKEN'));
    const acts = [{ standIn: { substitute: 'membership:bo', holder: 'membership:anna', from, ends } }];
    expect((await cameTo(graph, '2024-01-01', acts)).problems).toContain('RULE_BROKEN');
  });

  test('is found where it is recorded, and one that reaches into it is not', async () => {
    await seedWorld(graph, { ...world, leaves: [leave(from, until)] });
    expect(await found()).toEqual([['seat-bounds', 'BROKEN', from]]);
    await seedWorld(graph, { ...world, leaves: [from < '2019-01-01' ? leave(from, '2019-02-01') : leave('2021-02-01', until)] });
    expect(await found()).toEqual([]);
  });
});

test.each(OUTSIDE.slice(2))('what is recorded of a seat %s is in force on no day, and no event', async (_, world, from, until) => {
  await seedWorld(graph, { ...world, leaves: [leave(from, until)], 'stand-ins': [standIn(from, until)] });
  expect([await certainty('leave:l', from), await certainty('stand-in:s', from)]).toEqual([null, null]);
  expect(await eventsIn(graph, { filter: '{ kinds: [LEAVE_BEGAN, LEAVE_ENDED, STOOD_IN] }' })).toEqual([]);
});

test.each<[string, object]>([
  ['dies', { die: { person: 'person:anna', on: '2021-05-01' } }],
  ['has no body any more', { dissolve: { thing: 'body:council', ends: { until: '2021-05-01' } } }],
])('nobody is on leave from a seat whose holder %s by the same entry', async (_, ends) => {
  await seedWorld(graph, council(SEATS));
  const acts = [ends, { leave: { membership: 'membership:anna', from: '2021-06-01', ends: { until: '2021-07-01' } } }];
  expect((await cameTo(graph, '2024-01-01', acts)).problems).toEqual(['RULE_BROKEN']);
});
