import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnNames, edgeNames, isPossibleIn, problemsOf } from '../tools/dialect.js';
import { paramsOf, readQueryFiles } from '../tools/queries.js';
import * as generated from '../src/generated/queries.js';
import { edgeTypes } from '../src/generated/words.js';
import type { Graph, Query } from '../src/graph/port.js';
import { isCertain, isPossible } from '../src/time/in-force.js';
import { emptyGraph, readingOf, seededGraph } from './world.js';

const files = readQueryFiles('cypher');
const edges = edgeNames(Object.values(edgeTypes));
const variantsOf = (query: string) => files.filter(({ name }) => name === query || name.startsWith(`${query}.`));

describe('every query file', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s keeps the house dialect and its header', (_, file) => {
    expect(problemsOf(file, edges)).toEqual([]);
  });

  test('is used by the code', () => {
    const code = readdirSync('src', { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
      .map((path) => readFileSync(`src/${path}`, 'utf8'))
      .join('\n');
    // The four queries of a list are handed over together.
    const isListed = (folder: string, query: string): boolean =>
      ['list', 'listEarlier', 'count', 'countEarlier'].includes(query) && new RegExp(`queries\\.${folder}, `).test(code);
    const unused = Object.entries(generated).flatMap(([folder, queries]) =>
      Object.keys(queries)
        .filter((query) => !code.includes(`${folder}.${query}`) && !isListed(folder, query))
        .map((query) => `${folder}.${query}`),
    );
    expect(unused).toEqual([]);
  });
});

describe('the dialect', () => {
  const file = (text: string, rows: string[] = [], params: string[] = []) => ({
    name: 'x',
    file: 'x.cypher',
    text,
    purpose: 'Says what it is for.',
    kind: 'read' as const,
    ever: [] as { name: string; type: string }[],
    params: params.map((name) => ({ name, type: 'string' })),
    rows: rows.map((name) => ({ name, type: 'string' })),
  });

  test.each([
    ['a pattern without labels', 'MATCH (a)-[r:X]->(b:B)\nRETURN b.id AS id', ['id']],
    ['a column without a name', 'MATCH (b:B)\nRETURN b.id', ['id']],
    ['an inline WHERE', 'MATCH (b:B WHERE b.id = 1)\nRETURN b.id AS id', ['id']],
    ['a quantified path', 'MATCH (a:A)((b:B)-[:X]->(c:C)){1,3}(d:D)\nRETURN d.id AS id', ['id']],
    ['APOC', 'CALL apoc.do()\nRETURN 1 AS id', ['id']],
    ['a versioned edge without the visible clause', 'MATCH (a:A)-[m:MEMBER_OF]->(b:B)\nRETURN m.id AS id', ['id']],
    ['a versioned edge without a name', 'MATCH (b:B)<-[:TO]-(a:A)\nWITH a ORDER BY a.id\nRETURN DISTINCT a.id AS id', ['id']],
    ['a parameter without a header', 'MATCH (b:B {id: $id})\nRETURN b.id AS id', ['id']],
    ['a column without a header', 'MATCH (b:B)\nRETURN b.id AS id, b.name AS name', ['id']],
  ])('refuses %s', (_, text, rows) => {
    expect(problemsOf(file(text, rows), edges)).not.toEqual([]);
  });

  test.each([
    ['what is found along an edge without a name, made distinct', 'MATCH (b:B)<-[:TO]-(a:A)\nWHERE a.on\nRETURN DISTINCT a.id AS id'],
    ['the edge of a version', 'MATCH (v:Version)-[:OF]->(b:B)\nRETURN b.id AS id'],
    ['the edge of a version, from the other side', 'MATCH (b:B)<-[:OF]-(v:Version)\nRETURN b.id AS id'],
  ])('allows %s', (_, text) => {
    expect(problemsOf(file(text, ['id']), edges)).toEqual([]);
  });

  test('refuses a list of dated edges without the possible clause', () => {
    const text = 'MATCH (a:A)-[m:MEMBER_OF]->(b:B)\nWHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt AND m.fromMin < $start\nRETURN m.id AS id';
    expect(problemsOf(file(text, ['id'], ['knownAt', 'start']), edges)).toEqual(['required: the clause "possible" for the edge m']);
    expect(problemsOf({ ...file(text, ['id'], ['knownAt', 'start']), ever: [{ name: 'm', type: 'Sitting' }] }, edges)).toEqual([]);
  });

  test('reads the names of columns through lists and maps', () => {
    expect(columnNames("MATCH (a:A)\nRETURN collect({m: m{.*}, p: 'x'}) AS xs, [a.id, a.b] AS ys")).toEqual(['xs', 'ys']);
  });
});

