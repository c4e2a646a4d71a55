import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { council, eventsIn, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const SINCE = { from: '2020-01-01', until: '2024-01-01' };
const leave = (id: string, of: string, dates: object, more: object = {}) => row(`leave:${id}`, { membership: `membership:${of}`, ...dates, ...more });
const right = (by: string, count: number) => row(`seats:${by}`, { body: 'body:council', by: `party:${by}`, count, ...SINCE });
const represents = (party: string) => ({ appointment: { represents: [{ principal: `party:${party}`, ...S }] } });
const substitute = (name: string, person: string, of: string) =>
  seat(name, person, SINCE, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: `membership:${of}`, ...S } } });
const standIn = (id: string, from: string, of: string, dates: object) =>
  row(`stand-in:${id}`, { substitute: `membership:${from}`, holder: `membership:${of}`, ...dates });

let graph: Graph;
const found = async (): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED').map(({ rule }) => rule);
const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();

describe('a leave', () => {
  const LEAVE = leave('anna', 'anna', { from: '2022-06-01', until: '2022-08-01' }, { reason: 'Barsel.' });
  const SEATS = [seat('anna', 'anna', SINCE), seat('bo', 'bo', SINCE)];

  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, council(SEATS, { leaves: [LEAVE, leave('late', 'anna', { from: '2023-12', until: '2025' })] }));
  });
  afterAll(() => graph.close());

  const of = async (day: string, fields: string) =>
    (await ask(graph, `{ node(id: "membership:anna", asOf: "${day}") { ... on Membership { ${fields} } } }`)).node;

  test.each([
    ['2019-12-31', null, []],
    ['2022-05-31', 'CERTAIN', []],
    ['2022-06-01', null, ['CERTAIN']],
    ['2022-07-31', null, ['CERTAIN']],
    ['2022-08-01', 'CERTAIN', []],
    ['2023-12-15', 'POSSIBLE', ['POSSIBLE']],
    ['2023-12-31', null, ['CERTAIN']],
    ['2024-01-01', null, ['CERTAIN']],
  ])('on %s: the holder sits %s', async (day, sits, leaves) => {
    // A seat that is over is seen below on its last day.
    expect(await of(day, 'sits leaves { certainty }')).toEqual({
      sits,
      leaves: day === '2024-01-01' ? [{ certainty: 'CERTAIN' }] : leaves.map((certainty) => ({ certainty })),
    });
  });

  test('has its days, its reason and its passage, and ends with its seat', async () => {
    const { leaves } = await of(
      '2020-02-01',
      'leaves(all: true) { id membership { id person { id } } from until certainty basis reason sources { quote } interval { fromMin untilMin untilMax boundedBy { edge cause by { id } } } }',
    );
    expect(leaves).toEqual([
      {
        id: 'leave:anna',
        membership: { id: 'membership:anna', person: { id: 'person:anna' } },
        from: '2022-06-01',
        until: '2022-08-01',
        certainty: null,
        basis: 'STATED',
        reason: 'Barsel.',
        sources: [{ quote: 'They sit there.' }],
        interval: expect.objectContaining({ fromMin: '2022-06-01', untilMin: '2022-08-01', untilMax: '2022-08-01' }),
      },
      expect.objectContaining({
        id: 'leave:late',
        reason: null,
        interval: {
          fromMin: '2023-12-01',
          untilMin: '2024-01-01',
          untilMax: '2024-01-01',
          boundedBy: [{ edge: 'UNTIL', cause: 'RULE', by: { id: 'membership:anna' } }],
        },
      }),
    ]);
    expect((await ask(graph, '{ node(id: "leave:anna") { id ... on Leave { from } } }')).node).toEqual({ id: 'leave:anna', from: '2022-06-01' });
  });

  test('leaves who sits on the day among the members, and is asked for many in one query', async () => {
    const query = '{ body(id: "body:council", asOf: "2022-07-01") { members { nodes { person { id } sits leaves { id } } } } }';
    expect((await ask(graph, query)).body.members.nodes).toEqual([
      { person: { id: 'person:anna' }, sits: null, leaves: [{ id: 'leave:anna' }] },
      { person: { id: 'person:bo' }, sits: 'CERTAIN', leaves: [] },
    ]);
    expect((await queriesOf(graph, query)).filter((name) => name.startsWith('leaves/'))).toEqual(['leaves/absences-by-membership-ids']);
  });

  test.each([
    ['{ people: ["person:anna"] }', true],
    ['{ bodies: ["body:council"] }', true],
    ['{ kinds: [LEAVE_BEGAN, LEAVE_ENDED] }', true],
    ['{ people: ["person:bo"] }', false],
    ['{ kinds: [STOOD_IN] }', false],
  ])('begins and ends as events: %s', async (filter, told) => {
    const lines = await eventsIn(graph, { from: '2022-01-01', until: '2023-12-31', filter });
    expect(lines).toEqual(told ? ['2022-06-01 LEAVE_BEGAN anna', '2022-08-01 LEAVE_ENDED anna', '2023-12-01..2023-12-31 LEAVE_BEGAN anna'] : []);
    const { nodes } = (await ask(graph, '{ events(from: "2022-05-01", until: "2022-07-01") { nodes { membership { id } body { id } reason } } }')).events;
    expect(nodes).toEqual([{ membership: { id: 'membership:anna' }, body: { id: 'body:council' }, reason: 'Barsel.' }]);
  });

  test('no rule is broken', async () => expect(await found()).toEqual([]));
});

