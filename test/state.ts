import type { Graph } from '../src/graph/port.js';
import { NEVER } from '../src/record/time.js';
import { readingOf } from './world.js';

export type Stored = Record<string, unknown>;

/** All that is recorded now, without when and why. */
export const stateOf = async (graph: Graph): Promise<Stored[]> => {
  const read = (text: string) => graph.read(readingOf<{ r: Stored }>(text, ['r']), { never: NEVER });
  const edges = await read('MATCH (a:Node)-[r]->(b:Node) WHERE r.retractedAt = $never RETURN r{.*} AS r');
  const nodes = await read('MATCH (n:Node) WHERE n.retractedAt = $never RETURN n{.*} AS r');
  return [...edges, ...nodes]
    .map(({ r: { recordedAt: _, retractedAt: __, because: ___, ...said } }) => said)
    .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
};
