import type { Lens } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Basis } from '../../record/model.js';
import type { CivilDate } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { Certainty } from '../../time/in-force.js';
import type { MembershipSummary, Role } from '../../words/memberships/model.js';

export const REPRESENTATION_KINDS = ['REPRESENTS', 'APPOINTED_BY', 'NOMINATED_BY', 'COMES_FROM', 'BELONGS_TO'] as const;
export type RepresentationKind = (typeof REPRESENTATION_KINDS)[number];

/** Which representations are asked for. */
export interface RepresentationFilter {
  who?: string | null;
  whom?: string | null;
  where?: string | null;
  fromMunicipality?: string | null;
  ofParty?: string | null;
  region?: string | null;
  observedSince?: CivilDate | null;
  how?: readonly RepresentationKind[] | null;
  roles?: readonly Role[] | null;
  certainty?: readonly Certainty[] | null;
  basis?: readonly Basis[] | null;
  includeSubstitutes?: boolean | null;
  all?: boolean | null;
}

/** One way in which a seat stands for a principal: when, and how sure. */
export interface Way {
  how: RepresentationKind;
  interval: Interval;
  /** While one of these may be in force, it does not stand for it all the same. */
  unless: readonly Interval[];
  basis: Basis;
}

/** A seat and a principal, with every way in which the one stands for the other. */
export interface RepresentationAt {
  membership: MembershipSummary;
  principal: string;
  ways: Way[];
  lens: Lens;
}

export type RepresentationConnectionAt = Connection<RepresentationAt>;
