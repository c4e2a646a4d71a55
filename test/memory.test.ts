import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OperationDefinitionNode, graphql, isObjectType, parse } from 'graphql';
import { contextFor, schema } from '../src/api/schema.js';
import type { Graph } from '../src/graph/port.js';
import { sharedCheck } from '../src/read/shared-check.js';
import { keptDocuments } from '../src/http/parsed-operations.js';
import { type Memory, makeMemory } from '../src/http/response-cache.js';
import { type Reach, reachOf } from '../src/http/reach.js';
import { tagOf } from '../src/http/etag.js';
import { readRevision } from '../src/record/revision.js';
import { recordTransaction, settle } from '../src/write/transaction.js';
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

const reach = (query: string, variables = {}): Reach | null => {
  const document = parse(query);
  return reachOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};

describe('the shared check', () => {
  test('serves those who asked before it began, and nobody who asked later', async () => {
    const began: number[] = [];
    let clock = 0;
    const ask = sharedCheck(async () => {
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

  test('fails those who wait with it, and is made anew for who asks afterwards', async () => {
    let failing = true;
    const ask = sharedCheck(() => (failing ? Promise.reject(new Error('down')) : Promise.resolve('up')));
    await Promise.all([ask(), ask(), ask()].map((one) => expect(one).rejects.toThrow('down')));
    failing = false;
    expect(await ask()).toBe('up');
  });
});

describe('the revision', () => {
  test('says that a write is under way from before it begins until all of it is there, or none', async () => {
    const { number } = await readRevision(graph);
    await recordTransaction(graph, async () => expect(await readRevision(graph)).toMatchObject({ number, writing: true }));
    expect(await readRevision(graph)).toMatchObject({ number: number + 1, writing: false });
    await expect(recordTransaction(graph, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await readRevision(graph)).toMatchObject({ number: number + 1, writing: false });
  });

  test('is announced anew by a writer whose announcement another one settled', async () => {
    const writing: boolean[] = [];
    const { number } = await readRevision(graph);
    const write = () => recordTransaction(graph, async () => void writing.push((await readRevision(graph)).writing));
    await Promise.all([write(), settle(graph), write(), settle(graph), settle(graph)]);
    expect(writing).not.toContain(false);
    expect(await readRevision(graph)).toMatchObject({ number: number + 2, writing: false });
  });
});

describe('what an answer depends on', () => {
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
  ])('%s', (query, variables, expected) => expect(reach(query, variables)).toEqual(expected));

  test('is said by root fields alone', () => {
    const others = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== schema.getQueryType());
    const below = others.flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args.map(({ name }) => name)));
    expect(below).toContain('first');
    expect(below.filter((name) => name === 'asOf' || name === 'knownAt')).toEqual([]);
  });
});

describe('in the memory', () => {
  const BEFORE_MIDNIGHT = new Date('2024-07-01T21:59:59Z');
  const MIDNIGHT = new Date('2024-07-01T22:00:00Z');

  /** Asks as the server does. */
  const askThrough = async (memory: Memory, source: string, during = (): void => undefined) => {
    const visit = memory.visit();
    const kept = await visit.recall(source);
    if (kept) return { kept };
    const { errors } = await graphql({ schema, source, contextValue: contextFor(graph, visit) });
    expect(errors).toBeUndefined();
    visit.asked(reach(source));
    during();
    const ending = await visit.end();
    if (ending.moment) memory.keep(source, { ...ending.moment, body: Buffer.alloc(2_000), type: 'application/json', tag: tagOf(source, ending.moment) });
    return ending;
  };

  test('an answer of today ends at midnight in Copenhagen, one of a day does not', async () => {
    let now = BEFORE_MIDNIGHT;
    const memory = makeMemory(graph, 8 * MB, () => now);
    const ofToday = '{ person(id: "person:anna") { name } }';
    const ofADay = '{ person(id: "person:anna", asOf: "2022-01-01") { name } }';
    const before = [await askThrough(memory, ofToday), await askThrough(memory, ofADay)];
    expect(before).toMatchObject([{ moment: { day: '2024-07-01' } }, { moment: { day: null } }]);
    expect(await askThrough(memory, ofToday)).toMatchObject({ kept: { day: '2024-07-01' } });
    now = MIDNIGHT;
    expect(await askThrough(memory, ofToday)).toMatchObject({ moment: { day: '2024-07-02' } });
    expect(await askThrough(memory, ofADay)).toMatchObject({ kept: { day: null } });
    expect(tagOf('x', { revision: '1', day: '2024-07-01', lasting: false })).not.toBe(tagOf('x', { revision: '1', day: '2024-07-02', lasting: false }));
  });

  test('an answer that midnight fell into is not kept', async () => {
    let now = BEFORE_MIDNIGHT;
    const memory = makeMemory(graph, 8 * MB, () => now);
    expect(await askThrough(memory, NAMES, () => void (now = MIDNIGHT))).toEqual({ moment: null, moved: true });
  });

  test('10,000 questions take no more than the bytes given', async () => {
    const memory = makeMemory(graph, MB);
    const idle = heapUsed();
    // One in five reads: what is not there either.
    const question = (at: number): string => `{ node(id: "${at % 5 ? 'nothing' : 'person'}:${at}", asOf: "2022-01-01") { id } }`;
    for (let at = 0; at < 10_000; at += 50) await Promise.all(Array.from({ length: 50 }, (_, more) => askThrough(memory, question(at + more))));
    expect(memory.size()).toBeLessThanOrEqual(MB);
    expect(memory.size()).toBeGreaterThan(MB / 2);
    expect(heapUsed() - idle).toBeLessThan(20 * MB);
    memory.keep('large', { body: Buffer.alloc(MB), type: '', tag: '', revision: null, day: null, lasting: true });
    expect(await memory.visit().recall('large')).toBeNull();
    expect(memory.size()).toBeGreaterThan(MB / 2);
  }, 300_000);

  test('10,000 operations, parsed, are no more than some', async () => {
    const documents = keptDocuments();
    const idle = heapUsed();
    const operation = (at: number): string =>
      `{ a${at}: body(id: "body:forum", asOf: "2022-06-21") { name members(first: 100) { nodes { role person { name } } } } }`;
    for (let at = 0; at < 10_000; at += 1) await documents.set(String(at), parse(operation(at)));
    expect([await documents.get('0'), await documents.get('9999')]).toEqual([undefined, expect.objectContaining({ kind: 'Document' })]);
    expect(heapUsed() - idle).toBeLessThan(60 * MB);
  });
});
