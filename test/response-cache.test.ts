import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OperationDefinitionNode, graphql, isObjectType, parse } from 'graphql';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import type { Graph } from '../src/graph/port.js';
import { coalesced } from '../src/read/coalesced.js';
import { parsedDocumentCache } from '../src/http/parsed-document-cache.js';
import { type CachePolicy, cachePolicyOf } from '../src/http/cache-policy.js';
import { etagOf } from '../src/http/etag.js';
import { type ResponseCache, makeResponseCache } from '../src/http/response-cache.js';
import { type RowCache, makeRowCache } from '../src/read/row-cache.js';
import { readRevision } from '../src/record/revision.js';
import { NAMES, forumNamed } from './forum.js';
import { emptyGraph, seedWorld } from './world.js';

const MB = 2 ** 20;
let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna'));
});
afterAll(() => graph.close());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapUsed = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

const policy = (query: string, variables = {}): CachePolicy | null => {
  const document = parse(query);
  return cachePolicyOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};

describe('a coalesced call', () => {
  test('serves those who called before it began, and nobody who called later', async () => {
    const began: number[] = [];
    let clock = 0;
    const ask = coalesced(async () => {
      began.push((clock += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      return clock;
    });
    const first = ask();
    const asksOfNext = [ask(), ask(), ask()];
    expect(asksOfNext.every((one) => one === asksOfNext[0] && one !== first)).toBe(true);
    await first;
    const afterNextBegan = ask();
    expect(afterNextBegan).not.toBe(asksOfNext[0]);
    await Promise.all([...asksOfNext, afterNextBegan]);
    expect(began).toEqual([1, 2, 3]);
  });

  test('fails those who wait with it, and is made anew for who calls afterwards', async () => {
    let failing = true;
    const ask = coalesced(() => (failing ? Promise.reject(new Error('down')) : Promise.resolve('up')));
    await Promise.all([ask(), ask(), ask()].map((one) => expect(one).rejects.toThrow('down')));
    failing = false;
    expect(await ask()).toBe('up');
  });
});

describe('what a response depends on', () => {
  const PAST = Date.parse('2024-01-01T00:00:00Z');

  test.each([
    ['{ __typename }', {}, { knownAt: null, today: false }],
    ['{ graph { people } }', {}, { knownAt: null, today: true }],
    ['{ person(id: "x") { id } }', {}, { knownAt: null, today: true }],
    ['{ person(id: "x", asOf: "2022-06-21") { id } }', {}, { knownAt: null, today: false }],
    ['{ person(id: "x", knownAt: "2024-01-01T00:00:00Z") { id } }', {}, { knownAt: PAST, today: true }],
    [
      'query ($k: DateTime, $on: LocalDate = "2022-01-01") { ...F } fragment F on Query { person(id: "x", asOf: $on, knownAt: $k) { id } }',
      { k: '2024-01-01T00:00:00Z' },
      { knownAt: PAST, today: false },
    ],
    ['query ($k: DateTime) { ... { person(id: "x", asOf: "2022-01-01", knownAt: $k) { id } } }', {}, { knownAt: null, today: false }],
    ['{ a: person(id: "x", asOf: "2022-01-01", knownAt: "2024-01-01T00:00:00Z") { id } graph { people } }', {}, { knownAt: null, today: true }],
    ['query ($k: DateTime) { person(id: "x", knownAt: $k) { id } }', { k: 'never' }, null],
  ])('%s', (query, variables, expected) => expect(policy(query, variables)).toEqual(expected));

  test('is said by root fields alone', () => {
    const others = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== schema.getQueryType());
    const below = others.flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args.map(({ name }) => name)));
    expect(below).toContain('first');
    expect(below.filter((name) => name === 'asOf' || name === 'knownAt')).toEqual([]);
  });
});

