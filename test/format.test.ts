import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { FORMAT, FormatError, requireFormat } from '../src/write/format.js';
import { bundledFolders, seedFolders } from '../src/exchange/seed.js';
import { emptyGraph, writingOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const write = (text: string): Promise<unknown> => graph.write((tx) => tx.run(writingOf(text), {}));

test('an empty graph may be written, and says its format from then on', async () => {
  await requireFormat(graph);
  await seedFolders(graph, bundledFolders());
  await requireFormat(graph);
});

test.each([
  ['REMOVE r.format', 1, 'earlier'],
  [`SET r.format = ${FORMAT + 1}`, FORMAT + 1, 'later'],
])('a graph of another is refused, after %s', async (change, given, version) => {
  await write(`MATCH (r:Revision {id: 'revision'}) ${change}`);
  await expect(requireFormat(graph)).rejects.toThrow(FormatError);
  await expect(requireFormat(graph)).rejects.toThrow(`given: format ${given}, of ${version === 'earlier' ? 'an' : 'a'} ${version} version`);
});
