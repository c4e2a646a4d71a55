import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './http.js';
import { type Serving, ended } from './processes.js';
import { random } from './random.js';
import { type ServedWorld, recordAt, servedWorld } from './served-world.js';
import { engine } from './world.js';

/** How often a consumer follows the feed from its beginning, and how often it is killed on the way. */
const RUNS = process.env['MANDAT_TEST_LONG'] ? 20 : 2;
const KILLS = 5;
const ENTRIES = engine === 'neo4j' ? 8 : 24;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: Array.from({ length: 40 }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: RUNS * ENTRIES }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};

let folder: string;
let served: ServedWorld;
let server: Serving;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-consumer-'));
  served = await servedWorld(WORLD);
  server = await served.serve();
}, 120_000);
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.end;
  served.remove();
  rmSync(folder, { recursive: true });
});

const cursorsIn = (file: string): string[] =>
  readFileSync(file, { encoding: 'utf8', flag: 'a+' })
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { cursor: string }).cursor);

const consume = (file: string): ChildProcess => spawn(process.execPath, ['test/feed-consumer.js', server.address, file], { stdio: ['pipe', 'pipe', 'pipe'] });

/** All that the feed tells, in one go. */
const wholeFeed = async (): Promise<string[]> => {
  const all: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { json } = await ask(server.address, 'query ($after: String) { feed(after: $after, first: 500) { nodes { cursor } endCursor hasMore } }', {
      variables: { after },
    });
    all.push(...json.data.feed.nodes.map(({ cursor }: { cursor: string }) => cursor));
    [after, more] = [json.data.feed.endCursor, json.data.feed.hasMore];
  }
  return all;
};

test(`a consumer that is killed anywhere and goes on from what it kept has each item once, in ${RUNS} runs`, async () => {
  const below = random(5);
  for (let run = 0; run < RUNS; run += 1) {
    const file = join(folder, `run-${run}`);
    let isWritten = false;
    const writing = (async () => {
      for (let n = run * ENTRIES; n < (run + 1) * ENTRIES; n += 1) {
        const acts = [{ appoint: { id: `membership:b${n}`, person: { id: `person:p${n % 40}` }, body: `body:b${n}`, role: 'MEMBER', from: '2023-01-01' } }];
        expect(await recordAt(server.address, { key: `entry-${n}`, acts, source: { recorded: 'source:1' } })).not.toBeNull();
      }
      isWritten = true;
    })();
    for (let kills = 0; kills < KILLS || !isWritten; kills += 1) {
      const child = consume(file);
      const end = ended(child);
      // It says so when it has begun to read.
      await new Promise<void>((begun) => child.stdout?.once('data', () => begun()));
      await new Promise((later) => setTimeout(later, below(120)));
      child.kill('SIGKILL');
      expect((await end).signal).toBe('SIGKILL');
    }
    await writing;
    const whole = await wholeFeed();
    const last = consume(file);
    while (cursorsIn(file).at(-1) !== whole.at(-1)) await new Promise((later) => setTimeout(later, 50));
    last.kill('SIGKILL');
    await ended(last);
    expect(cursorsIn(file)).toEqual(whole);
  }
}, 1_200_000);
