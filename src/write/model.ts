/** Who keeps rows: a data set, or the editors. */
export interface Writer {
  id: string;
  title: string | null;
  date: string | null;
  terms: string | null;
  /** Of its files, as they were when it last wrote. */
  hash: string;
  /** The revision at which it first wrote: of values that differ, those of the first count. */
  since: number;
  /** How many rows it keeps. */
  rows: number;
  /** A digest for each bucket of its rows. */
  digests: string[];
}

/** A bucket of the rows that a writer keeps, as JSON of `WordRow[]`. Its id is the writer's, a slash and its number. */
export interface KeptRows {
  id: string;
  writer: string;
  json: string;
}
