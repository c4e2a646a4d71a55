import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Reader, Transaction } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { grouped } from '../record/grouped.js';
import { inBatches } from '../record/batches.js';
import { bucketId, digestOf, knowRows, readBuckets, readRowsIn } from './buckets.js';
import type { KeptRows, Writer } from './model.js';
import type { WordRow } from './rows.js';

/** Rows in a bucket, when a writer's buckets are made. */
const FILL = 32;
/** A writer's buckets are made anew where more are in each. */
const FULL = 128;

const bucketOf = (id: string, buckets: number): number => Number.parseInt(hash('sha256', id).slice(0, 8), 16) % buckets;

const bucketsFor = (rows: number): number => Math.max(1, Math.ceil(rows / FILL));

const byId = (a: WordRow, b: WordRow): number => (a.row.id < b.row.id ? -1 : 1);

const jsonOf = (rows: readonly WordRow[]): string => JSON.stringify([...rows].sort(byId));

/** A row as who reads it has it. */
const asRead = (row: WordRow): WordRow => JSON.parse(JSON.stringify(row)) as WordRow;

export const readWriters = async (reader: Reader): Promise<Writer[]> => (await reader.read(queries.write.writers, {})).map(({ w }) => w);

/** What some writers keep of things: the rows by the thing's id, in the order of the writers. */
export const readKept = async (reader: Reader, writers: readonly Writer[], ids: Iterable<string>): Promise<Map<string, { by: string; row: WordRow }[]>> => {
  const asked = new Set(ids);
  const buckets = writers.map((writer) => ({ writer, numbers: [...new Set([...asked].map((id) => bucketOf(id, writer.digests.length)))] }));
  const found = await readRowsIn(reader, buckets);
  const kept = new Map<string, { by: string; row: WordRow }[]>();
  for (const { writer, numbers } of buckets)
    for (const number of numbers)
      for (const row of found.get(bucketId(writer.id, number)) ?? [])
        if (asked.has(row.row.id)) kept.set(row.row.id, [...(kept.get(row.row.id) ?? []), { by: writer.id, row }]);
  return kept;
};

/** How the rows of a writer differ from those that it keeps, and which of these are missing: only buckets that differ are read. */
export const differenceOf = async (reader: Reader, writer: Writer | undefined, rows: readonly WordRow[]): Promise<{ put: WordRow[]; missing: WordRow[] }> => {
  if (!writer) return { put: [...rows], missing: [] };
  const buckets = grouped(rows, ({ row }) => bucketOf(row.id, writer.digests.length));
  const differing = writer.digests.flatMap((digest, at) => (digestOf(jsonOf(buckets.get(at) ?? [])) === digest ? [] : [at]));
  const kept = await readBuckets(
    reader,
    differing.map((at) => bucketId(writer.id, at)),
  );
  const put: WordRow[] = [];
  const missing: WordRow[] = [];
  for (const at of differing) {
    const now = buckets.get(at) ?? [];
    const before = new Map((kept.get(bucketId(writer.id, at)) ?? []).map((one) => [one.row.id, one]));
    put.push(...now.filter((one) => !isDeepStrictEqual(before.get(one.row.id), one)));
    for (const { row } of now) before.delete(row.id);
    missing.push(...before.values());
  }
  return { put, missing };
};

/** Keeps what a writer says now: rows put and rows removed, and what is known of the writer itself. */
export const keepRows = async (
  tx: Transaction,
  before: Writer | undefined,
  writer: Omit<Writer, 'rows' | 'digests'>,
  put: readonly WordRow[],
  remove: readonly string[],
): Promise<void> => {
  const changes = new Map<string, WordRow | null>([
    ...put.map((one): [string, WordRow] => [one.row.id, one]),
    ...remove.map((id): [string, null] => [id, null]),
  ]);
  const count = before?.digests.length ?? bucketsFor(put.length);
  const digests = before ? [...before.digests] : Array.from({ length: count }, () => digestOf('[]'));
  const touched = grouped(changes.keys(), (id) => bucketOf(id, count));
  let rows = before?.rows ?? 0;
  let buckets: KeptRows[] = [];
  await inBatches([...touched], async (some) => {
    if (buckets.length > 0) await tx.run(queries.write.keepRows, { rows: buckets });
    const kept = before ? await readRowsIn(tx, [{ writer: before, numbers: some.map(([at]) => at) }]) : new Map<string, readonly WordRow[]>();
    buckets = await eachInTurn({}, some, ([at, ids]) => {
      const bucket = new Map((kept.get(bucketId(writer.id, at)) ?? []).map((one) => [one.row.id, one]));
      rows -= bucket.size;
      for (const id of ids) {
        const row = changes.get(id);
        if (row) bucket.set(id, asRead(row));
        else bucket.delete(id);
      }
      rows += bucket.size;
      const now = [...bucket.values()].sort(byId);
      const json = JSON.stringify(now);
      digests[at] = knowRows(json, now);
      return { id: bucketId(writer.id, at), writer: writer.id, json };
    });
  });
  const now: Writer = { ...writer, rows, digests };
  await tx.run(queries.write.keepWriter, { id: now.id, row: now, buckets });
  if (rows > FULL * count) await rebucket(tx, now);
};

/** Spreads the rows of a writer that has grown over as many buckets as it needs. */
const rebucket = async (tx: Transaction, { rows: _, digests, ...writer }: Writer): Promise<void> => {
  const ids = digests.map((_digest, at) => bucketId(writer.id, at));
  const all = [...(await readBuckets(tx, ids)).values()].flat();
  await inBatches(ids, (some) => tx.run(queries.write.forgetRows, { ids: some }));
  await keepRows(tx, undefined, writer, all, []);
};

const PAGE = 200;

/** The rows that all writers keep, page after page. */
export async function* keptByAll(reader: Reader): AsyncGenerator<{ by: string; row: WordRow }> {
  for (let after = ''; ;) {
    const page = await reader.read(queries.write.keptByAll, { after, limit: PAGE });
    for (const { k } of page) for (const row of JSON.parse(k.json) as WordRow[]) yield { by: k.writer, row };
    if (page.length < PAGE) return;
    after = page.at(-1)?.k.id ?? after;
  }
}
