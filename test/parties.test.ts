import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { SeedError } from '../src/exchange/problems.js';
import { ask, emptyGraph, seedWorld, seededGraph } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const world = (list: object) => ({
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Listerne.' }],
  municipalities: [{ id: 'municipality:by', code: '0999', name: 'By', sources: S }],
  parties: [{ id: 'party:list', name: 'Listen', sources: S, ...list }],
});
const LOCAL = { scope: 'LOCAL', municipality: 'municipality:by' };
const whereItRuns = async (lens = '') => (await ask(graph, `{ party(id: "party:list"${lens}) { scope municipality { name } } }`)).party;

test.each([
  ['in the country, where nobody says', {}, { scope: 'NATIONAL', municipality: null }],
  ['in a municipality', LOCAL, { scope: 'LOCAL', municipality: { name: 'By' } }],
  ['in one that is not known', { scope: 'LOCAL' }, { scope: 'LOCAL', municipality: null }],
])('a party runs %s', async (_, list, expected) => {
  await seedWorld(graph, world(list));
  expect(await whereItRuns()).toEqual(expected);
});

test('where a list runs is as the record had it', async () => {
  await seedWorld(graph, world({}));
  const { at } = await readRevision(graph);
  await seedWorld(graph, world(LOCAL));
  expect([await whereItRuns(), await whereItRuns(`, knownAt: "${new Date(at).toISOString()}"`)]).toMatchObject([{ scope: 'LOCAL' }, { scope: 'NATIONAL' }]);
});

test.each([{ municipality: 'municipality:by' }, { ...LOCAL, scope: 'NATIONAL' }, { ...LOCAL, municipality: 'municipality:x' }])(
  'a list of one municipality says that it is local: %j is refused',
  async (list) => {
    await expect(seedWorld(graph, world(list))).rejects.toThrow(SeedError);
  },
);

test('the lists with letters of their own in the data that come along run where they are named', async () => {
  await graph.close();
  graph = await seededGraph();
  const { nodes } = await ask(
    graph,
    '{ nodes(ids: ["party:aeroes-fremtid", "party:velfaerdslisten-randers", "party:venstre"]) { ... on Party { scope municipality { name } } } }',
  );
  expect(nodes).toEqual([
    { scope: 'LOCAL', municipality: { name: 'Ærø' } },
    { scope: 'LOCAL', municipality: { name: 'Randers' } },
    { scope: 'NATIONAL', municipality: null },
  ]);
});
