import type { At } from '../../read/lens.js';

/** What another writer says of a thing where it differs from what counts. */
export interface Conflict {
  /** The field as a path, such as `role` or `existence.from`. */
  field: string;
  value: string | null;
  /** A data set's id, `editor`, or, within one data set, the document. */
  by: string;
  sources: string[];
}

/** `other`: id of the seat that it holds instead. */
export type ConflictAt = At<Conflict & { other: string | null }>;
