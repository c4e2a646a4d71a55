import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

const S = { sources: ['source:1'] };
const OPEN = { from: '2018-01-01', open: true };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const PARTIES = [row('party:a', { name: 'A' }), row('party:b', { name: 'B' })];
const MUNICIPALITIES = [row('municipality:east', { name: 'East', code: '0901' }), row('municipality:west', { name: 'West', code: '0902' })];
const tie = (name: string, other: object, dates: object = OPEN) => row(`affiliation:${name}`, { person: 'person:anna', ...other, ...dates });

describe('ties', () => {
  beforeEach(() =>
    seedWorld(
      graph,
      council([seat('anna', 'anna', OPEN), seat('board', 'anna', OPEN, { body: 'body:board', dependsOn: [{ on: 'affiliation:anna-a', ...S }] })], {
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
        parties: PARTIES,
        municipalities: MUNICIPALITIES,
        affiliations: [tie('anna-a', { with: 'party:a' }), tie('anna-east', { with: 'municipality:east' })],
      }),
    ),
  );

  const affiliate = (more: object) => ({ affiliate: { person: 'person:anna', from: '2022-05-01', ...more } });
  test.each<[string, object, object]>([
    [
      'a party ends the party before it, and what depends on that',
      affiliate({ with: 'party:b' }),
      {
        status: 'WRITTEN',
        made: ['affiliation:anna-a CHANGED', 'affiliation:anna-b RECORDED'],
        events: ['PARTY_JOINED anna', 'PARTY_LEFT anna'],
        carried: ['LEFT anna'],
      },
    ],
    [
      'a home ends the home before it',
      affiliate({ with: 'municipality:west' }),
      { status: 'WRITTEN', made: ['affiliation:anna-east CHANGED', 'affiliation:anna-west RECORDED'], events: ['MOVED anna', 'MOVED anna'] },
    ],
    [
      'independence ends the party',
      affiliate({ independent: true }),
      {
        status: 'WRITTEN',
        made: ['affiliation:anna-a CHANGED', 'affiliation:anna-independent RECORDED'],
        events: ['BECAME_INDEPENDENT anna', 'PARTY_LEFT anna'],
        carried: ['LEFT anna'],
      },
    ],
    [
      'a tie that is recorded only gains the source',
      affiliate({ with: 'party:a', from: '2018-01-01' }),
      { status: 'WRITTEN', made: ['affiliation:anna-a LEARNT'] },
    ],
    ['a tie that is recorded otherwise', affiliate({ with: 'party:a' }), { status: 'REFUSED', problems: ['ALREADY_HELD'] }],
    ['neither party, place nor independence', affiliate({}), { status: 'REFUSED', problems: ['MISSING with'] }],
    ['a party and independence', affiliate({ with: 'party:b', independent: true }), { status: 'REFUSED', problems: ['TOO_MANY independent'] }],
    ['a body as a party', affiliate({ with: 'body:council' }), { status: 'REFUSED', problems: ['WRONG_TYPE with'] }],
    ['somebody unknown', affiliate({ person: 'person:nobody', with: 'party:b' }), { status: 'REFUSED', problems: ['UNKNOWN_ID person'] }],
    ['an end on the first day', affiliate({ with: 'party:b', ends: { until: '2022-05-01' } }), { status: 'REFUSED', problems: ['ENDS_BEFORE_IT_BEGINS ends'] }],
    [
      'a tie ends, and what depends on it',
      { end: { thing: 'affiliation:anna-a', ends: { lastDay: '2022-04-30' } } },
      { status: 'WRITTEN', made: ['affiliation:anna-a CHANGED'], events: ['PARTY_LEFT anna'], carried: ['LEFT anna'] },
    ],
    [
      'a tie is over by the day of its source',
      { end: { thing: 'affiliation:anna-east', ends: { unknown: true } } },
      { status: 'WRITTEN', made: ['affiliation:anna-east CHANGED'], events: ['MOVED anna'] },
    ],
  ])('%s', async (_, act, expected) => expect(await cameTo(graph, '2022-05-01', [act])).toEqual(expected));
});

