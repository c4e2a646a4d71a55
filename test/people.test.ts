import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: ['anna', 'bo', 'carl'].map((id) => ({ id: `person:${id}`, name: id, ...S })),
    parties: [{ id: 'party:l', name: 'L', ...S }],
    affiliations: [
      { id: 'affiliation:anna', person: 'person:anna', with: 'party:l', from: '2020-01-01', open: true, ...S },
      { id: 'affiliation:bo', person: 'person:bo', with: 'party:l', from: '2020', open: true, ...S },
    ],
  });
});
afterAll(() => graph.close());

describe('people by how sure it is', () => {
  const found = async (args: string): Promise<[number, string[]]> => {
    const { people } = await ask(graph, `{ people(asOf: "2020-06-01", ${args}) { totalCount nodes { id } } }`);
    return [people.totalCount, people.nodes.map(({ id }: { id: string }) => id.slice('person:'.length))];
  };

  test.each([
    ['possibly, of all', 'filter: { certainty: [POSSIBLE] }', []],
    ['certainly, of all', 'filter: { certainty: [CERTAIN] }', ['anna', 'bo', 'carl']],
    ['either way, of all', 'filter: { certainty: [POSSIBLE, CERTAIN] }', ['anna', 'bo', 'carl']],
    ['in no way', 'filter: { certainty: [] }', []],
    ['possibly, of all by id', 'filter: { certainty: [POSSIBLE] }, orderBy: ID', []],
    ['possibly, by a blank name', 'filter: { certainty: [POSSIBLE], name: " " }', []],
    ['possibly, by a name', 'filter: { certainty: [POSSIBLE], name: "a" }', []],
    ['possibly, of a party', 'filter: { certainty: [POSSIBLE], party: "party:l" }', ['bo']],
    ['certainly, of a party', 'filter: { certainty: [CERTAIN], party: "party:l" }', ['anna']],
  ])('%s', async (_, args, ids) => expect(await found(args)).toEqual([ids.length, ids]));
});
