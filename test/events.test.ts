import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { TERMS, council, eventsIn, replaces, row, seat, seen, term } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

interface Case {
  world: World;
  told: string[];
  /** Where what is not told is asked for too. */
  all?: string[];
  maintained?: boolean;
}

const cases = (table: Readonly<Record<string, Case>>): void => {
  test.each(Object.entries(table))('%s', async (_, { world, told, all, maintained }) => {
    await seedWorld(graph, world, maintained ? { maintained: 'continuously' } : {});
    expect(await eventsIn(graph)).toEqual(told);
    if (all) expect(await eventsIn(graph, { untold: true })).toEqual(all);
  });
};

describe('one seat', () => {
  cases({
    'begins and ends on known days': {
      world: council([seat('a', 'anna', { from: '2022-01-01', until: '2023-05-01' })]),
      told: ['2022-01-01 JOINED anna', '2023-05-01 LEFT anna'],
    },
    'of a month and a year lies there, with its printed span': {
      world: council([seat('a', 'anna', { from: '2022-06', until: '2024' })]),
      told: ['2022-06-01..2022-06-30 JOINED anna', '2024-01-01..2024-12-31 LEFT anna'],
    },
    'seen on a day has begun by then, as nobody tells': {
      world: council([seat('a', 'anna', { seen: seen('2020-03-04', '2021-03-04') })]),
      told: [],
      all: ['..2020-03-04 JOINED anna untold'],
    },
    'seen over has ended by then': {
      world: council([seat('a', 'anna', { from: '2020-03-01', seen: seen('2020-05-01'), over: seen('2022-10-01') })]),
      told: ['2020-03-01 JOINED anna', '2020-05-02..2022-10-01 LEFT anna'],
    },
    'until further notice has no end': {
      world: council([seat('a', 'anna', { from: '2020-03-01' })]),
      told: ['2020-03-01 JOINED anna'],
      maintained: true,
    },
    'ends with its term, as nobody tells': {
      world: council([seat('a', 'anna', { seen: seen('2019-05-01') })], { terms: TERMS }),
      told: ['2018-01-01 TERM_BEGAN council', '2022-01-01 TERM_BEGAN council'],
      all: [
        '2018-01-01 TERM_BEGAN council',
        '2018-01-01..2019-05-01 JOINED anna untold',
        '2019-05-02..2022-01-01 LEFT anna untold',
        '2022-01-01 TERM_BEGAN council',
      ],
    },
    'printed to end with its term is told': {
      world: council([seat('a', 'anna', { from: '2018-01-01', until: '2022-01-01' })], { terms: TERMS.slice(0, 1) }),
      told: ['2018-01-01 JOINED anna', '2018-01-01 TERM_BEGAN council', '2022-01-01 LEFT anna'],
    },
    'ends by a death, which is one event, and the end another': {
      world: council([seat('a', 'anna', { from: '2020-01-01' })], { people: [row('person:anna', { name: 'anna', diedOn: '2021-05-03' })] }),
      told: ['2020-01-01 JOINED anna', '2021-05-03 DIED anna', '2020-01-02..2021-05-04 LEFT anna'],
    },
    'until further notice ends by a death on the day after it': {
      world: council([seat('a', 'anna', { from: '2020-01-01', open: true })], { people: [row('person:anna', { name: 'anna', diedOn: '2021-05-03' })] }),
      told: ['2020-01-01 JOINED anna', '2021-05-03 DIED anna', '2021-05-04 LEFT anna'],
    },
    'in force on no day has none': {
      world: council([seat('a', 'anna', { from: '2022-01-01', until: '2023-01-01' })], {
        people: [row('person:anna', { name: 'anna', diedOn: '2021-05-03' })],
      }),
      told: ['2021-05-03 DIED anna'],
      all: ['2021-05-03 DIED anna'],
    },
    'that a complete list leaves out is told to be over by then': {
      world: council([seat('a', 'anna', { from: '2020-01-01', open: true }), seat('b', 'bo', { seen: [{ on: '2021-03-01', in: 'doc:list' }] })], {
        lists: [row('list:l', { document: 'doc:list', body: 'body:council', complete: true })],
      }),
      told: ['2020-01-01 JOINED anna', '2020-01-02..2021-03-01 LEFT anna'],
    },
    'known to have ended has begun before': {
      world: council([seat('a', 'anna', { until: '2021-05-04' })]),
      told: ['2021-05-04 LEFT anna'],
      all: ['..2021-05-03 JOINED anna untold', '2021-05-04 LEFT anna'],
    },
  });
});

