import { afterEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { warmUp } from '../src/mutations/warm-up.js';
import { readRevision } from '../src/record/revision.js';
import { clerkOf } from './clerk.js';
import { type World, emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const WORLD: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: [{ id: 'person:anna', name: 'Anna', sources }],
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'Board', sources }],
};

let graph: Graph;
afterEach(() => graph.close());

/** The names of what is asked and written while something is done. */
const statementsOf = async (work: (graph: Graph) => Promise<unknown>): Promise<Set<string>> => {
  const names = new Set<string>();
  const noted: Graph = {
    ...graph,
    write: (inner, marks) =>
      graph.write(
        (tx) =>
          inner({
            read: (query, params) => (names.add(query.name), tx.read(query, params)),
            run: (query, params) => (names.add(query.name), tx.run(query, params)),
          }),
        marks,
      ),
  };
  await work(noted);
  return names;
};

test.each<[string, World]>([
  ['a small graph', WORLD],
  ['an empty one', {}],
])(
  'of %s nothing is changed, and all that the first entry asks but for its line in the log has been asked',
  async (_, world) => {
    graph = await emptyGraph();
    await seedWorld(graph, world);
    const before = await readRevision(graph);
    const asked = await statementsOf(async (noted) => expect(await warmUp(noted)).toBe('CHECKED'));
    expect(await readRevision(graph)).toEqual(before);
    if (world !== WORLD) return;
    const act = { appoint: { person: { id: 'person:anna' }, body: 'body:board', role: 'MEMBER', from: '2023-01-01' } };
    const first = await statementsOf((noted) => clerkOf(noted).record([act], { source: { recorded: 'source:1' } }));
    const anew = [...first].filter((name) => !asked.has(name)).sort();
    expect(anew).toEqual(['create/Entry', 'entries/keep-key', 'entries/keep-subjects']);
  },
  120_000,
);
