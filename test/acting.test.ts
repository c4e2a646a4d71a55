import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { council, eventsIn, replaces, row, seat, seen } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const byCouncil = { appointment: { by: { principal: 'body:council', ...S } } };
const held = (name: string, role: string, dates: object) => seat(name, name, dates, { role, ...byCouncil });
const ANNA = held('anna', 'MAYOR', { from: '2018-01-01', until: '2022-03-10' });
const BO = held('bo', 'DEPUTY_MAYOR', { from: '2018-01-01', open: true });
const CARL = held('carl', 'MAYOR', { from: '2022-05-01', open: true });
const acts = (name: string, who: string, dates: object, of = 'mayor') =>
  row(`stand-in:${name}`, { substitute: `membership:${who}`, office: `office:${of}`, ...dates });
const ACTS = acts('bo', 'bo', { from: '2022-03-10', open: true });
const MAYOR = row('office:mayor', { body: 'body:council', role: 'MAYOR', existence: { from: '1970-01-01' } });
const RIGHT = row('seats:council', { body: 'body:council', by: 'body:council', count: 2, from: '2010-01-01', open: true });

const world = (
  seats: readonly { person: string }[],
  standIns: readonly { id: string }[] = [ACTS],
  more: Readonly<Record<string, readonly { id: string }[]>> = {},
): World => council(seats, { offices: [MAYOR], seats: [RIGHT], 'stand-ins': standIns, ...more });

let graph: Graph;
const found = async (): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED').map(({ rule }) => rule);
const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();

describe('who acts in an office that nobody holds', () => {
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, world([ANNA, BO, CARL]));
  });
  afterAll(() => graph.close());

  const one = { min: 1, max: 1 };
  const two = { min: 2, max: 2 };
  test.each([
    ['2022-03-09', two, 0, ['anna'], []],
    ['2022-03-10', one, 1, [], ['bo']],
    ['2022-04-30', one, 1, [], ['bo']],
    ['2022-05-01', two, 0, ['carl'], []],
  ])('fills it, and its seat is vacant: %s', async (day, filled, vacant, members, acting) => {
    const { body } = await ask(
      graph,
      `{ body(id: "body:council", asOf: "${day}") { composition { filled { min max } vacant { max } byRole { role people { min max lastKnown } } }
         offices { members { person { name } } standIns { certainty substitute { person { name } } } } } }`,
    );
    expect(body).toEqual({
      composition: {
        filled,
        vacant: { max: vacant },
        byRole: [
          { role: 'MAYOR', people: { ...one, lastKnown: 1 } },
          { role: 'DEPUTY_MAYOR', people: { ...one, lastKnown: 1 } },
        ],
      },
      offices: [
        {
          members: members.map((name) => ({ person: { name } })),
          standIns: acting.map((name) => ({ certainty: 'CERTAIN', substitute: { person: { name } } })),
        },
      ],
    });
  });

  test('does so until somebody holds it, for whom it was held by last', async () => {
    const { node } = await ask(
      graph,
      `{ node(id: "membership:bo", asOf: "2022-04-01") { ... on Membership { sits stoodIn { id office { id } holder { id } until
         interval { fromMin untilMax boundedBy { edge cause by { id } } } } } } }`,
    );
    expect(node).toEqual({
      sits: 'CERTAIN',
      stoodIn: [
        {
          id: 'stand-in:bo',
          office: { id: 'office:mayor' },
          holder: { id: 'membership:anna' },
          until: null,
          interval: { fromMin: '2022-03-10', untilMax: '2022-05-01', boundedBy: [{ edge: 'UNTIL', cause: 'REPLACED', by: { id: 'membership:carl' } }] },
        },
      ],
    });
  });

  test('begins and ends as events, and as changes of who does and of the body', async () => {
    expect(await eventsIn(graph, { filter: '{ kinds: [STOOD_IN, STAND_IN_ENDED] }' })).toEqual(['2022-03-10 STOOD_IN bo', '2022-05-01 STAND_IN_ENDED bo']);
    const changes = async (filter: string) =>
      (await ask(graph, `{ changes(from: "2022-01-01", until: "2022-12-31", filter: ${filter}) { nodes { on kind standIn { id } } } }`)).changes.nodes.filter(
        ({ kind }: { kind: string }) => kind === 'SUBSTITUTED',
      );
    const standIn = { id: 'stand-in:bo' };
    const both = [
      { on: '2022-03-10', kind: 'SUBSTITUTED', standIn },
      { on: '2022-05-01', kind: 'SUBSTITUTED', standIn },
    ];
    for (const filter of ['{}', '{ person: "person:bo" }', '{ bodies: ["body:council"] }']) expect(await changes(filter)).toEqual(both);
  });

  test('breaks no rule', async () => expect(await found()).toEqual([]));
});

