import type { Mode } from '../generated/api.js';
import type { Reader, Transaction } from '../graph/port.js';
import type { Finding } from '../integrity/model.js';
import type { Actor } from '../record/actor.js';
import type { LastRevision } from '../record/revision.js';
import type { RowProblem } from '../write/problems.js';
import type { Draft } from './draft.js';
import type { Result } from './model.js';
import type { Problem } from './problems.js';

/** What somebody wants written, for which there is to be an entry in the log. */
export interface Deed {
  actor: Actor;
  /** Chosen by the actor, once for each intent; null: nothing is bound by it. */
  key: string | null;
  /** What the same key must say again to be answered as before. */
  fingerprint: string;
  mode: Mode;
  /** Ids of the problems that the actor accepts. */
  accept: readonly string[];
  note: string | null;
  /** The acts, as they were given. */
  acts: readonly unknown[];
  /** Says it, of the record as it is under the lock. */
  say: (reader: Reader, last: LastRevision, at: number) => Promise<Said>;
  /** What else is done once it is written, in the same transaction. */
  also?: (tx: Transaction, result: Result) => Promise<void>;
}

/** What a deed says, and how it is judged. */
export interface Said {
  draft: Draft;
  /** The passage of all acts that name none of their own; null: none. */
  source: string | null;
  /** The entry that is taken back; null: none. */
  undoes: string | null;
  /** Ids that its acts name. */
  named: readonly string[];
  /** Ids of what was recorded before and of which it says that it was otherwise, or never; of what takes an entry back, as that entry did. */
  corrected: readonly string[];
  /** What is against it in what rules find of what it leaves. */
  broken: (findings: readonly Finding[], reader: Reader) => Promise<Problem[]>;
  /** What does not fit the record. */
  misfits: (problems: readonly RowProblem[], reader: Reader) => Promise<Problem[]>;
}
