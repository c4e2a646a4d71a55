// What ends that which depends on a seat, a tie or a calendar that is followed: as surely as that, whatever the ids are.
import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld } from '../world.js';

const S = ['source:1'];
const row = (id: string, more: object) => ({ id, ...more, sources: S });
const seat = (id: string, dates: object, more: object = {}) =>
  row(`membership:${id}`, { person: 'person:anna', body: 'body:board', role: 'MEMBER', ...dates, ...more });
const dependent = (on: string, dates: object) => seat('dependent', dates, { body: 'body:other', dependsOn: [{ on: `membership:${on}`, sources: S }] });
const leave = (of: string, dates: object) => row('leave:1', { membership: `membership:${of}`, ...dates });
const seen = (on: string) => [{ on, in: 'doc:1' }];
const term = (holder: object, from: string, until: string) => row('term:1', { name: '1', ...holder, from, until });

interface Told {
  rows?: World;
  anna?: object;
  board?: object;
}

const world = ({ rows = {}, anna = {}, board = {} }: Told): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  people: [row('person:anna', { name: 'Anna', ...anna }), row('person:bo', { name: 'Bo' })],
  parties: [row('party:p', { name: 'P' })],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board', ...board }), row('body:other', { kind: 'BOARD', name: 'Other' })],
  ...rows,
});

let graph: Graph;
afterEach(() => graph.close());

/** The four bounds of a seat, a tie, a leave or a stand-in. */
const boundsOf = async (of: World, id: string): Promise<unknown[]> => {
  graph = await emptyGraph();
  await seedWorld(graph, of);
  const INTERVAL = 'interval { fromMin fromMax untilMin untilMax }';
  const { node } = await ask(
    graph,
    `{ node(id: "${id}") { ... on Membership { ${INTERVAL} } ... on Affiliation { ${INTERVAL} } ... on Leave { ${INTERVAL} } ... on StandIn { ${INTERVAL} } } }`,
  );
  return Object.values(node.interval);
};

describe('the end of what depends on a seat', () => {
  const chair = seat('chair', { until: '2022-06-30' }, { role: 'CHAIR' });
  const going = (first: string, second: string): World => ({
    memberships: [chair, seat(first, { until: '2022-12-31' }), seat(second, { until: '2023-06-30' }), dependent('chair', { from: '2022-01-01' })],
  });
  const replaced = (dates: object): World => ({
    memberships: [
      seat('anna', { from: '2020-01-01', until: '2022-05-20' }),
      seat('bo', dates, { person: 'person:bo', appointment: { replaces: { membership: 'membership:anna', sources: S } } }),
      dependent('anna', { from: '2020-02-01', open: true }),
    ],
    leaves: [leave('anna', { from: '2021-01-01', open: true })],
  });
  const undated = replaced({ undated: 'Nobody says.' });
  const LAST_ROLE = ['2022-01-01', '2022-01-01', '2022-01-02', '2023-06-30'];
  test.each<[string, World, string, (string | null)[]]>([
    ['is that of the last row in another role', going('m1', 'm2'), 'membership:dependent', LAST_ROLE],
    ['is that, whichever row is named first', going('m2', 'm1'), 'membership:dependent', LAST_ROLE],
    ['is its end, where who replaces it has no date', undated, 'membership:dependent', ['2020-02-01', '2020-02-01', '2022-05-20', '2022-05-20']],
    ['is its end for a leave too', undated, 'leave:1', ['2021-01-01', '2021-01-01', '2022-05-20', '2022-05-20']],
    ['may be the start of who replaces it', replaced({ from: '2021' }), 'membership:dependent', ['2020-02-01', '2020-02-01', '2021-01-01', '2021-12-31']],
  ])('%s', async (_, of, id, bounds) => expect(await boundsOf(world({ rows: of }), id)).toEqual(bounds));
});

