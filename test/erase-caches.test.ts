import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, clerkOf } from './clerk.js';
import { everyText } from './every-text.js';
import { forumNamed } from './forum.js';
import { emptyGraph, seedWorld, writingOf } from './world.js';

const NAME = /anna.{1,3}vang|vang.{1,3}anna/iu;

let graph: Graph;
let server: RunningServer | undefined;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna Vang'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await graph.close();
});
const erase = () => clerkOf(graph, ADMIN).record([{ erase: { person: 'person:anna', why: 'Asked for.' } }]);

test('what a cache holds of the past is not answered after an erasure, whatever ETag is given', async () => {
  server = await startServer(graph, { port: 0, log: 'silent', cacheBytes: 8 * 2 ** 20 });
  const knownAt = new Date((await readRevision(graph)).at).toISOString();
  const query = `{ people(asOf: "2022-01-01", knownAt: "${knownAt}") { nodes { name } } }`;
  const get = (headers: object = {}) =>
    fetch(`${server?.address}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': 'true', ...headers } });
  const first = await get();
  expect(await first.text()).toMatch(NAME);
  const etag = first.headers.get('etag') as string;
  expect((await get({ 'if-none-match': etag })).status).toBe(304);
  await erase();
  const after = await get({ 'if-none-match': etag });
  expect([after.status, await after.json()]).toMatchObject([200, { data: { people: { nodes: [{ name: 'erased' }] } } }]);
});

describe('what is kept by whatever label, type and column, of which the erasure was told nothing, is reached', () => {
  test.each([
    ['a node', "CREATE (n:Later {remark: 'By Anna Vang.'})"],
    ['an edge', "MATCH (n:Person {id: 'person:anna'}) CREATE (n)-[:LATER {remark: 'Vang, Anna'}]->(m:Later {id: 'later:1'})"],
    ['a list', "CREATE (n:Later {remarks: ['no', 'ANNA VANG'], number: 7})"],
    ['JSON in a column', `CREATE (n:Later {said: '{"deep":[{"by":"Anna Vangs"}]}'})`],
    [
      'a version of something',
      "MATCH (n:Person {id: 'person:anna'}) CREATE (v:Version {id: 'person:anna', name: 'Anna  Vang', remark: 'anna-vang'})-[:OF]->(n)",
    ],
  ])('%s', async (_, statement) => {
    await graph.write((tx) => tx.run(writingOf(statement), {}));
    await erase();
    expect((await everyText(graph)).filter((text) => NAME.test(text) || text.includes('person:anna'))).toEqual([]);
  });
});