describe('a seat that depends on another', () => {
  const dependsOn = { body: 'body:board', dependsOn: [{ on: 'membership:a', sources: ['source:1'] }] };
  const seats = (dates: object) => [seat('a', 'anna', dates), seat('b', 'anna', { from: '2020-06-01' }, dependsOn)];
  const more = { bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })], terms: TERMS };
  const turns = ['2018-01-01 TERM_BEGAN council', '2022-01-01 TERM_BEGAN council'] as const;
  cases({
    'ends by a term as that does: nobody tells of either': {
      world: council([seat('a', 'anna', { from: '2018-01-01' }, { term: 'term:council-2018' }), ...seats({}).slice(1)], more),
      told: ['2018-01-01 JOINED anna', turns[0], '2020-06-01 JOINED anna', turns[1]],
    },
    'is told to end where that is': {
      world: council(seats({ from: '2018-01-01', until: '2021-05-01' }), more),
      told: ['2018-01-01 JOINED anna', turns[0], '2020-06-01 JOINED anna', '2020-06-02..2021-05-01 LEFT anna', '2021-05-01 LEFT anna', turns[1]],
    },
  });
});

describe('an end is folded into a start', () => {
  const [from, until] = ['2018-01-01', '2022-01-01'];
  const turned = ['2018-01-01 TERM_BEGAN council', '2022-01-01 TERM_BEGAN council'] as const;
  cases({
    'of the same person in the same role on the same day': {
      world: council([seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: until })]),
      told: ['2018-01-01 JOINED anna', '2022-01-01 REELECTED anna < a1'],
    },
    'of the same person in another role on the same day': {
      world: council([seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: until }, { role: 'CHAIR' })]),
      told: ['2018-01-01 JOINED anna', '2022-01-01 ROLE_CHANGED anna < a1'],
    },
    'of the same role before that of another': {
      world: council([seat('chair1', 'anna', { from, until }, { role: 'CHAIR' }), seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: until })]),
      told: ['2018-01-01 JOINED anna', '2018-01-01 JOINED anna', '2022-01-01 LEFT anna', '2022-01-01 REELECTED anna < a1'],
    },
    'not a day later': {
      world: council([seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: '2022-01-02' })]),
      told: ['2018-01-01 JOINED anna', '2022-01-01 LEFT anna', '2022-01-02 JOINED anna'],
    },
    'not of another body': {
      world: council([seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: until }, { body: 'body:board' })], {
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
      }),
      told: ['2018-01-01 JOINED anna', '2022-01-01 JOINED anna', '2022-01-01 LEFT anna'],
    },
    'where the turn of a term ends the one, and the other is seen in the next: they share its day': {
      world: council([seat('a1', 'anna', { seen: seen('2019-05-01') }), seat('a2', 'anna', { seen: seen('2023-05-01') })], { terms: TERMS }),
      told: [...turned],
      all: [
        turned[0],
        '2018-01-01..2019-05-01 JOINED anna untold',
        '2022-01-01 REELECTED anna < a1 untold',
        turned[1],
        '2023-05-02..2026-01-01 LEFT anna untold',
      ],
    },
    'by the next term where the new one begins later: both are told, and what was before': {
      world: council([seat('a1', 'anna', { from, until }), seat('a2', 'anna', { from: '2022-03-01' })], { terms: TERMS }),
      told: ['2018-01-01 JOINED anna', turned[0], '2022-01-01 LEFT anna', turned[1], '2022-03-01 REELECTED anna < a1'],
    },
    'where a printed end lies within the days on which the term may turn': {
      world: council([seat('a1', 'anna', { from, until: '2021-12-20' }), seat('a2', 'anna', { from: '2021-12' })], {
        terms: [term(2018, { from, until: '2021-12' }), term(2022, { from: '2021-12' })],
      }),
      told: ['2018-01-01 JOINED anna', turned[0], '2021-12-20 REELECTED anna < a1', '2021-12-01..2021-12-31 TERM_BEGAN council'],
    },
    'where a body turns its own terms beside those of a calendar': {
      world: council([seat('a1', 'anna', { seen: seen('2020-09-08') }), seat('a2', 'anna', { seen: seen('2022-06-21') }, { role: 'CHAIR' })], {
        calendars: [row('calendar:c', { name: 'Elections' })],
        relations: [row('relation:f', { kind: 'FOLLOWS', subject: 'body:council', object: 'calendar:c', from: '2000-01-01' })],
        terms: [
          row('term:c-2018', { calendar: 'calendar:c', name: '2018', from: '2018-01-01', until: '2022-01-01' }),
          row('term:c-2022', { calendar: 'calendar:c', name: '2022', from: '2022-01-01', until: '2026-01-01' }),
          term(2018, { until: '2022-01-01' }),
        ],
      }),
      told: ['2018-01-01 TERM_BEGAN  c', '2022-01-01 TERM_BEGAN  c'],
      all: [
        '2018-01-01 TERM_BEGAN  c',
        '2018-01-01..2020-09-08 JOINED anna untold',
        '..2021-12-31 TERM_BEGAN council untold',
        '2022-01-01 ROLE_CHANGED anna < a1 untold',
        '2022-01-01 TERM_BEGAN  c',
        '2022-06-22..2026-01-01 LEFT anna untold',
      ],
    },
    'not where somebody else than the turn ends it': {
      world: council([seat('a1', 'anna', { from, over: seen('2021-12-20') }), seat('a2', 'anna', { from: '2021-12' })]),
      told: ['2018-01-01 JOINED anna', '2018-01-02..2021-12-20 LEFT anna', '2021-12-01..2021-12-31 JOINED anna'],
    },
  });
});

