// Who is elected again, as a term turns that is printed as a year or month: the day of the turn is not the first of the next.
import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, eventsIn, seat, seen, term } from './events-world.js';
import { emptyGraph, seedWorld } from './world.js';

let graph: Graph;
afterEach(() => graph.close());

const terms = (until: string, from: string) => [term(2018, { from: '2018-01-01', until }), term(2022, { from, until: '2027-01-01' })];
const again = (first: object, second: object) => [seat('a1', 'anna', { from: '2018-01-01', ...first }), seat('a2', 'anna', second)];
const of = (year: number) => ({ term: `term:council-${year}` });

type Case = readonly [title: string, until: string, from: string, seats: ReturnType<typeof again>, told: readonly string[]];
const CASES: readonly Case[] = [
  [
    'a year ends with its last day, before a start of the next',
    '2021',
    '2022',
    again({}, { from: '2022' }),
    ['LEFT 2018-01-02..2022-01-01', 'REELECTED 2022-01-01..2022-12-31'],
  ],
  [
    'so does a month',
    '2021-12',
    '2022-01-01',
    again(of(2018), { from: '2022-01', ...of(2022) }),
    ['LEFT 2018-01-02..2022-01-01', 'REELECTED 2022-01-01..2022-01-31'],
  ],
  [
    'in the year of the turn the two share one day of it',
    '2022',
    '2022',
    again(of(2018), { narrowed: { fromMax: '2024-01-01' }, reason: 'x', ...of(2022) }),
    ['REELECTED 2022-01-01..2022-12-31'],
  ],
  ['what is begun in the year is the turn', '2022', '2022', again({}, { from: '2022-03' }), ['REELECTED 2022-03-01..2022-03-31']],
  ['a turn of a day is that day', '2022-01-01', '2022-01-01', again({}, { from: '2022' }), ['REELECTED 2022-01-01']],
  ['an end that is printed on the day after the year is the turn', '2021', '2022', again({ until: '2022-01-01' }, { from: '2022' }), ['REELECTED 2022-01-01']],
  [
    'who is only seen in the next year was elected by the end of the last',
    '2021',
    '2022',
    again({}, { seen: seen('2022-06-01'), narrowed: { fromMin: '2021-06-01' }, reason: 'x' }),
    ['REELECTED 2021-06-01..2021-12-31'],
  ],
];

const short = (line: string): string => line.replace(/^(\S+) (\S+) .*$/, '$2 $1');

describe('at the turn of a term', () => {
  test.each(CASES)('%s', async (_, until, from, seats, expected) => {
    graph = await emptyGraph();
    await seedWorld(graph, council(seats, { terms: terms(until, from) }));
    const lines = await eventsIn(graph, { untold: true, filter: '{ kinds: [LEFT, REELECTED] }', until: '2025-12-31' });
    expect(lines.map(short).sort()).toEqual(expected);
  });
});
