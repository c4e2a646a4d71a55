import type { Graph } from '../src/graph/port.js';
import { NEVER } from '../src/record/time.js';
import { readingOf } from './world.js';

export type Stored = Record<string, unknown>;

type Reading = (text: string) => Promise<{ r: Stored }[]>;

const reading =
  (graph: Graph, params: Record<string, number>): Reading =>
  (text) =>
    graph.read(readingOf<{ r: Stored }>(text, ['r']), params);

/** Without when and why. */
const sortedOf = (rows: readonly { r: Stored }[]): Stored[] =>
  rows.map(({ r: { recordedAt: _, retractedAt: __, because: ___, ...said } }) => said).sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));

/** All that is recorded now, without when and why. */
export const stateOf = async (graph: Graph): Promise<Stored[]> => {
  const read = reading(graph, { never: NEVER });
  const edges = await read('MATCH (a:Node)-[r]->(b:Node) WHERE r.retractedAt = $never RETURN r{.*} AS r');
  const nodes = await read('MATCH (n:Node) WHERE n.retractedAt = $never RETURN n{.*} AS r');
  return sortedOf([...edges, ...nodes]);
};

/** All that was recorded at a time, without when and why. */
export const stateAt = async (graph: Graph, knownAt: number): Promise<Stored[]> => {
  const read = reading(graph, { knownAt });
  const edges = await read('MATCH (a:Node)-[r]->(b:Node) WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt RETURN r{.*} AS r');
  const nodes = await read('MATCH (n:Node) WHERE n.recordedAt <= $knownAt AND n.retractedAt > $knownAt RETURN n{.*} AS r');
  const versions = await read('MATCH (n:Node)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt RETURN v{.*} AS r');
  return sortedOf([...edges, ...nodes, ...versions]);
};
