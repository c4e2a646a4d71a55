import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { migrate } from '../src/write/migrate.js';
import { ANN, BO, board, chain, itIs, lines, realTime, row, seat, seats } from './feed-world.js';
import { emptyGraph, readingOf, seedWorld, writingOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterEach(realTime);
afterAll(() => graph.close());

const MEETINGS = {
  meetings: [row('meeting:board-1', { body: 'body:board', date: '2022-06-21' })],
  'agenda-items': [row('item:board-1-1', { meeting: 'meeting:board-1', number: '1', title: 'Seats' })],
  decisions: [row('decision:1', { item: 'item:board-1-1', text: 'So be it.', outcome: 'APPROVED' })],
};

/** What was recorded one after the other. */
const STATES = [
  board(),
  board({ ...MEETINGS, leaves: [row('leave:ann', { membership: 'membership:ann', from: '2021-06-01', until: '2021-07-01' })] }),
  seats({ ...ANN, from: '2021-02-01' }, { ...BO, sources: ['source:1', 'source:2'] }),
  board({ people: [row('person:ann', { name: 'Ann', diedOn: '2022-03-03' }), row('person:bo', { name: 'Bo' })] }),
  seats(ANN),
  board({ ...MEETINGS, terms: [row('term:board', { body: 'body:board', name: 'First', from: '2020-01-01', until: '2024-01-01' })] }),
  board({
    terms: [row('term:board', { body: 'body:board', name: 'First', from: '2020-02-01', until: '2024-01-01' })],
    memberships: [seat('bo', { from: '2020' })],
  }),
  board(),
];

const STORED =
  'MATCH (i:FeedItem) RETURN i.position AS position, i.at AS at, i.tells AS tells, i.thing AS thing, i.fromId AS fromId, i.person AS person, i.body AS body, i.municipalities AS municipalities ORDER BY position';
const COLUMNS = ['position', 'at', 'tells', 'thing', 'fromId', 'person', 'body', 'municipalities'];
const stored = (): Promise<unknown[]> => graph.read(readingOf(STORED, COLUMNS), {});

test('a graph without a feed gets that of all its states, and turns days from then on', async () => {
  itIs('2023-01-10');
  for (const state of STATES) await seedWorld(graph, state);
  const [items, { items: shown }, before] = [await stored(), await chain(graph), await readRevision(graph)];
  expect(items.length).toBeGreaterThan(40);
  for (const text of [
    'MATCH (i:FeedItem) DETACH DELETE i',
    'MATCH (i:OtherItem) DETACH DELETE i',
    "MATCH (r:Revision {id: 'revision'}) SET r.format = 5 REMOVE r.items, r.settled, r.settledItems, r.written",
  ])
    await graph.write((tx) => tx.run(writingOf(text), {}));
  itIs('2023-06-01');
  expect(await migrate(graph)).toBe(true);
  expect(await stored()).toEqual(items);
  const carried = await chain(graph);
  const without = (all: readonly object[]) => all.map((one) => ({ ...one, revision: null }));
  expect(without(carried.items)).toEqual(without(shown));
  expect(carried.items.map(({ revision }) => revision)).toEqual(carried.items.map(({ revision }) => revision).sort((a, b) => a - b));
  expect(carried.items.at(-1)?.revision).toBe(before.number);
  expect(await migrate(graph)).toBe(false);
  itIs('2024-06-01');
  expect(await lines(graph, carried.end)).toEqual(['* LEFT membership:bo@UNTIL']);
});
