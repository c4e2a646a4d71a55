import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { council, eventsIn, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const office = (name: string, role: string, existence: object, more: object = {}) => row(`office:${name}`, { body: 'body:council', role, existence, ...more });
const mayor = (name: string, dates: object, more: object = {}) => seat(name, name, dates, { role: 'MAYOR', ...more });
const OPEN = { from: '2016-05-09', open: true };

let graph: Graph;
const found = async (): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED').map(({ rule }) => rule);
const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();

describe('an office', () => {
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(
      graph,
      council(
        [
          mayor('anna', { from: '2012-11-15', until: '2016-05-09' }),
          mayor('bo', OPEN),
          seat('carl', 'carl', { from: '2020-01-01', open: true }, { role: 'ALDERMAN', title: 'Rådmand for kultur' }),
          seat('dora', 'dora', { from: '2020-01-01', open: true }, { role: 'ALDERMAN', title: 'Rådmand' }),
          seat('emil', 'emil', { from: '2020-01-01', open: true }, { role: 'ALDERMAN', title: 'Rådmand', office: 'office:schools' }),
        ],
        {
          offices: [
            office('mayor', 'MAYOR', { from: '2012-11-15', until: '2024-05-06' }, { title: 'Borgmester', district: 'Byen' }),
            office('culture', 'ALDERMAN', { from: '2010-01-01' }, { title: 'Rådmand for Kultur' }),
            office('schools', 'ALDERMAN', { from: '2021-01-01', until: '2023' }, { title: 'Rådmand for skoler' }),
          ],
        },
      ),
    );
  });
  afterAll(() => graph.close());

  const on = async (day: string, fields: string, all = false) =>
    (await ask(graph, `{ body(id: "body:council", asOf: "${day}") { offices${all ? '(all: true)' : ''} { ${fields} } } }`)).body.offices;

  test.each([
    ['2012-11-14', ['CURRENT'], [[]]],
    ['2012-11-15', ['CURRENT', 'CURRENT'], [['anna'], []]],
    ['2016-05-09', ['CURRENT', 'CURRENT'], [['bo'], []]],
    ['2024-05-05', ['CURRENT', 'CURRENT'], [['bo'], ['carl']]],
    ['2024-05-06', ['CURRENT'], [['carl']]],
  ])('on %s is one of those that are there, with who holds it', async (day, phases, holders) => {
    const offices = await on(day, 'phase members { person { name } }');
    expect(offices.map(({ phase }: { phase: string }) => phase)).toEqual(phases);
    expect(offices.map(({ members }: { members: { person: { name: string } }[] }) => members.map(({ person }) => person.name))).toEqual(holders);
  });

  test('says what it is, also once it is abolished, and who ever held it', async () => {
    const [culture, former] = await on(
      '2024-05-06',
      'id body { id } role title district holders phase existence { fromMin untilMax } sources { quote } members(all: true) { id }',
      true,
    );
    expect(culture).toMatchObject({ id: 'office:culture', title: 'Rådmand for Kultur', district: null });
    expect(former).toEqual({
      id: 'office:mayor',
      body: { id: 'body:council' },
      role: 'MAYOR',
      title: 'Borgmester',
      district: 'Byen',
      holders: 1,
      phase: 'FORMER',
      existence: { fromMin: '2012-11-15', untilMax: '2024-05-06' },
      sources: [{ quote: 'They sit there.' }],
      members: [{ id: 'membership:bo' }, { id: 'membership:anna' }],
    });
    expect((await ask(graph, '{ node(id: "office:mayor", asOf: "2010-01-01") { ... on Office { phase } } }')).node).toEqual({ phase: 'UPCOMING' });
  });

  test('is that of a seat by its role and title, or that which the seat names', async () => {
    const query = '{ body(id: "body:council", asOf: "2022-01-01") { members { nodes { person { name } office { id } } } } }';
    const { nodes } = (await ask(graph, query)).body.members;
    expect(nodes.map(({ person, office: one }: { person: { name: string }; office: { id: string } | null }) => [person.name, one?.id ?? null])).toEqual([
      ['bo', 'office:mayor'],
      ['carl', 'office:culture'],
      ['dora', null],
      ['emil', 'office:schools'],
    ]);
    expect((await queriesOf(graph, query)).filter((name) => name.startsWith('offices/'))).toEqual(['offices/by-body-ids']);
  });

  test('ends its seats, and is why they ended', async () => {
    const ends = async (id: string) =>
      (await ask(graph, `{ node(id: "${id}") { ... on Membership { interval { fromMin untilMax open boundedBy { edge date cause by { id } } } } } }`)).node
        .interval;
    const by = (edge: string, date: string, id: string) => ({ edge, date, cause: 'OFFICE_ABOLISHED', by: { id } });
    expect(await ends('membership:bo')).toEqual({
      fromMin: '2016-05-09',
      untilMax: '2024-05-06',
      open: true,
      boundedBy: [by('UNTIL', '2024-05-06', 'office:mayor')],
    });
    expect(await ends('membership:emil')).toMatchObject({
      fromMin: '2021-01-01',
      boundedBy: expect.arrayContaining([by('FROM', '2021-01-01', 'office:schools')]),
    });
    const { events, changes } = await ask(
      graph,
      `{ events(from: "2024-01-01", until: "2024-12-31") { nodes { kind ended earliest latest person { id } } }
         changes(from: "2024-05-01", until: "2024-06-01") { nodes { on kind cause } }
         only: changes(from: "2024-05-01", until: "2024-06-01", filter: { causes: [OFFICE_ABOLISHED] }) { totalCount } }`,
    );
    expect(events.nodes).toContainEqual({ kind: 'LEFT', ended: 'OFFICE_ABOLISHED', earliest: '2024-05-06', latest: '2024-05-06', person: { id: 'person:bo' } });
    expect(changes.nodes).toEqual([{ on: '2024-05-06', kind: 'LEFT', cause: 'OFFICE_ABOLISHED' }]);
  });

  test('no rule is broken', async () => expect(await found()).toEqual([]));
});

