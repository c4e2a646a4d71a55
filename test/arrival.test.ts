import { expect, test } from 'vitest';
import fc from 'fast-check';
import { referencesOf } from '../src/write/references.js';
import type { WordRow } from '../src/write/rows.js';
import { worlds } from './lens/worlds.js';
import { random } from './random.js';
import { type Stored, stateOf } from './state.js';
import { type World, emptyGraph, sampleOf, seedWorld } from './world.js';

const WORLDS = sampleOf(24, 8, 2);
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

type Row = { id: string } & Record<string, unknown>;
type Rows = Record<string, Row[]>;

/** Seats that depend on others, in circles too, and people who die. */
const withMore = (rows: Rows, pick: (below: number) => number): Rows => {
  const seats = rows['memberships'] ?? [];
  return {
    ...rows,
    people: (rows['people'] ?? []).map((one) => (pick(4) ? one : { ...one, diedOn: `${2019 + pick(6)}-0${1 + pick(9)}` })),
    memberships: seats.map((one) => {
      const on = seats[pick(seats.length)]?.id;
      return pick(3) || on === one.id ? one : { ...one, dependsOn: [{ on, sources: ['source:1'] }] };
    }),
  };
};

/** Some rows that no other row refers to, and those that remain. */
const split = (rows: Rows, isChosen: () => boolean): [World, World] => {
  const all = Object.entries(rows).flatMap(([word, some]) => some.map((row) => ({ word, row }) as unknown as WordRow));
  const later = new Set(all.filter(({ word }) => ['memberships', 'affiliations', 'relations', 'terms'].includes(word) && isChosen()).map(({ row }) => row.id));
  for (let size = -1; size !== later.size;) {
    size = later.size;
    for (const one of all) if (referencesOf(one).some(({ id }) => later.has(id))) later.add(one.row.id);
  }
  const those = (test: (id: string) => boolean): World =>
    Object.fromEntries(Object.entries(rows).map(([word, some]) => [word, some.filter(({ id }) => test(id))]));
  return [those((id) => !later.has(id)), those((id) => later.has(id))];
};

const shuffled = <T>(all: readonly T[], pick: (below: number) => number): T[] => {
  const left = [...all];
  return all.map(() => left.splice(pick(left.length), 1)[0] as T);
};

/** What a graph holds after some data sets, without who says it. */
const after = async (...sets: readonly [id: string, world: World][]): Promise<Stored[]> => {
  const graph = await emptyGraph();
  try {
    for (const [id, world] of sets) await seedWorld(graph, world, { id });
    return (await stateOf(graph)).map(({ writers: _, ...said }) => said);
  } finally {
    await graph.close();
  }
};

test('the same rows give the same bounds, in any order, in one data set or two, and whichever way there', async () => {
  const arrivals = fc.tuple(worlds(1), fc.nat());
  await fc.assert(
    fc.asyncProperty(arrivals, async ([world, number]) => {
      const pick = random(number);
      const rows = withMore(world.states[0] as unknown as Rows, pick);
      const whole = await after(['world', rows]);
      const inOtherOrder = Object.fromEntries(shuffled(Object.entries(rows), pick).map(([word, some]) => [word, shuffled(some, pick)]));
      expect(await after(['world', inOtherOrder])).toEqual(whole);
      const [first, second] = split(rows, () => pick(2) === 0);
      expect(await after(['one', first], ['two', second])).toEqual(whole);
      expect(await after(['world', first], ['world', rows])).toEqual(whole);
      expect(await after(['world', rows], ['world', first], ['world', rows])).toEqual(whole);
    }),
    { seed, numRuns: WORLDS, endOnFailure: true },
  );
}, 300_000);
