import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Because, Recorded } from '../../record/model.js';
import type { Affiliation } from '../../words/affiliations/model.js';
import type { Membership } from '../../words/memberships/model.js';

/** A version of a node or edge. */
export type Version = Recorded & { id: string; reason?: string | null; sources?: string[] } & Partial<
    Pick<Membership, 'person' | 'body'> & Pick<Affiliation, 'principal'>
  >;

/** What was learnt or corrected of one thing in one transaction. */
export interface Correction {
  /** `correction:`, the id of the thing, `@` and the time in milliseconds. */
  id: string;
  recordedAt: number;
  because: Because;
  was: Version | null;
  is: Version | null;
}

export type CorrectionAt = At<Correction>;
export type CorrectionConnectionAt = Connection<CorrectionAt>;
