import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getIntrospectionQuery, parse } from 'graphql';
import { schema } from '../src/mutations/schema.js';
import type { Graph } from '../src/graph/port.js';
import { heldRows } from '../src/http/limits/held-rows.js';
import { defaultSettings } from '../src/http/settings.js';
import { estimateCost } from '../src/http/limits/cost.js';
import { requireSmall } from '../src/http/limits/document.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { type Answered, ask, refusalIn } from './http.js';
import { engine, onNeo4j, readingOf, seededGraph } from './world.js';

const LIMITS = {
  tokens: 200,
  depth: 6,
  fields: 30,
  aliases: 4,
  rootAliases: 3,
  directives: 2,
  values: 30_000,
  nesting: 10,
  cost: 1_000,
  answer: 1_000,
  allRows: 1_000_000,
};
let graph: Graph;
let server: RunningServer;
beforeAll(async () => {
  graph = await seededGraph();
  server = await startServer(graph, { port: 0, log: 'silent', limits: LIMITS });
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

const repeat = (text: string, times: number): string => Array.from({ length: times }, (_, at) => text.replaceAll('#', String(at))).join(' ');
const nested = (times: number): string => `{ body(id: "x") { ${'partOf { '.repeat(times)} id ${'} '.repeat(times)} } }`;

describe('an operation is refused before it is validated', () => {
  test.each<[string, string, string, string, number | string]>([
    ['too many tokens', `{ ${repeat('a', 300)} }`, 'TOO_MANY_TOKENS', 'at most 200', 'more'],
    ['too deep', nested(10), 'TOO_DEEP', 'at most 6', 12],
    [
      'too deep by fragments',
      `{ body(id: "x") { ...A } } fragment A on Body { partOf { parts { ...B } } } fragment B on Body { partOf { parts { partOf { id } } } }`,
      'TOO_DEEP',
      'at most 6',
      7,
    ],
    ['too broad', `{ ${repeat('__typename', 31)} }`, 'TOO_MANY_FIELDS', 'at most 30', 31],
    [
      'too broad by fragments',
      `{ ...A ...A } fragment A on Query { ...B ...B ...B ...B } fragment B on Query { ${repeat('__typename', 5)} }`,
      'TOO_MANY_FIELDS',
      'at most 30',
      40,
    ],
    ['too many aliases', `{ ${repeat('a#: __typename', 5)} }`, 'TOO_MANY_ALIASES', 'at most 4', 5],
    ['too many aliases of one field', '{ graph { engine } a: graph { engine } b: graph { engine } c: graph { engine } }', 'TOO_MANY_ALIASES', 'at most 3', 4],
    [
      'too many aliases of one field, by fragments',
      'query { graph { engine } ... { a: graph { engine } } ...A } fragment A on Query { ...B b: graph { engine } } fragment B on Query { c: graph { engine } }',
      'TOO_MANY_ALIASES',
      'at most 3',
      4,
    ],
    ['too many directives', '{ __typename @include(if: true) @skip(if: false) @include(if: true) }', 'TOO_MANY_DIRECTIVES', 'at most 2', 3],
  ])('%s', async (_, query, code, required, given) => {
    const plain = await ask(server.address, query);
    const own = await ask(server.address, query, {}, { accept: 'application/graphql-response+json' });
    expect([plain.status, own.status]).toEqual([200, 400]);
    for (const answer of [plain, own]) expect(refusalIn(answer).extensions).toEqual({ code, required, given });
  });

  test('though it is ten thousand fields, aliases, levels or brackets, within a second each', async () => {
    const large = [
      `{ ${repeat('name', 10_000)} }`,
      `{ ${repeat('a#: __typename', 10_000)} }`,
      `${'{a'.repeat(10_000)}${'}'.repeat(10_000)}`,
      `{ a(b: ${'['.repeat(20_000)}) }`,
    ];
    const open = await startServer(graph, { port: 0, log: 'silent', limits: { ...LIMITS, tokens: 1_000_000 } });
    const began = Date.now();
    for (const query of large) expect(refusalIn(await ask(open.address, query)).extensions['code']).toMatch(/^(?:TOO_|GRAPHQL_PARSE)/);
    expect(Date.now() - began).toBeLessThan(4_000);
    await open.close();
  });

  test('what is within the limits passes, and a fragment in itself is left to validation', async () => {
    expect((await ask(server.address, `{ ${repeat('a#: __typename', 3)} body(id: "x") { b: name } }`)).json.data).toMatchObject({ a2: 'Query' });
    expect(
      (await ask(server.address, `{ ${repeat('__typename', 10)} a: __typename ...A ...A } fragment A on Query { a: __typename }`)).json.errors,
    ).toBeUndefined();
    expect(refusalIn(await ask(server.address, '{ ...A } fragment A on Query { ...A }')).extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('cost', () => {
  const costOf = (query: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(query);
    const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
    if (!operation) throw new Error('no operation');
    return estimateCost(schema, document, operation, variables);
  };

  test.each<[string, number, Record<string, unknown>]>([
    ['{ person(id: "x") { name } }', 2, {}],
    ['{ people(first: 10) { totalCount nodes { id name } } }', 1 + 1 + 1 + 10 * 2, {}],
    ['{ people { nodes { id } } }', 1 + 1 + 30, {}],
    ['{ people(first: 50) { nodes { id } } }', 1 + 1 + 50, {}],
    ['query ($n: Int!) { people(first: $n) { edges { node { id } } } }', 1 + 1 + 7 * 2, { n: 7 }],
    ['{ people(first: 0) { totalCount nodes { id } } }', 3, {}],
    ['{ people(first: 100000) { nodes { id } } }', 2 + 500, {}],
    ['{ people(first: 10) { nodes { memberships(first: 20) { nodes { role } } } } }', 2 + 10 * (1 + 1 + 20), {}],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3, {}],
    ['{ changes(from: "2021-12-31", until: "2022-01-01", first: 0) { totalCount } }', 500_002, {}],
    ['{ body(id: "body:a") { timeline { id } } }', 7_007, {}],
    ['{ parties(first: 2) { nodes { representatives(first: 0) { totalCount } } } }', 800_006, {}],
    ['{ search(text: "a", first: 8) { score } }', 250_000 + 1 + 8, {}],
    ['{ body(id: "x") { ...F ... on Board { id } } } fragment F on Body { id name }', 1 + 3, {}],
    ['query ($on: Boolean!) { people { nodes { id } } graph @include(if: $on) { people } }', 1 + 1 + 30, { on: false }],
    ['{ __type(name: "PageInfo") { name fields { name type { kind } } } }', 1 + 100 * (1 + 2 + 4 * 3), {}],
  ])('of %s is %i', (query, cost, variables) => expect(costOf(query, variables)).toBe(cost));

  test('of what the README and the explorer ask, and of who sits with the members of a body elsewhere, is within the usual limits', () => {
    const limits = defaultSettings().limits;
    const readme = [...readFileSync('README.md', 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(([, query]) => query as string);
    const examples = (JSON.parse(readFileSync('explorer/graphiql/examples.json', 'utf8')) as { query: string[] }[]).map(({ query }) => query.join('\n'));
    const levels =
      '{ body(id: "x") { members { nodes { person { memberships { nodes { body { members { nodes { person { memberships { nodes { role } } } } } } } } } } } } }';
    const explorer = Object.values(JSON.parse(readFileSync('dist/explorer/operations.json', 'utf8')) as Record<string, string>);
    expect([readme.length, examples.length, explorer.length]).not.toContain(0);
    const day = '2022-06-21';
    const texts = Object.fromEntries([...'abcdefghij'].map((letter) => [letter, 'x']));
    const variables = { ...texts, id: 'x', ids: ['x'], to: 'x', text: 'x', filter: {}, from: day, until: day, before: day, since: `${day}T00:00:00Z` };
    for (const query of [...readme, ...examples, ...explorer, levels, getIntrospectionQuery()]) {
      expect(() => requireSmall(parse(query, { maxTokens: limits.tokens }), limits)).not.toThrow();
      expect(costOf(query, variables)).toBeLessThanOrEqual(limits.cost);
    }
  });

  test('every answer says its estimate and the limit', async () => {
    expect((await ask(server.address, '{ people(first: 3) { nodes { name } } }')).json.extensions).toEqual({ cost: { estimate: 5, limit: 1_000 } });
  });

  test('above the limit nothing runs', async () => {
    let reads = 0;
    const counting: Graph = { ...graph, read: (...all) => ((reads += 1), graph.read(...all)) };
    const counted = await startServer(counting, { port: 0, log: 'silent', limits: LIMITS });
    const answer = await ask(counted.address, '{ people(first: 500) { nodes { id name } } }');
    expect(answer.json.data).toBeUndefined();
    expect(answer.json.extensions).toEqual({ cost: { estimate: 1_002, limit: 1_000 } });
    expect(refusalIn(answer).extensions).toEqual({ code: 'TOO_COSTLY', required: expect.stringContaining('at most 1000'), given: 1_002 });
    expect(reads).toBe(0);
    await counted.close();
  });
});

/** Each source's document has its sources: lists in lists, of which an estimate knows little. */
const growing = (levels: number): string => `{ documents(first: 20) { nodes { ${'sources { document { '.repeat(levels)} date ${'} }'.repeat(levels)} } } }`;

describe('the fields of an answer', () => {
  const limitedTo = (answer: number): Promise<RunningServer> => startServer(graph, { port: 0, log: 'silent', limits: { ...defaultSettings().limits, answer } });

  test('are counted while it is made: past the limit that is the answer, said once', async () => {
    const running = await limitedTo(2_000);
    const answer = await ask(running.address, growing(4));
    expect(answer.status).toBe(200);
    expect(answer.json.data).toBeNull();
    expect(Number((answer.json.extensions as { cost: { estimate: number } }).cost.estimate)).toBeLessThan(40_000);
    expect(refusalIn(answer).extensions).toEqual({ code: 'TOO_COSTLY', required: expect.stringContaining('at most 2000 fields'), given: 'one that has more' });
    await running.close();
  });

  /** The fields of all rows in an answer, those of objects in them too. */
  const fieldsIn = (value: unknown, isInRow = false): number => {
    if (value === null || typeof value !== 'object') return 0;
    if (Array.isArray(value)) return value.reduce((sum: number, row) => sum + fieldsIn(row, true), 0);
    return Object.values(value).reduce((sum: number, inner) => sum + (isInRow ? 1 : 0) + fieldsIn(inner, isInRow), 0);
  };

  test.each([
    ['a fragment', '{ documents(first: 3) { nodes { ...D } } } fragment D on Document { id ... on Document { title } }'],
    ['a field that is left out', '{ documents(first: 3) { nodes { id title @skip(if: true) ... @include(if: false) { date kind } } } }'],
    ['lists in lists, and objects', '{ documents(first: 3) { nodes { id sources { quote document { title kind } } } } }'],
    ['a list that is empty', '{ people(first: 5, asOf: "1900-01-01") { nodes { id memberships { totalCount nodes { role body { name } } } } } }'],
    [
      'fragments on several types',
      '{ bodies(first: 9, filter: { kinds: [COUNCIL] }) { nodes { id ... on Council { name kind } ... on Forum { name kind } ... on Board { name } } } }',
    ],
    ['aliases of one list', '{ documents(first: 3) { nodes { id } edges { node { a: title b: title } } } }'],
  ])('count as many as there are: %s', async (_, query) => {
    const fields = fieldsIn((await ask(server.address, query)).json.data);
    expect(fields).toBeGreaterThan(2);
    for (const [limit, codes] of [
      [fields, []],
      [fields - 1, ['TOO_COSTLY']],
    ] as const) {
      const running = await limitedTo(limit);
      const { json } = await ask(running.address, query);
      expect((json.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code)).toEqual(codes);
      await running.close();
    }
  });
});

describe('the rows that are read for an answer', () => {
  /** A graph that tells its queries, each of which has so many rows more. */
  const readsOf = (more: number, ran: string[]): Graph => ({
    ...graph,
    read: async (query, params, withinMs) => {
      ran.push(query.name);
      const rows = await graph.read(query, params, withinMs);
      return query.name.startsWith('memberships/') ? [...rows, ...Array.from({ length: more }, () => rows[0] as (typeof rows)[0])].filter(Boolean) : rows;
    },
  });
  const wide = '{ person(id: "person:mads-skau") { memberships { totalCount } } }';

  test.each([
    ['fewer than it may hold', 10, []],
    ['more', 3_000, ['TOO_COSTLY']],
  ])('are counted as they arrive: %s', async (_, more, codes) => {
    const ran: string[] = [];
    const running = await startServer(readsOf(more, ran), { port: 0, log: 'silent', cacheBytes: 0, limits: { ...defaultSettings().limits, answer: 2_000 } });
    const { json } = await ask(running.address, wide);
    expect((json.errors ?? []).map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual(codes);
    if (codes.length) expect(json.errors[0].extensions.required).toContain('at most 2000 that are read and compared');
    await running.close();
  });
});

describe('the rows that are held for all operations', () => {
  const SEATS = '{ person(id: "person:mads-skau") { memberships { totalCount } } }';
  const MORE = `{ ${['a', 'b'].map((name) => `${name}: person(id: "person:mads-skau", asOf: "202${name === 'a' ? 1 : 2}-01-01") { memberships { totalCount } }`).join(' ')} }`;

  test('are bounded: the operation that holds most is told to come again, and the others are answered', async () => {
    const limits = { ...defaultSettings().limits, answer: 5_000, allRows: 2_200 };
    let [asked, open] = [0, (): void => undefined];
    const gate = new Promise<void>((resolve) => (open = resolve));
    /** Each list of seats has 1,000 rows more, and is answered once all are asked for. */
    const read: Graph['read'] = async (query, params, withinMs) => {
      const rows = await graph.read(query, params, withinMs);
      if (!query.name.startsWith('memberships/') && query.name !== 'people/with-seats') return rows;
      if ((asked += 1) === 3) open();
      await gate;
      return [...rows, ...Array.from({ length: 1_000 }, () => ({ ...rows[0], seats: [] }) as (typeof rows)[0])];
    };
    const running = await startServer({ ...graph, read }, { port: 0, log: 'silent', cacheBytes: 0, limits });
    try {
      const [most, less] = await Promise.all([ask(running.address, MORE), ask(running.address, SEATS)]);
      expect([most.status, most.json.data, most.headers.get('retry-after')]).toEqual([200, null, '1']);
      expect(refusalIn(most).extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', required: expect.stringContaining('at most 2200'), given: 'more' });
      expect([less.status, less.json.errors, less.json.data.person.memberships.totalCount]).toEqual([200, undefined, expect.any(Number)]);
      // What is over holds nothing.
      for (let times = 0; times < 3; times += 1) expect((await ask(running.address, SEATS)).json.errors).toBeUndefined();
    } finally {
      await running.close();
    }
  });

  test.each<[string, [string, number][], string[]]>([
    [
      'fewer than all may hold',
      [
        ['a', 4],
        ['b', 6],
      ],
      [],
    ],
    [
      'more, of which the first holds most',
      [
        ['a', 7],
        ['b', 4],
      ],
      ['a'],
    ],
    [
      'more, of which the last holds most',
      [
        ['a', 2],
        ['b', 2],
        ['c', 8],
      ],
      ['c'],
    ],
    [
      'more at several times',
      [
        ['a', 6],
        ['b', 4],
        ['b', 1],
        ['c', 5],
        ['c', 6],
      ],
      ['a', 'c'],
    ],
    ['more by one alone', [['a', 11]], ['a']],
    [
      'what one that is over held is free',
      [
        ['a', 9],
        ['a', -1],
        ['b', 9],
      ],
      [],
    ],
  ])('%s', (_, adds, expected) => {
    const ended: string[] = [];
    const all = heldRows(10);
    const holders = new Map(['a', 'b', 'c'].map((name) => [name, { end: () => void ended.push(name) }]));
    for (const [name, rows] of adds) {
      const holder = holders.get(name) as { end: () => void };
      if (rows < 0) all.release(holder);
      else all.add(holder, rows);
    }
    expect(ended).toEqual(expected);
  });
});

describe('reads in flight', () => {
  test('are as many of one operation as it may have, and none begins once nobody waits', async () => {
    let [atWork, most, begun] = [0, 0, 0];
    const read: Graph['read'] = async (query, params, withinMs) => {
      begun += 1;
      most = Math.max(most, (atWork += 1));
      await new Promise((resolve) => setTimeout(resolve, 150));
      atWork -= 1;
      return graph.read(query, params, withinMs);
    };
    const running = await startServer({ ...graph, read }, { port: 0, log: 'silent', cacheBytes: 0, reads: { each: 2, all: 4 } });
    const query = `{ ${repeat('a#: people(first: 1, asOf: "202#-01-01") { totalCount nodes { name } }', 10)} }`;
    const given = new AbortController();
    const gone = fetch(`${running.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: given.signal,
    }).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 250));
    given.abort();
    await gone;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = begun;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([most, begun]).toEqual([2, before]);
    const answer = await ask(running.address, query);
    expect([answer.json.errors, most]).toEqual([undefined, 2]);
    await running.close();
  });
});

describe('integrity', () => {
  test('is checked once at a time, and one whose operation has ended gives its place to the next', async () => {
    const began: number[] = [];
    let slow = true;
    const read: Graph['read'] = async (query, params, withinMs) => {
      began.push(performance.now());
      if (slow) await new Promise((resolve) => setTimeout(resolve, 800));
      return graph.read(query, params, withinMs);
    };
    const running = await startServer({ ...graph, read }, { port: 0, log: 'silent', cacheBytes: 0, deadlineMs: 2_000, reads: { each: 9, all: 9 } });
    const all = await Promise.all([1, 2, 3].map(() => ask(running.address, '{ integrity { rule } }')));
    expect(all.map((answer) => refusalIn(answer).extensions['code'])).toEqual(Array(3).fill('DEADLINE_EXCEEDED'));
    expect(began.length).toBeLessThan(8);
    slow = false;
    const answer = await ask(running.address, '{ integrity(rules: ["seat-once"]) { rule } }');
    expect(answer.json).toMatchObject({ data: { integrity: expect.any(Array) } });
    await running.close();
  });
});

describe('the deadline', () => {
  const MS = 400;
  const slow = readingOf<{ n: number }>(
    engine === 'neo4j' ? 'UNWIND range(1, 100000000000) AS x RETURN count(x) AS n' : 'UNWIND range(1, 9000000) AS x RETURN count(x) AS n',
    ['n'],
  );

  /** A server whose queries each take longer than allowed. */
  const slowServer = async (): Promise<{ running: RunningServer; ran: string[] }> => {
    const ran: string[] = [];
    const read: Graph['read'] = async (query, params, withinMs) => {
      ran.push(query.name);
      await graph.read(slow, {}, withinMs);
      return graph.read(query, params, withinMs);
    };
    return { ran, running: await startServer({ ...graph, read }, { port: 0, log: 'silent', deadlineMs: MS, cacheBytes: 0 }) };
  };

  test('is the answer, once, in time, and no further query begins', async () => {
    const { running, ran } = await slowServer();
    const began = Date.now();
    const answer: Answered = await ask(
      running.address,
      '{ a: person(id: "person:mads-skau") { name } b: body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { members { nodes { person { name } } } } }',
    );
    expect(Date.now() - began).toBeLessThan(MS + 1_500);
    expect([answer.status, answer.json.data]).toEqual([200, null]);
    expect(refusalIn(answer).extensions).toEqual({
      code: 'DEADLINE_EXCEEDED',
      required: `an operation that ends within ${MS} ms`,
      given: 'one that takes longer',
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([...new Set(ran)].sort()).toEqual(['bodies/with-members', 'people/by-ids']);
    await running.close();
  });

  test('ends what the process itself computes', async () => {
    const running = await startServer(graph, { port: 0, log: 'silent', deadlineMs: MS, limits: { ...defaultSettings().limits, answer: 1_000_000_000 } });
    const began = Date.now();
    const answer = await ask(running.address, growing(5));
    expect(Date.now() - began).toBeLessThan(MS + 1_500);
    expect([answer.status, answer.json.data]).toEqual([200, null]);
    expect(refusalIn(answer).extensions['code']).toBe('DEADLINE_EXCEEDED');
    await running.close();
  });

  onNeo4j('on Neo4j', () => {
    test('ends its work too', async () => {
      const { running } = await slowServer();
      await ask(running.address, '{ person(id: "person:mads-skau") { name } }');
      const atWork = async (): Promise<number> => {
        const rows = await graph.read(readingOf<{ text: string }>('SHOW TRANSACTIONS YIELD currentQuery AS text', ['text']), {});
        return rows.filter(({ text }) => text.includes('100000000000')).length;
      };
      for (const until = Date.now() + 5_000; Date.now() < until && (await atWork()) > 0;) await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await atWork()).toBe(0);
      await running.close();
    });
  });
});
