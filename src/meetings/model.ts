import type { PartialDate } from '../time/partial.js';
import type { Provenance, Recorded } from '../record/model.js';

export const OUTCOMES = [
  'APPROVED', 'REJECTED', 'NOTED', 'DECIDED', 'DISCUSSED', 'OPINION', 'REQUESTED', 'REFERRED', 'POSTPONED', 'OTHER',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Meeting extends Provenance, Recorded {
  id: string;
  body: string | null;
  title: string | null;
  date: PartialDate | null;
  /** Where it has no date, after those that have: the order of lists. */
  sortKey: string;
}

export interface AgendaItem extends Recorded {
  id: string;
  meeting: string;
  number: string | null;
  title: string;
  caseNumber: string | null;
  planned: boolean;
  /** By number, part for part. */
  sortKey: string;
  sources: string[];
}
