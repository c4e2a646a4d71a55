import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGrafeo } from '../src/graph/grafeo.js';
import { ask } from './http.js';
import { headersOf, TRUSTED_KEYS } from './office.js';
import { type Serving, serving, start } from './processes.js';
import { random } from './random.js';
import { AUDIENCE, ISSUER } from './tokens.js';
import { emptyGraph, engine, seedWorld } from './world.js';

/** How often the server is killed. */
const KILLS = process.env['MANDAT_TEST_LONG'] ? 10 : 3;
const CLIENTS = 4;
const EACH = 40;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: Array.from({ length: CLIENTS }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: KILLS * EACH }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};

let folder: string;
let env: Record<string, string>;
let running: Serving | null = null;

const serve = async (): Promise<Serving> => {
  running = await serving(env, (all) => start(['serve', '--no-seed'], all));
  return running;
};
const stop = async (signal: NodeJS.Signals): Promise<void> => {
  running?.child.kill(signal);
  await running?.end;
  running = null;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-killed-'));
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, TRUSTED_KEYS);
  const graph = engine === 'grafeo' ? await openGrafeo({ folder }) : await emptyGraph();
  await seedWorld(graph, WORLD);
  await graph.close();
  const database = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('NEO4J_'))) as Record<string, string>;
  env = {
    ...(engine === 'neo4j' ? database : { MANDAT_DATA: folder }),
    MANDAT_AUTH_JWKS: keys,
    MANDAT_AUTH_ISSUER: ISSUER,
    MANDAT_AUTH_AUDIENCE: AUDIENCE,
    MANDAT_LOG: 'silent',
  };
}, 60_000);
afterAll(async () => {
  await stop('SIGTERM');
  rmSync(folder, { recursive: true });
});

const headers = headersOf('editor');

/** An entry of two seats: half of it would be one. */
const entryOf = (client: number, n: number) => ({
  key: `${client}-${n}`,
  source: { recorded: 'source:1' },
  acts: ['MEMBER', 'OBSERVER'].map((role) => ({
    appoint: { id: `membership:${client}-${n}-${role.toLowerCase()}`, person: { id: `person:p${client}` }, body: `body:b${n}`, role, from: '2023-01-01' },
  })),
});

/** Records one; null: nothing came back. */
const record = async (address: string, entry: object): Promise<string | null> => {
  try {
    const query = 'mutation ($entry: EntryInput!) { record(entry: $entry) { status entry { id } } }';
    const { json } = await ask(address, query, { variables: { entry } }, headers);
    return json.data.record.status === 'WRITTEN' ? (json.data.record.entry.id as string) : null;
  } catch {
    return null;
  }
};

/** All entries, with the keys that their seats tell. */
const entriesIn = async (address: string): Promise<{ id: string; key: string; revision: number; made: string[] }[]> => {
  const all: { id: string; key: string; revision: number; made: string[] }[] = [];
  const query =
    'query ($after: String) { entries(first: 100, after: $after) { nodes { id revision made { node { id } } } pageInfo { hasNextPage endCursor } } }';
  for (let after: string | null = null, more = true; more;) {
    const { json } = await ask(address, query, { variables: { after } }, headers);
    const { nodes, pageInfo } = json.data.entries;
    for (const { id, revision, made } of nodes as { id: string; revision: number; made: { node: { id: string } }[] }[]) {
      const seats = made.map(({ node }) => node.id);
      all.push({ id, revision, made: seats, key: seats[0]?.replace(/^membership:|-member$/g, '') ?? '' });
    }
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return all;
};

test(`of what was acknowledged before a server was killed, ${KILLS} times, each entry is there once, and none is half there`, async () => {
  const below = random(7);
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < KILLS; round += 1) {
    const { address } = await serve();
    const before = acknowledged.size;
    const kept = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = round * EACH; n < (round + 1) * EACH && running; n += 1) {
        const id = await record(address, entryOf(client, n));
        if (id === null) return;
        acknowledged.set(`${client}-${n}`, id);
      }
    });
    const least = before + 3 + below(20);
    for (let waited = 0; acknowledged.size < least && waited < 20_000; waited += 2) await new Promise((resolve) => setTimeout(resolve, 2));
    await stop('SIGKILL');
    await Promise.all(kept);
    expect(acknowledged.size).toBeGreaterThanOrEqual(least);
  }
  const { address } = await serve();
  const entries = await entriesIn(address);
  const there = new Map(entries.map(({ key, id }) => [key, id]));
  expect(there.size).toBe(entries.length);
  for (const [key, id] of acknowledged) expect([key, there.get(key)]).toEqual([key, id]);
  for (const { key, made } of entries) expect(made).toEqual(['member', 'observer'].map((role) => `membership:${key}-${role}`));
  expect((await ask(address, '{ graph { memberships } }')).json.data.graph.memberships).toBe(2 * entries.length);

  // Whoever was told nothing says it again under the same key: it is there once, whether it was written before or not.
  for (let client = 0; client < CLIENTS; client += 1)
    for (let n = 0; n < KILLS * EACH; n += EACH) {
      const key = `${client}-${n}`;
      const id = await record(address, entryOf(client, n));
      expect(there.get(key) ?? id).toBe(id);
      there.set(key, id as string);
    }
  const again = await entriesIn(address);
  expect(new Map(again.map(({ key, id }) => [key, id]))).toEqual(there);
  expect(again.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual([...new Set(again.map(({ revision }) => revision))].sort((a, b) => a - b));
}, 300_000);
