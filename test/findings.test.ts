import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import type { ChangeSet } from '../src/write/change-set.js';
import { commit } from '../src/write/commit.js';
import type { WordRow } from '../src/write/rows.js';
import { emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const seat = (role: string, person: string, more: object = {}) => ({
  id: `membership:council-${role.toLowerCase()}-${person}`,
  person: `person:${person}`,
  body: 'body:council',
  role,
  from: '2022-01-01',
  sources: S,
  ...more,
});

const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Byrådet.' }],
  people: ['anna', 'bo', 'eva'].map((name) => ({ id: `person:${name}`, name, sources: S })),
  bodies: [
    { id: 'body:council', kind: 'COUNCIL', name: 'Council', sources: S },
    { id: 'body:forum', kind: 'FORUM', name: 'Forum', minimum: 3, sources: S },
  ],
  memberships: [seat('MAYOR', 'anna', { seen: [{ on: '2022-06-21', in: 'doc:1' }] })],
};

const change = (...put: WordRow[]): ChangeSet => ({
  source: { id: 'editor', title: null, date: null, terms: null, hash: '' },
  put,
  remove: [],
  expectedRevision: null,
  referredTo: 'REFUSE',
  judge: true,
});

test('a change is told what rules say of what it touches, and said not before', async () => {
  await seedWorld(graph, WORLD);
  const second = { word: 'memberships' as const, row: seat('MAYOR', 'bo', { seen: [{ on: '2022-06-21', in: 'doc:1' }] }) };
  const { findings } = await commit(graph, change(second), 'CHECK');
  expect(findings.map(({ rule, verdict, on }) => [rule, verdict, on])).toContainEqual(['seat-single', 'BROKEN', '2022-01-01']);
  expect(findings.map(({ rule }) => rule)).not.toContain('body-minimum');
});

test('a change that breaks nothing is told nothing, and one that is not judged asks no rule', async () => {
  await seedWorld(graph, WORLD);
  const member = { word: 'memberships' as const, row: seat('COUNCILLOR', 'eva') };
  expect((await commit(graph, change(member), 'CHECK')).findings).toEqual([]);
  const twice = { word: 'memberships' as const, row: seat('MAYOR', 'bo', { seen: [{ on: '2022-06-21', in: 'doc:1' }] }) };
  expect((await commit(graph, { ...change(twice), judge: false }, 'CHECK')).findings).toEqual([]);
});
