import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld, wipe } from './world.js';

const S = { sources: ['source:register'] };
const person = (id: string, gender?: string) => ({ id: `person:${id}`, name: id, ...(gender && { gender }), ...S });
const seat = (id: string, more: object) => ({
  id: `membership:${id}`,
  person: `person:${id.split('-')[0]}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  ...S,
  ...more,
});
const PEOPLE = [person('anna', 'FEMALE'), person('bo', 'MALE'), person('carl', 'MALE'), person('dora', 'FEMALE'), person('eli', 'OTHER'), person('finn')];

/** A council of five in which Dora follows Bo; a register states the gender of all but Finn, and of Carl, who sits nowhere. */
const world = (people: readonly object[] = PEOPLE, more: World = {}): World => ({
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'as registered' }],
  people,
  bodies: [{ id: 'body:council', name: 'Council', kind: 'COUNCIL', ...S }],
  memberships: [
    seat('anna', { from: '2022-01-01', open: true, role: 'MAYOR' }),
    seat('bo', { from: '2022-01-01', until: '2024-05-01' }),
    seat('dora', { from: '2024-05-01', open: true, appointment: { replaces: { membership: 'membership:bo', ...S } } }),
    seat('eli', { from: '2022-01-01', open: true }),
    seat('finn', { from: '2022-01-01', until: '2025-01-01' }),
  ],
  registers: [{ id: 'register:council', body: 'body:council', by: 'world', from: '2022-01-01', ...S }],
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

test('a person has the gender that a register states', async () => {
  const { nodes } = await ask(graph, '{ nodes(ids: ["person:anna", "person:bo", "person:eli", "person:finn"]) { ... on Person { gender } } }');
  expect(nodes).toEqual(['FEMALE', 'MALE', 'OTHER', null].map((gender) => ({ gender })));
});

describe('people of a gender', () => {
  const found = async (args: string) => {
    const { people } = await ask(graph, `{ people(${args}) { totalCount nodes { id } } }`);
    return [people.totalCount, ...people.nodes.map(({ id }: { id: string }) => id.slice('person:'.length))];
  };

  test.each([
    ['of all', 'filter: { gender: MALE }', ['bo', 'carl']],
    ['by id', 'filter: { gender: FEMALE }, orderBy: ID', ['anna', 'dora']],
    ['for certain', 'filter: { gender: OTHER, certainty: [CERTAIN] }', ['eli']],
    ['possibly', 'filter: { gender: OTHER, certainty: [POSSIBLE] }', []],
    ['of any', 'filter: { gender: null }', ['anna', 'bo', 'carl', 'dora', 'eli', 'finn']],
    ['in a body', 'filter: { gender: MALE, body: "body:council" }, asOf: "2024-04-30"', ['bo']],
    ['in a body on another day', 'filter: { gender: MALE, body: "body:council" }, asOf: "2024-05-01"', []],
    ['in a role', 'filter: { gender: FEMALE, roles: [MAYOR] }, asOf: "2024-05-01"', ['anna']],
    ['by name', 'filter: { gender: FEMALE, name: "bo" }', []],
  ])('%s', async (_, args, expected) => expect(await found(args)).toEqual([expected.length, ...expected]));

  test.each(['NAME', 'ID'])('come page by page, by %s, and none is read that does not pass', async (order) => {
    const QUERY = `{ people(filter: { gender: MALE }, orderBy: ${order}, first: 1, after: $AFTER) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const first = (await ask(graph, QUERY.replace('$AFTER', 'null'))).people;
    const second = (await ask(graph, QUERY.replace('$AFTER', `"${first.pageInfo.endCursor}"`))).people;
    expect([first, second].map(({ nodes, pageInfo }) => [nodes[0].id, pageInfo.hasNextPage])).toEqual([
      ['person:bo', true],
      ['person:carl', false],
    ]);
    expect(await queriesOf(graph, QUERY.replace('$AFTER', 'null'))).toEqual([order === 'ID' ? 'people/list-by-id' : 'people/list']);
  });
});

describe('seats by gender', () => {
  const counted = async (by: string, day: string): Promise<unknown[]> => {
    const { counts } = await ask(
      graph,
      `{ counts(filter: { bodies: ["body:council"] }, by: [${by}], asOf: "${day}") { keys { value } people { min max open } memberships { max } } }`,
    );
    return counts.map(({ keys, people, memberships }: { keys: { value: string | null }[]; people: object; memberships: { max: number } }) => [
      ...keys.map(({ value }) => value),
      ...Object.values(people),
      memberships.max,
    ]);
  };

  test('are counted with those of whom none states it, and open while there are such', async () => {
    expect(await counted('GENDER', '2024-04-30')).toEqual([
      [null, 1, 1, true, 1],
      ['FEMALE', 1, 1, true, 1],
      ['MALE', 1, 1, true, 1],
      ['OTHER', 1, 1, true, 1],
    ]);
    expect(await counted('GENDER', '2025-01-01')).toEqual([
      ['FEMALE', 2, 2, false, 2],
      ['OTHER', 1, 1, false, 1],
    ]);
  });

  test('are counted with a second dimension', async () =>
    expect(await counted('GENDER, ROLE', '2025-01-01')).toEqual([
      ['FEMALE', 'COUNCILLOR', 1, 1, false, 1],
      ['FEMALE', 'MAYOR', 1, 1, false, 1],
      ['OTHER', 'COUNCILLOR', 1, 1, false, 1],
    ]));

  test('are read with one query more, however many there are', async () => {
    const asked = (by: string) => queriesOf(graph, `{ counts(filter: { kinds: [COUNCIL] }, by: [${by}], asOf: "2024-04-30") { people { min } } }`);
    expect(await asked('GENDER')).toEqual([...(await asked('ROLE')), 'people/by-ids'].sort());
  });
});

test('a gender that comes to light is learnt, another one corrects, and both are known as they were', async () => {
  const recorded = await emptyGraph();
  try {
    const at: number[] = [];
    for (const [gender, expected] of [
      [undefined, {}],
      ['MALE', { learnt: 1, corrected: 0 }],
      ['FEMALE', { learnt: 0, corrected: 1 }],
    ] as const) {
      expect(await seedWorld(recorded, world([...PEOPLE.slice(0, 5), person('finn', gender)]))).toMatchObject(expected);
      at.push((await readRevision(recorded)).at);
    }
    const FOUND = 'totalCount nodes { id }';
    const known = await Promise.all(
      at.map(async (time) => {
        const lens = `knownAt: "${new Date(time).toISOString()}"`;
        const { node, men, byId } = await ask(
          recorded,
          `{ node(id: "person:finn", ${lens}) { ... on Person { gender } } men: people(filter: { gender: MALE }, ${lens}) { ${FOUND} }
             byId: people(filter: { gender: MALE }, orderBy: ID, ${lens}) { ${FOUND} } }`,
        );
        expect(byId.nodes).toEqual(men.nodes);
        return [node.gender, men.totalCount, byId.totalCount, men.nodes.length];
      }),
    );
    expect(known).toEqual([
      [null, 2, 2, 2],
      ['MALE', 3, 3, 3],
      ['FEMALE', 2, 2, 2],
    ]);
  } finally {
    await wipe(recorded);
    await recorded.close();
  }
});

test('no other gender than those that a register knows is taken', async () => {
  await expect(seedWorld(graph, world([person('anna', 'WOMAN')]))).rejects.toThrow('`gender`: required: one of FEMALE, MALE, OTHER; given: "WOMAN"');
});
