import type { Reader } from '../graph/port.js';
import { type EdgeElement, type Elements, allElements } from '../record/elements.js';
import { readKept, readWriters } from './kept-rows.js';
import { type Entry, elementsOf } from './plan.js';
import { unionOf } from './union.js';
import { isShared } from './versions.js';

/** The edges among these that a row of another thing says too. */
const saidByOthers = async (reader: Reader, edges: readonly EdgeElement[], own: ReadonlySet<string>): Promise<Set<string>> => {
  const ends = [...new Set(edges.flatMap(({ fromId, toId }) => [fromId, toId]))].filter((id) => !own.has(id));
  if (ends.length === 0) return new Set();
  const kept = await readKept(reader, await readWriters(reader), ends);
  return new Set([...kept.values()].flatMap((rows) => elementsOf(unionOf(rows)).edges.map(({ id }) => id)));
};

const endsDiffer = (was: EdgeElement, is: EdgeElement | undefined): boolean => !is || was.fromId !== is.fromId || was.toId !== is.toId;

/** What entries said and say no longer; of edges also those that join other things now. */
export const retractedBy = async (reader: Reader, entries: readonly Entry[]): Promise<Elements> => {
  const was = allElements(entries.map(({ before }) => elementsOf(before)));
  if (was.nodes.length + was.edges.length === 0) return was;
  const now = allElements(entries.map(({ after }) => elementsOf(after)));
  const nodes = new Set(now.nodes.map(({ id }) => id));
  const edges = new Map(now.edges.map((edge) => [edge.id, edge]));
  const gone = was.edges.filter((edge) => endsDiffer(edge, edges.get(edge.id)));
  const stay = await saidByOthers(reader, gone.filter(isShared), new Set(entries.map(({ id }) => id)));
  return { nodes: was.nodes.filter(({ id }) => !nodes.has(id)), edges: gone.filter(({ id }) => !stay.has(id)) };
};
