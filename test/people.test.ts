import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('the seats of a person', () => {
  const seat = (id: string, dates: object, role = 'MEMBER') => ({
    id: `membership:${id}`,
    person: 'person:dora',
    body: id.startsWith('forum') ? 'body:forum' : 'body:board',
    role,
    ...dates,
    ...S,
  });
  const open = { open: true };
  const WORLD = {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: [{ id: 'person:dora', name: 'Dora', ...S }],
    bodies: ['board', 'forum'].map((id) => ({ id: `body:${id}`, kind: 'BOARD', name: id, ...S })),
    memberships: [
      seat('board-later', { from: '2021-01-01', ...open }, 'CHAIR'),
      seat('forum-first', { from: '2014-01-01', until: '2018-01-01' }, 'VICE_CHAIR'),
      seat('board-second', { from: '2018-01-01', until: '2022-01-01' }),
      seat('forum-seen', { seen: [{ on: '2016-05-01', in: 'doc:1' }] }),
      seat('forum-same-day', { from: '2021-01-01', ...open }, 'OBSERVER'),
      seat('board-some-time', { undated: 'Nobody says when.' }),
      seat('board-a-year', { from: '2013', until: '2014-01-01' }),
    ],
  };

  test.each([1, 2, 3, 7])('are in the order in which they began, certain first, in pages of %i', async (first) => {
    const empty = await emptyGraph();
    await seedWorld(empty, WORLD);
    const ids = async (args: string): Promise<string[]> => {
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { person } = await ask(
          empty,
          `query ($after: String) { person(id: "person:dora", asOf: "2021-06-01") { memberships(first: ${first}, after: $after${args}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
          { after },
        );
        found.push(...person.memberships.nodes.map(({ id }: { id: string }) => id.slice('membership:'.length)));
        ({ hasNextPage: more, endCursor: after } = person.memberships.pageInfo);
      }
      return found;
    };
    const certain = ['board-second', 'board-later', 'forum-same-day'];
    expect(await ids('')).toEqual([...certain, 'forum-seen', 'board-some-time']);
    expect(await ids(', all: true')).toEqual([...certain, 'forum-seen', 'board-some-time', 'board-a-year', 'forum-first']);
    expect(await ids(', during: { from: "2013-01-01", until: "2030-01-01" }')).toEqual([
      'board-a-year',
      'forum-first',
      'forum-seen',
      ...certain,
      'board-some-time',
    ]);
    await empty.close();
  });
});
