import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Client, createClient } from 'graphql-sse';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { ANN, BO, FIRST, ITEM, type Item, board, chain, itIs, line, realTime, seats } from './feed-world.js';
import { ask, post, refusalIn } from './http.js';
import { type World, emptyGraph, seedWorld } from './world.js';

const FEED = `subscription ($after: String, $filter: FeedFilter) { feed(after: $after, filter: $filter) { ${ITEM} } }`;

let graph: Graph;
let server: RunningServer;
const clients: Client[] = [];
beforeEach(async () => {
  graph = await emptyGraph();
  server = await startServer(graph, { port: 0, log: 'silent', streams: { each: 3, all: 3 } });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.dispose();
  await server.close();
  await graph.close();
  realTime();
});
afterAll(realTime);

type Answer = { data?: { feed: Item } | null; errors?: readonly unknown[] };

/** What somebody who follows is told, and how it ended. */
const follow = (variables: object = {}, query = FEED) => {
  const client = createClient({ url: `${server.address}/graphql`, retryAttempts: 0 });
  clients.push(client);
  const answers: Answer[] = [];
  let told: () => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe(
      { query, variables: variables as Record<string, unknown> },
      {
        next: (answer) => {
          answers.push(answer as Answer);
          told();
        },
        complete: () => resolve('complete'),
        error: resolve,
      },
    );
  });
  const items = () => answers.flatMap(({ data }) => data?.feed ?? []);
  return {
    answers,
    ended,
    items,
    close: () => client.dispose(),
    /** The first so many items. */
    first: async (count: number): Promise<Item[]> => {
      while (items().length < count) await new Promise<void>((resolve) => (told = resolve));
      return items().slice(0, count);
    },
  };
};

