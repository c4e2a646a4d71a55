import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SeedError } from '../src/exchange/problems.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld, wipe } from './world.js';

const S = ['source:minutes'];
const named = (id: string, name: string, more: object = {}) => ({ id, name, sources: S, ...more });
const seat = (id: string, person: string, body: string, role: string, more: object) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role,
  sources: S,
  ...more,
});
const meeting = (id: string, date?: string, body = 'council') => ({ id: `meeting:${id}`, body: `body:${body}`, ...(date && { date }), sources: S });
const at = (id: string, person: string, presence: string, more: object = {}) => ({
  id: `attendance:${id}-${person}`,
  meeting: `meeting:${id}`,
  person: `person:${person}`,
  presence,
  sources: S,
  ...more,
});
const IN_2022 = { from: '2022-01-01', until: '2023-01-01' };
const ATTENDANCE = [
  at('march', 'anna', 'PRESENT'),
  at('march', 'aase', 'ABSENT'),
  at('june', 'anna', 'EXCUSED'),
  at('june', 'bo', 'PRESENT', { standsInFor: 'membership:anna', sources: ['source:list'] }),
  at('june', 'guest', 'PRESENT'),
  at('undated', 'anna', 'PRESENT'),
];

/** A council with Anna, whose substitute is Bo, and Åse, who leaves it in May; Anna may also sit in a board, and a guest sits nowhere. */
const world = (attendance: readonly object[] = ATTENDANCE): World => ({
  documents: [{ id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [
    { id: 'source:minutes', document: 'doc:minutes', quote: 'Til stede var …' },
    { id: 'source:list', document: 'doc:minutes', quote: 'Bo deltog for Anna.' },
  ],
  people: [named('person:anna', 'Anna'), named('person:bo', 'Bo'), named('person:aase', 'Åse'), named('person:guest', 'Carl')],
  bodies: [named('body:council', 'Council', { kind: 'FORUM' }), named('body:board', 'Board', { kind: 'BOARD' })],
  memberships: [
    seat('anna', 'anna', 'council', 'MEMBER', IN_2022),
    seat('anna-chair', 'anna', 'council', 'CHAIR', { from: '2022-06', until: '2023-01-01' }),
    seat('anna-board', 'anna', 'board', 'MEMBER', { from: '2022' }),
    seat('bo', 'bo', 'council', 'SUBSTITUTE', { ...IN_2022, appointment: { substituteFor: { membership: 'membership:anna', rank: 1, sources: S } } }),
    seat('aase', 'aase', 'council', 'MEMBER', { from: '2022-01-01', until: '2022-05-01' }),
  ],
  meetings: [
    meeting('march', '2022-03-23'),
    meeting('june', '2022-06-21'),
    meeting('autumn', '2022-10'),
    meeting('after', '2023-02-01'),
    meeting('undated'),
    meeting('board', '2022-06-22', 'board'),
  ],
  ...(attendance.length > 0 && { attendance }),
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

describe('a meeting', () => {
  const attendance = async (id: string, lens = '') =>
    (
      await ask(
        graph,
        `{ meeting(id: "meeting:${id}"${lens}) { attendance { key person { name } membership { id certainty } presence standsInFor { id person { name } } sources { quote } } } }`,
      )
    ).meeting.attendance;

  test('tells who was there, by name, with the seat that each held on its day', async () => {
    expect(await attendance('june', ', asOf: "2022-06-21"')).toEqual([
      {
        key: 'attendance:june-anna@2022-06-21',
        person: { name: 'Anna' },
        membership: { id: 'membership:anna', certainty: 'CERTAIN' },
        presence: 'EXCUSED',
        standsInFor: null,
        sources: [{ quote: 'Til stede var …' }],
      },
      {
        key: 'attendance:june-bo@2022-06-21',
        person: { name: 'Bo' },
        membership: { id: 'membership:bo', certainty: 'CERTAIN' },
        presence: 'PRESENT',
        standsInFor: { id: 'membership:anna', person: { name: 'Anna' } },
        sources: [{ quote: 'Bo deltog for Anna.' }],
      },
      {
        key: 'attendance:june-guest@2022-06-21',
        person: { name: 'Carl' },
        membership: null,
        presence: 'PRESENT',
        standsInFor: null,
        sources: [{ quote: 'Til stede var …' }],
      },
    ]);
  });

  test('tells of a seat on its own day, whatever the day that is asked about', async () => {
    const seatsAsOf = async (day: string) =>
      (await attendance('march', `, asOf: "${day}"`)).map((one: { presence: string; membership: object }) => [one.presence, one.membership]);
    expect(await seatsAsOf('2022-03-23')).toEqual([
      ['PRESENT', { id: 'membership:anna', certainty: 'CERTAIN' }],
      ['ABSENT', { id: 'membership:aase', certainty: 'CERTAIN' }],
    ]);
    expect(await seatsAsOf('2022-06-21')).toEqual([
      ['PRESENT', { id: 'membership:anna', certainty: 'CERTAIN' }],
      ['ABSENT', { id: 'membership:aase', certainty: null }],
    ]);
  });

  test('without a day has attendance and no seats, and one of which nothing is said has none', async () => {
    expect(await attendance('undated')).toMatchObject([{ person: { name: 'Anna' }, membership: null, presence: 'PRESENT' }]);
    expect(await attendance('autumn')).toEqual([]);
  });

  test('reads its attendance with people and seats in three queries beside its own', async () => {
    expect(await queriesOf(graph, '{ meeting(id: "meeting:june") { attendance { presence person { name } membership { role } } } }')).toEqual([
      'attendance/by-meeting-ids',
      'meetings/by-ids',
      'memberships/by-person-ids',
      'people/by-ids',
    ]);
  });
});

describe('a person', () => {
  const counts = async (person: string, args = '', lens = '') => {
    const { attendance } = (await ask(graph, `{ person(id: "person:${person}"${lens}) { attendance${args} { meetings present absent excused unknown } } }`))
      .person;
    return Object.values(attendance);
  };

  test.each([
    ['2022-03-22', [1, 1, 0, 0, 0]],
    ['2022-03-23', [2, 2, 0, 0, 0]],
    ['2022-06-21', [3, 2, 0, 1, 0]],
    ['2022-10-01', [4, 2, 0, 1, 1]],
    ['2024-01-01', [4, 2, 0, 1, 1]],
  ])('Anna was on %s at so many of the meetings by then', async (day, expected) => expect(await counts('anna', '', `, asOf: "${day}"`)).toEqual(expected));

  test.each([
    ['who left is not missed afterwards', 'aase', '', [1, 0, 1, 0, 0]],
    ['a substitute is not missed', 'bo', '', [1, 1, 0, 0, 0]],
    ['who holds no seat was where a source says so', 'guest', '', [1, 1, 0, 0, 0]],
    ['of one body', 'anna', '(body: "body:council")', [4, 2, 0, 1, 1]],
    ['of a body in which the seat is only possible', 'anna', '(body: "body:board")', [0, 0, 0, 0, 0]],
    ['in a period, whose last day is not in it', 'anna', '(during: { from: "2022-03-23", until: "2022-06-21" })', [1, 1, 0, 0, 0]],
    ['in a period from its first day', 'anna', '(during: { from: "2022-06-21", until: "2022-10-31" })', [2, 0, 0, 1, 1]],
    ['in a period of a body', 'guest', '(body: "body:board", during: { from: "2022-01-01", until: "2023-01-01" })', [0, 0, 0, 0, 0]],
  ])('counts meetings: %s', async (_, person, args, expected) => expect(await counts(person, args, ', asOf: "2022-12-31"')).toEqual(expected));

  test('refuses a period that does not begin before it ends', async () => {
    const query = '{ person(id: "person:anna") { attendance(during: { from: "2022-01-01", until: "2022-01-01" }) { meetings } } }';
    expect(await errorsOf(graph, query)).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

test('attendance is a node by its id', async () => {
  const { node, nodes } = await ask(
    graph,
    '{ node(id: "attendance:june-bo") { __typename id ... on Attendance { presence person { id } } } nodes(ids: ["attendance:june-nobody", "attendance:"]) { id } }',
  );
  expect(node).toEqual({ __typename: 'Attendance', id: 'attendance:june-bo', presence: 'PRESENT', person: { id: 'person:bo' } });
  expect(nodes).toEqual([null, null]);
});

test('attendance breaks no rule of integrity, and a statement can be about it', async () => {
  const about = { id: 'statement:bo', about: ['attendance:june-bo'], subject: 'Bo', text: 'Bo came late.', sources: S };
  await seedWorld(graph, { statements: [about] }, { id: 'sayings' });
  const { statements, integrity } = await ask(
    graph,
    '{ statements(filter: { about: "attendance:june-bo" }) { nodes { text about { id } } } integrity { message } }',
  );
  expect(statements.nodes).toEqual([{ text: 'Bo came late.', about: [{ id: 'attendance:june-bo' }] }]);
  expect(integrity.filter(({ message }: { message: string }) => message.startsWith('broken'))).toEqual([]);
});

describe('attendance as it is recorded', () => {
  let recorded: Graph;
  beforeAll(async () => {
    recorded = await emptyGraph();
  });
  afterAll(() => recorded.close());

  test('is corrected and withdrawn, and known as it was then', async () => {
    await seedWorld(recorded, world());
    const { at: first } = await readRevision(recorded);
    const [march, ...others] = ATTENDANCE;
    expect(await seedWorld(recorded, world([{ ...march, presence: 'ABSENT' }, ...others]))).toMatchObject({ corrected: 1, learnt: 0, retracted: 0 });
    const { at: second } = await readRevision(recorded);
    expect(await seedWorld(recorded, world(others))).toMatchObject({ corrected: 0, retracted: 1 });
    const { at: third } = await readRevision(recorded);

    const at = async (time: number) => {
      const lens = `asOf: "2022-06-21", knownAt: "${new Date(time).toISOString()}"`;
      const { person, node, meeting } = await ask(
        recorded,
        `{ person(id: "person:anna", ${lens}) { attendance(body: "body:council") { present absent unknown } }
           node(id: "attendance:march-anna", ${lens}) { ... on Attendance { presence } }
           meeting(id: "meeting:march", ${lens}) { attendance { person { id } } } }`,
      );
      return [Object.values(person.attendance), node, meeting.attendance.length];
    };
    expect(await at(first)).toEqual([[2, 0, 0], { presence: 'PRESENT' }, 2]);
    expect(await at(second)).toEqual([[1, 1, 0], { presence: 'ABSENT' }, 2]);
    expect(await at(third)).toEqual([[1, 0, 1], null, 1]);

    const { corrections } = await ask(
      recorded,
      `{ corrections(since: "${new Date(second).toISOString()}", filter: { person: "person:anna" }) {
           nodes { because was { id ... on Attendance { presence } } is { id ... on Attendance { presence } } } } }`,
    );
    expect(corrections.nodes).toEqual([
      {
        because: 'CORRECTED',
        was: { id: 'attendance:march-anna', presence: 'PRESENT' },
        is: { id: 'attendance:march-anna', presence: 'ABSENT' },
      },
      { because: 'CORRECTED', was: { id: 'attendance:march-anna', presence: 'ABSENT' }, is: null },
    ]);
  });

  test('that two rows tell differently counts once, and who was seen was there', async () => {
    await wipe(recorded);
    await seedWorld(recorded, world([at('march', 'anna', 'ABSENT'), { ...at('march', 'anna', 'PRESENT'), id: 'attendance:march-anna-too' }]));
    const { person } = await ask(recorded, '{ person(id: "person:anna", asOf: "2022-04-01") { attendance { meetings present absent } } }');
    expect(person.attendance).toEqual({ meetings: 1, present: 1, absent: 0 });
  });

  test.each([
    ['a member in a part of its month only', '2022-05', [{ from: '2022-01-01', until: '2022-05-15' }], 0],
    [
      'a member until then and chair from then on',
      '2022-05',
      [
        { from: '2022-01-01', until: '2022-05-15' },
        { from: '2022-05-15', open: true, role: 'CHAIR' },
      ],
      1,
    ],
    [
      'a member until then and chair a day later',
      '2022-05',
      [
        { from: '2022-01-01', until: '2022-05-15' },
        { from: '2022-05-16', open: true, role: 'CHAIR' },
      ],
      0,
    ],
    ['a member of the whole year', '2022', [{ from: '2022-01-01', until: '2023-01-01' }], 1],
    ['a member of the year but for a day', '2022', [{ from: '2022-01-02', until: '2023-01-01' }], 0],
    ['a member since some day of the year before', '2022', [{ from: '2021', until: '2023-01-01' }], 1],
  ])('is missed only of who certainly was a member on the day, whichever it was: %s', async (_, date, seats, meetings) => {
    await wipe(recorded);
    const memberships = seats.map((more, at) => seat(`guest-${at}`, 'guest', 'council', 'MEMBER', more));
    await seedWorld(recorded, { ...world([]), memberships, meetings: [meeting('some-day', date)] });
    const { person } = await ask(recorded, '{ person(id: "person:guest", asOf: "2023-06-01") { attendance { meetings unknown } } }');
    expect(person.attendance).toEqual({ meetings, unknown: meetings });
  });

  test.each([
    ['an unknown person', { person: 'person:nobody' }, /attendance.json, attendance:\S+, row 1, `person`: required: the id of a thing that is known/],
    ['an unknown meeting', { meeting: 'meeting:none' }, /attendance.json, attendance:\S+, row 1, `meeting`: required: the id of a thing that is known/],
    ['an unknown seat', { standsInFor: 'membership:none' }, /attendance.json, attendance:\S+, row 1, `standsInFor`: required: the id of a thing that is known/],
    ['another presence', { presence: 'LATE' }, /`presence`: required: one of PRESENT, ABSENT, EXCUSED; given: "?LATE/],
    ['no source', { sources: [] }, /`sources`: required: a list that is not empty/],
  ])('is refused for %s', async (_, more, message) => {
    await wipe(recorded);
    const wrong = world([at('june', 'anna', 'PRESENT', more)]);
    await expect(seedWorld(recorded, wrong)).rejects.toThrow(SeedError);
    await expect(seedWorld(recorded, wrong)).rejects.toThrow(message);
  });

  test('of another person is another row', async () => {
    await wipe(recorded);
    const row = at('june', 'anna', 'PRESENT');
    await seedWorld(recorded, world([row]));
    await expect(seedWorld(recorded, world([{ ...row, person: 'person:bo' }]))).rejects.toThrow('or a new id for another person');
  });
});
