import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';

/** A state of the whole graph: every write moves it to the next, and so does every day that begins. */
export interface Revision {
  number: number;
  /** Epoch milliseconds of the transaction that moved it there. */
  at: number;
  /** A write is under way: what is read now may be partly of the next revision. */
  writing: boolean;
  /** How many erasures there were until then: they change what was known at any time. None: 0. */
  erasures?: number;
}

/** The newest revision, as who holds the lock on it sees it. */
export interface LastRevision extends Revision {
  /** The last one by which anything was recorded: since then only days have begun. */
  written: number;
  /** How many items the feed holds. */
  items: number;
  /** How many entries were written. */
  entries: number;
  /** In which the graph is written. */
  format: number | null;
}

/** The newest committed revision; 0 before the first write. */
export const readRevision = async (reader: Reader): Promise<Revision> =>
  (await reader.read(queries.record.revision, {}))[0] ?? { number: 0, at: 0, writing: false };

/** The same for one state only, also where a graph was emptied and begun anew. */
export const revisionId = ({ number, at }: Revision): string => `${number}.${at}`;
