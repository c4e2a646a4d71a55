import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { council, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld } from './world.js';

// Who is on leave, or stood in for, and then has another role in the same body, does not sit there either.

const REGISTERS = { registers: [row('register:council', { body: 'body:council', by: 'editor', from: '2015-01-01' })] };
const MEMBER = seat('member', 'anna', { from: '2020-01-01', until: '2022-04-01' });
const chair = (dates: object, more: object = {}) => seat('chair', 'anna', dates, { role: 'CHAIR', ...more });
const CHAIR = chair({ from: '2022-04-01', open: true });
const BO = seat('bo', 'bo', { from: '2020-01-01', open: true }, { role: 'SUBSTITUTE' });
const leave = (dates: object) => row('leave:l', { membership: 'membership:member', from: '2022-03-06', ...dates });
const LEAVE = leave({ open: true });
const LEAVE_SINCE_JANUARY = row('leave:l', { membership: 'membership:member', from: '2021-01-01', open: true });
const standIn = (dates: object) => row('stand-in:s', { substitute: 'membership:bo', holder: 'membership:member', from: '2022-03-06', ...dates });
const STAND_IN = standIn({ open: true });
const leaves = (...all: object[]) => ({ ...REGISTERS, leaves: all as { id: string }[] });
const standIns = (...all: object[]) => ({ ...REGISTERS, 'stand-ins': all as { id: string }[] });

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

/** On a day, of a seat that has not begun on its first: how many sit, and of each seat how surely its holder does, with the leaves and stand-ins that are listed. */
const on = async (day: string, seats: readonly string[]): Promise<string[]> => {
  const fields = 'sits leaves { id membership { id } } stoodInBy { id }';
  const asked = seats.map((name) => `${name}: node(id: "membership:${name}", asOf: "${day}") { ... on Membership { ${fields} } }`);
  const { body, ...nodes } = await ask(graph, `{ body(id: "body:council", asOf: "${day}") { composition { filled { min max } } } ${asked.join('\n')} }`);
  const { min, max } = body.composition.filled;
  const lines = Object.entries(nodes as Record<string, { sits: string | null; leaves: { id: string }[]; stoodInBy: { id: string }[] }>).map(([name, of]) =>
    [name, of.sits, ...[...of.leaves, ...of.stoodInBy].map(({ id }) => id)].join(' ').replace('  ', ' '),
  );
  return [`${min}-${max}`, ...lines];
};

