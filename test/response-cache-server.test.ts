import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphError } from '../src/graph/errors.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { recordTransaction } from '../src/write/transaction.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { NAMES, forumNamed, named } from './forum.js';
import { emptyGraph, onEmbedded, seedWorld } from './world.js';

const REVISION = 'record/revision';

let graph: Graph;
/** The names of the queries that the graph was asked, those for the revision included. */
let ran: string[] = [];
/** What happens just before a query. */
let before: (name: string) => Promise<void> = async () => undefined;
let watched: Graph;
let server: RunningServer;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna'));
  watched = {
    ...graph,
    read: async (query, params) => {
      ran.push(query.name);
      await before(query.name);
      return graph.read(query, params);
    },
  };
  server = await startServer(watched, { port: 0, log: 'silent', cacheBytes: 8 * 2 ** 20 });
});
afterAll(async () => {
  await server.close();
  await graph.close();
});

const post = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.address}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': 'true', ...headers } });

/** An answer, and what the graph was asked for it. */
const asked = async (query: string): Promise<{ text: string; ran: string[] }> => {
  ran = [];
  const text = await (await post(query)).text();
  return { text, ran: [...ran].sort() };
};

const iso = (at: number): string => new Date(at).toISOString();

describe('from the caches', () => {
  test('the same question asks only for the revision, and one that shares rows only for the others', async () => {
    const first = await asked('{ person(id: "person:anna", asOf: "2022-01-01") { name } }');
    expect(first.ran).toEqual(['people/by-ids', REVISION, REVISION]);
    expect(await asked('{ person(id: "person:anna", asOf: "2022-01-01") { name } }')).toEqual({ text: first.text, ran: [REVISION] });
    const other = await asked('{ person(id: "person:anna", asOf: "2022-01-01") { id memberships { totalCount } } }');
    expect(other.ran).toEqual(['memberships/by-person-ids', REVISION, REVISION]);
  });

  test('a write is seen by the very next request', async () => {
    for (const name of ['Berit', 'Carla', 'Dorte']) {
      expect(await (await post(NAMES)).json()).not.toEqual(named(name));
      await seedWorld(graph, forumNamed(name));
      expect(await (await post(NAMES)).json()).toEqual(named(name));
      expect(JSON.stringify(await (await post('{ graph { dataSets { id } people } }')).json())).toContain('"people":1');
    }
  });

  test('an answer between whose reads a write came is computed anew, from one revision', async () => {
    let writes = 0;
    before = async (name) => {
      if (name === 'bodies/with-members' && (writes += 1) === 1) await seedWorld(graph, forumNamed('Esther'));
    };
    const query = '{ body(id: "body:forum") { name members { nodes { person { name } } } } person(id: "person:anna") { name } }';
    const expected = { data: { body: { name: 'Esther', members: { nodes: [{ person: { name: 'Esther' } }] } }, person: { name: 'Esther' } } };
    const answers = [await (await post(query)).json(), await (await post(query)).json()];
    before = async () => undefined;
    expect(answers).toMatchObject([expected, expected]);
    expect(writes).toBeGreaterThan(1);
  });

  test('what is read while parts of a write may be seen is answered, and not cached', async () => {
    const query = '{ person(id: "person:anna") { name id } }';
    await recordTransaction({ ...graph, commitsWhole: false }, async () => {
      const response = await post(query);
      expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store']);
      expect(JSON.stringify(await response.json())).toContain('Esther');
    });
    expect((await asked(query)).ran).toContain('people/by-ids');
  });

  onEmbedded('of an engine that shows a write whole', () => {
    test('what is read while a write is under way that is seen whole is cached as of the revision before', async () => {
      const query = '{ person(id: "person:anna") { id name } }';
      await seedWorld(graph, forumNamed('Frida'));
      const under = await recordTransaction(graph, async () => {
        const first = await asked(query);
        expect(first.ran).toContain('people/by-ids');
        expect(await asked(query)).toEqual({ text: first.text, ran: [REVISION] });
        return first.text;
      });
      expect(under).toContain('Frida');
      expect((await asked(query)).ran).toContain('people/by-ids');
      await seedWorld(graph, forumNamed('Esther'));
    });
  });

  test('a knownAt that is past asks only for the revision, whatever was written since', async () => {
    const { at } = await readRevision(graph);
    const query = `{ person(id: "person:anna", asOf: "2022-01-01", knownAt: "${iso(at)}") { name } }`;
    const first = await asked(query);
    await seedWorld(graph, forumNamed('Fie'));
    expect(await asked(query)).toEqual({ text: first.text, ran: [REVISION] });
    expect(first.text).toContain('Esther');
  });

  test('a knownAt after the newest revision still asks for the revision', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { at } = await readRevision(graph);
    const query = `{ person(id: "person:anna", asOf: "2022-01-01", knownAt: "${iso(at + 10)}") { name } }`;
    await asked(query);
    expect((await asked(query)).ran).toEqual([REVISION]);
  });

  test('errors are never cached', async () => {
    const query = '{ people(first: -1) { nodes { name } } }';
    const response = await post(query);
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect(await response.text()).toBe(await (await post(query)).text());
    expect((await get('{ person(id: "person:anna") { name } }', { 'apollo-require-preflight': '', 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  });

  test('a graph that does not answer is an error, even where the answer is cached', async () => {
    await post(NAMES);
    before = () => Promise.reject(new GraphError('UNAVAILABLE', graph.engine, REVISION, new Error('down')));
    const { text } = await asked(NAMES);
    before = async () => undefined;
    expect(text).toContain('SERVICE_UNAVAILABLE');
    expect((await asked(NAMES)).text).not.toContain('errors');
  });
});

describe('what looks at all of the graph', () => {
  const since = async (ms: number): Promise<string> => `knownAt: "${iso((await readRevision(graph)).at + ms)}"`;
  const QUESTIONS: [string, string, (given: string, more?: string) => string][] = [
    ['integrity', 'integrity/seat-once', (given, more = '') => `{ integrity(rules: ["seat-once"] ${given}) { rule ${more} } }`],
    ['counts', 'composition/alternatives', (given, more = '') => `{ counts(filter: {} by: [BODY] ${given}) { people { min ${more} } } }`],
  ];

  test.each(QUESTIONS)('is answered once for a revision, whatever of it is asked: %s', async (name, query, ask) => {
    await seedWorld(graph, forumNamed(`Gerda ${query}`));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await asked(ask(''))).ran).toContain(query);
    const more = name === 'counts' ? 'max' : 'message';
    for (const again of [ask('', more), ask(await since(10)), ask(await since(20), more)])
      expect(new Set((await asked(again)).ran)).toEqual(new Set([REVISION]));
    expect((await asked(ask(await since(-1)))).ran).toContain(query);
    await seedWorld(graph, forumNamed(`Hanne ${query}`));
    expect((await asked(ask('', more))).ran).toContain(query);
  });

  test.each(QUESTIONS)('is made once for all who ask at a time: %s', async (_, query, ask) => {
    await seedWorld(graph, forumNamed(`Ida ${query}`));
    ran = [];
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((nth) => post(ask('', `a${nth}: __typename`))));
    for (const answer of answers) expect(await answer.text()).not.toContain('errors');
    expect(ran.filter((name) => name === query)).toEqual([query]);
  });
});

