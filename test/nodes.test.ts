import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joined } from '../src/api/joined.js';
import { registered } from '../src/api/registry.js';
import type { Graph } from '../src/graph/port.js';
import { Batched, allOf, goOn } from '../src/read/at-hand.js';
import { loadingThrough } from '../src/read/loading.js';
import { Nodes } from '../src/read/node-loader.js';
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

describe('what a loader has', () => {
  const counting = () => {
    const asked: string[][] = [];
    const load = async (ids: string[]): Promise<string[]> => {
      asked.push(ids);
      return ids.map((id) => `${id}!`);
    };
    return { asked, load };
  };

  test('is asked for in batches, and at hand from then on', async () => {
    const { asked, load } = counting();
    const loader = new Batched(load, 2);
    expect(loader.find('a')).toBeInstanceOf(Promise);
    expect(await Promise.all(['a', 'b', 'c', 'a'].map((id) => loader.find(id)))).toEqual(['a!', 'b!', 'c!', 'a!']);
    expect(['c', 'a'].map((id) => loader.find(id))).toEqual(['c!', 'a!']);
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  test('is what was brought along first, of which nobody asks', async () => {
    const { asked, load } = counting();
    const loader = new Batched(load).prime('a', 'brought').prime('a', 'later');
    expect([loader.find('a'), await loader.load('a'), await loader.load('b')]).toEqual(['brought', 'brought', 'b!']);
    loader.prime('b', 'later');
    expect([loader.find('b'), await loader.load('b')]).toEqual(['b!', 'b!']);
    expect(asked).toEqual([['b']]);
  });

  test('fails for all who wait where it cannot be read, and is not at hand then', async () => {
    const loader = new Batched<string>(() => Promise.reject(new Error('down')));
    await expect(Promise.all(['a', 'b'].map((id) => loader.find(id)))).rejects.toThrow('down');
    await expect(loader.find('a')).rejects.toThrow('down');
  });

  test('of a node that is not there is a promise: another may lead to it', async () => {
    const none = new Nodes<{ id: string; recordedAt: number; retractedAt: number }>((ids) => Promise.resolve(ids.map(() => null)));
    expect(await none.find('a')).toBeNull();
    expect(none.find('a')).toBeInstanceOf(Promise);
  });

  test('goes on at once where it is at hand', async () => {
    expect(goOn(1, (one) => one + 1)).toBe(2);
    expect(allOf([1, 2])).toEqual([1, 2]);
    expect(await goOn(Promise.resolve(1), (one) => one + 1)).toBe(2);
    expect(await allOf([1, Promise.resolve(2)])).toEqual([1, 2]);
  });
});
