import type { At, Lens } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Interval } from '../../time/interval.js';
import type { Stored } from '../word.js';
import type { DatedRow } from '../events/edges.js';
import type { MEMBER_OF } from './definition.js';

export { isMembershipId } from '../appointments/ids.js';
export { ROLES, type Role } from './roles.js';

/** `(Person)-[:MEMBER_OF or DECLINED]->(Body)`. */
export type Membership = Stored<typeof MEMBER_OF>;

/** What lists hold of a membership: not how it and its dates came about, nor when it was recorded. */
export type MembershipSummary = Pick<Membership, 'id' | 'person' | 'body' | 'role' | 'from' | 'until' | 'basis' | keyof Interval>;

/** What of a membership says who sits where, and how surely. */
export type Sitting = Pick<Membership, 'id' | 'person' | 'body' | 'role' | 'basis' | keyof Interval>;

/** A seat with what says how it lies to others. */
export type AlternativeSeat = Sitting & Pick<Membership, 'title' | 'district' | 'office' | 'term'> & DatedRow;

/** That a seat replaces another. */
export interface Link {
  earlier: string;
  later: string;
}

/** `listedBy` is the lens of the history that lists a version. */
export type MembershipAt = At<MembershipSummary> & { listedBy?: Lens };
export type MembershipConnectionAt = Connection<MembershipAt> & { peopleCount: () => number | Promise<number> };
