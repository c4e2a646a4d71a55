import type { BodyRules } from '../words/bodies/model.js';
import type { Role } from '../words/memberships/model.js';
import type { Basis, Recorded } from '../record/model.js';
import type { CivilDate } from '../time/civil.js';
import type { Interval } from '../time/interval.js';
import type { PartialDate } from '../time/partial.js';

export const VERDICTS = ['BROKEN', 'PERHAPS', 'NOT_APPLIED', 'UNDECIDED'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a rule says of some things. */
export interface Judgement {
  verdict: Verdict;
  /** The first day that offends; null: it is no matter of days, or of an unknown one. */
  on: CivilDate | null;
  /** Ids. */
  things: string[];
  says: string;
}

/** A judgement, of the rule and its sentence. */
export interface Finding {
  rule: string;
  title: string;
  verdict: Verdict;
  on: CivilDate | null;
  things: string[];
  message: string;
}

/** A seat as rules see it. */
export interface HeldMembership extends Interval {
  id: string;
  person: string;
  body: string;
  role: Role;
  title: string | null;
  term: string | null;
}

/** A seat with the dates that are stated of it, as JSON. */
export interface BoundedMembership extends HeldMembership {
  stated: string;
}

/** A body as rules see it: when it exists, and what it says of its seats. */
export interface RuledBody extends BodyRules, Interval, Recorded {
  id: string;
}

/** A body or place with when it exists. */
export interface Existing extends Interval {
  id: string;
}

/** A dated edge between two nodes that are no person and body. */
export interface DatedTie extends Interval {
  id: string;
  fromId: string;
  toId: string;
}

/** A person as rules see them: when they died, where they did. */
export interface MortalPerson extends Recorded {
  id: string;
  diedOn: PartialDate | null;
}

/** When a substitute sat in for the holder of a seat. */
export interface StoodIn extends Interval {
  id: string;
  substitute: string;
  holder: string;
}

/** A right to fill seats. */
export interface Allotment extends DatedTie {
  count: number;
  status: string | null;
}

/** A node or edge that says how it is known. */
export interface Founded {
  id: string;
  basis: Basis;
  fromBasis: Basis | null;
  untilBasis: Basis | null;
  reason: string | null;
}

export interface FoundedNode extends Founded, Recorded {}

/** A version of an edge: when it was recorded. */
export interface EdgeVersion {
  id: string;
  recordedAt: number;
  retractedAt: number;
}
