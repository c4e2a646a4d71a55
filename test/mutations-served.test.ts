import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInputObjectType } from 'graphql';
import type { Graph } from '../src/graph/port.js';
import { schema } from '../src/mutations/schema.js';
import { readRevision } from '../src/record/revision.js';
import { mutationsIn } from './every-mutation.js';
import { forumNamed } from './forum.js';
import { ask } from './http.js';
import { type Office, headersOf, officeOf } from './office.js';
import { bearing, inSeconds, signerOf, tokenBy } from './tokens.js';
import { emptyGraph, seedWorld } from './world.js';

const mutations = mutationsIn(schema);

let graph: Graph;
let office: Office;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna'));
  office = await officeOf(graph);
});
afterAll(async () => {
  await office.close();
  await graph.close();
});

const FEED = '{ feed(first: 500) { nodes { cursor kind } hasMore } graph { people bodies memberships } }';
/** All that anybody can see of whether something was written. */
const seen = async (): Promise<unknown> => [await readRevision(graph), await office.ask(FEED)];

/** What every mutation is answered, once each. */
const answers = async (headers: Record<string, string>): Promise<string[]> => {
  const told = new Set<string>();
  for (const { query, variables } of mutations) {
    const { status, json } = await ask(office.server.address, query, { variables }, headers);
    told.add(JSON.stringify([status, json.data, (json.errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code)]));
  }
  return [...told];
};

test('every act that is served is walked', () => {
  const acts = mutations.flatMap(({ variables }) => ((variables['entry'] ?? {}) as { acts?: object[] }).acts?.flatMap(Object.keys) ?? []);
  const act = schema.getType('ActInput');
  expect([...new Set(acts)]).toEqual(isInputObjectType(act) ? Object.keys(act.getFields()) : []);
});

describe('every mutation, with every act, changes nothing and tells nothing', () => {
  const denied = (code: string): string[] => [JSON.stringify([200, null, [code]])];
  test.each<[string, () => Record<string, string>, string]>([
    ['without a token', () => ({}), 'UNAUTHENTICATED'],
    ['with one that is none', () => bearing('not.a.token'), 'UNAUTHENTICATED'],
    ['with one of another signer', () => bearing(tokenBy(signerOf('ES256'), { mandat_role: 'admin' })), 'UNAUTHENTICATED'],
    ['with one that is over', () => headersOf('admin', { exp: inSeconds(-62) }), 'UNAUTHENTICATED'],
    ['with one for another audience', () => headersOf('admin', { aud: 'other.example' }), 'UNAUTHENTICATED'],
    ['with a role that there is not', () => headersOf('owner'), 'FORBIDDEN'],
    ['with bodies that are none', () => headersOf('editor', { mandat_bodies: 'body:forum' }), 'FORBIDDEN'],
  ])('%s', async (_, headers, code) => {
    const before = await seen();
    expect(await answers(headers())).toEqual(denied(code));
    expect(await seen()).toEqual(before);
  });

  test('with the role of a proposer, who may not write', async () => {
    const before = await seen();
    for (const { name, query, variables } of mutations.filter(({ name }) => name !== 'review')) {
      const entry = variables['entry'];
      const { json } = await ask(
        office.server.address,
        query,
        { variables: typeof entry === 'object' ? { entry: { ...entry, mode: 'WRITE' } } : variables },
        headersOf('proposer'),
      );
      expect([name, json.data, json.errors[0].extensions.code]).toEqual([name, null, 'FORBIDDEN']);
    }
    expect(await seen()).toEqual(before);
  });
});

/** People, parties, documents and what is said of them are anybody's who may write; all else lies in a body, or needs an editor of all. */
const ANYBODYS = ['addPerson', 'foundParty'];

test('an editor of no body, whatever the act, may add people and parties alone', async () => {
  const before = await seen();
  const written: string[] = [];
  for (const { query, variables } of mutations) {
    const told = query.replace('{ __typename }', '{ status }');
    const acts = ((variables['entry'] ?? {}) as { acts?: object[] }).acts?.flatMap(Object.keys) ?? [];
    const given = typeof variables['entry'] === 'object' ? { entry: { ...variables['entry'], mode: 'CHECK' } } : variables;
    const { json } = await ask(office.server.address, told, { variables: given }, headersOf('editor', { mandat_bodies: [] }));
    const status = Object.values((json.data ?? {}) as Record<string, { status: string } | null>)[0]?.status;
    if (status === 'CHECKED') written.push(...acts);
    else expect([acts, json.errors?.[0].extensions.code ?? status]).toEqual([acts, expect.stringMatching(/^(REFUSED|FORBIDDEN)$/)]);
  }
  expect([...new Set(written)]).toEqual(ANYBODYS);
  expect(await seen()).toEqual(before);
});
