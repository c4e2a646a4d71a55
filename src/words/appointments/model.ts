import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { Appointment as Definition, BY } from './definition.js';

export { appointmentId, membershipId, nodeIdOf } from './ids.js';

/** How a seat came about. Its id is `appointment:` and the membership's id. */
export type Appointment = Stored<typeof Definition>;

export const TIE_KINDS = [
  'BY',
  'DELEGATED_BY',
  'NOMINATED_BY',
  'REPRESENTING',
  'SUBSTITUTE_FOR',
  'SUBSTITUTE_OF',
  'REPLACES',
  'DECIDED_AT',
  'DEPENDS_ON',
  'ELECTED_AT',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/**
 * An edge from an appointment to a principal, to another appointment, to a meeting or agenda item, or to an election. What depends on a tie of
 * its holder to a party or municipality leads to the holder, and `on` says which tie.
 */
export interface Tie extends Stored<typeof BY> {
  tie: TieKind;
}

export type AppointmentAt = At<Appointment>;
export type TieAt = At<Tie>;
