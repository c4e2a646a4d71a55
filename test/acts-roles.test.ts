import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

const S = { sources: ['source:1'] };
const open = (from: string) => ({ from, open: true });
const behind = (name: string, rank?: number) => ({ substituteFor: { membership: `membership:${name}`, ...(rank && { rank }), ...S } });

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const substitutesOf = async (name: string, day: string): Promise<string[]> =>
  (await ask(graph, `{ node(id: "membership:${name}", asOf: "${day}") { ... on Membership { substitutes { person { name } } } } }`)).node.substitutes.map(
    ({ person }: { person: { name: string } }) => person.name,
  );

const sits = async (name: string, day: string) =>
  (await ask(graph, `{ node(id: "membership:${name}", asOf: "${day}") { ... on Membership { certainty sits } } }`)).node;

const WORLD = council(
  [
    seat('anna', 'anna', open('2018-01-01')),
    seat('bo', 'bo', open('2018-01-01'), { role: 'SUBSTITUTE', appointment: behind('anna', 1) }),
    seat('carl', 'carl', open('2018-01-01'), { role: 'SUBSTITUTE', appointment: behind('anna', 2) }),
    seat('board', 'anna', open('2018-01-01'), { body: 'body:board', dependsOn: [{ on: 'membership:anna', ...S }] }),
  ],
  {
    bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
    leaves: [row('leave:anna', { membership: 'membership:anna', from: '2022-01-01', until: '2022-12-01' })],
    'stand-ins': [row('stand-in:bo', { substitute: 'membership:bo', holder: 'membership:anna', from: '2022-01-01', until: '2022-12-01' })],
  },
);

const CHAIRS = { changeRole: { membership: 'membership:anna', role: 'CHAIR', from: '2022-05-01' } };