describe('a leave', () => {
  test.each<[string, World, string, string[]]>([
    ['before the change of role leaves nobody', council([MEMBER, CHAIR], leaves(LEAVE)), '2022-03-31', ['0-0', 'member leave:l', 'chair leave:l']],
    ['after it neither', council([MEMBER, CHAIR], leaves(LEAVE)), '2022-04-10', ['0-0', 'member leave:l', 'chair leave:l']],
    [
      'that ends lets the holder sit in the new role',
      council([MEMBER, CHAIR], leaves(leave({ until: '2022-06-01' }))),
      '2022-06-01',
      ['1-1', 'member leave:l', 'chair CERTAIN'],
    ],
    [
      'of an unknown day leaves both open',
      council([MEMBER, CHAIR], leaves(leave({ until: '2022-05' }))),
      '2022-05-10',
      ['0-1', 'member leave:l', 'chair POSSIBLE leave:l'],
    ],
    [
      'is of one seat while two are held',
      council([MEMBER, chair({ from: '2022-01-01', open: true })], leaves(LEAVE)),
      '2022-03-10',
      ['1-1', 'member leave:l', 'chair CERTAIN'],
    ],
    [
      'is of the other when one of two is over',
      council([MEMBER, chair({ from: '2022-01-01', open: true })], leaves(LEAVE)),
      '2022-04-01',
      ['0-0', 'member leave:l', 'chair leave:l'],
    ],
    [
      'goes on where both turn on an unknown day of a month',
      council([seat('member', 'anna', { from: '2020-01-01', until: '2022-04' }), chair({ from: '2022-04', open: true })], leaves(LEAVE)),
      '2022-04-15',
      ['0-0', 'member leave:l', 'chair leave:l'],
    ],
    [
      'that ends as the month does in which both turn is of either',
      council(
        [seat('member', 'anna', { from: '2020-01-01', until: '2022-04' }), chair({ from: '2022-04', open: true })],
        leaves(leave({ until: '2022-05-01' })),
      ),
      '2022-04-15',
      ['0-0', 'member leave:l', 'chair leave:l'],
    ],
    [
      'is of two that perhaps follow each other, once the first is over',
      council(
        [seat('member', 'anna', { from: '2020-01-01', until: '2022-04' }), chair({ from: '2022-04-01', until: '2022-05-01' })],
        leaves(leave({ until: '2022-04-16' })),
      ),
      '2022-04-10',
      ['0-1', 'member leave:l', 'chair POSSIBLE leave:l'],
    ],
    [
      'that may be over says of a seat beside it no more on the day on which the one that it is of ends',
      council([seat('member', 'anna', { from: '2020-01-01', until: '2022-04-15' }), chair({ from: '2022-01-01', until: '2023-01-01' })], leaves(leave({}))),
      '2022-04-15',
      ['0-1', 'member leave:l', 'chair POSSIBLE leave:l'],
    ],
    [
      'goes on through two changes',
      council(
        [MEMBER, chair({ from: '2022-04-01', until: '2022-08-01' }), seat('vice', 'anna', { from: '2022-08-01', open: true }, { role: 'VICE_CHAIR' })],
        leaves(LEAVE),
      ),
      '2022-09-01',
      ['0-0', 'member leave:l', 'chair leave:l', 'vice leave:l'],
    ],
    [
      'does not go on after a gap',
      council([MEMBER, chair({ from: '2022-05-01', open: true })], leaves(LEAVE)),
      '2022-06-01',
      ['1-1', 'member leave:l', 'chair CERTAIN'],
    ],
    [
      'does not go on in the same role',
      council([MEMBER, seat('chair', 'anna', { from: '2022-04-01', open: true })], leaves(LEAVE)),
      '2022-06-01',
      ['1-1', 'member leave:l', 'chair CERTAIN'],
    ],
    [
      'does not go on in another body',
      council([MEMBER, chair({ from: '2022-04-01', open: true }, { body: 'body:board' })], {
        ...leaves(LEAVE),
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
      }),
      '2022-06-01',
      ['0-0', 'member leave:l', 'chair CERTAIN'],
    ],
    [
      'is nobody else’s',
      council([MEMBER, seat('chair', 'carl', { from: '2022-04-01', open: true }, { role: 'CHAIR' })], leaves(LEAVE)),
      '2022-06-01',
      ['1-1', 'member leave:l', 'chair CERTAIN'],
    ],
  ])('%s', async (_, world, day, told) => {
    await seedWorld(graph, world);
    const seats = told.slice(1).map((line) => line.split(' ')[0] ?? '');
    expect(await on(day, seats)).toEqual(told);
  });

  test('that goes on later in a seat that is held already is none from that until then', async () => {
    const BOTH = [seat('member', 'anna', { from: '2020-01-01' }), chair({ from: '2022-02', until: '2026-01-01' })];
    await seedWorld(graph, council(BOTH, leaves(row('leave:l', { membership: 'membership:chair', from: '2022-03-01' }))));
    const { counts } = await ask(
      graph,
      '{ counts(filter: { bodies: ["body:council"] }, by: [ROLE], asOf: "2022-06-17") { keys { value } memberships { min max } } }',
    );
    expect(counts).toEqual([
      { keys: [{ value: 'CHAIR' }], memberships: { min: 0, max: 1 } },
      { keys: [{ value: 'MEMBER' }], memberships: { min: 0, max: 1 } },
    ]);
  });

  test('is one leave, of the seat that it says', async () => {
    await seedWorld(graph, council([MEMBER, CHAIR], leaves(LEAVE)));
    const query = '{ body(id: "body:council", asOf: "2022-04-10") { members { nodes { id sits leaves { id certainty membership { id } } } } } }';
    expect((await ask(graph, query)).body.members.nodes).toEqual([
      { id: 'membership:chair', sits: null, leaves: [{ id: 'leave:l', certainty: 'CERTAIN', membership: { id: 'membership:member' } }] },
    ]);
    expect((await queriesOf(graph, query)).filter((name) => name.startsWith('leaves/'))).toEqual(['leaves/absences-by-membership-ids']);
  });

  test.each<[string, object, boolean]>([
    ['who is away by it is on no list', LEAVE_SINCE_JANUARY, true],
    ['who is back by it is', row('leave:l', { membership: 'membership:member', from: '2021-01-01', until: '2021-02-15' }), false],
  ])('a complete list after the change of role: %s', async (_, away, lasts) => {
    const lists = [row('list:1', { body: 'body:council', document: 'doc:list', complete: true })];
    const seats = [seat('member', 'anna', { from: '2020-01-01', until: '2021-02-01' }), chair({ from: '2021-02-01', open: true })];
    await seedWorld(graph, council(seats, { ...leaves(away), lists }));
    const { node } = await ask(graph, '{ node(id: "membership:chair") { ... on Membership { interval { open untilMax boundedBy { cause } } } } }');
    expect(node.interval).toEqual(
      lasts ? { open: true, untilMax: null, boundedBy: [] } : { open: false, untilMax: '2021-03-01', boundedBy: [{ cause: 'LISTED' }] },
    );
    expect((await checkGraph(graph)).filter(({ rule, verdict }) => rule === 'list-complete' && verdict === 'BROKEN')).toEqual([]);
  });
});

