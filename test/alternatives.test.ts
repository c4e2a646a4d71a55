import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const SINCE = { from: '2020-01-01', open: true };
const seat = (person: string, dates: object = SINCE, more: object = {}) => ({
  id: `membership:${person}`,
  person: `person:${person}`,
  body: 'body:board',
  role: 'MEMBER',
  ...dates,
  sources: S,
  ...more,
});
const replacing = (person: string) => ({ appointment: { replaces: { membership: `membership:${person}`, sources: S } } });
const by = (principal: string) => ({ appointment: { by: { principal, sources: S } } });
const right = (count: number) => ({ id: 'seats:p', body: 'body:board', by: 'party:p', count, ...SINCE, sources: S });
const standIn = (substitute: string, holder: string, dates: object) => ({
  id: `stand-in:${substitute}`,
  substitute: `membership:${substitute}`,
  holder: `membership:${holder}`,
  ...dates,
  sources: S,
});

const leave = (of: string, at: number, dates: object) => ({ id: `leave:${of}-${at}`, membership: `membership:${of}`, ...dates, sources: S });

const world = (memberships: readonly object[], more: World = {}, body: object = {}): World => ({
  documents: [
    { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
    { id: 'doc:2', title: 'Newsletter', kind: 'newsletter' },
  ],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'They sit there.' },
    { id: 'source:2', document: 'doc:2', quote: 'Another one sits there.' },
  ],
  people: ['anna', 'bo', 'carl', 'dora'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
  parties: [{ id: 'party:p', name: 'P', sources: S }],
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'Board', sources: S, ...body }],
  memberships,
  ...more,
});

let graph: Graph;
afterEach(() => graph.close());

const composed = async (of: World, day: string, fields: string) => {
  graph = await emptyGraph();
  await seedWorld(graph, of);
  return (await ask(graph, `{ body(id: "body:board", asOf: "${day}") { composition { ${fields} } } }`)).body.composition;
};
const range = (min: number, max = min, lastKnown = max) => ({ min, max, lastKnown });
const FILLED = 'filled { min max lastKnown }';

/** Another seat of anna’s. */
const own = (role: string, dates: object) => seat('anna', dates, { id: `membership:${role.toLowerCase().replace('_', '-')}`, role });

const JUNE: readonly object[] = [
  seat('anna', { from: '2020-01-01', until: '2022-06' }),
  seat('bo', { from: '2022-06', until: '2022-06' }, replacing('anna')),
  seat('carl', { from: '2022-06', until: '2024-01-01' }, replacing('bo')),
];

const terms = (turn: string): World => ({
  terms: [
    { id: 'term:1', body: 'body:board', name: 'First', from: '2018-01-01', until: turn, sources: S },
    { id: 'term:2', body: 'body:board', name: 'Second', from: turn, until: '2026-01-01', sources: S },
  ],
});

const [OF_FIRST, OF_SECOND] = [{ term: 'term:1' }, { term: 'term:2' }];

