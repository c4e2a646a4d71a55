import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import type { Actor } from '../src/record/actor.js';
import { ADMIN, type Told, EDITOR, askAs, clerkOf } from './clerk.js';
import { emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const open = { open: true, sources };
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: ['anna', 'bo', 'carl'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: ['board', 'office'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name, sources })),
  memberships: [
    { id: 'membership:bo', person: 'person:bo', body: 'body:board', role: 'MEMBER', from: '2022-01-01', ...open },
    {
      id: 'membership:bo-at-office',
      person: 'person:bo',
      body: 'body:office',
      role: 'MEMBER',
      from: '2022',
      dependsOn: [{ on: 'membership:bo', sources }],
      ...open,
    },
  ],
};
const appoint = (name: string, body: string) => ({
  appoint: { id: `membership:${name}-${body}`, person: { id: `person:${name}` }, body: `body:${body}`, role: 'MEMBER', from: '2023-01-01' },
});
const end = (id: string) => ({ end: { thing: `membership:${id}`, ends: { until: '2024-01-01' }, cause: 'RESIGNED' } });

const IMPORT: Actor = { id: 'robot', name: null, role: 'IMPORT', bodies: null };
const PROPOSER: Actor = { id: 'anna', name: 'Anna', role: 'PROPOSER', bodies: null };
const STRANGER: Actor = { id: 'pia', name: 'Pia', role: 'PROPOSER', bodies: null };

let graph: Graph;
let told: Told[];
let times: string[];
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  const [anna, robot] = [clerkOf(graph), clerkOf(graph, IMPORT)];
  const said = { source: { recorded: 'source:1' } };
  told = [await anna.record([appoint('anna', 'board')], { ...said, note: 'The first.' })];
  told.push(await robot.record([appoint('carl', 'office')], said));
  told.push(await anna.record([end('bo')], said));
  told.push(await anna.undo(told[0]?.entry?.id));
  const { data } = await askAs(graph, EDITOR, '{ entries { nodes { at } } }');
  times = data.entries.nodes.map(({ at }: { at: string }) => at).reverse();
});
afterAll(() => graph.close());

const numbers = async (filter: object, who: Actor = EDITOR): Promise<number[]> => {
  const { data, codes } = await askAs(graph, who, 'query($filter: EntryFilter) { entries(filter: $filter) { totalCount nodes { number } } }', { filter });
  expect(codes).toEqual([]);
  expect(data.entries.totalCount).toBe(data.entries.nodes.length);
  return data.entries.nodes.map(({ number }: { number: number }) => number);
};

describe('the log', () => {
  test('says who wrote what, when, from where and why, newest first', async () => {
    const { data } = await askAs(
      graph,
      EDITOR,
      '{ entries { nodes { id key number revision actor { id name role bodies { id } } acts note source { id } made { act because node { id } } undoes { id } undoneBy { id } } } }',
    );
    expect(data.entries.nodes).toMatchObject([
      {
        id: 'entry:4',
        number: 4,
        revision: 5,
        note: 'It was not so.',
        acts: [],
        source: null,
        made: [{ act: 0, because: 'CORRECTED', node: null }],
        undoes: { id: 'entry:1' },
      },
      { number: 3, made: [{ node: { id: 'membership:bo' }, because: 'CHANGED' }], undoes: null, undoneBy: null },
      { number: 2, actor: { id: 'robot', name: null, role: 'IMPORT', bodies: null } },
      {
        number: 1,
        actor: { id: 'anna', role: 'EDITOR' },
        acts: [appoint('anna', 'board')],
        note: 'The first.',
        source: { id: 'source:1' },
        undoneBy: { id: 'entry:4' },
      },
    ]);
  });

  test.each<[string, () => object, number[]]>([
    ['all', () => ({}), [4, 3, 2, 1]],
    ['of somebody', () => ({ actor: 'robot' }), [2]],
    ['of a thing that is there no longer', () => ({ thing: 'membership:anna-board' }), [4, 1]],
    ['of somebody who is named', () => ({ thing: 'person:carl' }), [2]],
    ['of a thing, by somebody', () => ({ thing: 'membership:carl-office', actor: 'anna' }), []],
    ['in a body', () => ({ bodies: ['body:board'] }), [4, 3, 1]],
    ['in a body where something was moved', () => ({ bodies: ['body:office'] }), [3, 2]],
    ['in bodies, each once', () => ({ bodies: ['body:office', 'body:board'] }), [4, 3, 2, 1]],
    ['in a body, by somebody', () => ({ bodies: ['body:office'], actor: 'anna' }), [3]],
    ['of a thing, in a body', () => ({ thing: 'membership:bo', bodies: ['body:office'] }), [3]],
    ['of a thing, in another body', () => ({ thing: 'membership:carl-office', bodies: ['body:board'] }), []],
    ['since a time', () => ({ since: times[2] }), [4, 3]],
    ['until a time', () => ({ until: times[2] }), [2, 1]],
    ['of a thing, between times', () => ({ thing: 'membership:anna-board', since: times[1], until: times[3] }), []],
    ['of nobody', () => ({ actor: 'nobody' }), []],
  ])('holds entries %s', async (_, filter, expected) => expect(await numbers(filter())).toEqual(expected));

  test.each<[string, object]>([
    ['all', {}],
    ['in a body', { bodies: ['body:board'] }],
  ])('is read page after page: %s', async (_, filter) => {
    const all = await numbers(filter);
    const found: number[] = [];
    const query =
      'query($filter: EntryFilter, $after: String) { entries(filter: $filter, first: 1, after: $after) { nodes { number } pageInfo { endCursor hasNextPage } } }';
    for (let after: string | null = null, more = true; more;) {
      const { data } = await askAs(graph, EDITOR, query, { filter, after });
      found.push(...data.entries.nodes.map(({ number }: { number: number }) => number));
      ({ endCursor: after, hasNextPage: more } = data.entries.pageInfo);
    }
    expect(found).toEqual(all);
    const { data } = await askAs(graph, EDITOR, query, { filter });
    expect((await askAs(graph, EDITOR, query, { filter: { actor: 'anna' }, after: data.entries.pageInfo.endCursor })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the log is read', () => {
  test.each<[string, Actor | null, number[] | string]>([
    ['by nobody without a token', null, 'UNAUTHENTICATED'],
    ['by an editor', EDITOR, [4, 3, 2, 1]],
    ['by an editor of other bodies', { ...EDITOR, bodies: [] }, [4, 3, 2, 1]],
    ['by an import', IMPORT, [4, 3, 2, 1]],
    ['by an admin', ADMIN, [4, 3, 2, 1]],
    ['by a proposer, their own', PROPOSER, [4, 3, 1]],
    ['by another proposer', STRANGER, []],
  ])('%s', async (_, who, expected) => {
    const { data, codes } = await askAs(graph, who, '{ entries { nodes { number } } }');
    expect(codes.length > 0 ? codes[0] : data.entries.nodes.map(({ number }: { number: number }) => number)).toEqual(expected);
    const { data: one } = await askAs(graph, who, '{ own: node(id: "entry:1") { id } other: node(id: "entry:2") { id } none: node(id: "entry:9") { id } }');
    const sees = (number: number) => (Array.isArray(expected) && expected.includes(number) ? { id: `entry:${number}` } : null);
    expect(one).toEqual({ own: sees(1), other: sees(2), none: null });
  });

  test('by a proposer of nobody else, whomever they ask for', async () => {
    expect(await numbers({ actor: 'robot' }, PROPOSER)).toEqual([]);
    expect(await numbers({ bodies: ['body:office'] }, PROPOSER)).toEqual([3]);
  });
});
