import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphError } from '../src/graph/errors.js';
import type { Graph } from '../src/graph/port.js';
import type { ServerContext } from '../src/http/context.js';
import { newRequestInfo, reportRequestInfo } from '../src/http/request-info.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import type { ServerSettings } from '../src/http/settings.js';
import { ask, get, logOf, refusalIn } from './http.js';
import { engine, seededGraph } from './world.js';

const ASKED = 'query Seats($id: ID!) { person(id: $id) { name memberships { nodes { role } } } }';
const JSON_ASKED = { accept: 'application/json', 'apollo-require-preflight': '1' };
const log = logOf();
let graph: Graph;
let server: RunningServer;
beforeAll(async () => {
  graph = await seededGraph();
  server = await startServer(graph, { port: 0, log: 'info' }, log.to);
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

describe('health', () => {
  test('a server whose graph answers is live and ready', async () => {
    expect((await get(`${server.address}/health/live`)).json).toEqual({ status: 'live' });
    expect((await get(`${server.address}/health/ready`)).json).toEqual({ status: 'ready' });
  });

  test.each<[string, () => Promise<void>]>([
    ['fails', () => Promise.reject(new GraphError('UNAVAILABLE', engine, null, new Error('bolt://host is down')))],
    ['hangs', () => new Promise(() => undefined)],
  ])('a server whose graph %s is live and not ready', async (_, ping) => {
    const other = await startServer({ ...graph, ping }, { port: 0, log: 'silent' });
    const ready = await get(`${other.address}/health/ready`);
    expect([ready.status, refusalIn(ready).extensions['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect((await get(`${other.address}/health/live`)).status).toBe(200);
    await other.close();
  });
});

test('a server that stops is not ready, and still answers', async () => {
  const other = await startServer(graph, { port: 0, log: 'silent' });
  await get(`${other.address}/health/ready`);
  const closed = other.close();
  const [ready, answer] = await Promise.all([get(`${other.address}/health/ready`), ask(other.address, '{ graph { people } }')]);
  expect([ready.status, refusalIn(ready).message]).toEqual([503, 'This server is stopping.']);
  expect([answer.json.data, answer.headers.get('connection')]).toEqual([{ graph: { people: 24 } }, 'close']);
  await closed;
  await expect(get(`${other.address}/health/live`)).rejects.toThrow();
});

describe('the log', () => {
  test('says of an operation its name, how long it took and which queries ran, and never its variables', async () => {
    await ask(server.address, ASKED, { variables: { id: 'person:mads-skau' } });
    const line = log.lines().find(({ operationName }) => operationName === 'Seats');
    expect(line).toMatchObject({
      operationType: 'query',
      status: 200,
      errorCodes: [],
      queries: ['people/with-seats'],
      ms: expect.any(Number),
      cost: expect.any(Number),
    });
    expect(JSON.stringify(log.lines())).not.toContain('mads-skau');
  });

  test('says of a cached response the operation too', async () => {
    for (let times = 0; times < 2; times += 1) await ask(server.address, 'query Cached { person(id: "person:nobody") { name } }');
    const lines = log.lines().filter(({ operationName }) => operationName === 'Cached');
    expect(lines).toMatchObject([
      { operationType: 'query', cost: 2 },
      { operationType: 'query', queries: [], cost: null },
    ]);
  });

  test('says of a mutation no variables either', async () => {
    const apollo = new ApolloServer<ServerContext>({
      typeDefs: 'type Query { a: Int } type Mutation { rename(name: String!): String }',
      plugins: [reportRequestInfo],
    });
    const request = { info: newRequestInfo() } as ServerContext['request'];
    const query = 'mutation Rename($name: String!) { rename(name: $name) }';
    await apollo.executeOperation({ query, variables: { name: 'a secret' } }, { contextValue: { request, ran: [] } as unknown as ServerContext });
    expect(request.info).toMatchObject({ operationName: 'Rename', operationType: 'mutation' });
    expect(JSON.stringify(request.info)).not.toContain('a secret');
    await apollo.stop();
  });

  test.each([
    'mutation Said { a }',
    'query Said { nonsense }',
    'query Said { people(first: -1) { totalCount } }',
    'query Said { integrity(rules: ["x"]) { rule } }',
  ])('says the code that the client reads: %s', async (query) => {
    const { extensions } = refusalIn(await ask(server.address, query));
    const line = log.lines().at(-1);
    expect([extensions['code'], line?.['errorCodes']]).toEqual([expect.any(String), [extensions['code']]]);
  });

  test('says of a refusal its code', async () => {
    await get(`${server.address}/nowhere`);
    expect(log.lines()).toContainEqual(expect.objectContaining({ status: 404, errorCodes: ['NOT_FOUND'] }));
  });
});

describe('of a client that went away', () => {
  test.each([
    ['cached', 2 ** 20],
    ['not cached', 0],
  ])('the log and the metrics say that it did, where responses are %s', async (_, cacheBytes) => {
    const [own, lines] = [logOf(), (name: string) => own.lines().filter(({ operationName }) => operationName === name)];
    const read: Graph['read'] = async (...all) => (await sleep(200), graph.read(...all));
    const slow = await startServer({ ...graph, read }, { port: 0, log: 'info', cacheBytes }, own.to);
    try {
      const query = 'query Gone { people(first: 1) { nodes { memberships { nodes { body { name } } } } } }';
      await expect(
        fetch(`${slow.address}/graphql?${new URLSearchParams({ query })}`, { headers: JSON_ASKED, signal: AbortSignal.timeout(100) }),
      ).rejects.toThrow();
      for (const end = Date.now() + 5_000; Date.now() < end && lines('Gone').length === 0;) await sleep(20);
      expect(lines('Gone')).toMatchObject([{ status: 499, errorCodes: ['CLIENT_CLOSED_REQUEST'], ms: expect.any(Number) }]);
      expect(Number(lines('Gone')[0]?.['ms'])).toBeLessThan(1_000);
      await ask(slow.address, 'query Stays { people(first: 1) { totalCount } }');
      expect(lines('Stays')).toMatchObject([{ status: 200, errorCodes: [] }]);
      const { text: metrics } = await get(`${slow.address}/metrics`);
      expect(metrics).toContain('mandat_responses_total{path="/graphql",status="499"} 1');
      expect(metrics).toContain('mandat_errors_total{code="CLIENT_CLOSED_REQUEST"} 1');
      expect(metrics).not.toContain('DEADLINE_EXCEEDED');
    } finally {
      await slow.close();
    }
  });
});

test('metrics count answers, errors and queries by words of ours alone', async () => {
  await ask(server.address, 'query NobodyElsesWord { person(id: "person:mads-skau") { name } }');
  await ask(server.address, '{ nonsense }');
  const { text: metrics, headers } = await get(`${server.address}/metrics`);
  expect(headers.get('content-type')).toContain('text/plain');
  for (const line of [
    'mandat_responses_total{path="/graphql",status="200"}',
    'mandat_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
    'mandat_query_seconds_count{query="people/by-ids"}',
    'process_resident_memory_bytes',
  ])
    expect(metrics).toContain(line);
  expect(metrics).not.toMatch(/NobodyElsesWord|mads-skau/);
});

describe('metrics are shown', () => {
  const TOKEN = 'a-token-of-this-test';
  const statusOf = async (settings: Partial<ServerSettings>, authorization?: string): Promise<[number, string | null]> => {
    const other = await startServer(graph, { port: 0, log: 'silent', ...settings });
    try {
      const address = `http://127.0.0.1:${new URL(other.address).port}`;
      const { status, headers } = await get(`${address}/metrics`, authorization ? { authorization } : {});
      return [status, headers.get('www-authenticate')];
    } finally {
      await other.close();
    }
  };

  test.each<[string, Partial<ServerSettings>, string | undefined, number]>([
    ['to this machine, where no other can ask', { host: '127.0.0.1' }, undefined, 200],
    ['to this machine by its name', { host: 'localhost' }, undefined, 200],
    ['to nobody, where every machine can ask and no token is set', { host: '0.0.0.0' }, undefined, 404],
    ['to nobody, where a token is shown and none is set', { host: '0.0.0.0' }, `Bearer ${TOKEN}`, 404],
    ['to who shows the token', { host: '0.0.0.0', metricsToken: TOKEN }, `Bearer ${TOKEN}`, 200],
    ['not to who shows another', { host: '0.0.0.0', metricsToken: TOKEN }, `Bearer ${TOKEN}s`, 401],
    ['not to who shows the token as a password', { host: '0.0.0.0', metricsToken: TOKEN }, `Basic ${TOKEN}`, 401],
    ['not to who shows none', { host: '0.0.0.0', metricsToken: TOKEN }, undefined, 401],
    ['not to this machine either, where a token is set and not shown', { host: '127.0.0.1', metricsToken: TOKEN }, undefined, 401],
  ])('%s', async (_, settings, authorization, status) => {
    expect(await statusOf(settings, authorization)).toEqual([status, status === 401 ? 'Bearer' : null]);
  });
});

test('traces are sent where an exporter is set: a span for the request below its client, and one for each query', async () => {
  const received: string[] = [];
  const collector = createServer((request, response) => void text(request).then((body) => (received.push(`${request.url} ${body}`), response.end('{}'))));
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as { port: number };
  const endpoint = `http://127.0.0.1:${port}`;
  const traced = await startServer(graph, { port: 0, log: 'silent', traces: endpoint });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await ask(traced.address, ASKED, { variables: { id: 'person:mads-skau' } }, { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
  await traced.close();
  await new Promise((resolve) => collector.close(resolve));
  const [first = ''] = received;
  expect(first.startsWith('/v1/traces ')).toBe(true);
  const spans = JSON.parse(first.slice(first.indexOf('{'))).resourceSpans[0].scopeSpans[0].spans as {
    name: string;
    traceId: string;
    spanId: string;
    parentSpanId: string;
  }[];
  const root = spans.find(({ name }) => name === 'query Seats');
  expect(root).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId).map(({ name }) => name)).toEqual(['people/with-seats']);
  expect(first).not.toContain('mads-skau');
});
