import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bundledFolders } from '../src/exchange/data-sets.js';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { FORMAT, FormatError, requireFormat } from '../src/write/format.js';
import { migrate } from '../src/write/migrate.js';
import { type World, ask, emptyGraph, readingOf, seedWorld, writingOf } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const write = (text: string, params = {}): Promise<unknown> => graph.write((tx) => tx.run(writingOf(text), params));

test('an empty graph may be written, and says its format from then on', async () => {
  await requireFormat(graph);
  await seedFolders(graph, bundledFolders());
  await requireFormat(graph);
  expect(await migrate(graph)).toBe(false);
});

test.each([
  ['REMOVE r.format', 1, 'too early'],
  [`SET r.format = ${FORMAT + 1}`, FORMAT + 1, 'a later version'],
])('a graph of another is refused, after %s', async (change, given, version) => {
  await seedWorld(graph, {});
  await write(`MATCH (r:Revision {id: 'revision'}) ${change}`);
  expect(await migrate(graph)).toBe(false);
  await expect(requireFormat(graph)).rejects.toThrow(FormatError);
  await expect(requireFormat(graph)).rejects.toThrow(new RegExp(`given: format ${given}, .*${version}`));
});

/** A graph as the release before this one wrote it, in three transactions of two data sets, with what it answered. */
interface Written {
  nodes: { labels: string[]; p: Record<string, unknown> }[];
  versions: { p: Record<string, unknown>; of: string }[];
  edges: { type: string; p: Record<string, unknown>; from: string; to: string }[];
  words: { name: string; word: string }[];
  world: World;
  answers: { question: string; data: unknown }[];
}

const written = JSON.parse(readFileSync('test/format-2.json', 'utf8')) as Written;

const restore = async (): Promise<void> => {
  for (const { labels, p } of written.nodes) await write(`CREATE (n:${labels.join(':')}) SET n = $p`, { p });
  for (const { p, of } of written.versions) await write('MATCH (n:Node {id: $of}) CREATE (v:Version)-[:OF]->(n) SET v = $p', { p, of });
  for (const { type, p, from, to } of written.edges)
    await write(`MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:\`${type}\`]->(b) SET r = $p`, { p, from, to });
  for (const one of written.words) await write('MATCH (n:Name {id: $name}) MERGE (w:Word {text: $word}) MERGE (n)-[:HAS_WORD]->(w)', { ...one });
};

describe('a graph of the format before this one', () => {
  beforeEach(restore);

  test('is carried over with all that it recorded, and when: it answers as it did, on past states too', async () => {
    expect(await migrate(graph)).toBe(true);
    await requireFormat(graph);
    expect(written.answers.length).toBeGreaterThan(12);
    for (const { question, data } of written.answers) expect(await ask(graph, question)).toEqual(data);
    expect(await migrate(graph)).toBe(false);
  });

  test('leaves nothing of the earlier format', async () => {
    await migrate(graph);
    const left = await graph.read(readingOf<{ n: number }>('MATCH (n) WHERE n:Row OR n:DataSet RETURN count(n) AS n', ['n']), {});
    const edges = await graph.read(
      readingOf<{ n: number }>("MATCH (a:Appointment)-[r]->(b:Node) WHERE type(r) IN ['RESTS_ON', 'GIVEN_BY'] RETURN count(r) AS n", ['n']),
      {},
    );
    expect([left[0]?.n, edges[0]?.n]).toEqual([0, 0]);
  });

  test('has the folded words that the same rows are written with', async () => {
    const folded = 'MATCH (n:Node) WHERE n:Agreement OR n:Decision OR n:Document OR n:Statement RETURN n.id AS id, n.folded AS folded ORDER BY id';
    const read = () => graph.read(readingOf<{ id: string; folded: string }>(folded, ['id', 'folded']), {});
    await migrate(graph);
    const carried = await read();
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, written.world);
    expect(carried.length).toBeGreaterThan(4);
    expect(carried).toEqual(expect.arrayContaining(await read()));
  });

  test('is seeded on as if it had always been of this one: the same rows write nothing, others what they change', async () => {
    await migrate(graph);
    const counts = ({ recorded, learnt, corrected, retracted, derived }: Awaited<ReturnType<typeof seedWorld>>) => [
      recorded,
      learnt,
      corrected,
      retracted,
      derived,
    ];
    expect(counts(await seedWorld(graph, written.world))).toEqual([0, 0, 0, 0, 0]);
    const people = [{ id: 'person:bo', name: 'Bo Bosen', sources: ['source:1'] }, ...(written.world['people'] ?? []).slice(0, 1)];
    expect(counts(await seedWorld(graph, { ...written.world, people }))).toEqual([0, 0, 1, 0, 0]);
    expect((await ask(graph, '{ person(id: "person:bo") { name } }')).person.name).toBe('Bo Bosen');
  });
});
