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

/** A graph as an earlier release wrote it, in several transactions, with what it answered. */
interface Written {
  nodes: { labels: string[]; p: Record<string, unknown> }[];
  versions: { p: Record<string, unknown>; of: string }[];
  edges: { type: string; p: Record<string, unknown>; from: string; to: string }[];
  words: { name: string; word: string }[];
  world: World;
  answers: { question: string; data: unknown }[];
}

const writtenIn = (format: number): Written => JSON.parse(readFileSync(`test/format-${format}.json`, 'utf8')) as Written;

const restore = async (written: Written): Promise<void> => {
  for (const { labels, p } of written.nodes) await write(`CREATE (n:${labels.join(':')}) SET n = $p`, { p });
  for (const { p, of } of written.versions) await write('MATCH (n:Node {id: $of}) CREATE (v:Version)-[:OF]->(n) SET v = $p', { p, of });
  for (const { type, p, from, to } of written.edges)
    await write(`MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:\`${type}\`]->(b) SET r = $p`, { p, from, to });
  for (const one of written.words) await write('MATCH (n:Name {id: $name}) MERGE (w:Word {text: $word}) MERGE (n)-[:HAS_WORD]->(w)', { ...one });
};

const counts = ({ recorded, learnt, corrected, retracted, derived }: Awaited<ReturnType<typeof seedWorld>>) => [
  recorded,
  learnt,
  corrected,
  retracted,
  derived,
];

const rowsOf = (text: string): Promise<Record<'a' | 'b', unknown>[]> => graph.read(readingOf<Record<'a' | 'b', unknown>>(text, ['a', 'b']), {});

/** What lists and search find things by, that what was retracted is found by too. */
const FOUND_BY = [
  'MATCH (n:Node) WHERE n:Agreement OR n:Decision OR n:Document OR n:Statement RETURN n.id AS a, n.folded AS b ORDER BY a',
  'MATCH (n:Name) RETURN n.id AS a, n.words AS b ORDER BY a',
  'MATCH (n:Name)-[:HAS_WORD]->(w:SearchWord) RETURN n.id AS a, w.text AS b ORDER BY a, b',
  'MATCH (s:Spelling) RETURN s.key AS a, s.word AS b ORDER BY a, b',
];

describe.each([2, 3])('a graph of format %d', (format) => {
  const written = writtenIn(format);
  beforeEach(() => restore(written));

  test('is carried over with all that it recorded, and when: it answers as it did, on past states too', async () => {
    expect(await migrate(graph)).toBe(true);
    await requireFormat(graph);
    expect(written.answers.length).toBeGreaterThan(4);
    for (const { question, data } of written.answers) expect(await ask(graph, question)).toEqual(data);
    expect(await migrate(graph)).toBe(false);
  });

  test('leaves nothing of the earlier format', async () => {
    await migrate(graph);
    expect(await rowsOf('MATCH (n) WHERE n:Row OR n:DataSet OR n:Word RETURN n.id AS a, n.text AS b')).toEqual([]);
    expect(await rowsOf("MATCH (a:Appointment)-[r]->(b:Node) WHERE type(r) IN ['RESTS_ON', 'GIVEN_BY'] RETURN a.id AS a, b.id AS b")).toEqual([]);
    expect(await rowsOf('MATCH (w:SearchWord) WHERE NOT EXISTS { MATCH (w)<-[:HAS_WORD]-(n:Name) } RETURN w.text AS a, w.text AS b')).toEqual([]);
  });

  test('is found by what the same rows are found by', async () => {
    const read = async () => (await Promise.all(FOUND_BY.map(rowsOf))).map((rows) => rows.map((row) => JSON.stringify(row)));
    await migrate(graph);
    const carried = await read();
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, written.world);
    const anew = await read();
    expect(anew.map(({ length }) => length > 3)).toEqual([true, true, true, true]);
    expect(carried).toEqual(anew.map((rows) => expect.arrayContaining(rows)));
    expect(carried.map((rows) => new Set(rows).size)).toEqual(carried.map(({ length }) => length));
  });

  test('is seeded on as if it had always been of this one: the same rows write nothing, others what they change', async () => {
    await migrate(graph);
    expect(counts(await seedWorld(graph, written.world))).toEqual([0, 0, 0, 0, 0]);
    const people = (written.world['people'] as { id: string }[]).map((row) => (row.id === 'person:bo' ? { ...row, name: 'Bo Bosen' } : row));
    expect(counts(await seedWorld(graph, { ...written.world, people }))).toEqual([0, 0, 1, 0, 0]);
    expect((await ask(graph, '{ person(id: "person:bo") { name } }')).person.name).toBe('Bo Bosen');
  });
});

test('names of format 3 are found as they are folded now, what was retracted on its day', async () => {
  await restore(writtenIn(3));
  await migrate(graph);
  const found = async (text: string, knownAt = ''): Promise<string[]> =>
    (await ask(graph, `{ search(text: "${text}"${knownAt}) { node { id } } }`)).search.map(({ node }: { node: { id: string } }) => node.id);
  const past = `, knownAt: "${(writtenIn(3) as unknown as { then: string }).then}"`;
  expect([await found('Noel'), await found('thordur lukasz'), await found('gross')]).toEqual([['doc:1', 'person:noel'], ['person:thor'], []]);
  expect([await found('gross', past), await found('Raphael', past)]).toEqual([['person:gone'], ['person:bo']]);
  const people = [{ id: 'person:noel', name: 'Noah Andersen', sources: ['source:1'] }];
  await seedWorld(graph, { ...writtenIn(3).world, people, statements: [] });
  expect(await found('Noel')).toEqual(['doc:1']);
  expect(await found('Noah')).toEqual(['person:noel']);
});
