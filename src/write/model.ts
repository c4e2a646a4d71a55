import type { Because } from '../record/model.js';

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

/** What a graph of format 2 knows of a data set. */
export interface EarlierDataSet {
  id: string;
  title: string;
  date: string | null;
  terms: string | null;
}

/** A row of a data set in a graph of format 2: its id is the data set's, the word's and its own, with slashes. */
export interface EarlierRow {
  id: string;
  json: string;
}

/** What has folded words: a title, or a text, which may have a subject. */
export interface EarlierText {
  id: string;
  title: string | null;
  subject: string | null;
  text: string | null;
  recordedAt: number;
}

/** A tie of a graph of format 2, whose kinds have other names now. */
export interface EarlierTie {
  id: string;
  fromId: string;
  toId: string;
  tie: string | null;
  on: string | null;
  basis: string | null;
  reason: string | null;
  sources: string[] | null;
  recordedAt: number;
  retractedAt: number;
  because: string;
}

/** What the feed needs to know of a version of a graph that has none. */
export interface Tellable {
  id: string;
  person: string | null;
  body: string | null;
  principal: string | null;
  thing: string | null;
  municipality: string | null;
  membership: string | null;
  substitute: string | null;
  item: string | null;
  meeting: string | null;
  told: boolean | null;
  leadsTo: string | null;
  sortKey: string | null;
  latest: string | null;
  recordedAt: number;
  retractedAt: number;
  because: Because;
}

/** By what seeding knows what was erased: digests, of which nobody reads a name, and the ids that stand in their place. */
export interface Erasure {
  id: string;
  number: number;
  salt: string;
  /** Of the ids that were, in the order of `ids`. */
  formerIds: string[];
  ids: string[];
  /** What stands in the place of the names in ids. */
  own: string;
  /** Of the folded words of the names, of longer ones of others, and of those that others have too. */
  names: string[];
  others: string[];
  shared: string[];
  /** How many words all these have, the most first. */
  lengths: number[];
  /** Ids of what is said of the person alone, and of what else held the name, as they are now. */
  tied: string[];
  held: string[];
}
