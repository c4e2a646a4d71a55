import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, seedWorld, seededGraph } from './world.js';

describe('what a reader must know of a document', () => {
  let graph: Graph;
  let before = '';
  const documents = (note?: string) => [
    { id: 'doc:scan', title: 'A scan', kind: 'minutes', ...(note && { note }) },
    { id: 'doc:plain', title: 'A letter', kind: 'letter', url: 'https://example.org/letter', sha256: 'a'.repeat(64) },
  ];
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, { documents: documents('Page 2 is missing.') });
    before = new Date((await readRevision(graph)).at).toISOString();
  });
  afterAll(() => graph.close());

  const noted = async (lens = ''): Promise<Record<string, string | null>> => {
    const { documents: found } = await ask(graph, `{ documents${lens} { nodes { id note } } }`);
    return Object.fromEntries(found.nodes.map(({ id, note }: { id: string; note: string | null }) => [id, note]));
  };

  test('is told, and null where nothing is noted', async () => {
    expect(await noted()).toEqual({ 'doc:scan': 'Page 2 is missing.', 'doc:plain': null });
    expect(await ask(graph, '{ document(id: "doc:plain") { url sha256 note } }')).toEqual({
      document: { url: 'https://example.org/letter', sha256: 'a'.repeat(64), note: null },
    });
  });

  test('is what was noted at a time of the record', async () => {
    const report = await seedWorld(graph, { documents: documents('Page 2 is unreadable.') });
    expect([report.recorded, report.corrected]).toEqual([0, 1]);
    await seedWorld(graph, { documents: documents() });
    expect(await noted()).toEqual({ 'doc:scan': null, 'doc:plain': null });
    expect(await noted(`(knownAt: "${before}")`)).toEqual({ 'doc:scan': 'Page 2 is missing.', 'doc:plain': null });
  });
});

describe('of the documents that come along', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  test('the scan says that it has lost letters, and its quotes keep what stands in it', async () => {
    const { document } = await ask(graph, '{ document(id: "doc:004") { note date sources { quote } } }');
    expect(document.note).toMatch(/scan .* has lost æ, ø and å/);
    expect(document.date).toBeNull();
    const quotes = document.sources.map(({ quote }: { quote: string }) => quote).join('\n');
    expect(quotes).not.toMatch(/[æøå]/i);
    expect(quotes).toMatch(/feelles|prevehandlinger|omrade/);
  });

  test('all but the law on local government and the five of KKR say where they can be read', async () => {
    const { documents } = await ask(graph, '{ documents(first: 200) { nodes { id url } pageInfo { hasNextPage } } }');
    expect(documents.pageInfo.hasNextPage).toBe(false);
    expect(documents.nodes.flatMap(({ id, url }: { id: string; url: string | null }) => (url ? [] : [id])).sort()).toEqual([
      'doc:000',
      'doc:001',
      'doc:002',
      'doc:003',
      'doc:004',
      'doc:denmark-kommunestyrelsesloven',
    ]);
  });
});
