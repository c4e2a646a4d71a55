import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { forumNamed } from './forum.js';
import { emptyGraph, seedWorld } from './world.js';

const SECONDS = Number(process.env['MANDAT_TEST_SECONDS'] ?? 12);
const READERS = 6;
const FEWEST_WRITES = 3;
const QUESTIONS = [
  '{ person(id: "person:anna") { name } body(id: "body:forum") { name } }',
  '{ person(id: "person:anna", asOf: "2022-01-01") { name } body(id: "body:forum") { name } }',
  '{ body(id: "body:forum") { name members { nodes { person { name } } } } }',
  '{ bodies { nodes { name } } people { nodes { name } } }',
  '{ people { nodes { name memberships { nodes { body { name } } } } } }',
];

let graph: Graph;
let servers: { child: ChildProcess; address: string }[] = [];

const serve = async (): Promise<{ child: ChildProcess; address: string }> => {
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--no-seed'], {
    env: { ...process.env, MANDAT_LOG: 'warn', MANDAT_DEADLINE_MS: '60000', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString()));
    child.once('exit', () => reject(new Error('it did not start')));
  });
  return { child, address: /http:\/\/[\d.:]+/.exec(line)?.[0] ?? '' };
};

const stop = ({ child }: { child: ChildProcess }): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, forumNamed('Anna 0'));
  servers = await Promise.all([serve(), serve()]);
});
afterAll(async () => {
  await Promise.all(servers.map(stop));
  await graph.close();
});

interface Read {
  text: string;
  acknowledged: number;
  numbers: number[];
  isTagged: boolean;
}

const read = async (address: string, query: string, acknowledged: number): Promise<Read> => {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const text = await response.text();
  const numbers = [...text.matchAll(/Anna (\d+)/g)].map((match) => Number(match[1]));
  return { text, acknowledged, numbers, isTagged: response.headers.has('etag') };
};

describe('two servers on one Neo4j', () => {
  test(
    `${SECONDS} seconds of writes and reads: no read is older than a write acknowledged before it was sent`,
    async () => {
      const end = Date.now() + SECONDS * 1_000;
      let acknowledged = 0;
      const isOver = (): boolean => Date.now() >= end && acknowledged >= FEWEST_WRITES;
      const reads: Read[] = [];
      const writer = async (): Promise<void> => {
        while (!isOver()) {
          await seedWorld(graph, forumNamed(`Anna ${acknowledged + 1}`));
          acknowledged += 1;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
        }
      };
      const reader = async (): Promise<void> => {
        while (!isOver()) {
          const { address } = servers[Math.floor(Math.random() * 2)] as { address: string };
          reads.push(await read(address, QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] as string, acknowledged));
        }
      };
      await Promise.all([writer(), ...Array.from({ length: READERS }, reader)]);

      const stale = reads.filter((one) => one.numbers.some((number) => number < one.acknowledged));
      const mixed = reads.filter(({ isTagged, numbers }) => isTagged && new Set(numbers).size !== 1);
      const tagged = reads.filter(({ isTagged }) => isTagged);
      console.log(
        JSON.stringify({ seconds: SECONDS, writes: acknowledged, reads: reads.length, tagged: tagged.length, stale: stale.length, mixed: mixed.length }),
      );
      expect([stale, mixed]).toEqual([[], []]);
      expect(reads.filter(({ numbers }) => numbers.length < 2)).toEqual([]);
      expect(tagged.length).toBeGreaterThan(FEWEST_WRITES);
    },
    (SECONDS + 60) * 1_000,
  );
});
