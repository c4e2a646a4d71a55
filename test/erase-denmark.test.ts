import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, clerkOf } from './clerk.js';
import { everyText } from './every-text.js';
import { SEEDED } from './seeded.js';
import { askManyAtOnce, denmarkGraph, seededGraph, writingOf } from './world.js';

const WHO = 'person:mads-skau';
const NAME = /mads.{1,3}skau|skau.{1,3}mads/iu;
const COUNTS = `query($asOf: LocalDate, $knownAt: DateTime) { counts: bodies(asOf: $asOf, knownAt: $knownAt, first: 40) { nodes { id members { totalCount } } } }`;

/** All of Denmark, of which each question reads all, is --long's. */
const WHAT = process.env['MANDAT_TEST_LONG'] ? 'all' : 'few';

let graph: Graph;
beforeAll(async () => {
  graph = await (WHAT === 'all' ? denmarkGraph() : seededGraph());
}, 300_000);
afterAll(() => graph.close());

describe('a mayor of the data sets that come along is erased', () => {
  test('from all that is recorded; counts stay, and the next release writes nothing', async () => {
    const { at } = await readRevision(graph);
    const days = [
      ['2022-06-21', null],
      ['2025-01-01', null],
      ['2022-06-21', new Date(at).toISOString()],
    ] as const;
    const findings = async () => (await askManyAtOnce(graph, '{ integrity { rule } }')).integrity;
    const counts = () => Promise.all(days.map(([asOf, knownAt]) => askManyAtOnce(graph, COUNTS, { asOf, knownAt })));
    const [before, found] = [await counts(), await findings()];
    expect((await everyText(graph)).filter((text) => NAME.test(text)).length).toBeGreaterThan(5);
    const told = await clerkOf(graph, ADMIN).record([{ erase: { person: WHO, why: 'Asked for.' } }]);
    expect([told.status, told.made[0]?.node?.id]).toEqual(['WRITTEN', 'person:erased-1']);
    expect((await everyText(graph)).filter((text) => NAME.test(text))).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await findings()).toEqual(found);
    const { number } = await readRevision(graph);
    // Files of another release differ.
    await graph.write((tx) => tx.run(writingOf("MATCH (w:Writer) SET w.hash = ''"), {}));
    await seedFolders(graph, SEEDED[WHAT]());
    expect((await readRevision(graph)).number).toBe(number);
    expect((await everyText(graph)).filter((text) => NAME.test(text))).toEqual([]);
  }, 300_000);
});