describe('the clauses for in force', () => {
  const days = ['0001-01-01', '2020-01-01', '2020-01-02', '2020-02-01', '9999-12-31'];
  const possible = isPossibleIn(variantsOf('memberships/by-body-ids')[0]?.text ?? '', 'm');

  test('say in Cypher what they say in TypeScript', async () => {
    expect(possible).toBe(true);
    const list = variantsOf('bodies/list')[0]?.text ?? '';
    const certain = /WHEN (b\.fromMax < \$end AND [^\n]+) THEN 0/.exec(list)?.[1];
    const maybe = /WHEN (b\.fromMin < \$end AND [^\n]+) THEN 1/.exec(list)?.[1];
    const graph = await emptyGraph();
    const rows = days.flatMap((fromMin) =>
      days.flatMap((fromMax) => days.flatMap((untilMin) => days.map((untilMax) => ({ fromMin, fromMax, untilMin, untilMax })))),
    );
    for (const [start, end] of [
      ['2020-01-01', '2020-01-02'],
      ['2020-01-01', '2020-02-01'],
      ['0001-01-01', '9999-12-31'],
    ] as const) {
      const query = readingOf<{ certain: boolean; possible: boolean }>(
        `UNWIND $rows AS b RETURN ${certain} AS certain, ${maybe} AS possible, b.fromMin + b.fromMax + b.untilMin + b.untilMax AS key ORDER BY key`,
        ['certain', 'possible', 'key'],
      );
      const sorted = [...rows].sort((a, b) => (Object.values(a).join('') < Object.values(b).join('') ? -1 : 1));
      const answers = await graph.read(query, { rows, start, end });
      expect(answers.map((one) => [one.certain, one.possible])).toEqual(sorted.map((row) => [isCertain(row, { start, end }), isPossible(row, { start, end })]));
    }
    await graph.close();
  });
});

describe('on this engine', () => {
  const sample = (type: string): unknown => {
    if (type === 'string[]') return ['body:kkr-syddanmark'];
    if (type.endsWith('[]')) return [];
    if (type === 'number') return 1;
    if (type === 'boolean') return true;
    return type.includes('null') ? null : 'x';
  };

  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  test.each(Object.entries(generated))('every reading file of %s runs, and every writing file runs on no rows', async (_, folder) => {
    for (const query of Object.values(folder) as Query<'read' | 'write', Record<string, unknown>, unknown>[]) {
      const params = Object.fromEntries(
        paramsOf(variantsOf(query.name)).map(({ name, type }) => [
          name,
          name === 'ids' && query.kind === 'write' ? [] : name === 'row' ? { id: 'x' } : sample(type),
        ]),
      );
      const run =
        query.kind === 'read'
          ? graph.read(query as Query<'read', typeof params, unknown>, params)
          : rolledBack(graph, query as Query<'write', typeof params, unknown>, params);
      await run.catch((error: unknown) => {
        throw new Error(`${query.name}: ${String(error)}`);
      });
    }
  });
});

const rolledBack = async (graph: Graph, query: Query<'write', Record<string, unknown>, unknown>, params: Record<string, unknown>): Promise<void> => {
  const enough = new Error('enough');
  await graph
    .write(async (tx) => {
      await tx.run(query, params);
      throw enough;
    })
    .catch((error: unknown) => {
      if (error !== enough) throw error;
    });
};