describe('a stand-in', () => {
  test.each<[string, World, string, string[]]>([
    [
      'before the change of role counts who sits in',
      council([MEMBER, CHAIR, BO], standIns(STAND_IN)),
      '2022-03-31',
      ['1-1', 'member stand-in:s', 'chair stand-in:s'],
    ],
    ['after it too', council([MEMBER, CHAIR, BO], standIns(STAND_IN)), '2022-04-10', ['1-1', 'member stand-in:s', 'chair stand-in:s']],
    [
      'on the days of a leave says it too',
      council([MEMBER, CHAIR, BO], { ...standIns(STAND_IN), leaves: [LEAVE] }),
      '2022-04-10',
      ['1-1', 'member leave:l stand-in:s', 'chair leave:l stand-in:s'],
    ],
    [
      'of which nobody knows whether it is over is the holder’s alternative there',
      council([MEMBER, CHAIR, BO], standIns(standIn({}))),
      '2022-04-10',
      ['1-1', 'member stand-in:s', 'chair POSSIBLE stand-in:s'],
    ],
    [
      'that goes on later is the holder’s alternative before',
      council(
        [MEMBER, CHAIR, BO],
        standIns(row('stand-in:s', { substitute: 'membership:bo', holder: 'membership:member', from: '2022-03', until: '2022-12-01' })),
      ),
      '2022-03-15',
      ['1-1', 'member POSSIBLE stand-in:s', 'chair stand-in:s'],
    ],
    [
      'makes no seat certain',
      council([MEMBER, chair({ until: '2022-04-20' }), BO], standIns(standIn({}))),
      '2022-04-10',
      ['0-1', 'member stand-in:s', 'chair POSSIBLE stand-in:s'],
    ],
    [
      'that ends gives the seat back',
      council([MEMBER, CHAIR, BO], standIns(standIn({ until: '2022-06-01' }))),
      '2022-06-01',
      ['1-1', 'member stand-in:s', 'chair CERTAIN'],
    ],
  ])('%s', async (_, world, day, told) => {
    await seedWorld(graph, world);
    expect(await on(day, ['member', 'chair'])).toEqual(told);
  });

  test('of who has a seat of their own by then counts once', async () => {
    const own = [
      seat('bo', 'bo', { from: '2020-01-01', until: '2022-04-01' }, { role: 'SUBSTITUTE' }),
      seat('own', 'bo', { from: '2022-04-01', until: '2024-01-01' }),
    ];
    const away = standIn({ until: '2023-01-01' });
    await seedWorld(graph, council([seat('member', 'anna', { from: '2020-01-01', until: '2024-01-01' }), ...own], standIns(away)));
    expect(await on('2022-04-10', ['member', 'own'])).toEqual(['1-1', 'member stand-in:s', 'own CERTAIN']);
  });

  test('is in the role in which the holder goes on, and counts whoever sits in', async () => {
    await seedWorld(graph, council([MEMBER, CHAIR, BO, seat('carl', 'carl', { from: '2020-01-01', open: true })], standIns(STAND_IN)));
    const query = '{ body(id: "body:council", asOf: "2022-04-10") { composition { filled { min max } byRole { role people { min max } } } } }';
    expect((await ask(graph, query)).body.composition).toEqual({
      filled: { min: 2, max: 2 },
      byRole: [
        { role: 'CHAIR', people: { min: 1, max: 1 } },
        { role: 'MEMBER', people: { min: 1, max: 1 } },
      ],
    });
  });
});
