import { get } from 'node:http';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { GraphError } from '../src/graph/errors.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { serveSeeded } from './serve-seeded.js';

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';
let graph: Graph;
let server: RunningServer;
serveSeeded((served) => ({ graph, server } = served));

const post = (body: string, headers: Record<string, string> = {}, address = server.address): Promise<Response> =>
  fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body });
const ask = (query: string, headers: Record<string, string> = {}, address = server.address): Promise<Response> =>
  post(JSON.stringify({ query }), headers, address);

describe('over HTTP', () => {
  test('a question is answered', async () => {
    const response = await ask('{ municipality(code: "0540") { name } }');
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { municipality: { name: 'Sønderborg' } }, extensions: { cost: { estimate: 2, limit: expect.any(Number) } } },
    ]);
  });

  test.each<[string, Record<string, string>, number]>([
    ['a client that takes JSON', { accept: JSON_TYPE }, 200],
    ['a client that shows it is no page of another site', { 'apollo-require-preflight': 'true' }, 200],
    ["a script's fetch", { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }, 200],
    ["another site's fetch", { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' }, 400],
    ['an image in a page', { 'sec-fetch-mode': 'no-cors', accept: 'image/*' }, 400],
    ['who says nothing', {}, 400],
  ])('GET answers to %s: %j is %i', async (_, headers, status) => {
    const url = `${server.address}/graphql?query=${encodeURIComponent('{ graph { people } }')}`;
    const given = await new Promise((resolve) => get(url, { headers }, (response) => resolve(response.resume().statusCode)));
    expect(given).toBe(status);
  });

  const UNRUNNABLE = [
    '{ nonsense',
    '{ nonsense }',
    '{ person(id: "x", asOf: "2022-13-01") { id } }',
    '{ body(id: "x") { members(roles: [KING]) { totalCount } } }',
  ];
  test.each(UNRUNNABLE)('%s is 200 as JSON and 400 as a GraphQL response', async (query) => {
    const plain = await ask(query, { accept: JSON_TYPE });
    const own = await ask(query, { accept: RESPONSE_TYPE });
    expect([plain.status, own.status]).toEqual([200, 400]);
    expect(((await plain.json()) as { errors: unknown[] }).errors).toHaveLength(1);
  });

  test.each([
    ['a date', '{ person(id: "x", asOf: "2022-02-30") { id } }', {}, 'asOf', 'YYYY-MM-DD'],
    ['a time', '{ person(id: "x", knownAt: "yesterday") { id } }', {}, 'knownAt', 'RFC 3339'],
    ['a time in a variable', 'query ($at: DateTime) { person(id: "x", knownAt: $at) { id } }', { at: 'noon' }, '$at', 'RFC 3339'],
    [
      'a date in a nested argument',
      '{ body(id: "x") { members(during: { from: "2022", until: "2023-01-01" }) { totalCount } } }',
      {},
      'during.from',
      'YYYY-MM-DD',
    ],
    ['an enum value', '{ bodies(filter: { kinds: [FORUM, KING] }) { totalCount } }', {}, 'filter.kinds', 'KING'],
    ['a variable', 'query ($on: LocalDate) { person(id: "x", asOf: $on) { id } }', { on: 'x' }, '$on', 'YYYY-MM-DD'],
    ['a list of a variable', 'query ($kinds: [BodyKind!]) { bodies(filter: { kinds: $kinds }) { totalCount } }', { kinds: ['KING'] }, '$kinds.0', 'KING'],
    ['an unknown argument', '{ people(last: 3) { totalCount } }', {}, 'last', 'last'],
  ])('%s that does not fit is said with the path of its argument and its place', async (_, query, variables, argument, says) => {
    const { errors } = (await (await post(JSON.stringify({ query, variables }))).json()) as { errors: object[] };
    expect(errors).toMatchObject([{ message: expect.stringContaining(says), locations: [{ line: 1 }], extensions: { argument } }]);
  });

  test.each(['mutation { a }', 'subscription { a }'])('%s is no fault of the server', async (query) => {
    const response = await ask(query, { accept: JSON_TYPE });
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toMatchObject([{ message: expect.stringMatching(/mutation|subscription/i), extensions: { code: expect.not.stringMatching('INTERNAL') } }]);
  });

  test('variables that do not fit say what was required and given', async () => {
    const response = await post(JSON.stringify({ query: 'query ($on: LocalDate!) { person(id: "x", asOf: $on) { id } }', variables: { on: '2022-02-30' } }));
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toMatch(/YYYY-MM-DD.*2022-02-30/);
  });

  test('an error of a resolver is 200, with its code, argument and what was required and given', async () => {
    const response = await ask('{ people(first: -1) { totalCount } }', { accept: RESPONSE_TYPE });
    const [error] = ((await response.json()) as { errors: { extensions: object }[] }).errors;
    expect(response.status).toBe(200);
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first', required: 'a number from 0 to 500', given: -1 });
  });

  test.each([
    ['malformed JSON', () => post('{"query":'), 400],
    ['no query', () => post('{}'), 400],
    ['a type that a form may have', () => post('{ graph { people } }', { 'content-type': 'text/plain' }), 415],
    ['another content type', () => post('<query/>', { 'content-type': 'application/xml' }), 415],
    ['a body that is too large', () => post(JSON.stringify({ query: `{ ${'a'.repeat(300_000)} }` })), 413],
    ['another path', () => fetch(`${server.address}/nowhere`), 404],
    ['a batch', () => post('[{"query":"{ graph { people } }"}]'), 400],
  ])('%s is a typed JSON error', async (_, send, status) => {
    const response = await send();
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('json');
    expect(text).not.toMatch(/<html|node_modules|at \w+ \(/);
  });

  const HTML = { headers: { accept: 'text/html' } };
  const assetsOf = (page: string): string[] => [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] as string);

  test.each([
    ['/', 'trusted-types'],
    ['/graphiql', "script-src 'self'"],
  ])('a browser gets all of the page at %s from here', async (path, policy) => {
    const response = await fetch(server.address + path, HTML);
    const page = await response.text();
    expect(page).not.toMatch(/(?:src|href)="https?:/);
    expect(response.headers.get('content-security-policy')).toContain(policy);
    const files = assetsOf(page).filter((file) => file.startsWith('/explorer/assets/'));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const asset = await fetch(server.address + file);
      const text = await asset.text();
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      if (file.endsWith('.css')) expect(text).not.toMatch(/@import|url\((?!["']?(?:data:|#))/);
    }
  });

  test.each([
    ['/', 200],
    ['/bodies/kkr-syddanmark?asOf=2022-06-21&lang=en', 200],
    ['/people/mads-skau', 200],
    ['/municipalities/haderslev', 200],
    ['/parties/nye-borgerlige', 200],
    ['/regions/syddanmark', 200],
    ['/changes?from=2021-12-31', 200],
    ['/network?around=person:mads-skau', 200],
    ['/entries', 200],
    ['/bodies/kkr-sydanmark', 404],
    ['/people/kkr-syddanmark', 404],
    ['/boddies/kkr-syddanmark', 404],
    ['/bodies/a/b', 404],
    ['/network?around=person:nope', 404],
    ['/compare?body=body:nope&from=2022-01-25', 404],
    ['/changes?bodies=body:kkr-syddanmark,body:nope', 404],
    ['/changes?bodies=body:kkr-syddanmark', 200],
    ['/explorer/assets/none.js', 404],
  ])('a browser that opens %s gets the page with the status %i', async (path, status) => {
    const response = await fetch(server.address + path, HTML);
    expect([response.status, (await response.text()).includes('/explorer/assets/')]).toEqual([status, true]);
  });

  test.each([
    ['/bodies/kkr-syddanmark/', '/bodies/kkr-syddanmark'],
    ['/bodies/kkr-syddanmark/?asOf=2022-06-21&lang=en', '/bodies/kkr-syddanmark?asOf=2022-06-21&lang=en'],
    ['/bodies/', '/bodies'],
    ['/bodies/kkr-syddanmark//', '/bodies/kkr-syddanmark'],
    ['/bodies/body:kkr-syddanmark?lang=en', '/bodies/kkr-syddanmark?lang=en'],
    ['/people/person%3Amads-skau', '/people/mads-skau'],
    ['//example.org/', null],
    ['/explorer/', null],
  ])('a browser that opens %s is led to %s', async (path, to) => {
    const { status, headers } = await fetch(server.address + path, { ...HTML, redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual(to === null ? [404, null] : [308, to]);
  });

  test('the page that a browser has is not sent again, and the licenses of what is in it are named', async () => {
    const first = await fetch(server.address, HTML);
    const again = await fetch(server.address, { headers: { ...HTML.headers, 'if-none-match': first.headers.get('etag') as string } });
    const licenses = await (await fetch(`${server.address}/explorer/licenses.txt`)).text();
    expect([first.headers.get('cache-control'), again.status]).toEqual(['no-cache', 304]);
    for (const name of ['graphiql', 'react', 'monaco-editor', 'graphql', 'preact', 'd3-force', 'write-excel-file'])
      expect(licenses).toMatch(new RegExp(`^${name} [\\d.]+ \\([A-Z]+\\)$`, 'm'));
  });

  test('every example shows something', async () => {
    const examples = (await (await fetch(`${server.address}/graphiql/examples.json`)).json()) as { title: string; query: string[] }[];
    for (const { query } of examples) {
      expect(query.join(' ')).toContain('asOf:');
      const { data, errors } = (await (await ask(query.join('\n'))).json()) as { data: object; errors?: unknown };
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data).match(/"name":/g)?.length ?? 0).toBeGreaterThan(1);
    }
  });
});

describe('when the graph fails', () => {
  const failing = (error: Error): Graph => ({ ...graph, read: () => Promise.reject(error) });
  interface Failed {
    status: number;
    errors: { message: string; extensions: Record<string, string> }[];
    logged: string;
  }
  const answer = async (error: Error): Promise<Failed> => {
    let logged = '';
    const log = new Writable({ write: (line, _, done) => ((logged += String(line)), done()) });
    const other = await startServer(failing(error), { port: 0 }, log);
    const response = await ask('{ person(id: "person:mads-skau") { name } }', {}, other.address);
    const { errors } = (await response.json()) as Pick<Failed, 'errors'>;
    await other.close();
    return { status: response.status, errors, logged };
  };

  test('what nobody expected is masked, with an id that stands in the log', async () => {
    const { status, errors, logged } = await answer(new Error('bolt://neo4j:secret@host is broken at /srv/app'));
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/secret|srv|bolt/);
    expect(logged).toContain(errors[0]?.extensions['errorId']);
  });

  test('a database that does not answer is SERVICE_UNAVAILABLE', async () => {
    const { errors } = await answer(new GraphError('UNAVAILABLE', 'neo4j', 'people/by-ids', new Error('bolt://host is down')));
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toContain('bolt');
  });
});
