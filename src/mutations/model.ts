import type { RecordStatus } from './codes.js';
import type { Finding } from '../integrity/model.js';
import type { At, Lens } from '../read/lens.js';
import type { Made } from '../words/entries/model.js';
import type { Problem } from './problems.js';

/** What came of an entry, as it can be kept and told again: things by their ids. */
export interface Result {
  status: RecordStatus;
  problems: readonly Problem[];
  made: readonly Made[];
  events: readonly string[];
  carried: readonly string[];
  findings: readonly Finding[];
  /** The id of the entry; null: none was written. */
  entry: string | null;
  /** The id of what was proposed or reviewed; null: nothing. */
  proposal: string | null;
  revision: number;
  /** Of the revision, in epoch milliseconds. */
  at: number;
}

/** A result with what it made as it is seen after the entry and before it. */
export interface RecordResultAt {
  result: Result;
  replayed: boolean;
  lens: Lens;
  before: Lens;
  /** Of what is proposed: what it comes to. */
  checked?: RecordResultAt;
}

export type ProblemAt = At<Problem>;
