import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from './world.js';

const S = { sources: ['source:1'] };

const seat = (person: string, dates: object, more: object = {}) => ({
  id: `membership:${person}`,
  person: `person:${person}`,
  body: 'body:b',
  role: 'MEMBER',
  ...dates,
  ...S,
  ...more,
});
const tied = (how: object) => ({ appointment: { ...how, ...S } });
const by = (principal: string) => tied({ by: { principal, ...S } });
const represents = (principal: string) => tied({ represents: [{ principal, ...S }] });

/** What a world says beside its seats: more of its body and of people, and rows of other words. */
type More = { body?: object; people?: Record<string, object>; rights?: readonly object[] } & Record<string, unknown>;

/** One body with seats; two parties and two municipalities, which have a right to seats in it where `rights` says so. */
const worldOf = (memberships: readonly object[], { body = {}, people = {}, rights = [], ...more }: More = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  parties: ['a', 'b'].map((name) => ({ id: `party:${name}`, name, ...S })),
  municipalities: ['m', 'n'].map((name, at) => ({ id: `municipality:${name}`, name, code: `000${at}`, ...S })),
  bodies: [{ id: 'body:b', kind: 'BOARD', name: 'Board', ...body, ...S }],
  people: ['anna', 'bo', 'carl'].map((name) => ({ id: `person:${name}`, name, ...people[name], ...S })),
  seats: rights,
  memberships,
  ...(more as World),
});

const right = (principal: string, dates: object = { from: '2000-01-01', open: true }) => ({
  id: `seats:${principal.slice(principal.indexOf(':') + 1)}`,
  by: principal,
  body: 'body:b',
  count: 1,
  ...dates,
  ...S,
});
const tie = (person: string, to: string, dates: object) => ({
  id: `affiliation:${person}-${to.slice(to.indexOf(':') + 1)}`,
  person: `person:${person}`,
  with: to,
  ...dates,
  ...S,
});

const ALWAYS = { from: '2000-01-01', open: true };
const TO_2022 = { from: '2018-01-01', until: '2022-01-01' };

type Row = [kind: string, world: World, query: string, answer: object];

const CHANGES = '{ changes(from: "2021-12-01", until: "2022-02-01") { nodes { kind } } after: vacancies(asOf: "2022-01-01") { by { id } } }';

