import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from '../world.js';

const S = ['source:law'];
const LAW = { sources: S };
const body = (id: string, kind: string, more: object = {}) => ({ id: `body:${id}`, name: id, kind, ...LAW, ...more });
const term = (id: string, holder: string, from: string, until: string, more: object = {}) => ({
  id: `term:${id}`,
  name: id,
  [holder.split(':')[0] as string]: holder,
  from,
  until,
  ...LAW,
  ...more,
});
const relation = (id: string, kind: string, subject: string, object: string, more: object = { from: '2010-01-01', open: true }) => ({
  id: `relation:${id}`,
  kind,
  subject,
  object,
  ...LAW,
  ...more,
});
const seat = (id: string, where: string, dates: object, more: object = {}) => ({
  id: `membership:${id}`,
  person: 'person:anna',
  body: `body:${where}`,
  role: 'MEMBER',
  ...LAW,
  ...dates,
  ...more,
});
const seen = (on: string) => ({ seen: [{ on, in: 'doc:law' }] });

const TERMS = [
  term('2018', 'calendar:local', '2018-01-01', '2022-01-01'),
  term('2022', 'calendar:local', '2022-01-01', '2026-01-01'),
  term('west', 'body:west', '2022-01-01', '2027-01-01', { insteadOf: 'term:2022' }),
];

