import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Dated } from '../../record/dated.js';
import type { Interval } from '../../time/interval.js';
import type { Role } from '../memberships/model.js';
import type { Named } from '../names/model.js';

export const BODY_KINDS = ['COUNCIL', 'FORUM', 'COMMITTEE', 'HEALTH_CLUSTER', 'BOARD', 'ORGANISATION'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What a body says of its seats; null: nothing. */
export interface BodyRules {
  /** Roles that one person at a time holds elsewhere, and several hold here. */
  several: Role[] | null;
  /** Whoever chairs it sits in it. */
  chairIsMember: boolean | null;
  /** Id of the body whose members its members are. */
  membersFrom: string | null;
  /** Its members sit on, past their term, until those of a later term take their seats. */
  holdsOver: boolean | null;
  /** How many members it has at least, and at most. */
  minimum: number | null;
  maximum: number | null;
}

/** Its bounds are those of its existence. */
export interface Body extends Named, Interval, Pick<BodyRules, 'holdsOver'> {
  kind: BodyKind;
}

/** A body with how the bounds of its existence came about. */
export interface Existence extends Named, Dated {
  kind: BodyKind;
}

export type BodyAt = At<Body>;
export type BodyConnectionAt = Connection<BodyAt>;