const ROWS: readonly Row[] = [
  [
    'the end of a seat that fills none vacates none: of an observer',
    worldOf([seat('anna', TO_2022, { role: 'OBSERVER', ...by('party:a') })], { rights: [right('party:a')] }),
    CHANGES,
    { changes: { nodes: [{ kind: 'LEFT' }] }, after: [{ by: { id: 'party:a' } }] },
  ],
  [
    'the end of a seat that fills none vacates none: of a director',
    worldOf([seat('anna', TO_2022, { role: 'DIRECTOR', ...represents('municipality:m') })], { rights: [right('municipality:m')] }),
    CHANGES,
    { changes: { nodes: [{ kind: 'LEFT' }] }, after: [{ by: { id: 'municipality:m' } }] },
  ],
  [
    'the end of a seat that fills one vacates it: of a vice chair',
    worldOf([seat('anna', TO_2022, { role: 'VICE_CHAIR', ...by('party:a') })], { rights: [right('party:a')] }),
    CHANGES,
    { changes: { nodes: [{ kind: 'SEAT_VACATED' }] }, after: [{ by: { id: 'party:a' } }] },
  ],
  [
    'who is elected after their death is nowhere: in a seat that lasts, and in one with an end',
    worldOf([seat('anna', { from: '2021-01-01', open: true }), seat('bo', { from: '2022', until: '2026' }), seat('carl', ALWAYS)], {
      people: { anna: { diedOn: '2020-12-31' }, bo: { diedOn: '2019' } },
    }),
    '{ body(id: "body:b", asOf: "2023-01-01") { members { nodes { person { id } } } ever: members(all: true) { totalCount } composition { filled { min max } } } }',
    { body: { members: { nodes: [{ person: { id: 'person:carl' } }] }, ever: { totalCount: 3 }, composition: { filled: { min: 1, max: 1 } } } },
  ],
  [
    'who joins a party or moves after their death does neither',
    worldOf([], {
      people: { anna: { diedOn: '2019-05' }, bo: { diedOn: '2018-01-01' } },
      affiliations: [tie('anna', 'party:a', { from: '2019-06-01', open: true }), tie('bo', 'municipality:m', { from: '2019', until: '2025' })],
    }),
    `{ anna: person(id: "person:anna", asOf: "2020-01-01") { party { id } } bo: person(id: "person:bo", asOf: "2020-01-01") { municipalities { id } }
       party(id: "party:a", asOf: "2020-01-01") { members { totalCount } } municipality(id: "municipality:m", asOf: "2020-01-01") { people { totalCount } } }`,
    { anna: { party: null }, bo: { municipalities: [] }, party: { members: { totalCount: 0 } }, municipality: { people: { totalCount: 0 } } },
  ],
  [
    'who stands in counts for whom they stand in, whatever their own seat: of a vice chair for the chair',
    worldOf([seat('anna', ALWAYS, { role: 'CHAIR' }), seat('bo', ALWAYS, { role: 'VICE_CHAIR' })], {
      'stand-ins': [{ id: 'stand-in:1', substitute: 'membership:bo', holder: 'membership:anna', from: '2024-03-01', until: '2024-09-01', ...S }],
    }),
    '{ body(id: "body:b", asOf: "2024-05-01") { composition { filled { min max } } } later: body(id: "body:b", asOf: "2024-09-01") { composition { filled { min max } } } }',
    { body: { composition: { filled: { min: 1, max: 1 } } }, later: { composition: { filled: { min: 2, max: 2 } } } },
  ],
  [
    'of any time is also who left the home before the seat, and whose seat was over before the party',
    worldOf([seat('anna', { from: '2015-01-01', until: '2020-01-01' }), seat('bo', { from: '2010-01-01', until: '2012-01-01' })], {
      affiliations: [
        tie('anna', 'municipality:m', { from: '2010-01-01', until: '2017-01-01' }),
        tie('anna', 'municipality:n', { from: '2017-01-01', open: true }),
        tie('bo', 'party:a', { from: '2011-01-01', open: true }),
        tie('bo', 'party:b', { from: '2012-01-01', open: true }),
      ],
    }),
    `{ m: representations(filter: { fromMunicipality: "municipality:m", whom: "municipality:m", all: true }, asOf: "2024-01-01") { nodes { person { id } certainty } }
       a: party(id: "party:a", asOf: "2024-01-01") { representatives(all: true) { nodes { person { id } } } }
       b: party(id: "party:b", asOf: "2024-01-01") { representatives(all: true) { nodes { person { id } } } }
       n: municipality(id: "municipality:n") { seatCounts(from: "2016-12-31", until: "2020-02-01") { on certain } } }`,
    {
      m: { nodes: [{ person: { id: 'person:anna' }, certainty: null }] },
      a: { representatives: { nodes: [{ person: { id: 'person:bo' } }] } },
      b: { representatives: { nodes: [] } },
      n: {
        seatCounts: [
          { on: '2016-12-31', certain: 0 },
          { on: '2017-01-01', certain: 1 },
          { on: '2020-01-01', certain: 0 },
        ],
      },
    },
  ],
  [
    'a body that is not yet has no vacancies, and one whose start is not known perhaps',
    worldOf([], { body: { existence: { from: '2022' } }, rights: [right('party:a'), right('municipality:m', { from: '2020-01-01', until: '2030-01-01' })] }),
    `{ not: vacancies(asOf: "2021-12-31") { by { id } } perhaps: vacancies(asOf: "2022-06-01") { by { id } }
       later: vacancies(asOf: "2023-01-01") { by { id } seats { min max } } }`,
    {
      not: [],
      perhaps: [{ by: { id: 'party:a' } }, { by: { id: 'municipality:m' } }],
      later: [
        { by: { id: 'party:a' }, seats: { min: 0, max: 1 } },
        { by: { id: 'municipality:m' }, seats: { min: 0, max: 1 } },
      ],
    },
  ],
  [
    'a seat by rule is no surer than the body that it is in: which may have begun, or may be over',
    worldOf([], {
      bodies: [
        { id: 'body:b', kind: 'BOARD', name: 'Board', existence: { from: '2024' }, ...S },
        { id: 'body:over', kind: 'BOARD', name: 'Over', existence: { from: '2010-01-01', until: '2024' }, ...S },
        { id: 'body:council', kind: 'COUNCIL', name: 'Council', ...S },
      ],
      relations: [
        { id: 'relation:g', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:m', ...ALWAYS, ...S },
        ...['b', 'over'].map((name) => ({ id: `relation:${name}`, kind: 'COVERS', subject: `body:${name}`, object: 'municipality:m', ...ALWAYS, ...S })),
      ],
      rules: ['b', 'over'].map((name) => ({
        id: `rule:${name}`,
        sentence: 'Mayors sit in it.',
        body: `body:${name}`,
        office: 'MAYOR',
        places: 'COVERS',
        role: 'MEMBER',
        ...S,
      })),
      memberships: [seat('anna', ALWAYS, { role: 'MAYOR', body: 'body:council' })],
    }),
    `{ board: body(id: "body:b", asOf: "2024-06-01") { members { nodes { certainty } } composition { filled { min max } } }
       over: body(id: "body:over", asOf: "2024-06-01") { members { nodes { certainty } } } was: body(id: "body:over", asOf: "2023-06-01") { members { nodes { certainty } } } }`,
    {
      board: { members: { nodes: [{ certainty: 'POSSIBLE' }] }, composition: { filled: { min: 0, max: 1 } } },
      over: { members: { nodes: [{ certainty: 'POSSIBLE' }] } },
      was: { members: { nodes: [{ certainty: 'CERTAIN' }] } },
    },
  ],
  [
    'a bound says where the edge lies now, and none where it never lay',
    worldOf([seat('anna', { from: '2022-05', seen: [{ on: '2022-06-21', in: 'doc:1' }] }), seat('bo', { from: '2021', until: '2023' })], {
      people: { anna: { diedOn: '2023' }, bo: { diedOn: '2022-02-01' } },
    }),
    '{ anna: node(id: "membership:anna") { ...bounds } bo: node(id: "membership:bo") { ...bounds } } fragment bounds on Membership { interval { untilMin untilMax boundedBy { edge date cause } } }',
    {
      anna: {
        interval: {
          untilMin: '2022-06-22',
          untilMax: '2024-01-01',
          boundedBy: [
            { edge: 'UNTIL', date: '2022-06-22', cause: 'OBSERVED' },
            { edge: 'UNTIL', date: '2024-01-01', cause: 'DEATH' },
          ],
        },
      },
      bo: { interval: { untilMin: '2022-02-02', untilMax: '2022-02-02', boundedBy: [{ edge: 'UNTIL', date: '2022-02-02', cause: 'DEATH' }] } },
    },
  ],
];

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

describe('what once was answered otherwise:', () => {
  test.each(ROWS)('%s', async (_, world, query, answer) => {
    await seedWorld(graph, world);
    expect(await ask(graph, query)).toEqual(answer);
  });
});
