import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { EDITOR, type Told, clerkOf } from './clerk.js';
import { emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const open = { open: true, sources };
const seat = (name: string, role = 'MEMBER') => ({ id: `membership:${name}`, person: `person:${name}`, body: 'body:board', role, from: '2022-01-01', ...open });
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: ['anna', 'bo', 'carl', 'dora'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'Board', sources }],
  memberships: [seat('anna', 'CHAIR'), seat('bo'), seat('dora', 'VICE_CHAIR')],
};
const SAID = { source: { recorded: 'source:1' } };
const end = (name: string, until: string) => ({ end: { thing: `membership:${name}`, ends: { until }, cause: 'RESIGNED' } });
const appoint = (name: string, role: string, from: string, more: object = {}) => ({
  appoint: { id: `membership:${name}-${role.toLowerCase()}`, person: { id: `person:${name}` }, body: 'body:board', role, from, ...more },
});

let graph: Graph;
/** After seeding, after Bo's clerk ended two seats, and after a data set renamed somebody. */
let seen: number[];
const revision = async (): Promise<number> => (await readRevision(graph)).number;
const check = (seenRevision: number, ...acts: object[]): Promise<Told> => clerkOf(graph).record(acts, { ...SAID, seenRevision, mode: 'CHECK' });
const warnings = ({ problems }: Told) =>
  problems
    .filter(({ code }) => code === 'CHANGED_SINCE')
    .map(({ severity, path, given, things }) => [severity, path.join('.'), given, ...things.map(({ id }) => id)].join(' '));

beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  seen = [await revision()];
  await clerkOf(graph, { ...EDITOR, id: 'bent', name: 'Bent' }).record([end('bo', '2024-01-01'), end('anna', '2024-02-01')], SAID);
  seen.push(await revision());
  await seedWorld(graph, { ...WORLD, people: [...WORLD.people.slice(0, 3), { id: 'person:dora', name: 'Dora Dahl', sources }] });
  seen.push(await revision());
});
afterAll(() => graph.close());

describe('what was recorded anew since the author looked', () => {
  const by = (path: string, id: string) => [`WARNING ${path} recorded anew since by Bent ${id} entry:1`];
  test.each<[string, number, object, string[]]>([
    ['the seat that is ended', 0, end('bo', '2024-03-01'), by('acts.0.end', 'membership:bo')],
    ['nothing, once they have seen it', 1, end('bo', '2024-03-01'), []],
    ['another seat of the same body', 0, end('dora', '2024-03-01'), []],
    ['the seat in an office for one, which is filled', 0, appoint('carl', 'CHAIR', '2024-02-01'), by('acts.0.appoint', 'membership:anna')],
    ['no seat in a role that several hold', 0, appoint('carl', 'MEMBER', '2024-02-01'), []],
    [
      'who takes a seat, by a data set',
      1,
      appoint('dora', 'MEMBER', '2024-02-01'),
      ['WARNING acts.0.appoint recorded anew since by a data set or by rule person:dora'],
    ],
    [
      'the seat in an office for one, into which somebody changes',
      0,
      { changeRole: { membership: 'membership:dora', role: 'CHAIR', from: '2024-02-01' } },
      by('acts.0.changeRole', 'membership:anna'),
    ],
    [
      'the seat that somebody takes over',
      0,
      { replace: { membership: 'membership:bo', newHolder: { id: 'person:carl' }, from: '2024-01-01', cause: 'RESIGNED' } },
      by('acts.0.replace', 'membership:bo'),
    ],
    ['nothing after the last revision', 9, end('bo', '2024-03-01'), []],
  ])('is told: %s', async (_, after, act, expected) => expect(warnings(await check(seen[after] ?? 99, act))).toEqual(expected));

  test('is told to who says otherwise, beside what stands against it', async () => {
    const told = await check(seen[0] as number, end('bo', '2024-03-01'));
    expect([told.status, told.problems.map(({ code }) => code).sort()]).toEqual(['REFUSED', ['ALREADY_ENDED', 'CHANGED_SINCE']]);
  });

  test('is no matter where it is so already', async () => {
    await clerkOf(graph).record([appoint('carl', 'OBSERVER', '2024-02-01')], SAID);
    expect(await clerkOf(graph).record([appoint('carl', 'OBSERVER', '2024-02-01')], { ...SAID, seenRevision: seen[0] })).toMatchObject({ status: 'UNCHANGED' });
  });

  test('is written over by who has read it and accepts it', async () => {
    const act = appoint('carl', 'CHAIR', '2024-02-01');
    const told = await clerkOf(graph).record([act], { ...SAID, seenRevision: seen[0] });
    expect([told.status, told.entry]).toEqual(['REFUSED', null]);
    const accept = told.problems.map(({ id }) => id);
    expect(await clerkOf(graph).record([act], { ...SAID, seenRevision: seen[0], accept })).toMatchObject({
      status: 'WRITTEN',
      problems: [{ code: 'CHANGED_SINCE' }],
    });
  });
});
