import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { NEVER } from '../record/time.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import type { Conflict } from '../words/conflicts/model.js';
import { bucketId, readBuckets } from './buckets.js';
import { keptByAll, readKept, readWriters } from './kept-rows.js';
import { Leads } from './leads.js';
import type { Writer } from './model.js';
import { EDITOR } from './editors.js';
import { unionUnder } from './resolved.js';
import { referencesOf } from './references.js';
import type { WordName, WordRow } from './rows.js';
import { isFields } from '../record/fields.js';
import { type Kept, isSaid } from './union.js';
import { said } from './union-fields.js';

/** What a writer says of a thing, where what another says counts. */
export interface ToldConflict extends Omit<Conflict, 'field'> {
  id: string;
  word: WordName;
  /** Null: the writer says that it is, and the editors that it never was, or `neededBy`. */
  field: string | null;
  /** Of what the writer, a data set, has no longer: ids of rows that need it, and the editors, where they change it; it stays for them. */
  neededBy?: string[];
  /** What counts, and who says it; the value is null where the field is one of an item of a list. */
  counts: { value: string | null; by: string };
}

/** Of all writers, or of the editors and those who say otherwise. */
export type Among = 'ALL' | 'EDITORS';

const PAGE = 50;

/** What stands at a path of names. */
const valueAt = (row: unknown, path: string): unknown => path.split('.').reduce((value: unknown, name) => (isFields(value) ? value[name] : undefined), row);

/** A thing, by all who keep it, in the order in which their words count. */
interface Thing {
  id: string;
  kept: readonly Kept[];
}

/** Who says of a thing that it is though the editors say that it never was. */
const broughtBack = ({ id, kept }: Thing): ToldConflict[] =>
  kept
    .filter(({ by }) => by !== EDITOR)
    .map(({ by, row: { word, row } }) => {
      const { sources = [] } = row as { sources?: string[] };
      return { id, word, field: null, value: null, by, sources: [...sources], counts: { value: null, by: EDITOR } };
    });

const conflictsOf = (thing: Thing, leads: Leads): ToldConflict[] => {
  const { id, kept } = thing;
  if (!isSaid(kept)) return broughtBack(thing);
  const union = unionUnder(id, kept, leads);
  if (!union) return [];
  const { conflicts, row } = union;
  return conflicts.map((conflict) => {
    const by = kept.find((one) => valueAt(one.row.row, conflict.field) !== undefined)?.by ?? kept[0]?.by ?? '';
    return { id, word: row.word, ...conflict, counts: { value: said(valueAt(row.row, conflict.field)), by } };
  });
};

/** The rows of a writer, some at a time. */
async function* rowsOf(reader: Reader, { id, digests }: Writer): AsyncGenerator<WordRow[]> {
  for (let start = 0; start < digests.length; start += PAGE) {
    const buckets = digests.slice(start, start + PAGE).map((_, at) => bucketId(id, start + at));
    yield [...(await readBuckets(reader, buckets)).values()].flat();
  }
}

/** Ids of the rows of a writer, and of those into whom its merges lead others, some at a time. */
async function* idsOf(reader: Reader, writer: Writer): AsyncGenerator<string[]> {
  for await (const rows of rowsOf(reader, writer)) yield rows.flatMap(({ row }) => [row.id, (row as { keep?: string }).keep ?? []].flat());
}

/** Ids to which others lead, some at a time. */
async function* ledTo(reader: Reader): AsyncGenerator<string[]> {
  const limit = PAGE * 10;
  for (let after = ''; ;) {
    const page = await reader.read(queries.merges.leading, { after, limit, never: NEVER });
    yield [...new Set(page.map(({ to }) => to))];
    if (page.length < limit) return;
    after = page.at(-1)?.from ?? after;
  }
}

/** Reads the things that some ids stand for, with all that is kept of them. */
const thingsOf = async (reader: Reader, writers: readonly Writer[], leads: Leads, ids: readonly string[]): Promise<Thing[]> => {
  await leads.follow(ids);
  const things = [...new Set(ids.map(leads.of))];
  await leads.gather(things);
  const kept = await readKept(reader, writers, new Set(things.flatMap(leads.all)));
  return things.map((id) => ({ id, kept: leads.all(id).flatMap((one) => kept.get(one) ?? []) }));
};

/** Ids under which all things in conflict are met, some at a time, some of them more than once. */
async function* idsMet(reader: Reader, writers: readonly Writer[], among: Among): AsyncGenerator<string[]> {
  const most = Math.max(...writers.map(({ rows }) => rows));
  const largest = writers.find(({ rows }) => rows === most);
  const scanned = writers.filter((writer) => (among === 'ALL' ? writer !== largest : writer.id === EDITOR));
  for (const writer of scanned) yield* idsOf(reader, writer);
  if (among === 'ALL') yield* ledTo(reader);
}

/** Who needs each of some things, by their nodes: rows that refer to it, and the editors, who change it. */
const neededBy = async (reader: Reader, nodes: ReadonlySet<string>): Promise<Map<string, { by: string; id: string }[]>> => {
  const found = new Map<string, { by: string; id: string }[]>();
  const need = (node: string, by: string, id: string): void => void found.set(node, [...(found.get(node) ?? []), { by, id }]);
  for await (const { by, row } of keptByAll(reader)) {
    const own = nodeIdOf(row.row.id);
    if (by === EDITOR && nodes.has(own)) need(own, by, by);
    const named = new Set(referencesOf(row).map(({ id }) => nodeIdOf(id)));
    for (const node of named) if (nodes.has(node) && node !== own) need(node, by, row.row.id);
  }
  return found;
};

/** What data sets have no longer, and others need: it stays. A set of which anything does has no hash. */
async function* droppedIn(reader: Reader, writers: readonly Writer[], among: Among): AsyncGenerator<ToldConflict> {
  const dropped: { by: string; row: WordRow }[] = [];
  for (const writer of writers)
    if (writer.hash === '' && writer.id !== EDITOR)
      for await (const rows of rowsOf(reader, writer)) dropped.push(...rows.filter((row) => row.dropped).map((row) => ({ by: writer.id, row })));
  if (dropped.length === 0) return;
  const needed = await neededBy(reader, new Set(dropped.map(({ row }) => nodeIdOf(row.row.id))));
  for (const { by, row } of dropped) {
    const all = needed.get(nodeIdOf(row.row.id)) ?? [];
    const [first] = all.filter((one) => among === 'ALL' || one.by === EDITOR);
    const said = { id: row.row.id, word: row.word, field: null, value: null, by, sources: [] };
    if (first) yield { ...said, counts: { value: null, by: first.by }, neededBy: [...new Set(all.map(({ id }) => id))].sort() };
  }
}

/**
 * What writers say otherwise than what counts, thing by thing: of all that somebody keeps, or of what the editors do. A thing in conflict is kept by two
 * writers at least, or under two ids: of the writer who keeps the most only the rows that others keep too are read, and those of merged people.
 */
export async function* conflictsIn(reader: Reader, among: Among = 'ALL'): AsyncGenerator<ToldConflict> {
  const writers = (await readWriters(reader)).sort((a, b) => Number(b.id === EDITOR) - Number(a.id === EDITOR));
  const told = new Set<string>();
  for await (const ids of idsMet(reader, writers, among)) {
    const leads = new Leads(reader);
    for (const thing of await thingsOf(reader, writers, leads, ids)) {
      if (told.has(thing.id)) continue;
      const conflicts = conflictsOf(thing, leads);
      if (conflicts.length > 0) told.add(thing.id);
      yield* conflicts;
    }
  }
  yield* droppedIn(reader, writers, among);
}