/** A subscription that was begun over HTTP, of which nothing is read. */
const begin = (headers: Record<string, string> = { accept: 'text/event-stream' }) =>
  new Promise<{ status: number | undefined; type: string | undefined; read: () => Promise<string>; leave: () => void }>((resolve, reject) => {
    const asking = httpRequest(`${server.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      response.on('error', () => undefined);
      resolve({
        status: response.statusCode,
        type: response.headers['content-type'],
        read: () => new Promise((done) => response.once('data', (chunk: Buffer) => done(chunk.toString()))),
        leave: () => response.destroy(),
      });
    });
    asking.on('error', reject);
    asking.end(JSON.stringify({ query: FEED }));
  });

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('who follows the feed', () => {
  test('from a cursor is told what the query tells from there on, and then what comes', async () => {
    await seedWorld(graph, board());
    const { items } = await chain(graph);
    const following = follow({ after: items[2]?.cursor });
    expect(await following.first(FIRST.length - 3)).toEqual(items.slice(3));
    await seedWorld(graph, seats(ANN));
    const all = await following.first(FIRST.length - 2);
    expect(all.at(-1)).toEqual((await chain(graph)).items.at(-1));
    expect(all.map(line).at(-1)).toBe('CORRECTED membership:bo gone');
  });

  test('without a cursor is told what comes from now on, of what passes the filter', async () => {
    await seedWorld(graph, board());
    const [all, some] = [follow(), follow({ filter: { people: ['person:ann'] } })];
    await until(async () => (await ask(server.address, '{ graph { revision } }')).json.data.graph.revision === 1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await seedWorld(graph, seats(ANN));
    await seedWorld(graph, seats({ ...ANN, from: '2021-02-01' }, BO));
    expect((await some.first(2)).map(line)).toEqual(['CORRECTED membership:ann', 'JOINED membership:ann@FROM']);
    const told = (await all.first(5)).map(line);
    expect([told[0], told.length, some.items().length]).toEqual(['CORRECTED membership:bo gone', 5, 2]);
  });

  test('is told of a day that comes while nobody writes', async () => {
    itIs('2023-04-30');
    await seedWorld(graph, board());
    const following = follow();
    await new Promise((resolve) => setTimeout(resolve, 600));
    itIs('2023-05-01');
    expect((await following.first(1)).map(line)).toEqual(['* JOINED membership:bo@FROM']);
  });

  test.each<[string, object, RegExp]>([
    ['a cursor that is none', { after: 'x' }, /after: required: a cursor/],
    ['somebody unknown', { filter: { people: ['person:nobody'] } }, /UNKNOWN_ID/],
    ['a cursor that is too long', { after: 'x'.repeat(10_001) }, /at most 10000 letters/],
  ])('is told what is wrong with %s, and no more', async (_, variables, message) => {
    await seedWorld(graph, board());
    const following = follow(variables);
    expect(await following.ended).toBe('complete');
    expect(following.answers).toHaveLength(1);
    expect(JSON.stringify(following.answers)).toMatch(message);
  });
});

describe('a stream', () => {
  test('is Server-Sent Events, one for each item', async () => {
    await seedWorld(graph, board());
    const stream = await begin();
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await seedWorld(graph, seats(ANN));
    expect(await stream.read()).toMatch(/^event: next\ndata: \{"data":\{"feed":\{.*\}\}\}\n\n$/);
    stream.leave();
  });

  test.each<[string, string, Record<string, string>, number, string]>([
    ['by who takes JSON alone', FEED, { accept: 'application/json' }, 406, 'NOT_ACCEPTABLE'],
    ['of a field that is not there', 'subscription { nothing }', { accept: 'text/event-stream' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'that costs too much',
      `subscription { feed { event { body { members(first: 500) { nodes { person { memberships(first: 500) { nodes { body { members(first: 500) { nodes { id } } } } } } } } } } } }`,
      { accept: 'text/event-stream' },
      400,
      'TOO_COSTLY',
    ],
  ])('is refused %s', async (_, query, headers, status, code) => {
    const answered = await post(server.address, JSON.stringify({ query }), headers);
    expect([answered.status, refusalIn(answered).extensions['code']]).toEqual([status, code]);
  });

  test('with variables that do not fit is refused as a query is', async () => {
    const answered = await post(server.address, JSON.stringify({ query: FEED, variables: { after: 5 } }), { accept: 'text/event-stream' });
    expect([answered.status, refusalIn(answered).extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('is one of so many; who leaves makes room', async () => {
    await seedWorld(graph, board());
    const open = await Promise.all([begin(), begin(), begin()]);
    const fourth = await post(server.address, JSON.stringify({ query: FEED }), { accept: 'text/event-stream' });
    expect([fourth.status, fourth.headers.get('retry-after'), refusalIn(fourth).extensions['code']]).toEqual([503, '10', 'TOO_MANY_STREAMS']);
    open[0]?.leave();
    await until(async () => {
      const again = await begin();
      again.leave();
      return again.status === 200;
    });
    for (const one of open) one.leave();
  });

  test('ends when the server shuts down, which does not wait for it', async () => {
    await seedWorld(graph, board());
    const following = follow();
    await until(async () => (await ask(server.address, '{ graph { revision } }')).json.data.graph.revision === 1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await following.ended).toBeInstanceOf(Error);
    server = await startServer(graph, { port: 0, log: 'silent' });
  });
});

test('a consumer that is cut off anywhere and begins again at its last cursor is told each item once', async () => {
  const worlds: World[] = [board(), seats(ANN), board(), seats({ ...ANN, from: '2021-02-01' }, BO), seats(BO), board()];
  await seedWorld(graph, worlds[0] as World);
  const seen: Item[] = [];
  let after: string | null = null;
  let next = 1;
  for (let round = 0; round < 20; round += 1) {
    const following = follow({ after: after ?? (await chain(graph, null, 1)).items[0]?.cursor });
    if (next < worlds.length) await seedWorld(graph, worlds[next++] as World);
    await Promise.race([following.first(1 + (round % 4)), new Promise((resolve) => setTimeout(resolve, 700))]);
    seen.push(...following.items());
    after = seen.at(-1)?.cursor ?? after;
    following.close();
  }
  expect(seen.map(line)).toEqual((await chain(graph)).items.slice(1).map(line));
}, 60_000);
