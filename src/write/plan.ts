import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { type EdgeElement, type Elements, type NodeElement, endsOf } from '../record/elements.js';
import type { Because } from '../record/model.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import { becauseOf } from './because.js';
import type { ChangeSet } from './change-set.js';
import { readKept } from './kept-rows.js';
import type { Writer } from './model.js';
import { type WordRow, compile } from './rows.js';
import { type Union, unionOf } from './union.js';

/** What a change set makes of one thing: what all writers together said of it, and what they say. */
export interface Entry {
  id: string;
  before: Union | null;
  after: Union | null;
  because: Because;
}

const NOTHING: Elements = { nodes: [], edges: [] };

/** Who says it and what differs stand on the node of how a membership came about. */
const withWriters = (node: NodeElement, { writers, conflicts }: Union): NodeElement =>
  node.label === 'Appointment'
    ? { ...node, properties: { ...node.properties, writers, conflicts: conflicts.length > 0 ? JSON.stringify(conflicts) : null } }
    : node;

/** The nodes and edges of a thing. */
export const elementsOf = (union: Union | null): Elements => {
  if (!union) return NOTHING;
  const { nodes, edges } = compile(union.row);
  return { nodes: nodes.map((node) => withWriters(node, union)), edges };
};

const EDITOR = 'editor';

/** The editors before data sets, and these in the order in which they first wrote. */
const inOrder = (writers: readonly Writer[], source: string, revision: number): string[] =>
  [...writers.map(({ id, since }) => ({ id, since })), ...(writers.some(({ id }) => id === source) ? [] : [{ id: source, since: revision }])]
    .sort((a, b) => Number(b.id === EDITOR) - Number(a.id === EDITOR) || a.since - b.since || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

type Kept = readonly { by: string; row: WordRow }[];

/** Who says it too, after all others, adds what came to light. */
const becauseOfUnion = (before: Union | null, after: Union | null, by: string, isMaintained: boolean): Because => {
  if (!before) return 'RECORDED';
  if (!after) return 'CORRECTED';
  const isNewWitness = !before.writers.includes(by) && after.writers.at(-1) === by;
  return isNewWitness ? 'LEARNT' : becauseOf(before.row.row as never, after.row.row as never, isMaintained);
};

/** What a change set changes: an entry for each of its rows. */
export const planOf = async (
  reader: Reader,
  { source, put, remove, maintained = false }: ChangeSet,
  writers: readonly Writer[],
  revision: number,
): Promise<Entry[]> => {
  const coming = new Map<string, WordRow | null>([
    ...remove.map((id): [string, null] => [id, null]),
    ...put.map((one): [string, WordRow] => [one.row.id, one]),
  ]);
  const kept = await readKept(reader, writers, coming.keys());
  const order = inOrder(writers, source.id, revision);
  const sorted = (rows: Kept): Kept => (rows.length > 1 ? [...rows].sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by)) : rows);
  const entries = [...coming].flatMap(([id, row]): Entry[] => {
    const was = kept.get(id) ?? [];
    const own = was.find(({ by }) => by === source.id)?.row ?? null;
    if (!row && !own) return [];
    const others = was.filter(({ by }) => by !== source.id);
    const before = unionOf(sorted(was));
    const after = unionOf(sorted(row ? [...others, { by: source.id, row }] : others));
    return [{ id, before, after, because: becauseOfUnion(before, after, source.id, maintained) }];
  });
  const known = revision === 1 ? new Set() : await everRecorded(reader, entries);
  return entries.map((entry) => (known.has(entry.id) ? { ...entry, because: 'CORRECTED' } : entry));
};

/** The things of entries that nobody says now and that were recorded before: what was retracted comes back. */
const everRecorded = async (reader: Reader, entries: readonly Entry[]): Promise<Set<string>> => {
  const found = new Set<string>();
  const ids = new Map<string, string>();
  const edges: EdgeElement[] = [];
  for (const { id, before, after } of entries)
    if (!before) {
      const elements = elementsOf(after);
      if (elements.nodes.some((node) => node.id === nodeIdOf(id))) ids.set(nodeIdOf(id), id);
      else edges.push(...elements.edges.filter((edge) => edge.id === id));
    }
  await inBatches([...ids.keys()], async (some) => {
    for (const { id } of await reader.read(queries.record.everNodes, { ids: some })) found.add(ids.get(id) as string);
  });
  await inBatches(edges.map(endsOf), async (some) => {
    for (const { id } of await reader.read(queries.record.everEdges, { edges: some })) found.add(id);
  });
  return found;
};

/** Whether all writers together say of a thing what they said. */
export const isUnchanged = ({ before, after }: Entry): boolean => isDeepStrictEqual(before, after);
