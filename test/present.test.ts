import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from 'graphql';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import * as queries from '../src/generated/queries.js';
import type { Graph, Reader } from '../src/graph/port.js';
import { presentReader } from '../src/record/present.js';
import { readRevision } from '../src/record/revision.js';
import { NOW } from '../src/record/time.js';
import { recordTransaction } from '../src/write/transaction.js';
import { emptyGraph, readingOf, seedWorld } from './world.js';
import { forumNamed } from './forum.js';

const RECORDED_BEFORE = 'recordedAt <= $knownAt';

let graph: Graph;
let texts: string[] = [];
/** Notes the text of what is read. */
const noting = <R extends Reader>(reader: R): R => ({
  ...reader,
  read: (query, params, withinMs) => {
    texts.push(query.text);
    return reader.read(query, params, withinMs);
  },
});
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna'));
});
afterAll(() => graph.close());

const asksWhenRecorded = (): boolean[] => [...new Set(texts.map((text) => text.includes(RECORDED_BEFORE)))];

describe('of the present record no query asks when a version was recorded:', () => {
  const ask = async (knownAt: string): Promise<unknown> => {
    texts = [];
    const source = `{ bodies(asOf: "2022-06-21"${knownAt}) { nodes { name members { nodes { person { name } } } } } }`;
    const { data, errors } = await graphql({ schema, source, contextValue: contextFor(noting(graph)) });
    expect(errors).toBeUndefined();
    return data;
  };

  test('a question without knownAt', async () => {
    const present = await ask('');
    expect(texts.length).toBeGreaterThan(0);
    expect(asksWhenRecorded()).toEqual([false]);
    const past = await ask(`, knownAt: "${new Date((await readRevision(graph)).at).toISOString()}"`);
    expect(asksWhenRecorded()).toContain(true);
    expect(past).toEqual(present);
  });

  test('a transaction of the record', async () => {
    texts = [];
    const watched: Graph = { ...graph, write: (work) => graph.write((tx) => work(noting(tx))) };
    const byIds = { ids: ['membership:anna'], knownAt: NOW };
    const found = await recordTransaction(watched, (tx) => tx.read(queries.memberships.byIds, byIds));
    expect(found).toEqual(await graph.read(queries.memberships.byIds, byIds));
    expect(queries.memberships.byIds.text).toContain(RECORDED_BEFORE);
    expect(asksWhenRecorded()).toEqual([false]);
  });

  test('whichever text the engine needs', async () => {
    const clause = 'WITH $xs AS xs UNWIND xs AS x WITH x WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt RETURN';
    const query = { ...readingOf<{ n: number }>(`${clause} 1 AS n`, ['n']), texts: { grafeo: `${clause} 2 AS n`, neo4j: `${clause} 3 AS n` } };
    const seen: unknown[] = [];
    const reader = presentReader({ read: async (given) => (seen.push(given), []) });
    await reader.read(query, { knownAt: NOW });
    await reader.read(query, { knownAt: NOW });
    await reader.read(query, { knownAt: 1 });
    expect(seen).toMatchObject([{ text: expect.not.stringContaining(RECORDED_BEFORE) }, {}, query]);
    expect(JSON.stringify(seen[0])).not.toContain(RECORDED_BEFORE);
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).toBe(query);
  });
});
