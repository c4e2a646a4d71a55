import type { At, Lens } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Dated } from '../../record/dated.js';
import type { Interval } from '../../time/interval.js';

export const ROLES = [
  'CHAIR',
  'VICE_CHAIR',
  'CO_CHAIR',
  'CHAIRMANSHIP',
  'MEMBER',
  'REPRESENTATIVE',
  'SUBSTITUTE',
  'OBSERVER',
  'MAYOR',
  'DEPUTY_MAYOR',
  'ALDERMAN',
  'COUNCILLOR',
  'COMMITTEE_CHAIR',
  'DIRECTOR',
  'EMPLOYEE',
  'UNSTATED',
] as const;
export type Role = (typeof ROLES)[number];

/** A seat's own id, or that of a rule and of the seat by virtue of which it is held. */
export const isMembershipId = (id: string): boolean => /^(rule:[^:]+:)?membership:/.test(id);

/** How a seat ended by itself, where that is said. */
export type OwnEnding = 'RESIGNATION';

/** `(Person)-[:MEMBER_OF]->(Body)`. */
export interface Membership extends Dated {
  person: string;
  body: string;
  role: Role;
  title: string | null;
  term: string | null;
  ending: OwnEnding | null;
}

/** What lists hold of a membership: not how it and its dates came about, nor when it was recorded. */
export type Seat = Pick<Membership, 'id' | 'person' | 'body' | 'role' | 'from' | 'until' | 'basis' | keyof Interval>;

/** What of a membership says who sits where, and how surely. */
export type Sitting = Pick<Membership, 'id' | 'person' | 'body' | 'role' | 'basis' | keyof Interval>;

/** `listedBy` is the lens of the history that lists a version. */
export type MembershipAt = At<Seat> & { listedBy?: Lens };
export type MembershipConnectionAt = Connection<MembershipAt> & { peopleCount: () => number | Promise<number> };
