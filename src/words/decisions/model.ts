import type { Provenance, Recorded } from '../../record/model.js';
import type { PartialDate } from '../../time/partial.js';

export const OUTCOMES = ['APPROVED', 'REJECTED', 'NOTED', 'DECIDED', 'DISCUSSED', 'OPINION', 'REQUESTED', 'REFERRED', 'POSTPONED', 'OTHER'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One act of a body. */
export interface Decision extends Provenance, Recorded {
  id: string;
  item: string | null;
  body: string | null;
  date: PartialDate | null;
  text: string;
  outcome: Outcome;
  /** By date, those without one last, then as numbered: the order of lists. */
  sortKey: string;
}

/** As it is written: with the folded words of its text, by which lists find it. */
export interface StoredDecision extends Decision {
  folded: string;
}
