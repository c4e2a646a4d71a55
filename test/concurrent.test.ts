import { afterEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import type { Actor } from '../src/record/actor.js';
import { EDITOR, clerkOf } from './clerk.js';
import { ask } from './http.js';
import { entriesAt, recordAt, servedWorld } from './served-world.js';
import { anotherGraph, emptyGraph, engine, seedWorld } from './world.js';

const WRITERS = 8;
/** What each writes at least, and for how long; MANDAT_TEST_LONG: a thousand entries together, and a minute. */
const [EACH, SECONDS] = process.env['MANDAT_TEST_LONG'] ? [125, 60] : [engine === 'neo4j' ? 4 : 12, 0];
const BODIES = 480;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: Array.from({ length: WRITERS }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: BODIES }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};
const appoint = (writer: number, n: number) => ({
  appoint: { id: `membership:p${writer}-b${n}`, person: { id: `person:p${writer}` }, body: `body:b${n}`, role: 'MEMBER', from: '2023-01-01' },
});
const SAID = { source: { recorded: 'source:1' } };
const writerOf = (n: number): Actor => ({ ...EDITOR, id: `writer-${n}`, name: `Writer ${n}` });

const graphs: Graph[] = [];
afterEach(async () => {
  for (const graph of graphs.splice(0)) await graph.close();
});

/** A graph, and where the engine allows it the same once more. */
const opened = async (): Promise<[Graph, Graph]> => {
  const graph = await emptyGraph();
  graphs.push(graph);
  if (engine === 'grafeo') return [graph, graph];
  const other = await anotherGraph();
  graphs.push(other);
  return [graph, other];
};

/** The seats of somebody: an answer that is cached until a write. */
const seatsOf = async (address: string, writer: number): Promise<string[]> => {
  const { json } = await ask(address, `{ person(id: "person:p${writer}", asOf: "2024-01-01") { memberships(first: 500) { nodes { id } } } }`);
  return json.data.person.memberships.nodes.map(({ id }: { id: string }) => id);
};

test(`of ${WRITERS} who write at once, each entry that is told is there once, revisions have no gap, and who reads after a write sees it`, async () => {
  const served = await servedWorld(WORLD);
  const servers = [await served.serve()];
  try {
    // The embedded engine has one process.
    if (engine === 'neo4j') servers.push(await served.serve());
    const addressOf = (n: number): string => servers[n % servers.length]?.address as string;
    const first = (await ask(addressOf(0), '{ graph { revision } }')).json.data.graph.revision as number;
    const until = Date.now() + SECONDS * 1_000;
    const told = new Map<string, { id: string; revision: number }>();
    const stale: string[] = [];
    let isOver = false;
    const readers = Array.from({ length: WRITERS / 2 }, async (_, reader) => {
      for (let n = 0; !isOver; n += 1) await seatsOf(addressOf(reader), n % WRITERS);
    });
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; n < EACH || (n < BODIES && Date.now() < until); n += 1) {
          const acts = [appoint(writer, n)];
          const id = `membership:p${writer}-b${n}`;
          const written = await recordAt(addressOf(writer + n), { key: `${writer}-${n}`, acts, ...SAID });
          expect([id, written]).toEqual([id, expect.objectContaining({ id: expect.any(String) })]);
          told.set(id, written as { id: string; revision: number });
          // Now and then where it was written, else where it was not.
          if (!(await seatsOf(addressOf(writer + (n % 3)), writer)).includes(id)) stale.push(id);
        }
      }),
    ).finally(() => (isOver = true));
    await Promise.all(readers);
    expect(stale).toEqual([]);
    const revisions = [...told.values()].map(({ revision }) => revision).sort((a, b) => a - b);
    expect(revisions).toEqual(revisions.map((_, n) => first + 1 + n));

    const entries = (await entriesAt(addressOf(1))).reverse();
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, n) => n + 1));
    const asTold = [...told].map(([seat, { id, revision }]) => ({ id, revision, made: [seat] })).sort((a, b) => a.revision - b.revision);
    expect(entries.map(({ number: _, ...one }) => one)).toEqual(asTold);
    expect((await ask(addressOf(1), '{ graph { memberships } }')).json.data.graph.memberships).toBe(told.size);
  } finally {
    for (const { child, end } of servers) {
      child.kill('SIGTERM');
      await end;
    }
    served.remove();
  }
}, 1_800_000);

test('one key at the same moment is one entry, and of two ends of one seat one is written', async () => {
  const [graph, other] = await opened();
  await seedWorld(graph, WORLD);
  for (let n = 0; n < 5; n += 1) {
    const same = { ...SAID, key: `once-${n}` };
    const twice = await Promise.all([graph, other, graph].map((one) => clerkOf(one).record([appoint(0, n)], same)));
    expect(twice.map(({ status, replayed }) => `${status} ${replayed}`).sort()).toEqual(['WRITTEN false', 'WRITTEN true', 'WRITTEN true']);
    expect(new Set(twice.map(({ entry }) => entry?.id)).size).toBe(1);
    const end = (until: string) => [{ end: { thing: `membership:p0-b${n}`, ends: { until }, cause: 'RESIGNED' } }];
    const both = await Promise.all([clerkOf(graph).record(end('2024-01-01'), SAID), clerkOf(other, writerOf(1)).record(end('2024-02-01'), SAID)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['REFUSED', 'WRITTEN']);
    const undone = await Promise.all([graph, other].map((one) => clerkOf(one).undo(both.find(({ status }) => status === 'WRITTEN')?.entry?.id)));
    expect(undone.map(({ status }) => status).sort()).toEqual(['UNCHANGED', 'WRITTEN']);
  }
}, 120_000);
