import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joined } from '../src/api/joined.js';
import { registered } from '../src/api/registry.js';
import type { Graph } from '../src/graph/port.js';
import { loadingThrough } from '../src/read/loading.js';
import { ask, emptyGraph, queriesOf } from './world.js';

describe('what an id leads to', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());

  const STRANGE = ['constructor:x', '__proto__:x', 'toString:x', 'hasOwnProperty', ':', ':x', '', 'person', 'rule:x', 'source:x'];

  test('an id whose prefix means nothing leads to nothing', async () => {
    const { nodes } = await ask(graph, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: STRANGE });
    expect(nodes).toEqual(STRANGE.map(() => null));
  });

  test('and no query asks for it', async () => {
    expect(await queriesOf(graph, '{ a: node(id: "constructor:x") { id } b: node(id: "__proto__:x") { id } c: node(id: "person") { id } }')).toEqual([]);
  });

  test('two files that claim one prefix are refused', () => {
    const nodes = { person: { typename: 'Person', find: () => null } };
    expect(() => registered({ 'words/people': { nodes }, 'words/persons': { nodes } })).toThrow('person: required: a prefix of ids that one file declares');
  });
});

describe('what files of resolvers answer', () => {
  const name = () => 'name';

  test('is joined by type, without what is no type', () => {
    const people = { Query: { people: name }, Person: { name }, nodes: { person: name } };
    const turnover = { Person: { seatCounts: name } };
    expect(joined({ people, turnover })).toEqual({ Query: { people: name }, Person: { name, seatCounts: name } });
  });

  test('two files that answer one field are refused', () => {
    expect(() => joined({ people: { Person: { name } }, names: { Person: { name } } })).toThrow(
      'Person.name: required: one file that answers it; given: people and names',
    );
  });
});

test('a loader is made where it is first used, once in a request, with the loaders that it needs', () => {
  const made: string[] = [];
  const people = () => made.push('people');
  const members = ({ use }: ReturnType<typeof loadingThrough>) => [use(people), made.push('members')];
  const { use } = loadingThrough({ read: () => Promise.reject(new Error('nothing is read')) });
  expect([use(members), use(people), use(members)]).toEqual([[1, 2], 1, [1, 2]]);
  expect(made).toEqual(['people', 'members']);
});
