import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningServer, startServer } from '../src/http/server.js';
import type { Graph } from '../src/graph/port.js';
import { forumNamed } from './forum.js';
import { ask, get } from './http.js';
import { AUDIENCE, ISSUER, badTokens, bearing, inSeconds, jwksOf, signerOf, tokenBy, tokensWithoutRole } from './tokens.js';
import { emptyGraph, seedWorld } from './world.js';

const ME = '{ me { id name role bodies { id name } } }';
const [rsa, pss, ec, ed, foreign] = [signerOf('RS256'), signerOf('PS256'), signerOf('ES256'), signerOf('EdDSA'), signerOf('ES256', 'foreign')];

let folder: string;
let graph: Graph;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-identity-'));
  const file = join(folder, 'keys.json');
  writeFileSync(file, jwksOf(rsa, pss, ec, ed));
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Forum'));
  const identity = { jwks: pathToFileURL(file), issuer: ISSUER, audience: AUDIENCE, folder: null };
  server = await startServer(graph, { port: 0, log: 'silent', identity });
});
afterAll(async () => {
  await server.close();
  await graph.close();
  rmSync(folder, { recursive: true });
});

const me = async (token: string): Promise<unknown> => (await ask(server.address, ME, {}, bearing(token))).json.data.me;

describe('a token says who asks', () => {
  test.each([rsa, pss, ec, ed].map((signer) => [signer.alg, signer] as const))('that is signed by %s', async (_, signer) =>
    expect(await me(tokenBy(signer))).toEqual({ id: 'anna', name: 'Anna', role: 'EDITOR', bodies: null }),
  );

  test.each(['proposer', 'editor', 'import', 'admin'])('who is a %s', async (role) =>
    expect(await me(tokenBy(ec, { mandat_role: role }))).toMatchObject({ role: role.toUpperCase() }),
  );

  test.each<[string, object, object]>([
    [
      'with bodies, of which what is not recorded is left out',
      { mandat_bodies: ['body:forum', 'body:none'] },
      { bodies: [{ id: 'body:forum', name: 'Forum' }] },
    ],
    ['with no body', { mandat_bodies: [] }, { bodies: [] }],
    ['without a name', { name: undefined }, { name: null }],
    ['with a name that is none', { name: 7 }, { name: null }],
    ['for several audiences', { aud: ['other.example', AUDIENCE] }, { id: 'anna' }],
  ])('%s', async (_, more, expected) => expect(await me(tokenBy(ec, more))).toMatchObject(expected));

  test.each<[string, string, number, object | null]>([
    ['ended', 'exp', -30, { id: 'anna' }],
    ['ended', 'exp', -62, null],
    ['begins', 'nbf', 50, { id: 'anna' }],
    ['begins', 'nbf', 90, null],
  ])('as far as clocks differ by a minute: that %s (%s) %i seconds from now', async (_, claim, seconds, expected) => {
    const answered = await me(tokenBy(ec, { [claim]: inSeconds(seconds) }));
    expect(answered).toEqual(expected && expect.objectContaining(expected));
  });

  test.each(Object.entries({ ...badTokens(ec, rsa, foreign), ...tokensWithoutRole(ec) }))(
    'and nobody, %s; what is public is answered all the same',
    async (_, token) => {
      const { status, json } = await ask(server.address, `{ me { id } body(id: "body:forum") { name } }`, {}, bearing(token));
      expect([status, json.data]).toEqual([200, { me: null, body: { name: 'Forum' } }]);
      expect(json.errors).toBeUndefined();
    },
  );

  test.each<[string, Record<string, string>, object | null]>([
    ['in a header of any case', { authorization: `bEARER ${tokenBy(ec)}` }, { id: 'anna' }],
    ['in another scheme', { authorization: `Basic ${tokenBy(ec)}` }, null],
    ['without one', { authorization: tokenBy(ec) }, null],
    ['twice', { authorization: `Bearer ${tokenBy(ec)} ${tokenBy(ec)}` }, null],
    ['and nothing', { authorization: 'Bearer ' }, null],
    ['in no header', {}, null],
  ])('%s', async (_, headers, expected) => expect((await ask(server.address, '{ me { id } }', {}, headers)).json.data.me).toEqual(expected));
});

describe('what depends on who asks', () => {
  const by = (query: string, token?: string) =>
    get(`${server.address}/graphql?query=${encodeURIComponent(query)}`, { accept: 'application/json', ...(token && bearing(token)) });

  test('is answered to nobody else, and kept by nobody', async () => {
    for (let round = 0; round < 2; round += 1)
      for (const sub of ['anna', 'bo', undefined]) {
        const { json, headers } = await by('{ me { id } }', sub && tokenBy(ec, { sub }));
        expect(json.data.me).toEqual(sub ? { id: sub } : null);
        expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['private, no-store', null]);
        expect(headers.get('vary')).toContain('Authorization');
      }
  });

  test.each(['query ($no: Boolean = false) { body(id: "body:forum") { name } me @include(if: $no) { id } }', '{ body(id: "body:forum") { id name } }'])(
    'is not %s: a token changes nothing in it',
    async (query) => {
      const answers = [await by(query), await by(query, tokenBy(ec)), await by(query, 'garbage')];
      expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
      for (const { headers } of answers)
        expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['no-cache', expect.not.stringContaining('Authorization')]);
    },
  );

  test('is below a fragment too', async () => {
    const { json, headers } = await by('query { ...A } fragment A on Query { who: me { ... { id } } }', tokenBy(ec));
    expect([json.data, headers.get('cache-control')]).toEqual([{ who: { id: 'anna' } }, 'private, no-store']);
  });

  test('is kept by nobody where nothing is cached here', async () => {
    const other = await startServer(graph, { port: 0, log: 'silent', cacheBytes: 0 });
    try {
      const { headers } = await ask(other.address, '{ me { id } }');
      expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['private, no-store', expect.stringContaining('Authorization')]);
    } finally {
      await other.close();
    }
  });
});
