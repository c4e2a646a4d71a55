import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { dimensionWorlds } from './lens/dimension-worlds.js';
import { Dimensions, type Row } from './lens/dimensions.js';
import { called } from './lens/questions.js';
import { type World, askManyAtOnce, emptyGraph, sampleOf, seedWorld } from './world.js';

const WORLDS = sampleOf(1_000, 12, 12);
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

let graph: Graph | undefined;
afterEach(async () => graph?.close());

interface Told {
  keys: { thing: { id: string } | null; value: string | null }[];
  people: { min: number; max: number; open: boolean };
  memberships: { min: number; max: number; open: boolean };
}

const rowOf = ({ keys, people, memberships }: Told): Row => ({
  key: keys.map(({ thing, value }) => thing?.id ?? value ?? '').join(' '),
  people: [people.min, people.max],
  memberships: [memberships.min, memberships.max],
  open: people.open,
});

test(`people and seats of random worlds are counted by any dimensions under any filter, ${WORLDS} times`, async () => {
  const found = { rows: 0, unsure: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(dimensionWorlds, async ({ rows, asked }) => {
      await graph?.close();
      const world = await emptyGraph();
      graph = world;
      await seedWorld(world, rows as unknown as World);
      for (const { day, by, filter } of asked) {
        const range = '{ min max open }';
        const { counts } = await askManyAtOnce(
          world,
          `{ counts${called({ asOf: day, filter, by })} { keys { thing { id } value } people ${range} memberships ${range} } }`,
        );
        const told = (counts as Told[]).map(rowOf).sort((a, b) => (a.key < b.key ? -1 : 1));
        expect({ day, by, filter, told }).toEqual({ day, by, filter, told: new Dimensions(rows, day).counts(filter, by) });
        found.rows += told.length;
        found.unsure += told.filter(({ people }) => people[0] < people[1]).length;
        found.closed += told.filter(({ open }) => !open).length;
      }
    }),
    { numRuns: WORLDS, seed, endOnFailure: true },
  );
  expect(found.rows).toBeGreaterThan(WORLDS * 5);
  expect(found.unsure).toBeGreaterThan(WORLDS / 2);
  expect(found.closed).toBeGreaterThan(WORLDS / 2);
}, 3_600_000);
