import type { BodyKind } from '../bodies/model.js';
import type { Membership, Role } from '../memberships/model.js';
import type { Dated } from '../../record/dated.js';
import type { Interval } from '../../time/interval.js';

/** Of which councils a rule speaks: those of the municipalities that the body covers, or of the regions in which these lie. */
export const PLACES = ['COVERS', 'LIES_IN'] as const;
export type Places = (typeof PLACES)[number];

/** Offices by virtue of which a seat can be held. */
export const OFFICES: Role[] = ['MAYOR', 'DEPUTY_MAYOR', 'ALDERMAN', 'COMMITTEE_CHAIR', 'CHAIR', 'VICE_CHAIR', 'CO_CHAIR', 'DIRECTOR'];

/** A rule by which whoever holds an office has a seat. Its dates are those on which it holds. */
export interface Rule extends Dated {
  sentence: string;
  /** The body that the seats are in; null: every body of the kind. */
  body: string | null;
  kind: BodyKind | null;
  office: Role;
  /** The body in which the office is held; null: the councils of the places. */
  council: string | null;
  places: Places | null;
  role: Role;
  /** Id of the rule by which those have their seats for whom the seats are substitutes, from the same council. */
  substituteFor: string | null;
}

/** An office that is held, and what ties its council to a body. */
export interface HeldOffice {
  m: Membership;
  ties: readonly Interval[];
}
