import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { inBatches } from '../record/batches.js';
import { type EdgeElement, type Elements, type NodeElement, endsOf } from '../record/elements.js';
import type { Because } from '../record/model.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import { redirect } from '../words/merges/definition.js';
import { becauseOf } from './because.js';
import type { ChangeSet } from './change-set.js';
import { EDITOR } from './editors.js';
import { type Identities, readIdentities } from './identities.js';
import { readKept } from './kept-rows.js';
import type { Writer } from './model.js';
import { referencesOf } from './references.js';
import { unionUnder } from './resolved.js';
import { type WordRow, compile } from './rows.js';
import type { Kept, Saying, Union } from './union.js';

/** What a change set makes of one thing: what all writers together said of it, and what they say. */
export interface Entry {
  id: string;
  before: Union | null;
  after: Union | null;
  because: Because;
}

/** What a change set comes to: of what is kept under each of its ids, and of the things that these stand for. */
export interface Plan extends Identities {
  sayings: Saying[];
  entries: Entry[];
}

const NOTHING: Elements = { nodes: [], edges: [] };

/** Who says it and what differs stand on the node of how a membership came about. */
const withWriters = (node: NodeElement, { writers, conflicts }: Union): NodeElement =>
  node.label === 'Appointment'
    ? { ...node, properties: { ...node.properties, writers, conflicts: conflicts.length > 0 ? JSON.stringify(conflicts) : null } }
    : node;

/** The nodes and edges of a thing, and what leads to it. */
export const elementsOf = (union: Union | null): Elements => {
  if (!union) return NOTHING;
  const { nodes, edges } = compile(union.row);
  return { nodes: [...nodes.map((node) => withWriters(node, union)), ...union.merged.map((id) => redirect(id, union.row.row.id))], edges };
};

/** The editors before data sets, and these in the order in which they first wrote. */
const inOrder = (writers: readonly Writer[], source: string, revision: number): string[] =>
  [...writers.map(({ id, since }) => ({ id, since })), ...(writers.some(({ id }) => id === source) ? [] : [{ id: source, since: revision }])]
    .sort((a, b) => Number(b.id === EDITOR) - Number(a.id === EDITOR) || a.since - b.since || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

type KeptBy = (ids: Iterable<string>) => Promise<Map<string, Kept[]>>;

/** Who says it too, after all others, adds what came to light. */
const becauseOfUnion = (before: Union | null, after: Union | null, by: string, isMaintained: boolean): Because => {
  if (!before) return 'RECORDED';
  if (!after) return 'CORRECTED';
  const isNewWitness = !before.writers.includes(by) && after.writers.at(-1) === by;
  return isNewWitness ? 'LEARNT' : becauseOf(before.row.row as never, after.row.row as never, isMaintained);
};

/** What writers keep under each id of a change set. */
const sayingsOf = async ({ source, put, remove }: ChangeSet, read: KeptBy, order: readonly string[]): Promise<Saying[]> => {
  const coming = new Map<string, WordRow | null>([
    ...remove.map((id): [string, null] => [id, null]),
    ...put.map((one): [string, WordRow] => [one.row.id, one]),
  ]);
  const kept = await read(coming.keys());
  return [...coming].flatMap(([id, row]): Saying[] => {
    const before = kept.get(id) ?? [];
    if (!row && !before.some(({ by }) => by === source.id)) return [];
    const others = before.filter(({ by }) => by !== source.id);
    return [{ id, before, after: sorted(row ? [...others, { by: source.id, row }] : others, order) }];
  });
};

const sorted = (rows: Kept[], order: readonly string[]): Kept[] => (rows.length > 1 ? rows.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by)) : rows);

/** What a change set changes: an entry for each thing that its rows are of, or that its merges move. */
export const planOf = async (reader: Reader, changeSet: ChangeSet, writers: readonly Writer[], revision: number): Promise<Plan> => {
  const { source, maintained = false, because = new Map<string, Because>() } = changeSet;
  const order = inOrder(writers, source.id, revision);
  const read: KeptBy = async (ids) => new Map([...(await readKept(reader, writers, ids))].map(([id, rows]) => [id, sorted(rows, order)]));
  const sayings = await sayingsOf(changeSet, read, order);
  const identities = await readIdentities(reader, sayings, read);
  const { was, now, moved } = identities;
  const coming = new Map(sayings.map((one) => [one.id, one]));
  const said = new Map([...because].map(([id, why]) => [now.of(id), why]));
  const things = new Set([...coming.keys(), ...moved].flatMap((id) => [was.of(id), now.of(id)]));
  const idsOf = (id: string): string[] => [...was.all(id), ...now.all(id)];
  const others = await read(new Set([...things].flatMap(idsOf).filter((id) => !coming.has(id))));
  await identities.follow([...others.values()].flat().flatMap(({ row }) => referencesOf(row).map(({ id }) => id)));
  const entryOf = (id: string): Entry[] => {
    const before = unionUnder(id, was.of(id) === id ? was.all(id).flatMap((one) => coming.get(one)?.before ?? others.get(one) ?? []) : [], was);
    const after = unionUnder(id, now.of(id) === id ? now.all(id).flatMap((one) => coming.get(one)?.after ?? others.get(one) ?? []) : [], now);
    const isMoved = before !== null && idsOf(id).some((one) => moved.has(one));
    const why = isMoved ? 'CORRECTED' : ((before && after && said.get(id)) ?? becauseOfUnion(before, after, source.id, maintained));
    return before || after ? [{ id, before, after, because: why }] : [];
  };
  const entries = (await eachInTurn({}, [...things], entryOf)).flat();
  const known = revision === 1 ? new Set() : await everRecorded(reader, entries);
  return { ...identities, sayings, entries: entries.map((entry) => (known.has(entry.id) ? { ...entry, because: 'CORRECTED' } : entry)) };
};

/** The things of entries that nobody says now and that were recorded before: what was retracted comes back. */
const everRecorded = async (reader: Reader, entries: readonly Entry[]): Promise<Set<string>> => {
  const found = new Set<string>();
  const ids = new Map<string, string>();
  const edges: EdgeElement[] = [];
  await eachInTurn({}, entries, ({ id, before, after }) => {
    if (before) return;
    const elements = elementsOf(after);
    if (elements.nodes.some((node) => node.id === nodeIdOf(id))) ids.set(nodeIdOf(id), id);
    else edges.push(...elements.edges.filter((edge) => edge.id === id));
  });
  await inBatches([...ids.keys()], async (some) => {
    for (const { n } of await reader.read(queries.record.nodes, { ids: some })) found.add(ids.get(n['id'] as string) as string);
  });
  await inBatches(edges.map(endsOf), async (some) => {
    for (const { id } of await reader.read(queries.record.everEdges, { edges: some })) found.add(id);
  });
  return found;
};

/** Whether all writers together say of a thing what they said. */
export const isUnchanged = ({ before, after }: Entry): boolean => isDeepStrictEqual(before, after);

/** Whether all together say of a thing what they said, and nobody says it who did not: what one of them says otherwise does not count. */
export const isOnlyKept = ({ before, after }: Entry): boolean =>
  before !== null && after !== null && isDeepStrictEqual(before.row, after.row) && after.writers.every((by) => before.writers.includes(by));
