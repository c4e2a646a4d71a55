import type { SeatRules } from '../words/bodies/model.js';
import type { PartyScope } from '../words/parties/model.js';
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

/** A seat with what says in which office it is. */
export interface SeatInOffice extends BoundedMembership {
  district: string | null;
  office: string | null;
}

/** A body as rules see it: when it exists, and what it says of its seats. */
export interface RuledBody extends Omit<SeatRules, 'id'>, Interval {
  id: string;
}

/** A body with when it exists. */
export interface Existing extends Interval, Recorded {
  id: string;
}

/** A place or party with when it exists; null: nobody says. */
export interface Lasting extends Recorded {
  id: string;
  fromMin: CivilDate | null;
  fromMax: CivilDate | null;
  untilMin: CivilDate | null;
  untilMax: CivilDate | null;
}

/** What bears identifiers; a place with its official code. */
export interface Coded extends Lasting {
  code: string | null;
}

/** What a scheme calls a thing, and when. */
export interface BorneIdentifier extends Interval, Recorded {
  id: string;
  scheme: string;
  value: string;
}

/** How a seat came about: when it was designated, where anybody says. */
export interface Designated extends Recorded {
  id: string;
  membership: string;
  designatedOn: PartialDate | null;
}

/** A party with when it exists, and where it runs. */
export interface LetteredParty extends Lasting {
  scope: PartyScope | null;
  municipality: string | null;
}

/** A meeting, or a document, with its date. */
export interface OfDay extends Recorded {
  id: string;
  date: PartialDate | null;
}

/** An election with its day, and what lists got, as JSON. */
export interface HeldElection extends Recorded {
  id: string;
  on: PartialDate;
  results: string;
}

/** A name with its words. */
export interface CalledName extends Recorded {
  id: string;
  text: string;
}

/** A document with its words, where they are at hand. */
export interface Worded extends Recorded {
  id: string;
  text: string | null;
}

/** A passage of a document. */
export interface Passage extends Recorded {
  id: string;
  document: string;
  lines: number[] | null;
  quote: string;
}

/** A dated edge between two nodes that are no person and body. */
export interface DatedTie extends Interval {
  id: string;
  fromId: string;
  toId: string;
}

/** A tie of a person to a party or place, with the dates that are stated of it, as JSON. */
export interface StatedTie extends Interval {
  id: string;
  stated: string;
}

/** A person as rules see them: when they died, where they did. */
export interface MortalPerson extends Recorded {
  id: string;
  diedOn: PartialDate | null;
}

/** When a substitute sat in for the holder of a seat, or somebody acted in an office. */
export interface StoodIn extends Interval {
  id: string;
  substitute: string;
  holder: string | null;
  office: string | null;
  stated: string;
}

/** When the holder of a seat was on leave. */
export interface OnLeave extends Interval {
  id: string;
  membership: string;
  stated: string;
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