describe('acting in an office', () => {
  beforeEach(async () => {
    graph = await emptyGraph();
  });
  afterEach(() => graph.close());

  const until = async (knownAt: string | null = null) =>
    (await ask(graph, 'query($k: DateTime) { node(id: "stand-in:bo", knownAt: $k) { ... on StandIn { interval { untilMax } } } }', { k: knownAt })).node
      ?.interval.untilMax;

  test('ends as a successor is recorded, moves with it, and the record knows what it was', async () => {
    await seedWorld(graph, world([ANNA, BO]));
    const before = await now();
    const ends = [await until()];
    for (const from of ['2022-05-01', '2022-06-01', '2022-06']) {
      await seedWorld(graph, world([ANNA, BO, held('carl', 'MAYOR', { from, open: true })]));
      ends.push(await until());
    }
    expect([...ends, await until(before)]).toEqual([null, '2022-05-01', '2022-06-01', '2022-06-30', null]);
    await seedWorld(graph, world([ANNA, BO]));
    expect([await until(), await found()]).toEqual([null, []]);
  });

  test.each<[string, World, string]>([
    ['the seat of who acts', world([ANNA, held('bo', 'DEPUTY_MAYOR', { from: '2018-01-01', until: '2022-04-01' }), CARL]), '2022-04-01'],
    ['the office', world([ANNA, BO], [ACTS], { offices: [{ ...MAYOR, existence: { until: '2022-04-15' } } as { id: string }] }), '2022-04-15'],
    ['its own date', world([ANNA, BO, CARL], [acts('bo', 'bo', { from: '2022-03-10', until: '2022-04-20' })]), '2022-04-20'],
    ['who acts taking the office', world([ANNA, BO, seat('next', 'bo', { from: '2022-04-10', open: true }, { role: 'MAYOR' })]), '2022-04-10'],
  ])('ends with %s', async (_, of, end) => {
    await seedWorld(graph, of);
    expect([await until(), await found()]).toEqual([end, []]);
  });

  const YEAR = ['2022-03-11', '2022-12-31'];
  test.each<[string, object, object, (string | null)[]]>([
    ['in a year', { from: '2022', open: true }, ANNA, YEAR],
    ['in a year, in her place', { from: '2022', open: true, ...replaces('anna') }, ANNA, YEAR],
    ['in a year, and nobody says until when', { from: '2022' }, ANNA, YEAR],
    ['in the month', { from: '2022-03', open: true }, ANNA, ['2022-03-11', '2022-03-31']],
    ['by when he is seen', { seen: seen('2022-09-01') }, ANNA, ['2022-03-11', '2022-09-01']],
    [
      'in the year in which she is, and who may have gone before',
      { from: '2022' },
      held('anna', 'MAYOR', { from: '2018-01-01', until: '2022-01-01' }),
      [null, null],
    ],
    ['before, and nobody says when she went', { from: '2021', until: '2022' }, held('anna', 'MAYOR', { from: '2018-01-01', until: '2021' }), [null, null]],
  ])('ends by when that one begins who begins %s', async (_, { appointment, ...dates }: { appointment?: object }, before, [first, last]) => {
    await seedWorld(graph, world([before as typeof ANNA, BO, held('carl', 'MAYOR', { ...dates, ...(appointment && { appointment }) })]));
    const { node, body } = await ask(
      graph,
      `{ node(id: "stand-in:bo", asOf: "2025-01-01") { ... on StandIn { holder { person { name } } interval { untilMin untilMax } } }
         body(id: "body:council", asOf: "2025-01-01") { composition { byRole { role people { max } } } } }`,
    );
    const known = first !== null;
    expect(node.interval).toEqual({ untilMin: first, untilMax: last });
    expect(body.composition.byRole[0]).toEqual({ role: 'MAYOR', people: { max: 1 } });
    if (known) expect(node.holder).toEqual({ person: { name: 'anna' } });
    expect(await found()).toEqual([]);
  });

  test('is one of two while it is not known when the next begins', async () => {
    await seedWorld(graph, world([ANNA, BO, held('carl', 'MAYOR', { from: '2022-06', open: true })]));
    const { composition } = (
      await ask(graph, '{ body(id: "body:council", asOf: "2022-06-15") { composition { filled { min max } byRole { role people { min max } } } } }')
    ).body;
    expect(composition).toEqual({
      filled: { min: 1, max: 2 },
      byRole: [
        { role: 'MAYOR', people: { min: 1, max: 1 } },
        { role: 'DEPUTY_MAYOR', people: { min: 1, max: 1 } },
      ],
    });
  });

  test('a substitute who acts sits', async () => {
    const seats = [
      seat('dora', 'dora', { from: '2018-01-01', open: true }, { role: 'SUBSTITUTE', appointment: { substituteOf: { principal: 'body:council', ...S } } }),
    ];
    await seedWorld(graph, world(seats, [acts('bo', 'dora', { from: '2022-03-10', until: '2022-04-01' })]));
    const filled = async (day: string) =>
      (await ask(graph, `{ body(id: "body:council", asOf: "${day}") { composition { filled { min max } } } }`)).body.composition.filled;
    expect([await filled('2022-03-09'), await filled('2022-03-10')]).toEqual([
      { min: 0, max: 0 },
      { min: 1, max: 1 },
    ]);
    const { node } = await ask(graph, '{ node(id: "stand-in:bo") { ... on StandIn { holder { id } } } }');
    expect(node).toEqual({ holder: { id: 'membership:dora' } });
  });

  test.each<[string, World, string[]]>([
    [
      'while somebody holds it',
      world([held('anna', 'MAYOR', { from: '2018-01-01', until: '2023-01-01' }), BO], [acts('bo', 'bo', { from: '2022-03-10', until: '2022-05-01' })]),
      ['stand-in-possible'],
    ],
    ['of one’s own', world([ANNA, BO], [acts('bo', 'anna', { from: '2022-02-01', until: '2022-03-01' })]), ['stand-in-possible']],
    [
      'by two at a time',
      world(
        [ANNA, BO, held('dora', 'DEPUTY_MAYOR', { from: '2018-01-01', open: true })],
        [ACTS, acts('dora', 'dora', { from: '2022-04-01', until: '2022-04-20' })],
        { seats: [] },
      ),
      ['stand-in-prevented'],
    ],
    [
      'of another body',
      world([ANNA, BO], [acts('bo', 'bo', { from: '2022-03-10', until: '2022-05-01' }, 'chair')], {
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
        offices: [row('office:chair', { body: 'body:board', role: 'CHAIR' })],
      }),
      ['stand-in-possible'],
    ],
  ])('%s is found', async (_, of, rules) => {
    await seedWorld(graph, of);
    expect(await found()).toEqual(rules);
  });

  test.each<[string, object]>([
    ['neither for a seat nor for an office', {}],
    ['for both', { holder: 'membership:anna', office: 'office:mayor' }],
  ])('one %s is refused', async (_, of) => {
    const standIn = row('stand-in:bo', { substitute: 'membership:bo', from: '2022-03-10', ...of });
    await expect(seedWorld(graph, world([ANNA, BO], [standIn]))).rejects.toThrow(/either `holder` or `office`/);
  });
});
