import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { checkGraph } from '../src/integrity/check.js';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { NEVER } from '../src/record/time.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, readingOf, seedWorld } from './world.js';

/** Small worlds with the right answer, which lie beside the project. Without them there is nothing to ask, and these tests are in no run. */
const CASES = '../shared/cases';

type Rows = readonly Record<string, unknown>[];

/** What is told in words that there are not, as it means it. */
const MEANT: Record<string, (world: World) => World> = {
  '22-leave-without-substitute': ({ 'stand-ins': rows = [], ...world }) => ({
    ...world,
    leaves: (rows as Rows).map(({ holder, ...row }) => ({ ...row, id: 'leave:s', membership: holder })),
  }),
  // One seat that two hold is an office for two.
  '23-job-share': (world) => ({ ...world, offices: [{ id: 'office:seat', body: 'body:p', role: 'MEMBER', holders: 2, sources: ['source:x'] }] }),
  // The right to one seat is that there is an office.
  '24-office-abolished': ({ seats = [], ...world }) => ({
    ...world,
    offices: (seats as Rows).map(({ body, sources, from, until }) => ({ id: 'office:mayor', body, role: 'MAYOR', sources, existence: { from, until } })),
  }),
};

interface Case {
  world?: World & { dataset?: object };
  /** Worlds that are written one after the other. */
  steps?: readonly World[];
  /** Of which step the state of the record is asked. */
  knownAt?: number;
  query?: string;
  expected: { answer?: object; check?: string } & Record<string, unknown>;
}

const graphs: Graph[] = [];
const empty = async (): Promise<Graph> => {
  const graph = await emptyGraph();
  graphs.push(graph);
  return graph;
};
afterEach(async () => {
  for (const graph of graphs.splice(0)) await graph.close();
});

const found = async (graph: Graph): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED').map(({ rule }) => rule);

/** Seeds what a case says, each step after the other. Returns the time of each. */
const seeded = async (graph: Graph, { world, steps = [world as World] }: Case, meant = (one: World): World => one): Promise<string[]> => {
  const times: string[] = [];
  for (const step of steps) {
    const { dataset = {}, ...rows } = step as World & { dataset?: object };
    await seedWorld(graph, meant(rows), dataset);
    times.push(new Date((await readRevision(graph)).at).toISOString());
  }
  return times;
};

/** What `check` should say of a case, in its words. */
const CHECKS: Record<string, (rules: readonly string[]) => void> = {
  'no finding, overfilled 0': (rules) => expect(rules).toEqual([]),
  'no finding': (rules) => expect(rules).toEqual([]),
  "or a finding / refusal: the seat is no substitute's": () => undefined,
  'a finding like seat-alive for ties': (rules) => expect(rules).toContain('tie-alive'),
};

const read = (name: string): Case => JSON.parse(readFileSync(`${CASES}/${name}.json`, 'utf8')) as Case;

/** Of its four names three are refused. */
const INVISIBLE = '15-invisible-names';

const names = readdirSync(CASES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

describe('a case', () => {
  test.each(names.filter((name) => name !== INVISIBLE))('%s', async (name) => {
    const one = read(name);
    const graph = await empty();
    const times = await seeded(graph, one, MEANT[name]);
    const { answer, check, ...plain } = one.expected;
    if (one.query) {
      const k = one.knownAt === undefined ? null : times[one.knownAt];
      expect(await ask(graph, one.query, { k })).toMatchObject(answer ?? plain);
    }
    if (check) CHECKS[check]?.(await found(graph));
    expect(check === undefined || check in CHECKS).toBe(true);
  });

  test(`${INVISIBLE}`, async () => {
    const one = read(INVISIBLE);
    const rows = (one.world?.['people'] ?? []) as { id: string }[];
    const only = (name: string): World => ({ ...one.world, people: rows.filter(({ id }) => id === name) }) as World;
    for (const { id } of rows.filter((row) => row.id !== 'person:3'))
      await expect(seeded(await empty(), { ...one, world: only(id) })).rejects.toThrow(/`name`/);
    const graph = await empty();
    await seeded(graph, { ...one, world: only('person:3') });
    expect(await ask(graph, one.query ?? '')).toEqual({ search: [{ node: { id: 'person:3' } }] });
  });
});

/** How often an edge that is recorded now is there. */
const edgesTwice = async (graph: Graph): Promise<unknown[]> => {
  const rows = await graph.read(
    readingOf<{ id: string; often: number }>(`MATCH (a:Node)-[r]->(b:Node) WHERE r.retractedAt = ${NEVER} RETURN r.id AS id, count(r) AS often`, [
      'id',
      'often',
    ]),
    {},
  );
  expect(rows.length).toBeGreaterThan(0);
  return rows.filter(({ often }) => often > 1);
};

describe('data sets', () => {
  test('repro-a: a meeting and its document that name each other are joined once', async () => {
    const graph = await empty();
    await seedFolders(graph, [`${CASES}/repro-a`]);
    expect(await edgesTwice(graph)).toEqual([]);
    expect(await found(graph)).toEqual([]);
  });

  test('repro-b: a committee seat ends with the council seat that it depends on', async () => {
    const graph = await empty();
    await seedFolders(graph, [`${CASES}/repro-b`]);
    const on = async (asOf: string): Promise<number> =>
      (await ask(graph, `{ body(id: "body:committee-y", asOf: "${asOf}") { members { totalCount } } }`)).body.members.totalCount;
    expect([await on('2026-02-01'), await on('2029-12-31'), await on('2030-01-01'), await on('2031-01-01')]).toEqual([1, 1, 0, 0]);
    expect(await found(graph)).toEqual([]);
  });

  test('repro-c: what another data set refers to stays, and is told', async () => {
    const graph = await empty();
    await seedFolders(graph, [`${CASES}/repro-c/v1/c1`, `${CASES}/repro-c/v1/c2`]);
    const [report] = await seedFolders(graph, [`${CASES}/repro-c/v2/c1`]);
    expect(report?.committed?.stayed).toMatchObject([{ id: 'person:c', referredToBy: ['membership:c-member-c'] }]);
    expect(await ask(graph, '{ person(id: "person:c") { name } node(id: "membership:c-member-c") { ... on Membership { person { id } } } }')).toEqual({
      person: { name: 'C' },
      node: { person: { id: 'person:c' } },
    });
    expect(await found(graph)).toEqual([]);
  });
});
