import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getOperationAST, getVariableValues, isInputObjectType, parse, validate } from 'graphql';
import { requireActors } from '../src/api/authenticated.js';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { readRevision } from '../src/record/revision.js';
import { schemaIn } from './contract/contract.js';
import { mutationsIn } from './every-mutation.js';
import { forumNamed } from './forum.js';
import { ask } from './http.js';
import { AUDIENCE, ISSUER, badTokens, bearing, jwksOf, signerOf, tokenBy, tokensWithoutRole } from './tokens.js';
import { emptyGraph, seedWorld } from './world.js';

const [trusted, rsa, foreign] = [signerOf('ES256'), signerOf('RS256'), signerOf('ES256', 'foreign')];
/** The contract's, each of which tells that it was executed. */
const contract = schemaIn('test/contract');
let executed: string[] = [];
for (const field of Object.values(contract.getMutationType()?.getFields() ?? {}))
  field.resolve = (): never => {
    executed.push(field.name);
    throw new Error('executed');
  };
const api = requireActors(contract);
const mutations = mutationsIn(api);

let graph: Graph;
let server: RunningServer;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna'));
  const jwks = new URL(`data:application/json,${encodeURIComponent(jwksOf(trusted, rsa))}`);
  server = await startServer(graph, { port: 0, log: 'silent', identity: { jwks, issuer: ISSUER, audience: AUDIENCE, folder: null } }, undefined, api);
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

/** The codes of what each mutation is answered, and the headers that tell how to be known. */
const answers = async (headers: Record<string, string>): Promise<unknown[]> => {
  executed = [];
  const all = await Promise.all(mutations.map(({ query, variables }) => ask(server.address, query, { variables }, headers)));
  return [
    ...new Set(
      all.map(({ status, headers: given, json }) => JSON.stringify([status, given.get('www-authenticate'), json.data, json.errors[0].extensions.code])),
    ),
  ];
};

test('every mutation, with each act that it may be given, fits the schema', () => {
  for (const { query, variables } of mutations) {
    const document = parse(query);
    expect([query, validate(api, document)]).toEqual([query, []]);
    const operation = getOperationAST(document);
    expect(getVariableValues(api, operation?.variableDefinitions ?? [], variables).errors).toBeUndefined();
  }
  const acts = mutations.flatMap(({ variables }) => ((variables['entry'] ?? {}) as { acts?: object[] }).acts?.flatMap(Object.keys) ?? []);
  const act = api.getType('ActInput');
  expect([...new Set(acts)]).toEqual(isInputObjectType(act) ? Object.keys(act.getFields()) : []);
  expect([...new Set(mutations.map(({ name }) => name))]).toEqual(['record', 'review', 'undo']);
});

describe('no mutation, whichever act it is given, is executed for', () => {
  const unauthenticated = JSON.stringify([200, 'Bearer', null, 'UNAUTHENTICATED']);
  const forbidden = JSON.stringify([200, null, null, 'FORBIDDEN']);
  const showing = (tokens: Record<string, string>, expected: string): [string, Record<string, string>, string][] =>
    Object.entries(tokens).map(([name, token]) => [`a token ${name}`, bearing(token), expected]);
  test.each<[string, Record<string, string>, string]>([
    ['nothing', {}, unauthenticated],
    ...showing(badTokens(trusted, rsa, foreign), unauthenticated),
    ...showing(tokensWithoutRole(trusted), forbidden),
  ])('who shows %s, which is told nothing else', async (_, headers, expected) => {
    const before = await readRevision(graph);
    expect([await answers(headers), executed]).toEqual([[expected], []]);
    expect(await readRevision(graph)).toEqual(before);
  });

  test('but once each for who may write', async () => {
    expect(await answers(bearing(tokenBy(trusted)))).toEqual([JSON.stringify([200, null, null, 'INTERNAL_SERVER_ERROR'])]);
    expect(executed.length).toBe(mutations.length);
  });
});
