import type { At } from '../../read/lens.js';
import { isMembershipId } from '../memberships/model.js';
import type { PartialDate } from '../../time/partial.js';
import type { Provenance, Recorded } from '../../record/model.js';

export const appointmentId = (membership: string): string => `appointment:${membership}`;
export const membershipId = (appointment: string): string => appointment.slice('appointment:'.length);

/** The node that stands for a thing: a seat is an edge, and found by its appointment. */
export const nodeIdOf = (id: string): string => (isMembershipId(id) ? appointmentId(id) : id);

/** How a seat came about. Its id is `appointment:` and the membership's id. */
export interface Appointment extends Provenance, Recorded {
  id: string;
  membership: string;
  designatedOn: PartialDate | null;
  exOfficio: string | null;
  /** Whether anything is recorded about the how. */
  recorded: boolean;
}

export const TIE_KINDS = ['BY', 'DELEGATED_BY', 'NOMINATED_BY', 'REPRESENTING', 'SUBSTITUTE_FOR', 'REPLACES', 'DECIDED_AT', 'RESTS_ON'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/**
 * An edge from an appointment to a principal, to another appointment, or to a meeting or agenda item. What rests on a tie of
 * its holder to a party or municipality leads to the holder, and `on` says which tie.
 */
export interface Tie extends Provenance, Recorded {
  id: string;
  tie: TieKind;
  fromId: string;
  toId: string;
  /** Among the substitutes of one seat, from 1. */
  rank: number | null;
  /** On RESTS_ON: the id of the seat, or of the tie to a party or municipality. */
  on: string | null;
}

export type AppointmentAt = At<Appointment>;
export type TieAt = At<Tie>;
