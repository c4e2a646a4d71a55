import { expect, test } from 'vitest';
import { type Rows as AllRows, compile, wordNames } from '../src/write/rows.js';
import type { AnyRow } from '../src/words/word.js';
import type { Graph } from '../src/graph/port.js';
import { certaintyOn } from '../src/time/in-force.js';
import { ask, emptyGraph } from './world.js';

type Rows = Record<string, AnyRow[]>;

const { country } = (await import('../bench/country.js' as string)) as { country: (memberships: number) => Iterable<Rows> };

const { fill, heldBy } = (await import('../bench/fill.js' as string)) as {
  fill: (graph: Graph, memberships: number, say: (line: string) => void) => Promise<void>;
  heldBy: (graph: Graph, memberships: number) => Promise<'this' | 'nothing' | 'else'>;
};

test('the synthetic country has the people, bodies and current seats that it should, and is the same every time', () => {
  const parts = [...country(20_000)];
  const count = (word: string): number => parts.reduce((sum, rows) => sum + (rows[word]?.length ?? 0), 0);
  expect([count('people'), count('bodies'), count('memberships')]).toEqual([8_000, 400, 20_000]);
  const seats = parts
    .flatMap((rows) => (rows['memberships'] ?? []) as AllRows['memberships'][])
    .flatMap((row) => compile({ word: 'memberships', row }).edges.slice(0, 1));
  const current = seats.filter(({ properties }) => certaintyOn(properties as never, '2024-05-01') !== null);
  expect(current.length / seats.length).toBeGreaterThan(0.55);
  expect(current.length / seats.length).toBeLessThan(0.65);
  expect([...country(20_000)]).toEqual(parts);
});

test('every row of the synthetic country compiles, and no id occurs twice', () => {
  const ids = [...country(5_000)].flatMap((rows) =>
    wordNames.flatMap((word) => (rows[word] ?? []).flatMap((row) => compile({ word, row }).nodes.map(({ id }) => id))),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('a graph is filled with the country once, and answers', async () => {
  const graph = await emptyGraph();
  try {
    expect(await heldBy(graph, 1_000)).toBe('nothing');
    await fill(graph, 1_000, () => undefined);
    expect([await heldBy(graph, 1_000), await heldBy(graph, 2_000)]).toEqual(['this', 'else']);
    const { graph: whole, bodies } = await ask(
      graph,
      '{ graph { people } bodies(first: 5, asOf: "2024-05-01") { nodes { members { nodes { person { name } interval { fromMax } } } } } }',
    );
    expect(whole.people).toBe(400);
    expect(bodies.nodes).toHaveLength(5);
    for (const { members } of bodies.nodes) expect(members.nodes.length).toBeGreaterThan(0);
  } finally {
    await graph.close();
  }
});
