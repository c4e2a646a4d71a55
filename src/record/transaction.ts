import * as queries from '../generated/queries.js';
import type { Graph, Reader, Writer } from '../graph/port.js';
import { NEVER } from './time.js';

export interface Revision {
  number: number;
  /** Epoch milliseconds of the transaction that moved it there. */
  at: number;
}

/** The newest committed revision; 0 before the first write. */
export const readRevision = async (reader: Reader): Promise<Revision> =>
  (await reader.read(queries.record.revision, {}))[0] ?? { number: 0, at: 0 };

/** One transaction of the record: under the lock on the revision, at a time after every earlier one. */
export const recordTransaction = <T>(graph: Graph, work: (tx: Writer, at: number) => Promise<T>): Promise<T> =>
  graph.write(async (tx) => {
    await tx.run(queries.record.lock, {});
    const last = await readRevision(tx);
    const at = Math.max(Date.now(), last.at + 1);
    const result = await work(tx, at);
    await tx.run(queries.record.move, { number: last.number + 1, at });
    return result;
  });

const BATCH = 1_000;

/** Runs work on a list a thousand at a time, in order. */
export const inBatches = async <T>(all: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < all.length; start += BATCH) await work(all.slice(start, start + BATCH));
};

export const recordedNow = (at: number): { recordedAt: number; retractedAt: number } => ({ recordedAt: at, retractedAt: NEVER });