describe('a change of role', () => {
  test('begins a new seat, in which substitutes, leaves and stand-ins go on', async () => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2022-05-01', [CHAIRS])).toEqual({
      status: 'WRITTEN',
      made: [
        'leave:anna CHANGED',
        'leave:anna-2 RECORDED',
        'membership:anna CHANGED',
        'membership:bo CHANGED',
        'membership:bo-2 RECORDED',
        'membership:carl CHANGED',
        'membership:carl-2 RECORDED',
        'membership:council-chair-anna RECORDED',
        'stand-in:bo CHANGED',
        'stand-in:bo-2 RECORDED',
      ],
      events: ['ROLE_CHANGED anna'],
      carried: [
        'LEAVE_BEGAN anna',
        'LEAVE_ENDED anna',
        'LEAVE_ENDED anna',
        'REELECTED bo',
        'REELECTED carl',
        'STAND_IN_ENDED bo',
        'STAND_IN_ENDED bo',
        'STOOD_IN bo',
      ],
    });
    expect(await substitutesOf('anna', '2022-04-30')).toEqual(['bo', 'carl']);
    expect(await substitutesOf('council-chair-anna', '2022-05-01')).toEqual(['bo', 'carl']);
    expect(await sits('anna', '2022-04-30')).toEqual({ certainty: 'CERTAIN', sits: null });
    expect(await sits('council-chair-anna', '2022-05-01')).toEqual({ certainty: 'CERTAIN', sits: null });
    expect(await sits('council-chair-anna', '2022-12-01')).toEqual({ certainty: 'CERTAIN', sits: 'CERTAIN' });
    expect(await sits('board', '2023-01-01')).toEqual({ certainty: 'CERTAIN', sits: 'CERTAIN' });
    expect(await cameTo(graph, '2022-05-01', [CHAIRS])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-06-01', [CHAIRS])).toMatchObject({
      status: 'WRITTEN',
      made: expect.arrayContaining(['membership:anna LEARNT', 'membership:council-chair-anna LEARNT']) as unknown,
    });
  });

  test('goes on with the end that was printed, the term, and whom the holder represents', async () => {
    const represents = { represents: [{ principal: 'body:council', ...S }] };
    await seedWorld(graph, council([seat('anna', 'anna', { from: '2018-01-01', until: '2023' }, { appointment: represents, district: 'North' })]));
    expect((await cameTo(graph, '2022-05-01', [CHAIRS])).events).toEqual(['LEFT anna', 'ROLE_CHANGED anna']);
    const { node } = await ask(
      graph,
      '{ node(id: "membership:council-chair-anna") { ... on Membership { from until role ended district appointment { represents { id } } } } }',
    );
    expect(node).toEqual({
      from: '2022-05-01',
      until: '2023',
      role: 'CHAIR',
      ended: 'OWN_END',
      district: 'North',
      appointment: { represents: [{ id: 'body:council' }] },
    });
  });

  const ACTING = row('stand-in:anna', { substitute: 'membership:anna', office: 'office:mayor', ...open('2021-01-01') });
  type Rows = Parameters<typeof council>[0];
  test.each<[string, { memberships: Rows } & Parameters<typeof council>[1], readonly string[]]>([
    [
      'the place of a substitute who has died',
      {
        memberships: [seat('bo', 'bo', open('2018-01-01'), { role: 'SUBSTITUTE', appointment: behind('anna', 1) })],
        people: [row('person:bo', { name: 'Bo', diedOn: '2022-02-01' })],
      },
      [],
    ],
    [
      'the place of a substitute who lives',
      {
        memberships: [seat('bo', 'bo', open('2018-01-01'), { role: 'SUBSTITUTE', appointment: behind('anna', 1) })],
        people: [row('person:bo', { name: 'Bo' })],
      },
      ['membership:bo CHANGED', 'membership:bo-2 RECORDED'],
    ],
    [
      'acting in an office that somebody holds since',
      {
        memberships: [seat('mayor', 'carl', open('2022-02-01'), { role: 'MAYOR' })],
        offices: [row('office:mayor', { body: 'body:council', role: 'MAYOR' })],
        'stand-ins': [ACTING],
      },
      [],
    ],
    [
      'acting in an office that nobody holds',
      { memberships: [], offices: [row('office:mayor', { body: 'body:council', role: 'MAYOR' })], 'stand-ins': [ACTING] },
      ['stand-in:anna CHANGED', 'stand-in:anna-2 RECORDED'],
    ],
    [
      'standing in for somebody whose seat is over',
      {
        memberships: [seat('eva', 'eva', { from: '2018-01-01', until: '2022-03-01' })],
        'stand-ins': [row('stand-in:anna', { substitute: 'membership:anna', holder: 'membership:eva', ...open('2022-01-01') })],
      },
      [],
    ],
  ])('lets nothing go on that is over by then: %s', async (_, { memberships, ...more }, expected) => {
    await seedWorld(graph, council([seat('anna', 'anna', open('2018-01-01')), ...memberships], more));
    expect(await cameTo(graph, '2022-05-01', [CHAIRS])).toMatchObject({
      status: 'WRITTEN',
      made: [...['membership:anna CHANGED', 'membership:council-chair-anna RECORDED'], ...expected].sort(),
    });
  });

  test('lets what depends on a substitute’s place go on', async () => {
    const dependent = seat('acting', 'bo', open('2018-01-01'), { body: 'body:board', dependsOn: [{ on: 'membership:bo', ...S }] });
    await seedWorld(graph, { ...WORLD, memberships: [...(WORLD['memberships'] as object[]), dependent] });
    await cameTo(graph, '2022-05-01', [CHAIRS]);
    expect(await sits('acting-2', '2023-01-01')).toEqual({ certainty: 'CERTAIN', sits: 'CERTAIN' });
    expect(await sits('acting', '2022-04-30')).toEqual({ certainty: 'CERTAIN', sits: 'CERTAIN' });
  });

  const chair = (more: object) => ({ changeRole: { membership: 'membership:anna', role: 'CHAIR', from: '2022-05-01', ...more } });
  test.each<[string, object, object, string]>([
    ['of a seat that is over', { from: '2018-01-01', until: '2021-01-01' }, chair({}), 'NOT_IN_FORCE from'],
    ['before the seat begins', open('2022-05-01'), chair({}), 'ENDS_BEFORE_IT_BEGINS from'],
    ['into the same role', open('2018-01-01'), chair({ role: 'MEMBER' }), 'BAD_VALUE role'],
    ['of what is no seat', open('2018-01-01'), chair({ membership: 'body:council' }), 'WRONG_TYPE membership'],
    ['of nothing', open('2018-01-01'), chair({ membership: 'membership:nobody' }), 'UNKNOWN_ID membership'],
    ['with an id that another has', open('2018-01-01'), chair({ id: 'membership:bo' }), 'ID_TAKEN id'],
  ])('%s is refused', async (_, dates, act, problem) => {
    await seedWorld(graph, council([seat('anna', 'anna', dates), seat('bo', 'bo', open('2018-01-01'))]));
    expect(await cameTo(graph, '2022-05-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});