describe('in the caches', () => {
  const BEFORE_MIDNIGHT = new Date('2024-07-01T21:59:59Z');
  const MIDNIGHT = new Date('2024-07-01T22:00:00Z');

  interface Caches {
    responses: ResponseCache;
    rows: RowCache;
  }

  const cachesOf = (bytes: number, clock?: () => Date): Caches => ({
    responses: makeResponseCache(() => readRevision(graph), bytes / 2, clock),
    rows: makeRowCache(bytes / 2),
  });
  const sizeOf = ({ responses, rows }: Caches): number => responses.size() + rows.size();

  /** Asks as the server does. */
  const askThrough = async ({ responses, rows }: Caches, source: string, during = (): void => undefined) => {
    const attempt = responses.attempt();
    const cached = await attempt.lookUp(source);
    if (cached) return { cached };
    const contextValue = contextFor(graph, { cached: (reader) => rows.through(reader, attempt.reads) });
    const { errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    attempt.executed(policy(source));
    during();
    const { validity, hasChanged } = await attempt.finish();
    if (validity) responses.set(source, { ...validity, body: Buffer.alloc(2_000), contentType: 'application/json', etag: etagOf(source, validity) });
    return { validity, hasChanged, ran: contextValue.ran };
  };

  test('a response of today ends at midnight in Copenhagen, one of a day does not', async () => {
    let now = BEFORE_MIDNIGHT;
    const caches = cachesOf(8 * MB, () => now);
    const ofToday = '{ person(id: "person:anna") { name } }';
    const ofADay = '{ person(id: "person:anna", asOf: "2022-01-01") { name } }';
    const before = [await askThrough(caches, ofToday), await askThrough(caches, ofADay)];
    expect(before).toMatchObject([{ validity: { day: '2024-07-01' } }, { validity: { day: null } }]);
    expect(await askThrough(caches, ofToday)).toMatchObject({ cached: { day: '2024-07-01' } });
    now = MIDNIGHT;
    expect(await askThrough(caches, ofToday)).toMatchObject({ validity: { day: '2024-07-02' } });
    expect(await askThrough(caches, ofADay)).toMatchObject({ cached: { day: null } });
    expect(etagOf('x', { revision: '1', day: '2024-07-01' })).not.toBe(etagOf('x', { revision: '1', day: '2024-07-02' }));
  });

  test('a response that midnight fell into is not cached', async () => {
    let now = BEFORE_MIDNIGHT;
    const caches = cachesOf(8 * MB, () => now);
    expect(await askThrough(caches, NAMES, () => void (now = MIDNIGHT))).toMatchObject({ validity: null, hasChanged: true });
    expect(caches.responses.size()).toBe(0);
  });

  test('10,000 queries take no more than the bytes given', async () => {
    const caches = cachesOf(MB);
    const idle = heapUsed();
    // One in five reads: what is not there either.
    const query = (at: number): string => `{ node(id: "${at % 5 ? 'nothing' : 'person'}:${at}", asOf: "2022-01-01") { id } }`;
    for (let at = 0; at < 10_000; at += 50) await Promise.all(Array.from({ length: 50 }, (_, more) => askThrough(caches, query(at + more))));
    expect(sizeOf(caches)).toBeLessThanOrEqual(MB);
    expect(sizeOf(caches)).toBeGreaterThan(MB / 2);
    expect(heapUsed() - idle).toBeLessThan(20 * MB);
    caches.responses.set('large', { body: Buffer.alloc(MB), contentType: '', etag: '', revision: null, day: null });
    expect(await caches.responses.attempt().lookUp('large')).toBeNull();
    expect(sizeOf(caches)).toBeGreaterThan(MB / 2);
  }, 300_000);

  test('10,000 operations, parsed, are no more than some', async () => {
    const documents = parsedDocumentCache();
    const idle = heapUsed();
    const operation = (at: number): string =>
      `{ a${at}: body(id: "body:forum", asOf: "2022-06-21") { name members(first: 100) { nodes { role person { name } } } } }`;
    for (let at = 0; at < 10_000; at += 1) await documents.set(String(at), parse(operation(at)));
    expect([await documents.get('0'), await documents.get('9999')]).toEqual([undefined, expect.objectContaining({ kind: 'Document' })]);
    expect(heapUsed() - idle).toBeLessThan(60 * MB);
  });
});