describe('over HTTP', () => {
  test('GET is answered by 304 to who has the answer, until a write', async () => {
    const first = await get(NAMES);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual(['no-cache', 'Accept, Accept-Encoding']);
    for (const given of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*']) {
      const again = await get(NAMES, { 'if-none-match': given });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
      expect(again.headers.get('vary')).toBe('Accept, Accept-Encoding');
    }
    expect((await get(NAMES, { 'if-none-match': 'W/"other"' })).status).toBe(200);
    expect((await get(NAMES, { accept: 'application/graphql-response+json' })).headers.get('etag')).not.toBe(tag);
    await seedWorld(graph, forumNamed('Gry'));
    const anew = await get(NAMES, { 'if-none-match': tag });
    expect([anew.status, await anew.json()]).toEqual([200, named('Gry')]);
    expect(anew.headers.get('etag')).not.toBe(tag);
  });

  test('POST names the ETag, and is answered whole', async () => {
    const tag = (await post(NAMES)).headers.get('etag') ?? '';
    const again = await post(NAMES, { 'if-none-match': tag });
    expect([again.status, await again.json()]).toEqual([200, named('Gry')]);
  });

  test('whoever keeps an answer asks anew, of the past too', async () => {
    const { at } = await readRevision(graph);
    const controlOf = async (lens: string) => (await get(`{ person(id: "person:anna"${lens}) { name } }`)).headers.get('cache-control');
    expect(await controlOf(`, asOf: "2022-01-01", knownAt: "${iso(at)}"`)).toBe('no-cache');
    expect(await controlOf(`, knownAt: "${iso(at)}"`)).toBe('no-cache');
    expect(await controlOf(', asOf: "2022-01-01"')).toBe('no-cache');
  });
});
