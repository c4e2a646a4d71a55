import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import type { Membership } from '../memberships/model.js';
import type { AllAround } from '../memberships/surroundings.js';
import type { StandIn } from '../stand-ins/model.js';
import { ownDates } from '../../time/own-dates.js';
import type { Office } from './model.js';
import { officeOf } from './rules.js';

/** An office in which somebody acts, and the seats in it. */
export interface ActedIn {
  office: Office;
  seats: readonly Membership[];
}

/** The offices that nobody holds while somebody acts in them, by their ids. */
export const readActedIn = async (around: AllAround, standIns: readonly StandIn[]): Promise<Map<string, ActedIn>> => {
  const named = await around.officesById(standIns.flatMap(({ office }) => office ?? []));
  const bodies = new Set([...named.values()].map(({ body }) => body));
  const offices = grouped(await around.offices(bodies), ({ body }) => body);
  const seats = grouped(await around.seatsIn(bodies), ({ body }) => body);
  return new Map(
    [...named.values()].map((office) => {
      const own = (seats.get(office.body) ?? []).filter((seat) => officeOf(seat, offices.get(office.body) ?? [])?.id === office.id);
      return [office.id, { office, seats: own }];
    }),
  );
};

/** Whether a seat begins, by its own dates, no earlier than somebody acts in its office. */
export const follows = (seat: Pick<Membership, 'stated'>, standIn: Pick<StandIn, 'stated'>): boolean =>
  ownDates(statedIn(seat)).fromMin >= ownDates(statedIn(standIn)).fromMin;
