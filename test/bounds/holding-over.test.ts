// In a body that holds over, a seat ends by the first start of a seat of a later term: by that one's own dates, lists and documents included.
import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { today } from '../../src/time/civil.js';
import { type World, ask, emptyGraph, seedWorld } from '../world.js';

const S = { sources: ['source:plain'] };
const row = (id: string, more: object) => ({ id, ...S, ...more });
const seat = (id: string, dates: object, more: object = {}) =>
  row(`membership:${id}`, { person: `person:${id}`, body: 'body:trust', role: 'MEMBER', ...dates, ...more });
const seen = (on: string, at = 'plain') => ({ on, in: `doc:${at}` });
const replaces = (id: string) => ({ appointment: { replaces: { membership: `membership:${id}`, ...S }, ...S } });

const LISTED = '2022-03-01';
/** The board of a trust: a list names Anna on a day in the second term. */
const world = (rows: World): World => ({
  documents: [
    { id: 'doc:plain', title: 'Statutes', kind: 'statute' },
    { id: 'doc:list', title: 'List', kind: 'list', date: LISTED },
    { id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: '2022-05-01' },
  ],
  sources: ['plain', 'list', 'minutes'].map((id) => ({ id: `source:${id}`, document: `doc:${id}`, quote: `So it is, ${id}.` })),
  people: ['anna', 'bo', 'carl'].map((id) => row(`person:${id}`, { name: id })),
  bodies: [row('body:trust', { kind: 'BOARD', name: 'Trust', holdsOver: true })],
  terms: [
    row('term:1', { body: 'body:trust', name: '1', from: '2018-01-01', until: '2022-01-01' }),
    row('term:2', { body: 'body:trust', name: '2', from: '2022-01-01', until: '2026-01-01' }),
  ],
  ...rows,
});

const anna = seat('anna', { from: '2018-02-01', open: true, seen: [seen(LISTED, 'list')] });
const lists = [row('list:1', { document: 'doc:list', body: 'body:trust', complete: true })];
const bo = (dates: object, more: object = {}) => [anna, seat('bo', dates, more)];
const SEEN_LATER = { seen: [seen('2022-09-01')] };

const CASES: readonly [title: string, rows: World, until: readonly (string | null)[]][] = [
  ['a list of a day that does not name who is seen later', { memberships: bo(SEEN_LATER), lists }, ['2022-03-02', '2022-09-01']],
  ['no list, as who is seen may have sat before', { memberships: bo(SEEN_LATER) }, [null, null]],
  [
    'a list before which they may have been there, on leave',
    { memberships: bo(SEEN_LATER), lists, leaves: [row('leave:1', { membership: 'membership:bo', from: LISTED, until: '2022-04-01' })] },
    [null, null],
  ],
  [
    'the day of the document that an open seat names',
    { memberships: bo({ from: '2022', open: true }, { sources: ['source:minutes'] }) },
    ['2022-03-02', '2022-05-01'],
  ],
  [
    'the day on which an open seat is recorded, where nothing else tells',
    { memberships: bo({ narrowed: { fromMin: '2022-02-01' }, open: true, reason: 'Elected then.' }) },
    ['2022-03-02', today()],
  ],
  [
    'the day before that on which who is seen is replaced',
    { memberships: [...bo({ from: '2022', seen: [seen('2022-06-01')] }), seat('carl', { from: '2022-06-01' }, replaces('bo'))] },
    ['2022-03-02', '2022-05-31'],
  ],
];

let graph: Graph;
afterEach(() => graph.close());

const endOfAnna = async (): Promise<unknown[]> => {
  const { node } = await ask(graph, '{ node(id: "membership:anna") { ... on Membership { interval { untilMin untilMax } } } }');
  return [node.interval.untilMin, node.interval.untilMax];
};

describe('who holds over until a successor sits ends by the start that is told by', () => {
  test.each(CASES)('%s', async (_, rows, until) => {
    graph = await emptyGraph();
    await seedWorld(graph, world(rows));
    expect(await endOfAnna()).toEqual(until);
  });

  test.each(CASES)('%s, which is learnt after the seats', async (_, rows, until) => {
    graph = await emptyGraph();
    const [first, second] = rows['memberships'] as readonly [object, object];
    const { appointment: _unlinked, ...unlinked } = (rows['memberships']?.[2] ?? {}) as { appointment?: object };
    await seedWorld(graph, world({ memberships: [first, second, ...(rows['memberships']?.[2] ? [unlinked] : [])] }));
    await seedWorld(graph, world({ ...rows, memberships: rows['memberships'] as object[] }));
    expect(await endOfAnna()).toEqual(until);
  });

  test('another day of that document', async () => {
    graph = await emptyGraph();
    const rows = world({ memberships: bo({ from: '2022', open: true }, { sources: ['source:minutes'] }) });
    await seedWorld(graph, rows);
    const moved = rows['documents']?.map((one) => ('id' in one && one.id === 'doc:minutes' ? { ...one, date: '2022-07-01' } : one)) as object[];
    await seedWorld(graph, { ...rows, documents: moved });
    expect(await endOfAnna()).toEqual(['2022-03-02', '2022-07-01']);
  });
});

test.each<[string, object[], (string | null)[]]>([
  ['itself', [], [null, null]],
  ['another of that term', [seat('bo', { from: '2022-02-01', until: '2023-01-01' })], [null, null]],
  ['one of the next term', [seat('bo', { from: '2026-03-01', open: true })], ['2026-03-01', '2026-03-01']],
])('who began before the term that their seat names, and holds over, ends no earlier than with the next, beside %s', async (_, others, until) => {
  graph = await emptyGraph();
  const terms = ['2018', '2022', '2026'].map((year) =>
    row(`term:${year}`, { body: 'body:trust', name: year, from: `${year}-01-01`, until: `${Number(year) + 4}-01-01` }),
  );
  await seedWorld(graph, world({ terms, memberships: [seat('anna', { from: '2021-12-06', open: true, term: 'term:2022' }), ...others] }));
  expect(await endOfAnna()).toEqual(until);
});
