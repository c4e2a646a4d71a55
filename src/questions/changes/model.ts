import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Dated } from '../../record/dated.js';
import type { CivilDate } from '../../time/civil.js';
import type { Certainty } from '../../time/in-force.js';
import type { IntervalEdge } from '../../time/interval.js';
import type { Affiliation } from '../../words/affiliations/model.js';
import type { Existence } from '../../words/bodies/model.js';
import type { Membership, MembershipSummary } from '../../words/memberships/model.js';
import type { Relation } from '../../words/relations/model.js';
import type { StandIn } from '../../words/stand-ins/model.js';

/** What can change: a seat, the existence of a body, a party tie, a piece of territory, or who sits in for whom. */
export type Subject =
  | { kind: 'SEAT'; row: Membership }
  | { kind: 'BODY'; row: Existence }
  | { kind: 'PARTY_TIE'; row: Affiliation }
  | { kind: 'TERRITORY'; row: Relation }
  | { kind: 'STAND_IN'; row: StandIn; substitute: Membership };
export type SubjectKind = Subject['kind'];

/** In the order in which changes of one day are listed. */
export const CHANGE_KINDS = [
  'JOINED',
  'LEFT',
  'REPLACED',
  'ROLE_CHANGED',
  'MAY_HAVE_JOINED',
  'MAY_HAVE_LEFT',
  'CONFIRMED',
  'UNCONFIRMED',
  'PARTY_JOINED',
  'PARTY_LEFT',
  'SUBSTITUTED',
  'SEAT_VACATED',
  'BODY_ESTABLISHED',
  'BODY_DISSOLVED',
  'BODY_SUCCEEDED',
  'TERRITORY_CHANGED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type ChangeCause =
  | 'OWN_END'
  | 'RESIGNATION'
  | 'LEFT_PARTY'
  | 'BODY_DISSOLVED'
  | 'BODY_SUCCEEDED'
  | 'TERM_ENDED'
  | 'HOME_MANDATE_LOST'
  | 'DEATH'
  | 'REPLACED'
  | 'LISTED'
  | 'RULE'
  | 'OFFICE_ABOLISHED';

/** A day on which the state of an interval differs from the day before, and the start or end behind it. */
export interface Shift {
  on: CivilDate;
  before: Certainty | null;
  after: Certainty | null;
  edge: IntervalEdge;
}

/** One for each subject and day. */
export interface Change {
  /** `change:`, or in a preview `consequence:` and its cause, then the id of the subject, `@` and the day. */
  id: string;
  subject: Subject;
  /** The row whose start or end it is: the subject's, or in a preview the subject's as it would be. */
  behind: Dated;
  shift: Shift;
  kind: ChangeKind;
  cause: ChangeCause | null;
  /** On REPLACED: the seat before. */
  replaced: MembershipSummary | null;
}

export type ChangeAt = At<Change>;
export type ChangeConnectionAt = Connection<ChangeAt>;
