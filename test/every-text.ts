import type { Graph } from '../src/graph/port.js';
import { readingOf } from './world.js';

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    let inner: unknown;
    try {
      inner = JSON.parse(value);
    } catch {
      inner = undefined;
    }
    if (typeof inner === 'object' && inner !== null) yield* textsIn(inner);
    else yield value;
  } else if (Array.isArray(value)) {
    yield value.join(' ');
    for (const one of value) yield* textsIn(one);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      yield key;
      yield* textsIn(one);
    }
}

/** Every text that a graph keeps, in any column of any node or edge, inside JSON too, once and in order. */
export const everyText = async (graph: Graph): Promise<string[]> => {
  const nodes = await graph.read(readingOf<{ n: object }>('MATCH (n) RETURN n{.*} AS n', ['n']), {});
  const edges = await graph.read(readingOf<{ n: object }>('MATCH (a)-[n]->(b) RETURN n{.*} AS n', ['n']), {});
  return [...new Set([...nodes, ...edges].flatMap(({ n }) => [...textsIn(n)]))].sort();
};
