import { afterEach, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import type { Actor } from '../src/record/actor.js';
import { readRevision } from '../src/record/revision.js';
import { EDITOR, type Told, askAs, clerkOf } from './clerk.js';
import { anotherGraph, emptyGraph, engine, seedWorld } from './world.js';

const WRITERS = 8;
const EACH = 50;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: Array.from({ length: WRITERS }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: EACH }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
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

test('of eight who write at once, each entry that is told is there once, and revisions have no gap', async () => {
  const [graph, other] = await opened();
  await seedWorld(graph, WORLD);
  const first = (await readRevision(graph)).number;
  const told = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer): Promise<Told[]> => {
      const clerk = clerkOf(writer % 2 === 0 ? graph : other, writerOf(writer));
      const own: Told[] = [];
      for (let n = 0; n < EACH; n += 1) own.push(await clerk.record([appoint(writer, n)], SAID));
      return own;
    }),
  );
  const all = told.flat();
  expect(all.every(({ status, replayed }) => status === 'WRITTEN' && !replayed)).toBe(true);
  const revisions = all.map(({ revision }) => revision).sort((a, b) => a - b);
  expect(revisions).toEqual(Array.from({ length: WRITERS * EACH }, (_, n) => first + 1 + n));

  const entries = new Map<number, { revision: number; actor: { id: string }; made: { node: { id: string } | null }[] }>();
  for (let after: string | null = null, more = true; more;) {
    const { data } = await askAs(
      other,
      EDITOR,
      'query($after: String) { entries(first: 200, after: $after) { nodes { number revision actor { id } made { node { id } } } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    for (const one of data.entries.nodes) entries.set(one.number as number, one as never);
    ({ endCursor: after, hasNextPage: more } = data.entries.pageInfo);
  }
  expect([...entries.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: WRITERS * EACH }, (_, n) => n + 1));
  const made = [...entries.values()].map((one) => `${one.revision} ${one.actor.id} ${one.made.map(({ node }) => node?.id).join(' ')}`).sort();
  const acknowledged = told.flatMap((own, writer) => own.map(({ revision }, n) => `${revision} writer-${writer} membership:p${writer}-b${n}`)).sort();
  expect(made).toEqual(acknowledged);
  const { data } = await askAs(other, null, '{ graph { memberships } }');
  expect(data.graph.memberships).toBe(WRITERS * EACH);
}, 300_000);

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
