import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './http.js';
import type { Serving } from './processes.js';
import { random } from './random.js';
import { type ServedWorld, entriesAt, recordAt, servedWorld } from './served-world.js';

/** How often the server is killed. */
const KILLS = process.env['MANDAT_TEST_LONG'] ? 10 : 2;
const CLIENTS = 4;
const EACH = 40;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: Array.from({ length: CLIENTS }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: KILLS * EACH }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};

let served: ServedWorld;
let running: Serving | null = null;

const serve = async (): Promise<Serving> => {
  running = await served.serve();
  return running;
};
const stop = async (signal: NodeJS.Signals): Promise<void> => {
  running?.child.kill(signal);
  await running?.end;
  running = null;
};

beforeAll(async () => {
  served = await servedWorld(WORLD);
}, 60_000);
afterAll(async () => {
  await stop('SIGTERM');
  served.remove();
});

/** An entry of two seats: half of it would be one. */
const entryOf = (client: number, n: number) => ({
  key: `${client}-${n}`,
  source: { recorded: 'source:1' },
  acts: ['MEMBER', 'OBSERVER'].map((role) => ({
    appoint: { id: `membership:${client}-${n}-${role.toLowerCase()}`, person: { id: `person:p${client}` }, body: `body:b${n}`, role, from: '2023-01-01' },
  })),
});

const record = async (address: string, entry: object): Promise<string | null> => (await recordAt(address, entry))?.id ?? null;

/** All entries, with the keys that their seats tell. */
const entriesIn = async (address: string) =>
  (await entriesAt(address)).map((one) => ({ ...one, key: one.made[0]?.replace(/^membership:|-member$/g, '') ?? '' }));

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