const world = (memberships: readonly object[], more: World = {}): World => ({
  documents: [{ id: 'doc:law', title: 'Election act', kind: 'law', date: '2013-06-01' }],
  sources: [{ id: 'source:law', document: 'doc:law', section: '§ 6', quote: 'for 4 years' }],
  people: [{ id: 'person:anna', name: 'Anna', ...LAW }],
  calendars: [{ id: 'calendar:local', name: 'Local elections', ...LAW }],
  bodies: [
    body('east', 'COUNCIL'),
    body('west', 'COUNCIL'),
    body('board', 'BOARD'),
    body('group', 'COMMITTEE'),
    body('panel', 'COMMITTEE'),
    body('late', 'BOARD'),
  ],
  terms: TERMS,
  relations: [
    relation('east', 'FOLLOWS', 'body:east', 'calendar:local'),
    relation('west', 'FOLLOWS', 'body:west', 'calendar:local'),
    relation('board', 'FOLLOWS', 'body:board', 'calendar:local'),
    relation('group', 'PART_OF', 'body:group', 'body:board'),
    relation('panel', 'PART_OF', 'body:panel', 'body:west'),
    relation('late', 'FOLLOWS', 'body:late', 'calendar:local', { from: '2020-01-01', until: '2024-01-01' }),
  ],
  memberships,
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

const boundsOf = async (id = 'membership:x'): Promise<unknown[]> => {
  const { node } = await ask(
    graph,
    `{ node(id: "${id}") { ... on Membership { interval { fromMin fromMax untilMin untilMax boundedBy { cause by { id } } } } } }`,
  );
  const { fromMin, fromMax, untilMin, untilMax, boundedBy } = node.interval;
  return [
    fromMin,
    fromMax,
    untilMin,
    untilMax,
    ...new Set(boundedBy.filter(({ cause }: { cause: string }) => cause === 'TERM').map(({ by }: { by: { id: string } }) => by.id)),
  ];
};

describe('a seat in a body that follows an election calendar', () => {
  test.each([
    [
      'of a council turns with it to the day',
      seat('x', 'east', { from: '2022-01-01', open: true }),
      ['2022-01-01', '2022-01-01', '2026-01-01', '2026-01-01', 'term:2022'],
    ],
    [
      'of a board turns with it, or up to 120 days later',
      seat('x', 'board', seen('2023-05-01')),
      ['2022-01-01', '2023-05-01', '2023-05-02', '2026-05-01', 'term:2022'],
    ],
    ['of what is part of a follower too', seat('x', 'group', seen('2023-05-01')), ['2022-01-01', '2023-05-01', '2023-05-02', '2026-05-01', 'term:2022']],
    [
      'of a council whose own term stands in the place',
      seat('x', 'west', seen('2023-05-01')),
      ['2022-01-01', '2023-05-01', '2023-05-02', '2027-01-01', 'term:west'],
    ],
    ['of what is part of that council, later', seat('x', 'panel', seen('2023-05-01')), ['2022-01-01', '2023-05-01', '2023-05-02', '2027-05-01', 'term:west']],
    [
      'names the calendar’s term, and lies in the one in its place',
      seat('x', 'west', { undated: 'Not said.' }, { term: 'term:2022' }),
      ['2022-01-01', '2026-12-31', '2022-01-02', '2027-01-01', 'term:west'],
    ],
    [
      'before the body followed it has no start, and a turn while it does ends it',
      seat('x', 'late', seen('2020-05-01')),
      [null, '2020-05-01', '2020-05-02', '2022-05-01', 'term:2018'],
    ],
    [
      'a turn after the body follows it no longer ends nobody',
      seat('x', 'late', seen('2023-05-01')),
      ['2022-01-01', '2023-05-01', '2023-05-02', null, 'term:2022'],
    ],
    ['of an employee is in no term', seat('x', 'east', { from: '2019-01-01', open: true }, { role: 'EMPLOYEE' }), ['2019-01-01', '2019-01-01', null, null]],
  ])('%s', async (_, row, expected) => {
    await seedWorld(graph, world([row]));
    expect(await boundsOf()).toEqual(expected);
  });

  test('is bounded anew when the calendar or who follows it changes', async () => {
    const rows = [seat('x', 'group', seen('2023-05-01'))];
    await seedWorld(graph, world(rows));
    expect(
      await seedWorld(graph, world(rows, { terms: [TERMS[0], term('2022', 'calendar:local', '2022-01-01', '2025-01-01'), TERMS[2]] as object[] })),
    ).toMatchObject({ derived: 1 });
    expect(await boundsOf()).toEqual(['2022-01-01', '2023-05-01', '2023-05-02', '2025-05-01', 'term:2022']);
    const relations = (world([])['relations'] as { id: string }[]).filter(({ id }) => id !== 'relation:board');
    expect(await seedWorld(graph, world(rows, { relations }))).toMatchObject({ derived: 1 });
    expect(await boundsOf()).toEqual([null, '2023-05-01', '2023-05-02', null]);
  });
});

describe('a seat that depends on another', () => {
  const council = (dates: object, more: object = {}) => seat('council', 'east', dates, { role: 'COUNCILLOR', ...more });
  const dependent = (dates: object, more: object = {}) => seat('x', 'loner', dates, { dependsOn: [{ on: 'membership:council', ...LAW, ...more }] });
  const bodies = [...(world([])['bodies'] as object[]), body('loner', 'COMMITTEE')];
  const until = async (...rows: object[]): Promise<unknown[]> => {
    await seedWorld(graph, world(rows, { bodies }));
    return (await boundsOf()).slice(2, 4);
  };

  test('ends with the term of that', async () => {
    expect(await until(council({ from: '2022-01-01', open: true }), dependent({ from: '2022-02-01', open: true }))).toEqual(['2026-01-01', '2026-01-01']);
  });
  test.each([
    ['goes on in another role of the holder there', { from: '2023-06-01', open: true }, {}, ['2026-01-01', '2026-01-01']],
    ['and ends with the last of them', { from: '2023-06-01', until: '2024-06-01' }, {}, ['2024-06-01', '2024-06-01']],
    ['unless the other role begins later', { from: '2023-07-02', open: true }, {}, ['2023-07-01', '2023-07-01']],
    ['unless it depends on that role', { from: '2023-06-01', open: true }, { role: true }, ['2023-07-01', '2023-07-01']],
  ])('%s', async (_, mayor, more, expected) => {
    const rows = [
      council({ from: '2022-01-01', until: '2023-07-01' }),
      seat('mayor', 'east', mayor, { role: 'MAYOR' }),
      dependent({ from: '2022-02-01', open: true }, more),
    ];
    expect(await until(...rows)).toEqual(expected);
    await wipe(graph);
    await seedWorld(graph, world([rows[0], rows[2]] as object[], { bodies }));
    await seedWorld(graph, world(rows, { bodies }));
    expect((await boundsOf()).slice(2, 4)).toEqual(expected);
  });
  test('begins no earlier, but where it only ends with it', async () => {
    await until(council({ from: '2022-03-01', open: true }), dependent({ from: '2022', open: true }));
    expect((await boundsOf())[0]).toBe('2022-03-01');
    await until(council({ from: '2022-03-01', open: true }), dependent({ from: '2022', open: true }, { ends: true }));
    expect((await boundsOf())[0]).toBe('2022-01-01');
  });
  test('at any remove: on a stand-in’s two seats, a stand-in too', async () => {
    const rows = [
      council({ from: '2022-01-01', open: true }),
      dependent({ from: '2022-02-01', open: true }),
      seat(
        'deputy',
        'loner',
        { from: '2022-02-01', open: true },
        { person: 'person:bo', role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:x', ...LAW }, ...LAW } },
      ),
    ];
    const standIns = [{ id: 'stand-in:1', substitute: 'membership:deputy', holder: 'membership:x', from: '2025-06-01', open: true, ...LAW }];
    const people = ['anna', 'bo'].map((id) => ({ id: `person:${id}`, name: id, ...LAW }));
    await seedWorld(graph, world(rows, { bodies, people, 'stand-ins': standIns }));
    const { node } = await ask(
      graph,
      '{ node(id: "membership:deputy", asOf: "2025-07-01") { ... on Membership { stoodIn(all: true) { interval { untilMin untilMax } } } } }',
    );
    expect(node.stoodIn).toEqual([{ interval: { untilMin: '2026-01-01', untilMax: '2026-01-01' } }]);
  });
});

describe('in a body that holds over', () => {
  const bodies = [...(world([])['bodies'] as object[]), body('trust', 'BOARD', { holdsOver: true })];
  const terms = [...TERMS, term('trust-1', 'body:trust', '2018-01-01', '2022-01-01'), term('trust-2', 'body:trust', '2022-01-01', '2026-01-01')];
  const people = ['anna', 'bo'].map((id) => ({ id: `person:${id}`, name: id, ...LAW }));
  const next = (role: string, more: object = {}) => seat('next', 'trust', { from: '2022-03-01', open: true }, { person: 'person:bo', role, ...more });

  test.each([
    ['a member sits until a member of a later term does', next('MEMBER'), ['2022-03-01', '2022-03-01', 'term:trust-2']],
    ['and until one who chairs it does', next('CHAIR'), ['2022-03-01', '2022-03-01', 'term:trust-2']],
    ['who is employed there, and is in no term, ends nobody', next('EMPLOYEE'), [null, null]],
    ['nor does a director', next('DIRECTOR'), [null, null]],
    ['nor an observer, of whatever term', next('OBSERVER', { term: 'term:trust-2' }), [null, null]],
    ['nor who was elected and never sat', seat('next', 'trust', { from: '2022-03-01' }, { person: 'person:bo', declined: true }), [null, null]],
  ])('%s', async (_, row, expected) => {
    await seedWorld(graph, world([seat('x', 'trust', { from: '2018-02-01', open: true }), row], { bodies, terms, people }));
    expect((await boundsOf()).slice(2)).toEqual(expected);
  });
});

describe('a council', () => {
  test('is there no longer than the last place that it governs', async () => {
    const places = ['north', 'south'].map((id, at) => ({
      id: `municipality:${id}`,
      code: `000${at}`,
      name: id,
      existence: { from: '1970-04-01', until: `200${at + 6}-01-01` },
      ...LAW,
    }));
    const relations = [
      relation('a', 'GOVERNS', 'body:east', 'municipality:north', { from: '1990-01-01', open: true }),
      relation('b', 'GOVERNS', 'body:east', 'municipality:south', { from: '1990-01-01', open: true }),
    ];
    await seedWorld(graph, world([seat('x', 'east', { from: '2002-01-01', open: true })], { municipalities: places, relations, terms: [] }));
    const { node } = await ask(graph, '{ node(id: "membership:x") { ... on Membership { interval { untilMin untilMax boundedBy { cause by { id } } } } } }');
    expect(node.interval).toEqual({
      untilMin: '2007-01-01',
      untilMax: '2007-01-01',
      boundedBy: [{ cause: 'PLACE_EXISTENCE', by: { id: 'municipality:south' } }],
    });
  });
});
