import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import type { Writer } from './model.js';
import type { WordRow } from './rows.js';

/** Letters of JSON of which the rows are known. */
const KNOWN = 2 ** 23;

/** Of a bucket of rows, by which it is known again. */
export const digestOf = (json: string): string => hash('sha256', json, 'base64url').slice(0, 16);

/** Rows by the digest of their JSON: whichever graph keeps them, they are the same, and nobody changes a row. */
const known = new LRUCache<string, readonly WordRow[]>({ maxSize: KNOWN, maxEntrySize: KNOWN / 16 });

const EMPTY = '[]';
const sizeOf = (json: string): number => json.length + EMPTY.length;

/** Knows rows that are kept as such a JSON from now on; returns its digest. */
export const knowRows = (json: string, rows: readonly WordRow[]): string => {
  const digest = digestOf(json);
  known.set(digest, rows, { size: sizeOf(json) });
  return digest;
};

/** The rows in buckets of some writers. */
export const readBuckets = async (reader: Reader, ids: readonly string[]): Promise<Map<string, readonly WordRow[]>> => {
  const found = new Map<string, readonly WordRow[]>();
  await inBatches(ids, async (some) => {
    for (const { k } of await reader.read(queries.write.keptRows, { ids: some })) {
      const rows = JSON.parse(k.json) as WordRow[];
      found.set(k.id, rows);
      knowRows(k.json, rows);
    }
  });
  return found;
};

/** Some buckets of a writer, by their numbers. */
export interface Buckets {
  writer: Pick<Writer, 'id' | 'digests'>;
  numbers: readonly number[];
}

export const bucketId = (writer: string, number: number): string => `${writer}/${number}`;

/** The rows in buckets, by their ids: those of which the writer's digest is known are not read. */
export const readRowsIn = async (reader: Reader, all: readonly Buckets[]): Promise<Map<string, readonly WordRow[]>> => {
  const found = new Map<string, readonly WordRow[]>();
  const others: string[] = [];
  for (const { writer, numbers } of all)
    for (const number of numbers) {
      const id = bucketId(writer.id, number);
      const rows = known.get(writer.digests[number] ?? '');
      if (rows) found.set(id, rows);
      else others.push(id);
    }
  for (const [id, rows] of await readBuckets(reader, others)) found.set(id, rows);
  return found;
};