describe('a seat that replaces another', () => {
  const before = (dates: object) => seat('a', 'anna', { from: '2022-01-01', ...dates });
  const joined = '2022-01-01 JOINED anna';
  cases({
    'on the day of its end is one event': {
      world: council([before({ until: '2023-03-15' }), seat('b', 'bo', { from: '2023-03-15' }, replaces('a'))]),
      told: [joined, '2023-03-15 REPLACED bo < a'],
    },
    'is one event where nothing but the link ends it': {
      world: council([before({ seen: seen('2022-06-01') }), seat('b', 'bo', { from: '2023-03' }, replaces('a'))]),
      told: [joined, '2023-03-01..2023-03-31 REPLACED bo < a'],
    },
    'shares the days that both may lie on': {
      world: council([before({ seen: seen('2023-03-10') }), seat('b', 'bo', { from: '2023-03' }, replaces('a'))]),
      told: [joined, '2023-03-11..2023-03-31 REPLACED bo < a'],
    },
    'is told beside an end that is seen over': {
      world: council([before({ over: seen('2023-03-15') }), seat('b', 'bo', { from: '2023-03-15' }, replaces('a'))]),
      told: [joined, '2022-01-02..2023-03-15 LEFT anna', '2023-03-15 REPLACED bo < a'],
    },
    'is told beside an earlier end of its own': {
      world: council([before({ until: '2023-02-01' }), seat('b', 'bo', { from: '2023-03-15' }, replaces('a'))]),
      told: [joined, '2023-02-01 LEFT anna', '2023-03-15 REPLACED bo < a'],
    },
    'by somebody who was a substitute: that ends by it too': {
      world: council([
        before({ until: '2023-03-15' }),
        seat('s', 'bo', { from: '2022-01-01', until: '2023-03-15' }, { role: 'SUBSTITUTE' }),
        seat('b', 'bo', { from: '2023-03-15' }, replaces('a')),
      ]),
      told: [joined, '2022-01-01 JOINED bo', '2023-03-15 REPLACED bo < a'],
    },
    'once of two: the first that begins': {
      world: council([
        before({ until: '2023-03-15' }),
        seat('b', 'bo', { from: '2023-03-15' }, replaces('a')),
        seat('c', 'carl', { from: '2023-04-01' }, replaces('a')),
      ]),
      told: [joined, '2023-03-15 REPLACED bo < a', '2023-04-01 REPLACED carl < a'],
    },
  });
});

