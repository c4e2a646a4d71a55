import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as queries from '../src/generated/queries.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { recordTransaction, settle } from '../src/write/transaction.js';
import { emptyGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

/** The graph, as if parts of a commit were seen before the others. */
const inParts = (): Graph => ({ ...graph, commitsWhole: false });

describe('the revision', () => {
  test('says that a write is under way from before it begins until all of it is there, or none', async () => {
    const { number } = await readRevision(graph);
    await recordTransaction(inParts(), async () => expect(await readRevision(graph)).toMatchObject({ number, writing: true }));
    expect(await readRevision(graph)).toMatchObject({ number: number + 1, writing: false });
    await expect(recordTransaction(inParts(), () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await readRevision(graph)).toMatchObject({ number: number + 1, writing: false });
  });

  test('is announced anew by a writer whose announcement another one settled', async () => {
    const writing: boolean[] = [];
    const { number } = await readRevision(graph);
    const write = () => recordTransaction(inParts(), async () => void writing.push((await readRevision(graph)).writing));
    await Promise.all([write(), settle(graph), write(), settle(graph), settle(graph)]);
    expect(writing).not.toContain(false);
    expect(await readRevision(graph)).toMatchObject({ number: number + 2, writing: false });
  });

  test('says nothing of a write of which all is there at once, and is settled with it', async () => {
    const { number } = await readRevision(graph);
    await recordTransaction({ ...graph, commitsWhole: true }, async () => expect(await readRevision(graph)).toMatchObject({ number, writing: false }));
    expect(await readRevision(graph)).toMatchObject({ number: number + 1, writing: false });
    expect(await graph.read(queries.feed.state, {})).toMatchObject([{ revision: number + 1 }]);
  });
});
