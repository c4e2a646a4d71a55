import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { SeedError } from '../src/exchange/problems.js';
import { type World, ask, emptyGraph, seedWorld, seededGraph, wipe } from './world.js';

const S = ['source:1'];
const SINCE = { from: '2018-01-01', open: true };
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const seat = (person: string, more: object = {}) => ({
  id: `membership:${person}`,
  person: `person:${person}`,
  body: 'body:forum',
  role: 'MEMBER',
  ...SINCE,
  sources: S,
  ...more,
});
const substitute = (person: string, rank: number) =>
  seat(person, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', rank, sources: S } } });
const standIn = (id: string, person: string, dates: object) => ({
  id: `stand-in:${id}`,
  substitute: `membership:${person}`,
  holder: 'membership:anna',
  ...dates,
  sources: S,
});
const FIRST = standIn('first', 'bo', { from: '2022-06-01', until: '2022-08-01' });

/** Anna is a member; Bo is her first substitute and Carl her second. */
const world = (...standIns: object[]): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Bo deltog i stedet for Anna.' }],
  people: ['anna', 'bo', 'carl'].map((id) => named(`person:${id}`)),
  parties: [named('party:p')],
  affiliations: [{ id: 'affiliation:bo-p', person: 'person:bo', with: 'party:p', ...SINCE, sources: S }],
  bodies: [named('body:forum', { kind: 'FORUM' })],
  memberships: [seat('anna'), substitute('bo', 1), substitute('carl', 2)],
  ...(standIns.length && { 'stand-ins': standIns }),
});

describe('a substitute', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(
      graph,
      world(
        FIRST,
        standIn('later', 'bo', { from: '2023' }),
        standIn('second', 'carl', { from: '2021-03-01', until: '2021-03-02', basis: 'INFERRED', reason: 'Bo was away.' }),
      ),
    );
  });
  afterAll(() => graph.close());

  test('has a rank among those of a seat, and its holder has none', async () => {
    const { body } = await ask(graph, '{ body(id: "body:forum") { members(includeSubstitutes: true) { nodes { person { id } rank } } } }');
    expect(body.members.nodes).toEqual([
      { person: { id: 'person:anna' }, rank: null },
      { person: { id: 'person:bo' }, rank: 1 },
      { person: { id: 'person:carl' }, rank: 2 },
    ]);
  });

  test.each([
    ['2022-05-31', []],
    ['2022-06-01', ['CERTAIN']],
    ['2022-07-31', ['CERTAIN']],
    ['2022-08-01', []],
    ['2023-02-01', ['POSSIBLE']],
  ])('stands in on %s: %j', async (day, expected) => {
    const { node } = await ask(graph, `{ node(id: "membership:bo", asOf: "${day}") { ... on Membership { certainty stoodIn { certainty } } } }`);
    expect(node).toEqual({ certainty: 'CERTAIN', stoodIn: expected.map((certainty) => ({ certainty })) });
  });

  test('and all its periods, for whom, between which days and by what passage', async () => {
    const { node } = await ask(
      graph,
      `{ node(id: "membership:bo", asOf: "2020-01-01") { ... on Membership { stoodIn(all: true) {
      substitute { id certainty } holder { id person { id } } from until interval { fromMin fromMax untilMax } certainty basis reason sources { quote } } } } }`,
    );
    expect(node.stoodIn).toEqual([
      {
        substitute: { id: 'membership:bo', certainty: 'CERTAIN' },
        holder: { id: 'membership:anna', person: { id: 'person:anna' } },
        from: '2022-06-01',
        until: '2022-08-01',
        interval: { fromMin: '2022-06-01', fromMax: '2022-06-01', untilMax: '2022-08-01' },
        certainty: null,
        basis: 'STATED',
        reason: null,
        sources: [{ quote: 'Bo deltog i stedet for Anna.' }],
      },
      expect.objectContaining({ from: '2023', until: null, interval: { fromMin: '2023-01-01', fromMax: '2023-12-31', untilMax: null } }),
    ]);
  });

  test.each([
    ['2022-07-31', [['person:bo', 'CERTAIN']]],
    ['2022-08-01', []],
    ['2023-02-01', [['person:bo', 'POSSIBLE']]],
  ])('is led to from the seat that it stands in for on %s: %j', async (day, expected) => {
    const { anna, bo } = await ask(
      graph,
      `{ anna: node(id: "membership:anna", asOf: "${day}") { ...by } bo: node(id: "membership:bo", asOf: "${day}") { ...by } }
       fragment by on Membership { stoodInBy { certainty substitute { person { name } } } }`,
    );
    expect(anna.stoodInBy.map((one: { certainty: string; substitute: { person: { name: string } } }) => [one.substitute.person.name, one.certainty])).toEqual(
      expected,
    );
    expect(bo.stoodInBy).toEqual([]);
  });

  test('and from it on every day, the oldest first', async () => {
    const { node } = await ask(
      graph,
      '{ node(id: "membership:anna", asOf: "2020-01-01") { ... on Membership { stoodInBy(all: true) { from holder { id } } } } }',
    );
    expect(node.stoodInBy).toEqual([
      { from: '2021-03-01', holder: { id: 'membership:anna' } },
      { from: '2022-06-01', holder: { id: 'membership:anna' } },
      { from: '2023', holder: { id: 'membership:anna' } },
    ]);
  });

  test('is no member, whether or not it stands in', async () => {
    const { body } = await ask(graph, '{ body(id: "body:forum", asOf: "2022-07-01") { members { totalCount nodes { person { id } } } } }');
    expect(body.members).toEqual({ totalCount: 1, nodes: [{ person: { id: 'person:anna' } }] });
  });

  test('is not counted until it stands in, and then in place of the holder', async () => {
    const counted = async (day: string) =>
      (
        await ask(
          graph,
          `{ body(id: "body:forum", asOf: "${day}") { composition { filled { min max } byRole { role people { min max } } byParty { principal { id } people { min max } } } } }`,
        )
      ).body.composition;
    const one = { min: 1, max: 1 };
    const bo = { filled: one, byRole: [{ role: 'MEMBER', people: one }], byParty: [{ principal: { id: 'party:p' }, people: one }] };
    const anna = { ...bo, byParty: [{ principal: null, people: one }] };
    expect([await counted('2022-05-31'), await counted('2022-06-01'), await counted('2022-07-31'), await counted('2022-08-01')]).toEqual([anna, bo, bo, anna]);
    expect((await counted('2023-06-01')).filled).toEqual(one);
  });

  interface Line {
    on: string;
    kind: string;
    before: string | null;
    after: string | null;
    cause: string | null;
    person: { id: string };
  }
  const changes = async (filter: string): Promise<string[]> => {
    const { changes } = await ask(
      graph,
      `{ changes(from: "2021-01-01", until: "2022-12-31", filter: ${filter}) { nodes { id on kind before after cause person { id } body { id } membership { id } standIn { holder { id } } replaced { id } } } }`,
    );
    for (const { membership, body, replaced, standIn } of changes.nodes)
      expect([membership.id.slice(11), body.id, replaced, standIn.holder.id]).toEqual([
        expect.stringMatching(/^(bo|carl)$/),
        'body:forum',
        null,
        'membership:anna',
      ]);
    return changes.nodes.map(({ on, kind, before, after, cause, person }: Line) => `${on} ${kind} ${person.id} ${before}>${after} ${cause}`);
  };
  const BO = ['2022-06-01 SUBSTITUTED person:bo null>CERTAIN null', '2022-08-01 SUBSTITUTED person:bo CERTAIN>null OWN_END'];

  test('that stands in, and ceases to, is a change', async () => {
    expect(await changes('{ person: "person:bo" }')).toEqual(BO);
    const all = ['2021-03-01 SUBSTITUTED person:carl null>CERTAIN null', '2021-03-02 SUBSTITUTED person:carl CERTAIN>null OWN_END', ...BO];
    for (const filter of ['{}', '{ bodies: ["body:forum"] }', '{ kinds: [SUBSTITUTED] }']) expect(await changes(filter)).toEqual(all);
    const { node } = await ask(graph, '{ node(id: "change:stand-in:first@2022-06-01") { ... on Change { kind } } }');
    expect(node).toEqual({ kind: 'SUBSTITUTED' });
  });
});