describe('what an office does', () => {
  beforeEach(async () => {
    graph = await emptyGraph();
  });
  afterEach(() => graph.close());

  const until = async (id: string, knownAt: string | null = null) =>
    (await ask(graph, `query($k: DateTime) { node(id: "${id}", knownAt: $k) { ... on Membership { office { id } interval { untilMax } } } }`, { k: knownAt }))
      .node;

  const BO = council([mayor('bo', OPEN)]);
  const withOffice = (existence: object): World => ({ ...BO, offices: [office('mayor', 'MAYOR', existence)] });

  test('ends seats that are recorded already, and what depends on them; the record knows what it was', async () => {
    const chair = seat('chair', 'bo', OPEN, { body: 'body:board', role: 'CHAIR', dependsOn: [{ on: 'membership:bo', ...S }] });
    const world: World = { ...council([mayor('bo', OPEN), chair], { bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })] }) };
    const both = async (knownAt: string | null = null) => [await until('membership:bo', knownAt), await until('membership:chair', knownAt)];
    const lasting = { office: null, interval: { untilMax: null } };
    await seedWorld(graph, world);
    const first = await now();
    expect(await both()).toEqual([lasting, lasting]);
    await seedWorld(graph, { ...world, offices: [office('mayor', 'MAYOR', { until: '2024-05-06' })] });
    const second = await now();
    const ended = [
      { office: { id: 'office:mayor' }, interval: { untilMax: '2024-05-06' } },
      { office: null, interval: { untilMax: '2024-05-06' } },
    ];
    expect(await both()).toEqual(ended);
    await seedWorld(graph, { ...world, offices: [office('mayor', 'MAYOR', { until: '2025-01-01' })] });
    const third = await now();
    expect((await both()).map(({ interval }) => interval.untilMax)).toEqual(['2025-01-01', '2025-01-01']);
    await seedWorld(graph, world);
    expect(await both()).toEqual([lasting, lasting]);
    expect([await both(first), await both(second), (await both(third))[0]?.interval]).toEqual([[lasting, lasting], ended, { untilMax: '2025-01-01' }]);
    expect(await eventsIn(graph, { filter: '{ kinds: [LEFT] }' })).toEqual([]);
    expect((await eventsIn(graph, { filter: '{ kinds: [LEFT] }', knownAt: second })).length).toBe(2);
    expect(await found()).toEqual([]);
  });

  test.each<[string, World, string | null, string | null]>([
    ['that does not say when it ends bounds nothing', withOffice({ from: '2012-01-01' }), 'office:mayor', null],
    ['of another role is not that of the seat', { ...BO, offices: [office('deputy', 'DEPUTY_MAYOR', { until: '2020-01-01' })] }, null, null],
    [
      'of two of one role on other days is the one of the days of the seat',
      {
        ...BO,
        offices: [office('old', 'MAYOR', { from: '1970-01-01', until: '2007-01-01' }), office('new', 'MAYOR', { from: '2012-01-01', until: '2024-05-06' })],
      },
      'office:new',
      '2024-05-06',
    ],
    [
      'of two that fit is none',
      {
        ...BO,
        offices: [office('old', 'MAYOR', { from: '1970-01-01', until: '2017-01-01' }), office('new', 'MAYOR', { from: '2012-01-01', until: '2024-05-06' })],
      },
      null,
      null,
    ],
    [
      'of two that fit is the one that the seat names',
      {
        ...council([mayor('bo', OPEN, { office: 'office:new' })]),
        offices: [office('old', 'MAYOR', { from: '1970-01-01', until: '2017-01-01' }), office('new', 'MAYOR', { from: '2012-01-01', until: '2024-05-06' })],
      },
      'office:new',
      '2024-05-06',
    ],
    [
      'of two of one role for two districts is that of the district of the seat',
      {
        ...council([mayor('bo', OPEN, { district: 'Nord' })]),
        offices: [office('north', 'MAYOR', { until: '2024-05-06' }, { district: 'Nord' }), office('south', 'MAYOR', {}, { district: 'Syd' })],
      },
      'office:north',
      '2024-05-06',
    ],
    ['that was abolished before the seat begins is not that of the seat', withOffice({ until: '2010-01-01' }), null, null],
    [
      'that was made after the seat ends is not that of the seat',
      {
        ...council([mayor('bo', { from: '2000-01-01', until: '2003' })]),
        offices: [office('mayor', 'MAYOR', { from: '2012-01-01' })],
      },
      null,
      '2004-01-01',
    ],
    ['bounds as a month where only that is known', withOffice({ until: '2024-05' }), 'office:mayor', '2024-06-01'],
  ])('one %s', async (_, world, of, end) => {
    await seedWorld(graph, world);
    expect(await until('membership:bo')).toEqual({ office: of && { id: of }, interval: { untilMax: end } });
    expect(await found()).toEqual([]);
  });

  test('has whom it names among its members, whatever their role is called', async () => {
    const acting = mayor('carl', OPEN, { role: 'DEPUTY_MAYOR', office: 'office:mayor' });
    await seedWorld(graph, { ...council([mayor('bo', { from: '2012-01-01', until: '2016-05-09' }), acting]), offices: [office('mayor', 'MAYOR', {})] });
    const on = async (day: string) =>
      (await ask(graph, `{ node(id: "office:mayor", asOf: "${day}") { ... on Office { members { id office { id } } } } }`)).node.members;
    const member = (id: string) => ({ id: `membership:${id}`, office: { id: 'office:mayor' } });
    expect([await on('2016-05-08'), await on('2016-05-09')]).toEqual([[member('bo')], [member('carl')]]);
  });

  test('in a body that is no more is former, and in none of its lists', async () => {
    const world = council([mayor('bo', { from: '2016-05-09' })]);
    const bodies = [row('body:council', { kind: 'COUNCIL', name: 'Council', existence: { from: '2000-01-01', until: '2020-01-01' } })];
    await seedWorld(graph, { ...world, bodies, offices: [office('mayor', 'MAYOR', {})] });
    const query = (day: string) =>
      ask(
        graph,
        `{ node(id: "office:mayor", asOf: "${day}") { ... on Office { phase } } body(id: "body:council", asOf: "${day}") { offices(all: true) { id } } }`,
      );
    expect(await query('2019-12-31')).toEqual({ node: { phase: 'CURRENT' }, body: { offices: [{ id: 'office:mayor' }] } });
    expect(await query('2020-01-01')).toEqual({ node: { phase: 'FORMER' }, body: { offices: [] } });
  });

  test.each<[string, World, RegExp]>([
    ['held by nobody at a time', { ...BO, offices: [office('mayor', 'MAYOR', {}, { holders: 0 })] }, /holders/],
    ['of a body that nobody says', { ...BO, offices: [{ ...office('mayor', 'MAYOR', {}), body: 'body:nowhere' }] }, /body:nowhere/],
  ])('one %s is refused', async (_, world, why) => {
    await expect(seedWorld(graph, world)).rejects.toThrow(why);
  });

  test('a seat that names one that nobody says is refused', async () => {
    await expect(seedWorld(graph, council([mayor('bo', OPEN, { office: 'office:none' })]))).rejects.toThrow(/office:none/);
  });

  const BOARD = row('body:board', { kind: 'BOARD', name: 'Board' });
  const ofBoard = { ...office('chair', 'MAYOR', {}), body: 'body:board' };
  const inOffice = (id: string): World => council([mayor('bo', OPEN, { office: id })], { bodies: [BOARD] });
  test.each<[string, World[], World, string | null]>([
    ['written with the seat', [], { ...inOffice('office:chair'), offices: [ofBoard] }, 'office:chair'],
    ['written before', [{ ...council([], { bodies: [BOARD] }), offices: [ofBoard] }], { ...inOffice('office:chair'), offices: [ofBoard] }, 'office:chair'],
    ['of its own body', [], { ...inOffice('office:mayor'), offices: [office('mayor', 'MAYOR', {}), ofBoard] }, null],
  ])('a seat that names one of another body is refused: %s', async (_, before, world, given) => {
    for (const one of before) await seedWorld(graph, one);
    const written = seedWorld(graph, world);
    if (given) await expect(written).rejects.toThrow(`\`office\`: required: an office of body:council; given: ${given}`);
    else await expect(written).resolves.toBeDefined();
  });

  test('a seat that names one of another body is refused by another data set too', async () => {
    await seedWorld(graph, { ...council([], { bodies: [BOARD] }), offices: [ofBoard] });
    const world = { people: [row('person:bo', { name: 'Bo' })], memberships: [mayor('bo', OPEN, { office: 'office:chair' })] };
    await expect(seedWorld(graph, world, { id: 'second', after: ['world'] })).rejects.toThrow('required: an office of body:council; given: office:chair');
  });

  test('one keeps its body and its role', async () => {
    await seedWorld(graph, withOffice({}));
    await expect(seedWorld(graph, { ...BO, offices: [office('mayor', 'CHAIR', {})] })).rejects.toThrow(/MAYOR, or a new id/);
  });
});