describe('a death', () => {
  beforeEach(() => seedWorld(graph, council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN)])));

  const die = (on: string, person = 'person:anna') => ({ die: { person, on } });
  test('ends all seats, and is known more exactly later', async () => {
    expect(await cameTo(graph, '2022-06-01', [die('2022-05')])).toEqual({
      status: 'WRITTEN',
      made: ['person:anna CHANGED'],
      events: ['DIED anna'],
      carried: ['LEFT anna'],
    });
    expect(await cameTo(graph, '2022-06-02', [die('2022-05-20')])).toMatchObject({ status: 'WRITTEN', made: ['person:anna LEARNT'] });
    expect(await cameTo(graph, '2022-06-03', [die('2022')])).toMatchObject({ status: 'WRITTEN', made: ['person:anna LEARNT'] });
    expect(await cameTo(graph, '2022-06-03', [die('2022')])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-06-04', [die('2022-05-21')])).toEqual({ status: 'REFUSED', problems: ['CONTRADICTS on'] });
    expect((await ask(graph, '{ person(id: "person:anna") { diedOn } }')).person).toEqual({ diedOn: '2022-05-20' });
  });

  test.each<[string, object]>([
    ['a party', { with: 'party:a' }],
    ['a home', { with: 'municipality:east' }],
    ['independence', { independent: true }],
  ])('ends %s: none begins after it', async (_, other) => {
    await seedWorld(graph, { ...council([seat('anna', 'anna', OPEN)]), parties: PARTIES, municipalities: MUNICIPALITIES });
    const affiliate = (from: string) => ({ affiliate: { person: 'person:anna', from, ...other } });
    expect(await cameTo(graph, '2022-06-01', [die('2022-05-20'), affiliate('2022-05-21')])).toEqual({ status: 'REFUSED', problems: ['RULE_BROKEN'] });
    expect(await cameTo(graph, '2022-06-01', [die('2022-05-20'), affiliate('2022-05-20')])).toMatchObject({ status: 'WRITTEN' });
  });

  test.each([
    [die('9000'), 'BAD_DATE on'],
    [die('2022', 'person:nobody'), 'UNKNOWN_ID person'],
    [die('2022', 'body:council'), 'WRONG_TYPE person'],
  ])('%j is refused', async (act, problem) => expect(await cameTo(graph, '2022-06-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] }));
});

describe('absences', () => {
  const behind = { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', ...S } } };
  beforeEach(() =>
    seedWorld(
      graph,
      council(
        [seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN, behind), seat('carl', 'carl', { from: '2018-01-01', until: '2022-01-01' }, { role: 'MAYOR' })],
        {
          offices: [row('office:mayor', { body: 'body:council', role: 'MAYOR' })],
        },
      ),
    ),
  );

  const leave = (more: object) => ({ leave: { membership: 'membership:anna', from: '2022-05-01', ...more } });
  const standIn = (more: object) => ({ standIn: { substitute: 'membership:bo', from: '2022-05-01', ...more } });
  const ends = { ends: { lastDay: '2022-05-31' } };
  test('are any number of periods, and end with the seat', async () => {
    expect(await cameTo(graph, '2022-04-20', [leave({ ...ends, reason: 'Illness' }), standIn({ ...ends, holder: 'membership:anna' })])).toEqual({
      status: 'WRITTEN',
      made: ['leave:anna RECORDED', 'stand-in:bo RECORDED'],
      events: ['LEAVE_BEGAN anna', 'LEAVE_ENDED anna', 'STAND_IN_ENDED bo', 'STOOD_IN bo'].sort(),
    });
    expect(await cameTo(graph, '2022-04-20', [leave(ends), standIn({ ...ends, holder: 'membership:anna' })])).toEqual({ status: 'UNCHANGED' });
    expect(
      await cameTo(graph, '2022-06-20', [leave({ from: '2022-07-01' }), standIn({ from: '2022-07-01', ends: { until: '2023' }, holder: 'membership:anna' })]),
    ).toEqual({
      status: 'WRITTEN',
      made: ['leave:anna-2 RECORDED', 'stand-in:bo-2 RECORDED'],
      events: ['LEAVE_BEGAN anna', 'STAND_IN_ENDED bo', 'STOOD_IN bo'],
    });
    expect(await cameTo(graph, '2022-08-01', [{ end: { thing: 'leave:anna-2', ends: { until: '2022-08-15' } } }])).toEqual({
      status: 'WRITTEN',
      made: ['leave:anna-2 CHANGED'],
      events: ['LEAVE_ENDED anna'],
    });
    expect(await cameTo(graph, '2022-08-02', [{ end: { thing: 'leave:anna-2', ends: { until: '2022-08-10' } } }])).toMatchObject({ status: 'WRITTEN' });
    expect(await cameTo(graph, '2022-08-02', [{ end: { thing: 'leave:anna-2', ends: { until: '2022-09-01' } } }])).toMatchObject({
      problems: ['ALREADY_ENDED'],
    });
    expect(await cameTo(graph, '2022-08-03', [{ end: { thing: 'membership:anna', ends: { until: '2022-08-05' }, cause: 'RESIGNED' } }])).toEqual({
      status: 'WRITTEN',
      made: ['membership:anna CHANGED', 'stand-in:bo-2 CHANGED'],
      events: ['LEFT anna'],
      carried: ['LEAVE_ENDED anna', 'STAND_IN_ENDED bo'],
    });
  });

  test.each<[object, object]>([
    [standIn({ office: 'office:mayor' }), { status: 'WRITTEN', made: ['stand-in:bo RECORDED'], events: ['STOOD_IN bo'] }],
    [standIn({}), { status: 'REFUSED', problems: ['MISSING holder'] }],
    [standIn({ holder: 'membership:anna', office: 'office:mayor' }), { status: 'REFUSED', problems: ['TOO_MANY office'] }],
    [standIn({ holder: 'membership:carl' }), { status: 'REFUSED', problems: ['NOT_IN_FORCE from'] }],
    [standIn({ office: 'body:council' }), { status: 'REFUSED', problems: ['WRONG_TYPE office'] }],
    [leave({ membership: 'membership:carl' }), { status: 'REFUSED', problems: ['NOT_IN_FORCE from'] }],
    [leave({ ends: { until: '2022-05-01' } }), { status: 'REFUSED', problems: ['ENDS_BEFORE_IT_BEGINS ends'] }],
    [leave({ id: 'person:anna' }), { status: 'REFUSED', problems: ['ID_TAKEN id'] }],
    [{ end: { thing: 'person:anna', ends: { unknown: true } } }, { status: 'REFUSED', problems: ['WRONG_TYPE thing'] }],
    [{ end: { thing: 'membership:anna', ends: { unknown: true } } }, { status: 'REFUSED', problems: ['MISSING cause'] }],
  ])('%j', async (act, expected) => expect(await cameTo(graph, '2022-04-20', [act])).toEqual(expected));

  const dora = (ends: object) => [
    { appoint: { id: 'membership:dora', person: { id: 'person:dora' }, body: 'body:council', role: 'SUBSTITUTE', from: '2018-01-01', ...ends } },
  ];
  test.each<[string, object[], string | null]>([
    ['one after another', [standIn({ substitute: 'membership:dora', holder: 'membership:anna', from: '2022-06-01', ends: { until: '2022-07-01' } })], null],
    ['two at a time for one seat', [standIn({ substitute: 'membership:dora', holder: 'membership:anna' })], 'RULE_BROKEN'],
    [
      'two who are perhaps there at a time',
      [standIn({ substitute: 'membership:dora', holder: 'membership:anna', from: '2022', ends: { until: '2023' } })],
      'RULE_PERHAPS',
    ],
    ['somebody for themselves', [standIn({ substitute: 'membership:anna', holder: 'membership:anna', from: '2023' })], 'RULE_BROKEN'],
  ])('are judged by the rules: %s', async (_, acts, problem) => {
    const made = await cameTo(graph, '2022-04-20', [{ addPerson: { id: 'person:dora', name: 'Dora' } }, ...dora({ substituteOf: 'body:council' })]);
    expect(made.status).toBe('WRITTEN');
    expect(await cameTo(graph, '2022-04-21', [standIn({ ...ends, holder: 'membership:anna' })])).toMatchObject({ status: 'WRITTEN' });
    const came = await cameTo(graph, '2022-04-22', acts);
    expect([came.status, came.problems ?? null]).toEqual(problem === null ? ['WRITTEN', null] : ['REFUSED', [problem]]);
  });
});
