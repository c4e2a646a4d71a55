import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JSONWebKeySet, decodeProtectedHeader } from 'jose';
import { keySet } from '../src/http/identity/key-set.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import type { Graph } from '../src/graph/port.js';
import { ask, logOf } from './http.js';
import { AUDIENCE, ISSUER, type Signer, bearing, jwksOf, publicJwk, signerOf, tokenBy } from './tokens.js';
import { emptyGraph } from './world.js';

const [first, second, third] = [signerOf('ES256', '1'), signerOf('ES256', '2'), signerOf('ES256', '3')];
const MINUTE_MS = 60_000;

describe('keys', () => {
  let now: number;
  let held: Signer[];
  let reads: number;
  let failures: unknown[];
  let find: (signer: Signer) => Promise<string>;
  beforeEach(() => {
    [now, held, reads, failures] = [0, [first], 0, []];
    const read = async (): Promise<JSONWebKeySet> => {
      reads += 1;
      if (held.length === 0) throw new Error('nobody answers');
      return JSON.parse(jwksOf(...held)) as JSONWebKeySet;
    };
    const keys = keySet(
      read,
      5 * MINUTE_MS,
      (error) => failures.push(error),
      () => now,
    );
    find = async (signer) => {
      try {
        await keys(decodeProtectedHeader(tokenBy(signer)) as { alg: string }, { payload: '', signature: '' });
        return 'found';
      } catch {
        return 'none';
      }
    };
  });
  const isFound = async (...signers: Signer[]): Promise<string[]> => Promise.all(signers.map(find));

  test('are read once, by however many', async () =>
    expect([await isFound(first, first, first), await find(first), reads]).toEqual([['found', 'found', 'found'], 'found', 1]));

  test('that are new are read at once, and what they replace is none any longer', async () => {
    await find(first);
    held = [second];
    expect([await isFound(second, second), reads, await find(first)]).toEqual([['found', 'found'], 2, 'none']);
    held = [third];
    expect([await find(third), reads]).toEqual(['none', 3]);
    now += 5_000;
    expect([await find(third), reads]).toEqual(['found', 4]);
  });

  test('that nobody has are not looked for again and again', async () => {
    await find(first);
    for (let tries = 0; tries < 50; tries += 1) expect(await find(third)).toBe('none');
    expect([reads, await find(first)]).toEqual([2, 'found']);
    now += 5_000;
    await isFound(third, third, third);
    expect(reads).toBe(3);
  });

  test('are read anew after a while', async () => {
    await find(first);
    held = [second];
    now += 5 * MINUTE_MS;
    expect(await find(first)).toBe('found');
    now += 1;
    expect([await find(first), reads]).toEqual(['none', 2]);
  });

  test('that cannot be read are those from before, for a day', async () => {
    await find(first);
    held = [];
    for (const hours of [1, 23]) {
      now = hours * 60 * MINUTE_MS;
      expect(await isFound(first, second)).toEqual(['found', 'none']);
    }
    now = 25 * 60 * MINUTE_MS;
    expect(await find(first)).toBe('none');
    expect(failures.length).toBe(reads - 1);
    held = [first];
    now += 5_000;
    expect(await find(first)).toBe('found');
  });
});

describe('keys at an address', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());

  let answer: { status: number; body: string } | 'nothing';
  let asked: number;
  let provider: Server;
  let server: RunningServer;
  const log = logOf();
  beforeEach(async () => {
    [answer, asked] = [{ status: 200, body: jwksOf(first) }, 0];
    provider = createServer((_, response) => {
      asked += 1;
      if (answer !== 'nothing') response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const jwks = new URL(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`);
    server = await startServer(graph, { port: 0, log: 'warn', identity: { jwks, issuer: ISSUER, audience: AUDIENCE, folder: null } }, log.to);
  });
  afterEach(async () => {
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
    await server.close();
  });

  const me = async (token: string): Promise<string | null> => (await ask(server.address, '{ me { id } }', {}, bearing(token))).json.data.me?.id ?? null;

  test('are asked for by the first token, and again by one of a key that is new', async () => {
    await ask(server.address, '{ me { id } }');
    expect(asked).toBe(0);
    expect([await me(tokenBy(first)), await me(tokenBy(first)), asked]).toEqual(['anna', 'anna', 1]);
    answer = { status: 200, body: jwksOf(second) };
    expect([await me(tokenBy(second)), await me(tokenBy(first))]).toEqual(['anna', null]);
    // Once for the new key, and once for the old one, which may be anywhere: then no more for a while.
    expect([await me(tokenBy(first)), await me(tokenBy(third)), await me(tokenBy(second)), asked]).toEqual([null, null, 'anna', 3]);
  });

  test('that have no names are each tried', async () => {
    const keys = [second, first].map((signer) => ({ ...publicJwk(signer), kid: undefined }));
    answer = { status: 200, body: JSON.stringify({ keys }) };
    expect([await me(tokenBy(first, {}, { kid: undefined })), await me(tokenBy(third, {}, { kid: undefined }))]).toEqual(['anna', null]);
  });

  test.each<[string, typeof answer]>([
    ['an error', { status: 500, body: 'down' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no keys', { status: 200, body: '{"keys": 7}' }],
    ['another address', { status: 302, body: '' }],
    ['nothing', 'nothing'],
  ])('that answers %s make no token of anybody, and the server answers', async (_, given) => {
    answer = given;
    const before = log.lines().length;
    const began = Date.now();
    expect([await me(tokenBy(first)), await me(tokenBy(first))]).toEqual([null, null]);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(asked).toBe(1);
    expect(log.lines().slice(before)).toMatchObject([{ msg: 'keys that check tokens cannot be read' }]);
  });
});
