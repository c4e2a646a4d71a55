import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openGrafeo } from '../src/graph/grafeo.js';
import { openNeo4j } from '../src/graph/neo4j.js';
import type { Graph } from '../src/graph/port.js';
import { seedFolders } from '../src/exchange/seed.js';
import { copiedServer } from './copied.js';
import { ask as askServer, get } from './http.js';
import { type Outcome, loadOn } from './load.js';
import { ownNeo4j } from './neo4j.js';
import { ended, serving, servingFew, start, startBy } from './processes.js';
import { SEEDED } from './seeded.js';
import { ask, onEmbedded, onNeo4j } from './world.js';

const MEMBERS = '{ bodies(first: 50, asOf: "2022-06-21") { nodes { name members { nodes { role person { name } } } } } }';
const WRITTEN = '{ graph { people bodies dataSets { id } } statements(first: 0) { totalCount } }';

const until = async (holds: () => Promise<boolean> | boolean, withinMs: number): Promise<void> => {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(20)) if (await holds()) return;
  throw new Error(`required: within ${withinMs} ms; given: not yet`);
};

onEmbedded('the embedded server', () => {
  /** What comes along: all of Denmark is --long's. */
  const WHAT = process.env['MANDAT_TEST_LONG'] ? 'all' : 'few';
  let folder: string;
  let copy: string;
  beforeAll(() => {
    copy = copiedServer(WHAT === 'all' ? ['seeds'] : SEEDED.few());
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mandat-faults-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const startCopy = (env: Record<string, string>) => startBy(process.execPath, [join(copy, 'dist/main.js'), 'serve'], { PORT: '0', ...env });

  /** What the graph holds after each of the data sets, from none to all. */
  const wholes = async (): Promise<unknown[]> => {
    const graph = await openGrafeo();
    const found = [await ask(graph, WRITTEN)];
    for (const dataSet of SEEDED[WHAT]()) {
      await seedFolders(graph, [dataSet]);
      found.push(await ask(graph, WRITTEN));
    }
    await graph.close();
    return found;
  };

  test('killed while it seeds, holds each data set as a whole or not at all, and all of them after the next start', async () => {
    const expected = await wholes();
    const file = (data: string): string => join(data, 'graph.grafeo');
    const seedingMs = async (data: string, killAfterMs: number | null): Promise<number> => {
      const child = startCopy({ MANDAT_DATA: data });
      const end = ended(child);
      try {
        await until(() => existsSync(file(data)), 60_000);
        const began = performance.now();
        if (killAfterMs === null) await new Promise((resolve) => child.stdout?.once('data', resolve));
        else await sleep(killAfterMs);
        return performance.now() - began;
      } finally {
        child.kill('SIGKILL');
        await end;
      }
    };
    const whole = await seedingMs(join(folder, 'whole'), null);
    const found: unknown[] = [];
    for (const share of [0.02, 0.15, 0.4, 0.65, 0.9]) {
      const data = join(folder, String(share));
      await seedingMs(data, share * whole);
      const graph: Graph = await openGrafeo({ folder: data });
      found.push(await ask(graph, WRITTEN));
      await graph.close();
    }
    for (const one of found) expect(expected).toContainEqual(one);
    expect(found).toContainEqual(expected[0]);

    const server = await serving({ MANDAT_DATA: join(folder, '0.65') }, startCopy);
    expect((await askServer(server.address, WRITTEN)).json.data).toEqual(expected.at(-1));
    server.child.kill('SIGTERM');
    expect((await server.end).code).toBe(0);
  }, 300_000);

  test('told to end under load, answers every request that it accepted', async () => {
    const server = await servingFew({ MANDAT_LOG: 'error' });
    const load = loadOn(server.address, MEMBERS, 16);
    await until(() => load.outcomes.length > 100, 60_000);
    const toldAt = performance.now();
    server.child.kill('SIGTERM');
    const { code, err } = await server.end;
    await load.stop();
    // Behind a closed door a new connection is refused, or reset before it is accepted.
    const lost = load.outcomes.filter(({ code: outcome, sentAt, isReused }) => outcome !== 'OK' && (isReused || sentAt < toldAt || !/^ECONN/.test(outcome)));
    expect({ lost, code, err }).toEqual({ lost: [], code: 0, err: '' });
    expect(load.outcomes.filter(({ code: outcome, sentAt }) => outcome === 'OK' && sentAt > toldAt).length).toBeGreaterThan(0);
  }, 120_000);

  test('told to end, does not wait for who has nothing to say', async () => {
    const server = await servingFew({ MANDAT_LOG: 'error' });
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1', () => socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n'));
    socket.on('error', () => undefined);
    await sleep(200);
    const toldAt = performance.now();
    server.child.kill('SIGTERM');
    expect((await server.end).code).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(5_000);
  }, 60_000);
});

onNeo4j('a Neo4j that does not answer', () => {
  test('but takes connections is unavailable within five seconds', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const uri = `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const began = performance.now();
    await expect(openNeo4j({ uri, user: 'neo4j', password: 'x', database: 'neo4j' })).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const socket of sockets) socket.destroy();
    silent.close();
  }, 20_000);
});

onNeo4j('a server whose Neo4j is killed and started again under load', () => {
  test('says so within five seconds, is not ready meanwhile, and recovers by itself', async () => {
    const neo4j = await ownNeo4j();
    try {
      const server = await serving({ ...neo4j.settings, MANDAT_LOG: 'silent' }, (env) => start(['serve', '--no-seed'], env));
      const load = loadOn(server.address, '{ graph { people bodies memberships } }');
      await until(() => load.outcomes.length > 100, 60_000);
      const killedAt = performance.now();
      await neo4j.kill();
      await sleep(3_000);
      const ready = await get(`${server.address}/health/ready`);
      const live = await get(`${server.address}/health/live`);
      const startedAt = performance.now();
      await neo4j.start();
      await until(async () => (await get(`${server.address}/health/ready`)).status === 200, 60_000);
      const recoveredAt = performance.now();
      await until(() => load.outcomes.filter(({ sentAt }) => sentAt > recoveredAt).length > 100, 60_000);
      await load.stop();
      server.child.kill('SIGTERM');
      const { code } = await server.end;

      const sentWithin = (from: number, to: number) => load.outcomes.filter(({ sentAt }) => sentAt >= from && sentAt < to);
      const codesOf = (outcomes: readonly Outcome[]): string[] => [...new Set(outcomes.map((outcome) => outcome.code))].sort();
      const underWay = load.outcomes.filter(({ sentAt, ms }) => sentAt < killedAt && sentAt + ms > killedAt);
      const down = sentWithin(killedAt, startedAt);
      expect([ready.status, ready.json.errors[0].extensions.code, live.status]).toEqual([503, 'SERVICE_UNAVAILABLE', 200]);
      expect(codesOf(down)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(Math.max(...[...underWay, ...down].map(({ ms }) => ms))).toBeLessThan(5_000);
      // Who waited before, on a busy machine, may run out of time.
      expect(['DEADLINE_EXCEEDED', 'OK', 'SERVICE_UNAVAILABLE']).toEqual(expect.arrayContaining(codesOf(underWay)));
      // While it starts it may take a question and be too slow to answer it.
      expect(['DEADLINE_EXCEEDED', 'OK', 'SERVICE_UNAVAILABLE']).toEqual(expect.arrayContaining(codesOf(sentWithin(startedAt, recoveredAt))));
      expect(codesOf(sentWithin(recoveredAt, Infinity))).toEqual(['OK']);
      expect(code).toBe(0);
    } finally {
      await neo4j.end();
    }
  }, 300_000);
});
