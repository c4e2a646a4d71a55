import type { Interval } from '../../time/interval.js';
import type { Membership } from '../memberships/model.js';
import type { Stored } from '../word.js';
import type { PLACES, Rule as Definition } from './definition.js';

export { OFFICES, PLACES } from './definition.js';
export type Places = (typeof PLACES)[number];

/** A rule by which whoever holds an office has a seat. */
export type Rule = Stored<typeof Definition>;

/** An office that is held, and what ties its council to a body. */
export interface HeldOffice {
  m: Membership;
  ties: readonly Interval[];
}
