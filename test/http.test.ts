import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import type { ServerSettings } from '../src/http/settings.js';
import { type Answered, ask, get, post, refusalIn } from './http.js';
import { serveSeeded } from './serve-seeded.js';

const PEOPLE = '{ graph { people } }';
let graph: Graph;
let server: RunningServer;
serveSeeded((served) => ({ graph, server } = served));

const serverWith = (settings: Partial<ServerSettings>): Promise<RunningServer> => startServer(graph, { port: 0, log: 'silent', ...settings });

/** Sends bytes as they are, and reads what comes until the server closes. */
const sendRaw = (address: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });

describe('bad input is a typed error that says what was required and given:', () => {
  const withBytes = (...bytes: number[]): Uint8Array => Uint8Array.from([...Buffer.from('{"query":"{ a'), ...bytes, ...Buffer.from(' }"}')]);
  test.each<[string, () => Promise<Answered>, number, string]>([
    ['malformed JSON', () => post(server.address, '{"query":'), 400, 'BAD_REQUEST'],
    ['an empty body', () => post(server.address, ''), 400, 'BAD_REQUEST'],
    ['JSON that would change a prototype', () => post(server.address, '{"query":"{ __typename }","__proto__":{"a":1}}'), 400, 'BAD_REQUEST'],
    ['broken UTF-8', () => post(server.address, withBytes(0xff, 0xfe)), 400, 'BAD_REQUEST'],
    ['broken UTF-8 in a URL', () => get(`${server.address}/graphql?query=%ff`), 400, 'BAD_REQUEST'],
    ['broken UTF-8 in a path', () => get(`${server.address}/%ff`), 400, 'BAD_REQUEST'],
    ['a query that is no string', () => post(server.address, '{"query":{"kind":"Document"}}'), 400, 'BAD_REQUEST'],
    ['no query', () => post(server.address, '{"variables":{}}'), 400, 'BAD_REQUEST'],
    ['a batch', () => post(server.address, '[]'), 400, 'BAD_REQUEST'],
    ['a body that is too large', () => post(server.address, JSON.stringify({ query: 'a'.repeat(300_000) })), 413, 'BODY_TOO_LARGE'],
    ['another content type', () => post(server.address, '<query/>', { 'content-type': 'application/xml' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no content type that there is', () => post(server.address, PEOPLE, { 'content-type': 'x' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', () => post(server.address, Uint8Array.from([0x1f, 0x8b, 0x08, 0x00]), { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['another path', () => get(`${server.address}/nowhere`), 404, 'NOT_FOUND'],
  ])('%s', async (_, send, status, code) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(refusalIn(answer).extensions).toEqual({ code, required: expect.anything(), given: expect.anything() });
  });

  test('another method', async () => {
    const response = await fetch(`${server.address}/graphql`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED', given: 'PUT' } }] });
  });

  test.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a host that is none', 'GET /graphql?query={__typename} HTTP/1.1\r\nHost: [\r\nAccept: application/json\r\nConnection: close\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    const text = await sendRaw(server.address, bytes);
    expect(text).toContain(`HTTP/1.1 ${status}`);
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST', required: expect.anything() } }] });
  });

  test('and the server goes on', async () => expect((await ask(server.address, PEOPLE)).json.data).toEqual({ graph: { people: 24 } }));
});

describe('who asks too often', () => {
  const from = (address: string, client: string): Promise<Answered> => ask(address, PEOPLE, {}, { 'x-forwarded-for': client });

  test('waits, and is told how long; others do not', async () => {
    const limited = await serverWith({ rate: 3, proxies: ['127.0.0.1'] });
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await from(limited.address, '203.0.113.5')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await from(limited.address, '203.0.113.5');
    expect(refusalIn(refused).extensions).toEqual({
      code: 'RATE_LIMITED',
      required: 'at most 3 a minute from one address',
      given: expect.stringContaining('try again in'),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from(limited.address, '203.0.113.6')).status).toBe(200);
    expect((await get(`${limited.address}/health/live`)).status).toBe(200);
    await limited.close();
  });

  test('is not whom a header names, unless a proxy is trusted; this machine counts only where a rate is set', async () => {
    const usual = await serverWith({ rate: 1 });
    const set = await serverWith({ rate: 1, countsLoopback: true });
    const statusesOf = async ({ address }: RunningServer): Promise<number[]> => [
      (await from(address, '203.0.113.5')).status,
      (await from(address, '203.0.113.6')).status,
    ];
    expect([await statusesOf(usual), await statusesOf(set)]).toEqual([
      [200, 200],
      [200, 429],
    ]);
    await usual.close();
    await set.close();
  });
});

describe('answers', () => {
  /** The headers of an answer as they come, and how many bytes follow. */
  const answerTo = (path: string, encodings: string | null, body?: string): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> =>
    new Promise((resolve) => {
      const headers = { ...(body && { 'content-type': 'application/json' }), ...(encodings !== null && { 'accept-encoding': encodings }) };
      request(`${server.address}${path}`, { method: body ? 'POST' : 'GET', headers }, (response) => {
        void buffer(response).then((bytes) => resolve({ headers: response.headers, bytes }));
      }).end(body);
    });
  const MANY = JSON.stringify({ query: '{ municipalities(first: 98) { nodes { name code } } }' });

  test.each<[string | null, string | undefined, (bytes: Buffer) => Buffer]>([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['GZIP;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['*;q=0.1, br;q=0', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0', undefined, (bytes) => bytes],
    ['zstd', undefined, (bytes) => bytes],
    ['', undefined, (bytes) => bytes],
    [null, undefined, (bytes) => bytes],
  ])('are compressed for who takes that: %j gets %s', async (encodings, encoding, decode) => {
    const { headers, bytes } = await answerTo('/graphql', encodings, MANY);
    expect(headers['content-encoding']).toBe(encoding);
    expect(JSON.parse(decode(bytes).toString()).data.municipalities.nodes).toHaveLength(98);
  });

  test.each([['/'], ['/graphiql'], ['/explorer/licenses.txt'], ['/metrics'], ['/health/live'], ['/nowhere'], ['/graphql'], ['/graphql?query={graph{people}}']])(
    'vary by the encodings that are taken, compressed or not: %s',
    async (path) => {
      for (const encodings of ['gzip', null]) expect((await answerTo(path, encodings)).headers['vary']).toMatch(/(?:^|, )Accept-Encoding$/);
    },
  );

  test('vary by the origin too where the origins that may read are named', async () => {
    const open = await serverWith({ origins: ['https://example.org'] });
    try {
      const { headers } = await ask(open.address, PEOPLE, {}, { origin: 'https://example.org' });
      expect(headers.get('vary')).toBe('Origin, Accept, Accept-Encoding');
    } finally {
      await open.close();
    }
  });

  test('carry headers that guard a browser', async () => {
    const { headers } = await answerTo('/graphql', null, MANY);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
    expect((await get(server.address)).headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  test('are read by pages of the origins that are set, and by no other', async () => {
    const open = await serverWith({ origins: ['https://example.org'] });
    const everyone = await serverWith({ origins: '*' });
    const allowed = async (address: string, origin: string): Promise<string | null> =>
      (await ask(address, PEOPLE, {}, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed(open.address, 'https://example.org')).toBe('https://example.org');
    expect(await allowed(open.address, 'https://example.com')).toBeNull();
    expect(await allowed(server.address, 'https://example.org')).toBeNull();
    expect(await allowed(everyone.address, 'https://example.com')).toBe('*');
    await open.close();
    await everyone.close();
  });
});

describe('persisted operations', () => {
  const idOf = (query: string): string => createHash('sha256').update(query).digest('hex');
  const byId = (address: string, id: string, more: object = {}): Promise<Answered> =>
    post(address, JSON.stringify({ ...more, extensions: { persistedQuery: { version: 1, sha256Hash: id } } }));

  test('are asked by id once they were sent', async () => {
    expect(refusalIn(await byId(server.address, idOf(PEOPLE)))).toEqual({
      message: 'PersistedQueryNotFound',
      extensions: {
        code: 'PERSISTED_QUERY_NOT_FOUND',
        argument: 'extensions.persistedQuery.sha256Hash',
        required: 'the query beside its id, once',
        given: 'an id that is not known',
      },
    });
    expect((await byId(server.address, idOf(PEOPLE), { query: PEOPLE })).json.data).toEqual({ graph: { people: 24 } });
    expect((await byId(server.address, idOf(PEOPLE))).json.data).toEqual({ graph: { people: 24 } });
    expect((await byId(server.address, idOf('{ another }'), { query: PEOPLE })).status).toBe(400);
  });

  test('of the explorer need not be sent, and its list is a safelist', async () => {
    const operations = Object.entries(JSON.parse(readFileSync('dist/explorer/operations.json', 'utf8')) as Record<string, string>);
    const [id] = operations.find(([, text]) => text.includes('query Start ')) as [string, string];
    const listed = await serverWith({ safelist: new Map(operations) });
    for (const { address } of [server, listed]) expect((await byId(address, id)).json.data.graph.people).toBe(24);
    await listed.close();
    for (const [key, text] of operations) expect(key).toBe(idOf(text));
  });

  test('of a safelist are the only ones, by id or by text', async () => {
    const listed = await serverWith({ safelist: new Map([['people', PEOPLE]]) });
    expect((await byId(listed.address, 'people')).json.data).toEqual({ graph: { people: 24 } });
    expect((await ask(listed.address, PEOPLE)).json.data).toEqual({ graph: { people: 24 } });
    const others = [
      await ask(listed.address, '{ graph { bodies } }'),
      await byId(listed.address, 'other'),
      await byId(listed.address, 'people', { query: '{ graph { bodies } }' }),
    ];
    for (const other of others) expect([other.status, refusalIn(other).extensions['code']]).toEqual([403, 'OPERATION_NOT_LISTED']);
    await listed.close();
  });
});

test('without introspection __schema is refused and __type is kept', async () => {
  const closed = await serverWith({ introspection: false });
  const refused = refusalIn(await ask(closed.address, '{ __schema { types { name } } }'));
  expect(refused.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', given: '__schema' });
  expect((await ask(closed.address, '{ __type(name: "Person") { name } }')).json.data).toEqual({ __type: { name: 'Person' } });
  await closed.close();
});
