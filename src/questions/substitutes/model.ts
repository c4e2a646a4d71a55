import type { MembershipSummary } from '../../words/memberships/model.js';
import type { Person } from '../../words/people/model.js';

/** A substitute in a pool. */
export interface Pooled {
  m: MembershipSummary;
  p: Person;
  rank: number | null;
}
