import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { council, row, seat } from '../events-world.js';
import { type World, emptyGraph, readingOf, seedWorld, wipe } from '../world.js';

// Anna goes on in the council as its vice chair, and then as its chair.
const SEATS = [
  seat('anna', 'anna', { from: '2020-01-01', until: '2022-05-01' }),
  seat('anna-2', 'anna', { from: '2022-05-01', until: '2023-03-01' }, { role: 'VICE_CHAIR' }),
  seat('anna-3', 'anna', { from: '2023-03-01', until: '2025-02-01' }, { role: 'CHAIR' }),
  seat('bo', 'bo', { from: '2020-01-01', until: '2026-01-01' }, { role: 'SUBSTITUTE' }),
];
const LASTING = { from: '2021-07-01', until: '2027-01-01' };
const BOARD = row('body:board', { kind: 'BOARD', name: 'Board' });

/** What depends on the seat that is over, the row of it, and when it ends. */
const LATER: readonly [string, string, World, string][] = [
  ['a leave', 'leave:anna', { leaves: [row('leave:anna', { membership: 'membership:anna', ...LASTING })] }, '2025-02-01'],
  ['a stand-in', 'stand-in:bo', { 'stand-ins': [row('stand-in:bo', { substitute: 'membership:bo', holder: 'membership:anna', ...LASTING })] }, '2025-02-01'],
  [
    'a tie to a party',
    'affiliation:anna',
    { affiliations: [row('affiliation:anna', { person: 'person:anna', with: 'party:green', dependsOn: ['membership:anna'], ...LASTING })] },
    '2025-02-01',
  ],
  [
    'another seat',
    'membership:board',
    { memberships: [seat('board', 'anna', LASTING, { body: 'body:board', dependsOn: [{ on: 'membership:anna', sources: ['source:1'] }] })] },
    '2025-02-01',
  ],
  [
    'another seat that depends on the role',
    'membership:board',
    { memberships: [seat('board', 'anna', LASTING, { body: 'body:board', dependsOn: [{ on: 'membership:anna', role: true, sources: ['source:1'] }] })] },
    '2022-05-01',
  ],
];

const worldWith = ({ memberships = [], ...more }: World = {}): World =>
  council([...SEATS, ...(memberships as typeof SEATS)], {
    bodies: [BOARD],
    parties: [row('party:green', { name: 'Green' })],
    ...(more as Record<string, { id: string }[]>),
  });

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const endOf = async (id: string): Promise<string | undefined> => {
  const reading = readingOf<{ until: string }>('MATCH (a:Node)-[r {id: $id}]->(b:Node) WHERE r.retractedAt > $now RETURN r.untilMax AS until', ['until']);
  return (await graph.read(reading, { id, now: Date.now() + 1_000_000 }))[0]?.until;
};

describe('what depends on a seat whose holder went on in another role ends when that is over, whether it is written with it or later:', () => {
  test.each(LATER)('%s', async (_, id, later, until) => {
    await wipe(graph);
    await seedWorld(graph, worldWith(later));
    expect(await endOf(id)).toBe(until);
    await wipe(graph);
    await seedWorld(graph, worldWith());
    await seedWorld(graph, worldWith(later));
    expect(await endOf(id)).toBe(until);
  });
});