describe('what a leave does', () => {
  beforeEach(async () => {
    graph = await emptyGraph();
  });
  afterEach(() => graph.close());

  const count = (min: number, max = min) => ({ min, max });
  const counted = async (world: World, day: string) => {
    await seedWorld(graph, world);
    const { composition, members } = (
      await ask(
        graph,
        `{ body(id: "body:council", asOf: "${day}") { members { totalCount } composition { filled { min max } seats { min max } vacant { min max } byRole { role people { min max } } } } }`,
      )
    ).body;
    const { counts } = await ask(
      graph,
      `{ counts(filter: { bodies: ["body:council"] }, by: [PERSON], asOf: "${day}") { keys { thing { id } } people { min max } } }`,
    );
    return { ...composition, members: members.totalCount, counts };
  };

  const PARTIES = { parties: [row('party:a', { name: 'A' })], seats: [right('a', 2)] };
  const TWO = [seat('anna', 'anna', SINCE, represents('a')), seat('bo', 'bo', SINCE, represents('a'))];

  test.each<[string, World, string, object, object, string[]]>([
    [
      'before it, both sit',
      council(TWO, { ...PARTIES, leaves: [leave('l', 'anna', { from: '2022-06-01', until: '2022-08-01' })] }),
      '2022-05-31',
      count(2),
      count(0),
      ['anna', 'bo'],
    ],
    [
      'a seat on leave is neither filled nor vacant',
      council(TWO, { ...PARTIES, leaves: [leave('l', 'anna', { from: '2022-06-01', until: '2022-08-01' })] }),
      '2022-06-01',
      count(1),
      count(0),
      ['bo'],
    ],
    [
      'of unknown days it may be filled',
      council(TWO, { ...PARTIES, leaves: [leave('l', 'anna', { from: '2022-06', until: '2022-08' })] }),
      '2022-06-10',
      count(1, 2),
      count(0),
      ['bo', 'anna'],
    ],
    [
      'both may be on leave',
      council(TWO, { ...PARTIES, leaves: [leave('l', 'anna', { from: '2022-06' }), leave('k', 'bo', { from: '2022-06-01', until: '2022-07-01' })] }),
      '2022-06-10',
      count(0, 1),
      count(0),
      ['anna'],
    ],
    [
      'who stands in on the days of a leave sits in the place',
      council([...TWO, substitute('carl', 'carl', 'anna')], {
        ...PARTIES,
        leaves: [leave('l', 'anna', { from: '2022-06', until: '2022-08' })],
        'stand-ins': [standIn('s', 'carl', 'anna', { from: '2022-06', until: '2022-08' })],
      }),
      '2022-06-10',
      count(2),
      count(0),
      ['bo', 'anna', 'carl'],
    ],
    [
      'who stands in for a part of a leave sits in the place for that part',
      council([...TWO, substitute('carl', 'carl', 'anna')], {
        ...PARTIES,
        leaves: [leave('l', 'anna', { from: '2022-06-01', until: '2022-08-01' })],
        'stand-ins': [standIn('s', 'carl', 'anna', { from: '2022-07-01', until: '2022-08-01' })],
      }),
      '2022-06-10',
      count(1),
      count(0),
      ['bo'],
    ],
    [
      'a leave of a substitute vacates nothing',
      council([...TWO, substitute('carl', 'carl', 'anna')], { ...PARTIES, leaves: [leave('l', 'carl', { from: '2022-06-01', until: '2022-08-01' })] }),
      '2022-06-10',
      count(2),
      count(0),
      ['anna', 'bo'],
    ],
  ])('%s', async (_, world, day, filled, vacant, who) => {
    const answer = await counted(world, day);
    expect(answer).toMatchObject({ filled, vacant: { max: (vacant as { max: number }).max }, members: 2, seats: count(2) });
    expect(answer.counts.map((one: { keys: { thing: { id: string } }[] }) => one.keys[0]?.thing.id)).toEqual(who.map((name) => `person:${name}`));
    expect(await found()).toEqual([]);
  });

  const LIST = { lists: [row('list:l', { body: 'body:council', document: 'doc:list', complete: true })] };
  const LISTED = [seat('anna', 'anna', { from: '2020-01-01', open: true }), seat('bo', 'bo', { ...SINCE, seen: [{ on: '2021-03-01', in: 'doc:list' }] })];
  const held = async (day: string) => (await ask(graph, `{ node(id: "membership:anna", asOf: "${day}") { ... on Membership { certainty } } }`)).node.certainty;

  test.each([
    ['is certainly on leave', { leaves: [leave('l', 'anna', { from: '2021-02-01', until: '2021-04-01' })] }],
    ['is possibly on leave', { leaves: [leave('l', 'anna', { from: '2021-03', until: '2021-04' })] }],
    ['is stood in for', { 'stand-ins': [standIn('s', 'carl', 'anna', { from: '2021-02-01', until: '2021-04-01' })] }],
  ])('a complete list does not touch who %s on its day', async (_, away) => {
    const seats = [...LISTED, substitute('carl', 'carl', 'anna')];
    await seedWorld(graph, council(seats, { ...LIST, ...away }));
    expect([await held('2021-03-01'), await found()]).toEqual(['CERTAIN', []]);
    await seedWorld(graph, council(seats, LIST));
    expect(await held('2021-03-01')).toBeNull();
    await seedWorld(graph, council(seats, { ...LIST, ...away }));
    expect([await held('2021-03-01'), await found()]).toEqual(['CERTAIN', []]);
  });

  test('nor does it who sits by printed dates, which is no finding', async () => {
    const seats = [seat('anna', 'anna', SINCE), LISTED[1] as object as { person: string }];
    await seedWorld(graph, council(seats, { ...LIST, leaves: [leave('l', 'anna', { from: '2021-02-01', until: '2021-04-01' })] }));
    expect(await found()).toEqual([]);
    await seedWorld(graph, council(seats, LIST));
    expect(await found()).toEqual(['list-complete']);
  });

  test('it is corrected and withdrawn, and the record knows what it was', async () => {
    const sits = async (day: string, knownAt: string | null = null) =>
      (
        await ask(graph, `query($k: DateTime) { node(id: "membership:anna", asOf: "${day}", knownAt: $k) { ... on Membership { sits leaves { from } } } }`, {
          k: knownAt,
        })
      ).node;
    await seedWorld(graph, council([seat('anna', 'anna', SINCE)], { leaves: [leave('l', 'anna', { from: '2022-06-01', until: '2022-08-01' })] }));
    const first = await now();
    await seedWorld(graph, council([seat('anna', 'anna', SINCE)], { leaves: [leave('l', 'anna', { from: '2022-07-01', until: '2022-08-01' })] }));
    const second = await now();
    await seedWorld(graph, council([seat('anna', 'anna', SINCE)]));
    const [away, later, back] = [
      { sits: null, leaves: [{ from: '2022-06-01' }] },
      { sits: null, leaves: [{ from: '2022-07-01' }] },
      { sits: 'CERTAIN', leaves: [] },
    ];
    expect([await sits('2022-06-15', first), await sits('2022-06-15', second), await sits('2022-06-15')]).toEqual([away, back, back]);
    expect([await sits('2022-07-15', first), await sits('2022-07-15', second), await sits('2022-07-15')]).toEqual([away, later, back]);
    expect(await eventsIn(graph, { filter: '{ kinds: [LEAVE_BEGAN] }' })).toEqual([]);
    expect(await eventsIn(graph, { filter: '{ kinds: [LEAVE_BEGAN] }', knownAt: first })).toEqual(['2022-06-01 LEAVE_BEGAN anna']);
    expect((await ask(graph, '{ node(id: "leave:l") { id } }')).node).toBeNull();
    expect(await found()).toEqual([]);
  });

  test('it ends with the seat where that ends earlier, and moves with it', async () => {
    const until = async () => (await ask(graph, '{ node(id: "leave:l") { ... on Leave { interval { untilMax } } } }')).node.interval.untilMax;
    const world = (end: string) =>
      council([seat('anna', 'anna', { from: '2020-01-01', until: end })], { leaves: [leave('l', 'anna', { from: '2022-06-01', until: '2022-08-01' })] });
    const ends: string[] = [];
    for (const end of ['2024-01-01', '2022-07-01', '2022-07-15']) {
      await seedWorld(graph, world(end));
      ends.push(await until());
    }
    expect(ends).toEqual(['2022-08-01', '2022-07-01', '2022-07-15']);
    expect(await eventsIn(graph, { filter: '{ kinds: [LEAVE_ENDED] }' })).toEqual(['2022-07-15 LEAVE_ENDED anna']);
  });

  test.each<[string, object, RegExp]>([
    ['of a seat that nobody says', leave('l', 'nobody', { from: '2022-06-01' }), /membership:nobody/],
    ['that ends before it begins', leave('l', 'anna', { from: '2022-06-01', until: '2022-05-01' }), /from before until/],
    ['of no seat', row('leave:l', { from: '2022-06-01' }), /membership/],
  ])('one %s is refused', async (_, wrong, why) => {
    await expect(seedWorld(graph, council([seat('anna', 'anna', SINCE)], { leaves: [wrong as { id: string }] }))).rejects.toThrow(why);
  });

  test('a seat that somebody is on leave from is not taken away alone', async () => {
    const leaves = [leave('l', 'anna', { from: '2022-06-01' })];
    await seedWorld(graph, council([seat('anna', 'anna', SINCE), seat('bo', 'bo', SINCE)], { leaves }));
    await expect(seedWorld(graph, council([seat('bo', 'bo', SINCE)], { leaves }))).rejects.toThrow(/membership:anna/);
    expect(await errorsOf(graph, '{ node(id: "leave:l") { ... on Leave { from } } }')).toEqual([]);
  });
});
