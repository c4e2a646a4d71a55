import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { NEVER } from '../record/time.js';
import type { Conflict } from '../words/conflicts/model.js';
import { readBuckets, readKept, readWriters } from './kept-rows.js';
import { Leads } from './leads.js';
import type { Writer } from './model.js';
import { EDITOR } from './editors.js';
import { unionUnder } from './resolved.js';
import type { WordName } from './rows.js';
import { type Kept, isObject } from './union.js';
import { said } from './union-fields.js';

/** What a writer says of a thing, where what another says counts. */
export interface ToldConflict extends Conflict {
  id: string;
  word: WordName;
  /** What counts, and who says it; the value is null where the field is one of an item of a list. */
  counts: { value: string | null; by: string };
}

const PAGE = 50;

/** What stands at a path of names. */
const valueAt = (row: unknown, path: string): unknown => path.split('.').reduce((value: unknown, name) => (isObject(value) ? value[name] : undefined), row);

/** A thing, by all who keep it, in the order in which their words count. */
interface Thing {
  id: string;
  kept: readonly Kept[];
}

const conflictsOf = ({ id, kept }: Thing, leads: Leads): ToldConflict[] => {
  const union = unionUnder(id, kept, leads);
  return (union?.conflicts ?? []).map((conflict) => {
    const by = kept.find(({ row }) => valueAt(row.row, conflict.field) !== undefined)?.by ?? kept[0]?.by ?? '';
    return { id, word: (union as NonNullable<typeof union>).row.word, ...conflict, counts: { value: said(valueAt(union?.row.row, conflict.field)), by } };
  });
};

/** Ids of the rows of a writer, some at a time. */
async function* idsOf(reader: Reader, { id, digests }: Writer): AsyncGenerator<string[]> {
  for (let start = 0; start < digests.length; start += PAGE) {
    const buckets = digests.slice(start, start + PAGE).map((_, at) => `${id}/${start + at}`);
    yield [...(await readBuckets(reader, buckets)).values()].flat().map(({ row }) => row.id);
  }
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

/** Who of those who keep a thing is scanned first, and under which id they keep it. */
const firstOf = (scanned: readonly string[], { kept }: Thing): Kept | undefined => scanned.flatMap((id) => kept.find(({ by }) => by === id) ?? [])[0];

/**
 * What writers say otherwise than what counts, thing by thing: of all that somebody keeps, or of what the editors do. A thing in conflict is kept by two
 * writers at least, or under two ids: of the writer who keeps the most only the rows that others keep too are read, and those of merged people.
 */
export async function* conflictsIn(reader: Reader, among: 'ALL' | 'EDITORS' = 'ALL'): AsyncGenerator<ToldConflict> {
  const writers = (await readWriters(reader)).sort((a, b) => Number(b.id === EDITOR) - Number(a.id === EDITOR));
  const most = Math.max(...writers.map(({ rows }) => rows));
  const largest = writers.find(({ rows }) => rows === most);
  const scanned = writers.filter((writer) => (among === 'ALL' ? writer !== largest : writer.id === EDITOR));
  const order = scanned.map(({ id }) => id);
  for (const writer of scanned)
    for await (const ids of idsOf(reader, writer)) {
      const leads = new Leads(reader);
      for (const thing of await thingsOf(reader, writers, leads, ids)) {
        const first = firstOf(order, thing);
        if (first?.by === writer.id && ids.includes(first.row.row.id)) yield* conflictsOf(thing, leads);
      }
    }
  if (among === 'EDITORS') return;
  for await (const ids of ledTo(reader)) {
    const leads = new Leads(reader);
    for (const thing of await thingsOf(reader, writers, leads, ids)) if (!firstOf(order, thing)) yield* conflictsOf(thing, leads);
  }
}
