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

/** The four bounds of a seat, a tie or a leave. */
const boundsOf = async (of: World, id: string): Promise<unknown[]> => {
  graph = await emptyGraph();
  await seedWorld(graph, of);
  const INTERVAL = 'interval { fromMin fromMax untilMin untilMax }';
  const { node } = await ask(
    graph,
    `{ node(id: "${id}") { ... on Membership { ${INTERVAL} } ... on Affiliation { ${INTERVAL} } ... on Leave { ${INTERVAL} } } }`,
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

describe('a leave that is sighted later', () => {
  const onLeave = { memberships: [seat('anna', { from: '2020-01-01' })], leaves: [leave('anna', { open: true, seen: seen('2021-06-01') })] };
  test.each<[string, Told, string]>([
    ['does not outlive the holder of the seat', { rows: onLeave, anna: { diedOn: '2021-01-01' } }, '2021-01-02'],
    ['does not outlive the body', { rows: onLeave, board: { existence: { until: '2021-01-01' } } }, '2021-01-01'],
  ])('%s', async (_, of, until) => expect((await boundsOf(world(of), 'leave:1')).at(3)).toBe(until));
});

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
