import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, seedWorld } from './world.js';

const seen = (...days: string[]) => ({ seen: days.map((on) => ({ on, in: 'doc:early' })) });

type Seat = [dates: object, sources?: string[]];

/** Seats by name, all in one board, of one party. */
const worldOf = (seats: Readonly<Record<string, Seat>>, late = '2022-03-01'): World => ({
  documents: [
    { id: 'doc:early', title: 'Early', kind: 'minutes', date: '2014-02-01' },
    { id: 'doc:late', title: 'Late', kind: 'minutes', date: late },
    { id: 'doc:year', title: 'Of a year', kind: 'minutes', date: '2022' },
  ],
  sources: ['early', 'late', 'year'].map((name) => ({ id: `source:${name}`, document: `doc:${name}`, quote: 'Anna sits there.' })),
  parties: [{ id: 'party:a', name: 'A', sources: ['source:early'] }],
  bodies: [{ id: 'body:b', kind: 'BOARD', name: 'Board', sources: ['source:early'] }],
  people: Object.keys(seats).map((name) => ({ id: `person:${name}`, name, sources: ['source:early'] })),
  affiliations: Object.keys(seats).map((name) => ({
    id: `affiliation:${name}`,
    person: `person:${name}`,
    with: 'party:a',
    open: true,
    sources: ['source:early'],
  })),
  memberships: Object.entries(seats).map(([name, [dates, sources = ['source:early']]]) => ({
    id: `membership:${name}`,
    person: `person:${name}`,
    body: 'body:b',
    role: 'MEMBER',
    ...dates,
    sources,
  })),
});

const CASES: Record<string, { seats: Record<string, Seat>; since: Record<string, string[]> }> = {
  sighted: {
    seats: { long: [seen('2014-02-01')], often: [seen('2014-02-01', '2022-06-21')], month: [seen('2022-05')], named: [seen('2014-02-01'), ['source:late']] },
    since: {
      '2014-02-01': ['long', 'month', 'named', 'often'],
      '2014-02-02': ['month', 'often'],
      '2022-05-02': ['often'],
      '2022-06-21': ['often'],
      '2022-06-22': [],
    },
  },
  'with printed dates': {
    seats: {
      start: [{ from: '2010-01-01' }],
      year: [{ from: '2020' }],
      end: [{ until: '2030-01-01', ...seen('2014-02-01') }],
      both: [{ from: '2010-01-01', until: '2030' }],
      inferred: [{ from: '2010-01-01', until: '2030', fromBasis: 'INFERRED', untilBasis: 'INFERRED', reason: 'By law.' }],
    },
    since: {
      '2010-01-01': ['both', 'end', 'start', 'year'],
      '2010-01-02': ['both', 'end', 'year'],
      '2020-01-02': ['both', 'end'],
      '2029-01-01': ['both', 'end'],
    },
  },
  'that last until further notice': {
    seats: {
      early: [{ open: true, from: '2010-01-01' }],
      late: [{ open: true, from: '2010-01-01' }, ['source:early', 'source:late']],
      year: [{ open: true, from: '2010-01-01' }, ['source:year']],
      sighted: [{ open: true, from: '2010-01-01', ...seen('2022-06-21') }],
    },
    since: { '2014-02-01': ['early', 'late', 'sighted'], '2014-02-02': ['late', 'sighted'], '2022-03-01': ['late', 'sighted'], '2022-03-02': ['sighted'] },
  },
};

describe.each(Object.entries(CASES))('of seats %s', (_, { seats, since }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, worldOf(seats));
  });
  afterAll(() => graph.close());

  const asked = async (filter: string): Promise<string[]> =>
    (await ask(graph, `{ representations(filter: { ${filter}, how: [BELONGS_TO] }, asOf: "2024-01-01") { nodes { person { name } } } }`)).representations.nodes
      .map(({ person }: { person: { name: string } }) => person.name)
      .sort();

  test.each(Object.entries(since))('those that a source shows held since %s are found, and those with printed dates', async (day, names) => {
    expect(await asked(`where: "body:b", observedSince: "${day}"`)).toEqual(names);
    expect(await asked(`ofParty: "party:a", observedSince: "${day}"`)).toEqual(names);
  });

  test('all are found where it is not asked', async () => expect(await asked('where: "body:b", observedSince: null')).toEqual(Object.keys(seats).sort()));
});

test('a sighting of a month or year shows by its last day that a seat is held, and not before its first day that it still is', async () => {
  const graph = await emptyGraph();
  try {
    await seedWorld(graph, worldOf({ month: [seen('2022-02', '2022-01-31')], year: [seen('2021')], day: [seen('2020-02-29')], never: [{ open: true }] }));
    const { body } = await ask(graph, '{ body(id: "body:b") { lastObserved members(all: true) { nodes { person { name } firstObserved lastObserved } } } }');
    expect(body.lastObserved).toBe('2022-02-01');
    expect(
      body.members.nodes
        .map((row: { person: { name: string }; firstObserved: string; lastObserved: string }) => [row.person.name, row.firstObserved, row.lastObserved])
        .sort(),
    ).toEqual([
      ['day', '2020-02-29', '2020-02-29'],
      ['month', '2022-01-31', '2022-02-01'],
      ['never', null, null],
      ['year', '2021-12-31', '2021-01-01'],
    ]);
  } finally {
    await graph.close();
  }
});

test('a document that is over before its seat, or is dated otherwise since, shows it held as it was recorded', async () => {
  const graph = await emptyGraph();
  try {
    const seats: Record<string, Seat> = {
      gone: [{ open: true, from: '2010-01-01', over: [{ on: '2022-01-01', in: 'doc:year' }] }, ['source:late']],
      here: [{ open: true, from: '2010-01-01' }, ['source:late']],
    };
    await seedWorld(graph, worldOf(seats));
    const then = new Date((await readRevision(graph)).at).toISOString();
    await seedWorld(graph, worldOf(seats, '2016-03-01'));
    const found = async (day: string, lens: string): Promise<string[]> =>
      (
        await ask(graph, `{ representations(filter: { where: "body:b", observedSince: "${day}", all: true }${lens}) { nodes { person { name } } } }`)
      ).representations.nodes.map(({ person }: { person: { name: string } }) => person.name);
    expect([await found('2016-01-01', ''), await found('2020-01-01', '')]).toEqual([['here', 'gone'], []]);
    expect(await found('2020-01-01', `, knownAt: "${then}"`)).toEqual(['here']);
    expect(await errorsOf(graph, '{ representations(filter: { where: "body:b", observedSince: "2020" }) { totalCount } }')).toHaveLength(1);
    expect(await errorsOf(graph, '{ representations(filter: { observedSince: "2020-01-01" }) { totalCount } }')).toMatchObject([{ code: 'FILTER_REQUIRED' }]);
  } finally {
    await graph.close();
  }
});