describe('other rows', () => {
  const people = [row('person:anna', { name: 'anna' })];
  const bodies = (existence: object) => [
    row('body:old', { kind: 'BOARD', name: 'Old', existence }),
    row('body:new', { kind: 'BOARD', name: 'New', existence: { from: '2022-07-01' } }),
  ];
  const succession = (dates: object) => [row('relation:s', { kind: 'SUCCEEDS', subject: 'body:new', object: 'body:old', ...dates })];
  cases({
    'a party is joined and left, a home moved to': {
      world: council([], {
        people,
        parties: [row('party:p', { name: 'P' })],
        municipalities: [row('municipality:m', { name: 'M', code: '0101' })],
        affiliations: [
          row('affiliation:p', { person: 'person:anna', with: 'party:p', from: '2020', until: '2021-02-03' }),
          row('affiliation:m', { person: 'person:anna', with: 'municipality:m', from: '2019-01-01' }),
        ],
      }),
      told: ['2019-01-01 MOVED anna m', '2020-01-01..2020-12-31 PARTY_JOINED anna p', '2021-02-03 PARTY_LEFT anna p'],
    },
    'a body is established and dissolved': {
      world: council([], { bodies: bodies({ from: '2007', until: '2022-06-30' }) }),
      told: ['2007-01-01..2007-12-31 BODY_ESTABLISHED old', '2022-06-30 BODY_DISSOLVED old', '2022-07-01 BODY_ESTABLISHED new'],
    },
    'that another succeeds stands for the end of its day': {
      world: council([], { bodies: bodies({ until: '2022-07-01' }), relations: succession({ from: '2022-07-01' }) }),
      told: ['2022-07-01 BODY_ESTABLISHED new', '2022-07-01 BODY_SUCCEEDED old new'],
    },
    'that another succeeds on a day that nobody says is the end itself': {
      world: council([], { bodies: bodies({ until: '2022-07-01' }), relations: succession({ undated: 'Not said.' }) }),
      told: ['2022-07-01 BODY_ESTABLISHED new', '2022-07-01 BODY_SUCCEEDED old new'],
    },
    'a body that goes on is succeeded all the same': {
      world: council([], { bodies: bodies({ from: '2007-01-01' }), relations: succession({ from: '2022-07-01' }) }),
      told: ['2007-01-01 BODY_ESTABLISHED old', '2022-07-01 BODY_ESTABLISHED new', '2022-07-01 BODY_SUCCEEDED old new'],
    },
    'a party is founded and dissolved': {
      world: council([], { parties: [row('party:p', { name: 'P', existence: { from: '1990', until: '2000-06-30' } }), row('party:q', { name: 'Q' })] }),
      told: ['1990-01-01..1990-12-31 PARTY_FOUNDED  p', '2000-06-30 PARTY_DISSOLVED  p'],
    },
    'that another succeeds a party stands for the end of its day': {
      world: council([], {
        parties: [row('party:p', { name: 'P', existence: { until: '2013-02-06' } }), row('party:q', { name: 'Q', existence: { from: '2013-02-06' } })],
        relations: [row('relation:s', { kind: 'SUCCEEDS', subject: 'party:q', object: 'party:p', from: '2013-02-06' })],
      }),
      told: ['2013-02-06 PARTY_FOUNDED  q', '2013-02-06 PARTY_SUCCEEDED  p'],
    },
    'a party of which nobody says when it exists is succeeded all the same': {
      world: council([], {
        parties: [row('party:p', { name: 'P' }), row('party:q', { name: 'Q' })],
        relations: [row('relation:s', { kind: 'SUCCEEDS', subject: 'party:q', object: 'party:p', from: '2013-02-06' })],
      }),
      told: ['2013-02-06 PARTY_SUCCEEDED  p'],
    },
    'places that succeed one another are told by no event of their own': {
      world: council([], {
        municipalities: [
          row('municipality:m', { name: 'M', code: '0101', existence: { until: '2007-01-01' } }),
          row('municipality:n', { name: 'N', code: '0102', existence: { from: '2007-01-01' } }),
        ],
        relations: [row('relation:s', { kind: 'SUCCEEDS', subject: 'municipality:n', object: 'municipality:m', from: '2007-01-01' })],
      }),
      told: [],
    },
    'a municipality is covered, and lies in a region, for a time': {
      world: council([], {
        municipalities: [row('municipality:m', { name: 'M', code: '0101' })],
        regions: [row('region:r', { name: 'R' })],
        relations: [
          row('relation:c', { kind: 'COVERS', subject: 'body:council', object: 'municipality:m', from: '2020-01-01', until: '2021-01-01' }),
          row('relation:l', { kind: 'LIES_IN', subject: 'municipality:m', object: 'region:r', until: '2027-01-01' }),
        ],
      }),
      told: ['2020-01-01 TERRITORY_CHANGED council m', '2021-01-01 TERRITORY_CHANGED council m', '2027-01-01 TERRITORY_CHANGED  m'],
    },
    'a body has another name, once': {
      world: council([], {
        bodies: [
          row('body:old', {
            kind: 'BOARD',
            name: 'New',
            names: [
              { text: 'Old', until: '2021-05-01', sources: ['source:1'] },
              { text: 'New', from: '2021-05-01', sources: ['source:1'] },
            ],
          }),
        ],
      }),
      told: ['2021-05-01 RENAMED old'],
    },
    'a substitute sits in, and no longer': {
      world: council([seat('a', 'anna', { from: '2020-01-01' }), seat('s', 'bo', { from: '2020-01-01' }, { role: 'SUBSTITUTE' })], {
        'stand-ins': [row('stand-in:s', { substitute: 'membership:s', holder: 'membership:a', from: '2020-09-10', until: '2020-12-01' })],
      }),
      told: ['2020-01-01 JOINED anna', '2020-01-01 JOINED bo', '2020-09-10 STOOD_IN bo', '2020-12-01 STAND_IN_ENDED bo'],
    },
  });

  test('a seat of a body that another succeeds ends by that, and one by an office begins so', async () => {
    const exOfficio = { appointment: { exOfficio: 'The mayor sits.', sources: ['source:1'] } };
    await seedWorld(
      graph,
      council([seat('a', 'anna', { from: '2020-01-01', until: '2022-07-01' }, { body: 'body:old', ...exOfficio })], {
        bodies: bodies({ until: '2022-07-01' }),
        relations: succession({ from: '2022-07-01' }),
      }),
    );
    const { person } = await ask(graph, '{ person(id: "person:anna") { events { nodes { kind began ended printed asOf membership { id } } } } }');
    const membership = { id: 'membership:a' };
    expect(person.events.nodes).toEqual([
      { kind: 'JOINED', began: 'EX_OFFICIO', ended: null, printed: '2020-01-01', asOf: '2020-01-01', membership },
      { kind: 'LEFT', began: null, ended: 'BODY_SUCCEEDED', printed: '2022-07-01', asOf: '2022-06-30', membership },
    ]);
  });
});