describe('as one are counted', () => {
  test.each<[string, World, string, object]>([
    ['three seats that follow each other on unknown days of one month', world(JUNE), '2022-06-15', range(1)],
    ['the same, on its first day', world(JUNE), '2022-06-01', range(1)],
    [
      'a seat after another of its holder in one month',
      world([seat('anna', { from: '2020-01-01', until: '2022-06' }), own('CHAIR', { from: '2022-06', until: '2024' })]),
      '2022-06-15',
      range(1),
    ],
    [
      'not two of its holder in the year in which the one before ended: either may be after it',
      world([
        seat('bo', { from: '2020-01-01', until: '2022-06-15' }),
        seat('anna', { from: '2020-01-01', until: '2022' }, { role: 'SUBSTITUTE' }),
        own('CHAIR', { from: '2022', until: '2022' }),
        { ...own('MEMBER', { from: '2022' }), ...replacing('bo') },
      ]),
      '2022-01-20',
      range(1, 2, 1),
    ],
    [
      'an open seat and the one that replaces it',
      world([seat('anna'), seat('bo', { from: '2022-07-01', until: '2024' }, replacing('anna'))]),
      '2022-06-15',
      range(1),
    ],
    [
      'the same, where its holder died in that year, and may have done so before',
      world([seat('anna'), seat('bo', { from: '2022-07-01', until: '2024' }, replacing('anna'))], {
        people: [
          { id: 'person:anna', name: 'anna', diedOn: '2022', sources: S },
          { id: 'person:bo', name: 'bo', sources: S },
        ],
      }),
      '2022-06-15',
      range(0, 1),
    ],
    [
      'a seat without an end and the one that replaces it',
      world([seat('anna', { from: '2020' }), seat('bo', { from: '2022-06', until: '2024' }, replacing('anna'))]),
      '2022-06-15',
      range(1),
    ],
    [
      'a seat that the turn of a term ends, and one of the next term of which only the end is known',
      world([seat('anna', { from: '2021-11-20', open: true }), seat('bo', { until: '2022-02-05' })], terms('2022-01')),
      '2022-01-20',
      range(0, 1),
    ],
    [
      'a seat of one term, and two of the next of which only the end is known',
      world([seat('anna', { from: '2018' }), seat('bo', { until: '2022-05-01' }), seat('carl', { until: '2022-05' })], terms('2022-03')),
      '2022-03-10',
      range(0, 2, 1),
    ],
    [
      'the same in a body that begins as the term turns',
      world([seat('anna', { from: '2021-11', open: true }), seat('bo', { from: '2021', until: '2022-03-17' })], terms('2021-12'), {
        existence: { from: '2021-12' },
      }),
      '2021-12-06',
      range(0, 1, 0),
    ],
    [
      'a seat of a named term that turns, and one of the next with an end of its own',
      world(
        [seat('anna', { seen: [{ on: '2021-05-05', in: 'doc:1' }] }, OF_FIRST), seat('bo', { from: '2022-03-01', until: '2025-01-01' }, OF_SECOND)],
        terms('2022'),
      ),
      '2022-06-15',
      range(1),
    ],
    [
      'the same, where the next is seen over',
      world(
        [
          seat('anna', { seen: [{ on: '2021-05-05', in: 'doc:1' }] }, OF_FIRST),
          seat('bo', { from: '2022-03-01', over: [{ on: '2022-09-01', in: 'doc:1' }] }, OF_SECOND),
        ],
        terms('2022'),
      ),
      '2022-03-01',
      range(1),
    ],
    [
      'a seat of a named term with an end of its own, and one of the next that is seen later',
      world(
        [seat('anna', { from: '2020-06-01', until: '2022-06-30' }, OF_FIRST), seat('bo', { seen: [{ on: '2023-05-05', in: 'doc:1' }] }, OF_SECOND)],
        terms('2022'),
      ),
      '2022-03-01',
      range(1),
    ],
    [
      'two holders of an office for one, of whom the second began for certain',
      world([seat('anna', { from: '2020-01-01' }, { role: 'CHAIR' }), seat('bo', { from: '2022-01-01' }, { role: 'CHAIR' })]),
      '2022-01-01',
      range(1),
    ],
    [
      'two holders of an office for one, as different sources name them',
      world([seat('anna', SINCE, { role: 'CHAIR' }), seat('bo', SINCE, { role: 'CHAIR', sources: ['source:2'] })]),
      '2022-06-01',
      range(1),
    ],
    [
      'a substitute who may stand in, and the holder',
      world([seat('anna'), seat('bo', SINCE, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', sources: S } } })], {
        'stand-ins': [standIn('bo', 'anna', { from: '2022', until: '2022' })],
      }),
      '2022-06-01',
      range(1),
    ],
    [
      'another member who stands in, and the holder',
      world([seat('anna'), seat('bo')], { 'stand-ins': [standIn('bo', 'anna', { from: '2022-03', until: '2022-08' })] }),
      '2022-06-01',
      range(1),
    ],
    [
      'a seat of the term that ends, and one of the next that begins on that very day',
      world([seat('anna', { from: '2020-01-01' }, { term: 'term:1' }), seat('bo', { from: '2022-06-01' }, { term: 'term:2' })], terms('2022')),
      '2022-06-01',
      range(1),
    ],
    [
      'the same, on the day after',
      world([seat('anna', { from: '2020-01-01' }, { term: 'term:1' }), seat('bo', { from: '2022-06-01' }, { term: 'term:2' })], terms('2022')),
      '2022-06-02',
      range(0, 1),
    ],
    [
      'a seat on leave for certain, which may be over by then: nobody sits in it',
      world([seat('anna', { from: '2021-02-01' })], { leaves: [leave('anna', 1, { from: '2022-01-01', until: '2024-01-01' })] }),
      '2022-06-01',
      range(0),
    ],
    [
      'a seat from which a substitute stands in for certain, and which is not over then',
      world([seat('anna', { from: '2021-02' }), seat('bo', SINCE, { role: 'SUBSTITUTE' })], {
        'stand-ins': [standIn('bo', 'anna', { from: '2022-01-01', until: '2023-01-01' })],
      }),
      '2022-06-01',
      range(1),
    ],
    [
      'seats of one year, of which each replaces another',
      world([
        seat('anna', { from: '2020-01-01', until: '2022' }),
        seat('bo', { from: '2022', until: '2022' }, replacing('anna')),
        seat('carl', { from: '2022', open: true }, replacing('bo')),
      ]),
      '2022-06-01',
      range(1),
    ],
  ])('%s', async (_, of, day, expected) => expect((await composed(of, day, FILLED)).filled).toEqual(expected));
});

describe('no more is known than', () => {
  const TWO_FOR_ONE = [
    seat('anna', { from: '2020-01' }),
    seat('bo', { from: '2020-01-13' }, replacing('anna')),
    seat('carl', { from: '2020' }, replacing('anna')),
  ];
  const ON_LEAVE_TWICE = { leaves: [leave('bo', 1, { from: '2022-01-01' }), leave('bo', 2, { from: '2023-01-01' })] };
  test.each<[string, World, string, object]>([
    ['that the one ends a seat who is known to, of two who replace it', world(TWO_FOR_ONE), '2020-01-13', range(1, 2, 1)],
    ['that who may be on leave twice may sit', world([seat('anna'), seat('bo')], ON_LEAVE_TWICE), '2023-06-01', range(1, 2, 1)],
    [
      'that of two who may hold an office for one neither need have begun',
      world([seat('anna', { from: '2020' }, { role: 'CHAIR' }), seat('bo', { from: '2020-07' }, { role: 'CHAIR' })]),
      '2020-07-30',
      range(0, 1, 0),
    ],
  ])('%s', async (_, of, day, expected) => expect((await composed(of, day, FILLED)).filled).toEqual(expected));
});

test('an end and a start that may be days apart are not one day, though they may be', async () => {
  const of = world([
    seat('anna', { from: '2022-01-01', seen: [{ on: '2022-01-02', in: 'doc:1' }], over: [{ on: '2022-01-05', in: 'doc:1' }] }),
    {
      ...seat('anna', { until: '2023-01-01', seen: [{ on: '2022-01-04', in: 'doc:1' }], narrowed: { fromMin: '2022-01-03' }, reason: 'Not before.' }),
      id: 'membership:anna-chair',
      role: 'CHAIR',
    },
  ]);
  expect((await composed(of, '2022-01-03', FILLED)).filled).toMatchObject({ min: 0, max: 1 });
});

test('a maximum that is reached caps the count of the body, of each role and of each party', async () => {
  const parties = { affiliations: [{ id: 'affiliation:bo-p', person: 'person:bo', with: 'party:p', ...SINCE, sources: S }] };
  const of = world([seat('anna', { from: '2020-01-01', until: '2022-01-01' }), seat('bo', { from: '2020', until: '2021-06-01' })], parties, { maximum: 1 });
  const PEOPLE = 'people { min max open lastKnown }';
  const closed = { ...range(1), open: false };
  expect(await composed(of, '2020-06-01', `byRole { ${PEOPLE} } byParty { principal { id } ${PEOPLE} }`)).toEqual({
    byRole: [{ people: closed }],
    byParty: [
      { principal: { id: 'party:p' }, people: { ...range(0, 1, 0), open: true } },
      { principal: null, people: { ...range(1), open: true } },
    ],
  });
  const counted = `counts(filter: { bodies: ["body:board"] }, by: [BODY], asOf: "2020-06-01") { ${PEOPLE} }`;
  expect((await ask(graph, `{ ${counted} }`)).counts).toEqual([{ people: closed }]);
});

describe('each are counted', () => {
  test.each<[string, World, object]>([
    [
      'seats of which none follows another',
      world([seat('anna', { from: '2020-01-01', until: '2022' }), seat('bo', { from: '2022', until: '2024' })]),
      range(0, 2, 1),
    ],
    [
      'holders of an office for one, where the body says that several hold it',
      world([seat('anna', SINCE, { role: 'CHAIR' }), seat('bo', SINCE, { role: 'CHAIR', sources: ['source:2'] })], {}, { several: ['CHAIR'] }),
      range(2),
    ],
    ['holders of an office for one, whom one source names', world([seat('anna', SINCE, { role: 'CHAIR' }), seat('bo', SINCE, { role: 'CHAIR' })]), range(2)],
  ])('%s', async (_, of, expected) => expect((await composed(of, '2022-06-01', FILLED)).filled).toEqual(expected));
});

describe('rights to seats', () => {
  const RIGHTS = 'seats { min max } vacant { min max } overfilled { min max }';
  const rights = (seats: number, vacant: [number, number], beyond: [number, number]) => ({
    seats: { min: seats, max: seats },
    vacant: { min: vacant[0], max: vacant[1] },
    overfilled: { min: beyond[0], max: beyond[1] },
  });
  test.each<[string, World, object]>([
    [
      'who stands in for a member that was seated is not',
      world([seat('anna', SINCE, by('party:p')), seat('bo', SINCE, { role: 'SUBSTITUTE' })], {
        seats: [right(1)],
        'stand-ins': [standIn('bo', 'anna', { from: '2022-01-01', until: '2023-01-01' })],
      }),
      rights(1, [0, 0], [0, 0]),
    ],
    ['a member whom nobody seated is without one', world([seat('anna', SINCE, by('party:p')), seat('bo')], { seats: [right(1)] }), rights(1, [0, 0], [1, 1])],
    [
      'a member whom nobody is known to have seated may have one that is free',
      world([seat('anna', SINCE, by('party:p')), seat('bo')], { seats: [right(2)] }),
      rights(2, [0, 1], [0, 1]),
    ],
    [
      'an observer and a director have none',
      world([seat('anna', SINCE, { role: 'OBSERVER', ...by('party:p') }), seat('bo', SINCE, { role: 'DIRECTOR', ...by('party:p') })], { seats: [right(1)] }),
      rights(1, [0, 1], [0, 0]),
    ],
    [
      'a register says that a free one is vacant',
      world([seat('anna', SINCE, by('party:p'))], {
        seats: [right(2)],
        registers: [{ id: 'register:1', body: 'body:board', by: 'editor', from: '2022-01-01', sources: S }],
      }),
      rights(2, [1, 1], [0, 0]),
    ],
    [
      'a seat of which two hold one after the other is not vacant',
      world(
        [
          seat('anna', { from: '2020-01-01', until: '2022-06' }, by('party:p')),
          seat('bo', { from: '2022-06', until: '2024' }, { appointment: { ...by('party:p').appointment, ...replacing('anna').appointment } }),
        ],
        { seats: [right(1)] },
      ),
      rights(1, [0, 0], [0, 0]),
    ],
  ])('%s', async (_, of, expected) => expect(await composed(of, '2022-06-15', RIGHTS)).toEqual(expected));
});

test('the old party and the new are alternatives, and nobody is left without one', async () => {
  const affiliation = (party: string, dates: object) => ({ id: `affiliation:${party}`, person: 'person:anna', with: `party:${party}`, ...dates, sources: S });
  const of = world([seat('anna')], {
    parties: ['p', 'q'].map((id) => ({ id: `party:${id}`, name: id, sources: S })),
    affiliations: [affiliation('p', { from: '2020-01-01', until: '2022-06' }), affiliation('q', { from: '2022-06', open: true })],
  });
  const { byParty } = await composed(of, '2022-06-15', 'byParty { principal { id } status people { min max lastKnown } }');
  expect(byParty).toEqual([
    { principal: { id: 'party:p' }, status: 'PARTY', people: range(0, 1) },
    { principal: { id: 'party:q' }, status: 'PARTY', people: range(0, 1, 0) },
  ]);
});