describe('what depends on a seat whose holder goes on in another role ends by what that lies in and depends on', () => {
  const first = { from: '2020-01-01', until: '2021-06-01' };
  const then = { from: '2021-06-01', open: true };
  const chair = (dates: object, more: object = {}) => seat('chair', dates, { role: 'CHAIR', ...more });
  const going = (more: object, member: object = first): World => ({
    memberships: [seat('anna', member), chair(then, more), dependent('anna', { from: '2020-06-01', open: true })],
  });
  const on = (id: string) => ({ dependsOn: [{ on: id, sources: S }] });
  const party = row('affiliation:anna', { person: 'person:anna', with: 'party:p', from: '2019-01-01', until: '2022-03-01' });
  const elsewhere = seat('elsewhere', { from: '2019-01-01', until: '2022-03-01' }, { person: 'person:bo', body: 'body:other' });
  const onTie = { ...going(on('affiliation:anna')), affiliations: [party] };
  const onSeat = { memberships: [...(going(on('membership:elsewhere'))['memberships'] as object[]), elsewhere] };
  const inCircle = going({ dependsOn: [{ on: 'membership:dependent', sources: S }] }, { ...first, until: '2021-06-01' });
  const terms = [
    row('term:0', { body: 'body:board', name: '0', from: '2018-01-01', until: '2022-01-01' }),
    row('term:1', { body: 'body:board', name: '1', from: '2022-01-01', until: '2026-01-01' }),
  ];
  const OBSERVER = { role: 'OBSERVER' };
  const observer = (...more: object[]): World => ({
    terms,
    memberships: [seat('anna', first, OBSERVER), seat('member', then), ...more],
    leaves: [leave('anna', { from: '2020-06-01', open: true })],
  });
  const earlier = {
    terms,
    memberships: [seat('anna', { from: '2022-05-01', until: '2023-05-01' }), chair({ from: '2019-05-01', open: true }), dependent('anna', then)],
  };
  const office = (until: string) => ({ offices: [row('office:chair', { body: 'body:board', role: 'CHAIR', existence: { from: '2000-01-01', until } })] });
  const OF_SEAT = 'membership:dependent';
  test.each<[string, World, string, string | null]>([
    ['nothing', going({}), OF_SEAT, null],
    ['a tie', onTie, OF_SEAT, '2022-03-01'],
    ['a seat', onSeat, OF_SEAT, '2022-03-01'],
    ['what depends on it, in a circle', inCircle, OF_SEAT, null],
    ['an office', { ...going({}), ...office('2022-03-01') }, OF_SEAT, '2022-03-01'],
    ['a term, which ended before the seat began', earlier, OF_SEAT, '2023-05-01'],
    ['a term, where the seat itself lies in none', observer(), 'leave:1', '2022-01-01'],
    ['a term, that turns before a third role', observer(chair({ from: '2022-01-01', open: true })), 'leave:1', '2022-01-01'],
    [
      'a term, in which a third role begins',
      observer(seat('member-too', { from: '2021-07-01', until: '2021-09-01' }, { role: 'CHAIR' })),
      'leave:1',
      '2022-01-01',
    ],
  ])('%s', async (_, of, id, until) => expect((await boundsOf(world({ rows: of }), id)).at(3)).toBe(until));

  test.each<[string, World, World]>([
    ['a tie', onTie, { affiliations: [{ ...party, until: '2022-02-01' }] }],
    ['a seat', onSeat, { memberships: [...(onSeat.memberships ?? []).slice(0, -1), { ...elsewhere, until: '2022-02-01' }] }],
    ['an office', { ...going({}), ...office('2022-03-01') }, office('2022-02-01')],
  ])('%s, also when that alone is corrected', async (_, of, corrected) => {
    await boundsOf(world({ rows: of }), OF_SEAT);
    await seedWorld(graph, world({ rows: { ...of, ...corrected } }));
    expect((await ask(graph, `{ node(id: "${OF_SEAT}") { ... on Membership { interval { untilMax } } } }`)).node.interval).toEqual({ untilMax: '2022-02-01' });
  });
});

describe('a leave that is sighted later', () => {
  const onLeave = { memberships: [seat('anna', { from: '2020-01-01' })], leaves: [leave('anna', { open: true, seen: seen('2021-06-01') })] };
  test.each<[string, Told, string]>([
    ['does not outlive the holder of the seat', { rows: onLeave, anna: { diedOn: '2021-01-01' } }, '2021-01-02'],
    ['does not outlive the body', { rows: onLeave, board: { existence: { until: '2021-01-01' } } }, '2021-01-01'],
  ])('%s', async (_, of, until) => expect((await boundsOf(world(of), 'leave:1')).at(3)).toBe(until));
});

test.each<[string, World, [string, string]]>([
  ['a leave', { memberships: [seat('anna', { from: '2021-06-01' })], leaves: [leave('anna', { from: '2021' })] }, ['2021-06-01', '2021-12-31']],
  [
    'a stand-in',
    {
      memberships: [
        seat('anna', { from: '2021-06' }),
        seat(
          'bo',
          { from: '2021-07-01' },
          { person: 'person:bo', role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', sources: S } } },
        ),
      ],
      'stand-ins': [row('stand-in:1', { substitute: 'membership:bo', holder: 'membership:anna', until: '2022-01-01' })],
    },
    ['2021-07-01', '2021-12-31'],
  ],
])('%s begins no earlier than the seats that it is of', async (_, rows, from) =>
  expect((await boundsOf(world({ rows }), 'leaves' in rows ? 'leave:1' : 'stand-in:1')).slice(0, 2)).toEqual(from),
);

test('a tie for a seat is no surer than that, by however many of its ends', async () => {
  const tie = row('affiliation:anna', { person: 'person:anna', with: 'party:p', from: '2021-01-01', open: true, dependsOn: ['membership:anna'] });
  const of: World = {
    terms: [term({ body: 'body:board' }, '2020-01-01', '2021')],
    memberships: [seat('anna', { from: '2020-12-31' })],
    affiliations: [tie],
  };
  expect(await boundsOf(world({ rows: of, board: { existence: { until: '2021-06-15' } } }), 'affiliation:anna')).toEqual([
    '2021-01-01',
    '2021-01-01',
    '2021-01-02',
    '2021-06-15',
  ]);
});

describe('a body that follows a calendar since nobody knows when', () => {
  const following = (dates: object): World => ({
    calendars: [row('calendar:c', { name: 'C' })],
    terms: [term({ calendar: 'calendar:c' }, '2020-01-01', '2022-01-01')],
    relations: [row('relation:f', { kind: 'FOLLOWS', subject: 'body:board', object: 'calendar:c', ...dates })],
    memberships: [seat('anna', { seen: seen('2021-03-10') })],
  });
  const COUNCIL = { board: { kind: 'COUNCIL' } };
  test.each([
    ['turns with it', { undated: 'Nobody says.' }],
    ['turns with it, where its end is learnt', { until: '2025-01-01' }],
    ['turns with it, where its start is learnt too', { from: '2000-01-01', until: '2025-01-01' }],
  ])('%s', async (_, dates) =>
    expect(await boundsOf(world({ rows: following(dates), ...COUNCIL }), 'membership:anna')).toEqual(['2020-01-01', '2021-03-10', '2021-03-11', '2022-01-01']),
  );
});