test.each([['{ person: "person:carl" }'], ['{ bodies: ["body:forum"] }'], ['{}']])(
  'a member who stands in for another is a change, whichever way it is asked for: %s',
  async (filter) => {
    const graph = await emptyGraph();
    try {
      await seedWorld(graph, { ...world(standIn('carl', 'carl', { from: '2022-06-01', until: '2022-08-01' })), memberships: [seat('anna'), seat('carl')] });
      const { changes } = await ask(
        graph,
        `{ changes(from: "2022-01-01", until: "2022-12-31", filter: ${filter}) { nodes { on kind membership { id } standIn { holder { id } } } } }`,
      );
      const one = { kind: 'SUBSTITUTED', membership: { id: 'membership:carl' }, standIn: { holder: { id: 'membership:anna' } } };
      expect(changes.nodes).toEqual([
        { on: '2022-06-01', ...one },
        { on: '2022-08-01', ...one },
      ]);
    } finally {
      await graph.close();
    }
  },
);

describe('stand-ins as they are recorded', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());

  const stoodIn = async (lens = '') =>
    (await ask(graph, `{ node(id: "membership:bo"${lens}) { ... on Membership { stoodIn(all: true) { from until } } } }`)).node.stoodIn;

  test('are corrected and withdrawn, and known as they were then', async () => {
    await seedWorld(graph, world(FIRST));
    const { at } = await readRevision(graph);
    expect(await seedWorld(graph, world({ ...FIRST, until: '2022-09-01' }))).toMatchObject({ corrected: 1 });
    expect(await stoodIn()).toEqual([{ from: '2022-06-01', until: '2022-09-01' }]);
    expect(await seedWorld(graph, world())).toMatchObject({ retracted: 1 });
    expect(await stoodIn()).toEqual([]);
    expect(await stoodIn(`, knownAt: "${new Date(at).toISOString()}"`)).toEqual([{ from: '2022-06-01', until: '2022-08-01' }]);
  });

  test.each([
    ['an unknown seat', { ...FIRST, holder: 'membership:nobody' }, /stand-ins.json, stand-in:\S+, row 1, `holder`: required: the id of a thing that is known/],
    ['an end before its start', { ...FIRST, until: '2022-05-01' }, /stand-ins.json, stand-in:\S+, row 1: required: from before until/],
  ])('are refused for %s', async (_, row, message) => {
    await wipe(graph);
    await expect(seedWorld(graph, world(row))).rejects.toThrow(SeedError);
    await expect(seedWorld(graph, world(row))).rejects.toThrow(message);
  });
});

test('Anja Karlsson is the first substitute for Jonas René Jensen, and has not stood in', async () => {
  const graph = await seededGraph();
  const { node } = await ask(
    graph,
    '{ node(id: "membership:kkr-syddanmark-substitute-anja-karlsson", asOf: "2022-06-21") { ... on Membership { rank substituteFor { person { name } } stoodIn(all: true) { from } } } }',
  );
  expect(node).toEqual({ rank: 1, substituteFor: { person: { name: 'Jonas René Jensen' } }, stoodIn: [] });
  await graph.close();
});
