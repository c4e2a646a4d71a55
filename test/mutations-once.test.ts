import { createHash } from 'node:crypto';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireActors } from '../src/api/authenticated.js';
import * as queries from '../src/generated/queries.js';
import type { Graph } from '../src/graph/port.js';
import type { ServerContext } from '../src/http/context.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { forumNamed } from './forum.js';
import { ask, get, post } from './http.js';
import { AUDIENCE, ISSUER, bearing, jwksOf, signerOf, tokenBy, tokensWithoutRole } from './tokens.js';
import { emptyGraph, seedWorld } from './world.js';

const signer = signerOf('ES256');
const TOKEN = tokenBy(signer);
const RENAME = 'mutation Rename($name: String!) { rename(name: $name) }';
const id = createHash('sha256').update(RENAME).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash: id } };

let graph: Graph;
let executed: string[];
let server: RunningServer;

const nameOf = async ({ reader }: ServerContext): Promise<string> => (await reader.read(queries.people.byIds, { ids: ['person:anna'] }))[0]?.p.name ?? '';

/** A mutation writes between two of its own reads; a query is written into once, from outside. */
const api = requireActors(
  makeExecutableSchema<ServerContext>({
    typeDefs: 'type Query { name: String! } type Mutation { rename(name: String!): [String!]! }',
    resolvers: {
      Query: {
        name: async (_: unknown, __: unknown, context: ServerContext) => {
          executed.push('query');
          const name = await nameOf(context);
          if (executed.length === 1) await seedWorld(graph, forumNamed(`${name}!`));
          return name;
        },
      },
      Mutation: {
        rename: async (_: unknown, { name }: { name: string }, context: ServerContext) => {
          executed.push(name);
          const before = await nameOf(context);
          await seedWorld(graph, forumNamed(name));
          return [before, await nameOf(context)];
        },
      },
    },
  }),
);

beforeAll(async () => {
  graph = await emptyGraph();
  const jwks = new URL(`data:application/json,${encodeURIComponent(jwksOf(signer))}`);
  server = await startServer(graph, { port: 0, log: 'silent', identity: { jwks, issuer: ISSUER, audience: AUDIENCE, folder: null } }, undefined, api);
});
afterAll(async () => {
  await server.close();
  await graph.close();
});
beforeEach(async () => {
  await seedWorld(graph, forumNamed('Anna'));
  executed = [];
});

const rename = (name: string, headers = bearing(TOKEN)): ReturnType<typeof ask> => ask(server.address, RENAME, { variables: { name } }, headers);

describe('a mutation', () => {
  test('is executed once, where a query is executed anew', async () => {
    expect((await ask(server.address, '{ name }')).json.data).toEqual({ name: 'Anna!' });
    expect(executed).toEqual(['query', 'query']);
    expect((await rename('Berit')).json.data).toEqual({ rename: ['Anna!', 'Berit'] });
    expect(executed).toEqual(['query', 'query', 'Berit']);
  });

  test('is executed as often as it is sent, and kept by nobody', async () => {
    for (const before of ['Anna', 'Berit', 'Berit']) {
      const { json, headers } = await rename('Berit');
      expect(json.data).toEqual({ rename: [before, 'Berit'] });
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['private, no-store', null]);
    }
    expect(executed).toEqual(['Berit', 'Berit', 'Berit']);
  });

  test('reads what it wrote, also where what was before is cached', async () => {
    await ask(server.address, '{ name }');
    await ask(server.address, '{ name }');
    expect((await rename('Carla')).json.data).toEqual({ rename: ['Anna!', 'Carla'] });
    expect((await ask(server.address, '{ name }')).json.data).toEqual({ name: 'Carla' });
  });

  test('that is asked by its id is one too, and not by GET', async () => {
    const byId = (name: string) => post(server.address, JSON.stringify({ extensions, variables: { name } }), bearing(TOKEN));
    await ask(server.address, RENAME, { extensions, variables: { name: 'Berit' } }, bearing(TOKEN));
    expect([(await byId('Carla')).json.data, (await byId('Carla')).json.data]).toEqual([{ rename: ['Berit', 'Carla'] }, { rename: ['Carla', 'Carla'] }]);
    const query = new URLSearchParams({ variables: '{"name":"Dorte"}', extensions: JSON.stringify(extensions) });
    const { status, headers } = await get(`${server.address}/graphql?${query.toString()}`, { accept: 'application/json', ...bearing(TOKEN) });
    expect([status, headers.get('allow'), executed]).toEqual([405, 'POST', ['Berit', 'Carla', 'Carla']]);
  });

  test('is not executed for nobody, whatever it is given', async () => {
    const denied = { code: 'UNAUTHENTICATED', required: 'Bearer, and a token that this server takes' };
    for (const [headers, given] of [
      [{}, 'nothing'],
      [bearing('garbage'), 'another'],
    ] as const) {
      const answer = await rename('Berit', headers);
      expect([answer.status, answer.headers.get('www-authenticate'), answer.json.data]).toEqual([200, 'Bearer', null]);
      expect(answer.json.errors).toMatchObject([{ path: ['rename'], extensions: { ...denied, given } }]);
    }
    expect(executed).toEqual([]);
  });

  test.each(Object.entries(tokensWithoutRole(signer)))('is not executed for who bears a token %s', async (_, token) => {
    const { json, headers } = await rename('Berit', bearing(token));
    expect(json.errors).toMatchObject([{ message: 'token: required: one with a role on this server; given: one without', extensions: { code: 'FORBIDDEN' } }]);
    expect([headers.get('www-authenticate'), executed]).toEqual([null, []]);
  });

  test('is not executed by a server that has no key to check a token with, which says so', async () => {
    const readOnly = await startServer(graph, { port: 0, log: 'silent' }, undefined, api);
    try {
      for (const headers of [{}, bearing(TOKEN)]) {
        const { json } = await ask(readOnly.address, RENAME, { variables: { name: 'Berit' } }, headers);
        expect(json.errors).toMatchObject([
          { message: 'server: required: one that takes writes; given: this one, which takes no writes', extensions: { code: 'UNAUTHENTICATED' } },
        ]);
      }
      expect(executed).toEqual([]);
    } finally {
      await readOnly.close();
    }
  });
});
