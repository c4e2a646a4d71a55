import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import type { Rows } from './lens/rows.js';
import { worlds } from './lens/worlds.js';
import { type Stored, stateAt, stateOf } from './state.js';
import { type World, emptyGraph, sampleOf, seedWorld, wipe } from './world.js';

const WORLDS = sampleOf(24, 8, 2);
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

let graph: Graph | undefined;
afterEach(async () => graph?.close());

/** Of people in their order, each is kept, or leads to one before: to whom, by number. */
const leads = fc.array(fc.option(fc.nat(), { freq: 2 }), { minLength: 12, maxLength: 12 });

/** A world in which people are one: in chains too. */
const merged = (rows: Rows, drawn: readonly (number | null)[]): World => {
  const merges = rows.people.flatMap(({ id: gone }, at) => {
    const to = drawn[at % drawn.length];
    return at === 0 || to == null ? [] : [{ id: `merge:${at}`, keep: rows.people[to % at]?.id, gone, sources: ['source:1'] }];
  });
  return { ...(rows as unknown as World), ...(merges.length > 0 && { merges }) };
};

test(`people of a random world who are merged and taken apart are as before, merged alike in whatever steps, and known as they were, ${WORLDS} times`, async () => {
  await fc.assert(
    fc.asyncProperty(worlds(1), leads, async ({ states }, drawn) => {
      await graph?.close();
      const world = (graph = await emptyGraph());
      const [first, second] = [states[0] as Rows, states.at(-1) as Rows];
      const steps: Stored[][] = [];
      const times: number[] = [];
      for (const rows of [first as unknown as World, merged(first, drawn), merged(second, drawn), second as unknown as World]) {
        await seedWorld(world, rows);
        steps.push(await stateOf(world));
        times.push((await readRevision(world)).at);
      }
      for (const [at, state] of steps.entries()) expect(await stateAt(world, times[at] as number)).toEqual(state);
      for (const [rows, at] of [
        [merged(first, drawn), 1],
        [merged(second, drawn), 2],
        [second, 3],
      ] as const) {
        await wipe(world);
        await seedWorld(world, rows as unknown as World);
        expect(steps[at]).toEqual(await stateOf(world));
      }
    }),
    { numRuns: WORLDS, seed },
  );
}, 300_000);
