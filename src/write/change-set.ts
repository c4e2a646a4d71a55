import type { Finding } from '../integrity/model.js';
import type { Because, Visible } from '../record/model.js';
import type { Conflict } from '../words/conflicts/model.js';
import type { Event } from '../words/events/model.js';
import type { WordName, WordRow } from './rows.js';

/** Who writes: a data set with what is known of its files, or the editors. */
export interface ChangeSource {
  id: string;
  title: string | null;
  date: string | null;
  terms: string | null;
  /** Of a data set: of its files. */
  hash: string;
}

/** All that can be written at once: in one transaction, or not at all. */
export interface ChangeSet {
  source: ChangeSource;
  /** Rows that the writer keeps from now on, in the place of those with the same ids. */
  put: readonly WordRow[];
  /** Ids of rows that the writer keeps no longer. */
  remove: readonly string[];
  /** Its rows are kept up to date: what was open and has an end now has changed. */
  maintained?: boolean;
  /** The revision that the author looked at; null: any. */
  expectedRevision: number | null;
  /** What becomes of a row that is removed though rows of others refer to it: it is refused, or it stays and is told. */
  referredTo: 'REFUSE' | 'KEEP';
  /** Whether the rules of integrity are asked about what it touches. */
  judge: boolean;
  /** Why rows are written, where that does not follow from what they said and say. */
  because?: ReadonlyMap<string, Because>;
  /** Why seats and ties are written whose bounds it moves. Default: DERIVED. */
  byRule?: Because;
}

/** CHECK does all that WRITE does, and takes it back. */
export type Mode = 'CHECK' | 'WRITE';

/** A row that says something else than before, or is new. */
export interface Change {
  id: string;
  word: WordName;
  because: Because;
  /** All writers together say what they said: what this one says otherwise does not count. */
  isOnlyKept: boolean;
}

/** A row that stays, as rows of other writers refer to it. */
export interface Stayed {
  id: string;
  word: WordName;
  /** Ids of what refers to it. */
  referredToBy: string[];
}

/** A start or end as it is written; `isNew`: nothing had its id before. */
export type WrittenEvent = Omit<Event, keyof Visible> & { because: Because; isNew: boolean };

export interface Committed {
  /** The revision after it; where nothing was to be written, the one before. */
  revision: number;
  changes: Change[];
  /** Rows that are retracted: no writer says them any longer. */
  retracted: { id: string; word: WordName }[];
  stayed: Stayed[];
  /** What writers say of the things of the change set that differs, by the id of the thing. */
  conflicts: ReadonlyMap<string, Conflict[]>;
  /** How many seats a rule gave, and seats and ties had their bounds moved by a cause. */
  derived: number;
  /** What the rules say of what it touches and did not say before; none where they are not asked. */
  findings: Finding[];
  /** Starts and ends that are told, or told otherwise, from now on; none where rules are not asked. */
  events: WrittenEvent[];
}
