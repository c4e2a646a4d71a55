import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import type { Membership } from '../memberships/model.js';
import type { AllAround } from '../memberships/surroundings.js';
import type { StandIn } from '../stand-ins/model.js';
import { type CivilDate, latest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
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

type Dated = Pick<Membership, 'stated'>;

/** From when one in an office can begin by its own dates: where one at a time holds it, not while another certainly does. */
const beginsFrom = (own: Interval, all: readonly Interval[], { holders }: Pick<Office, 'holders'>): CivilDate => {
  const isHeldBy = ({ fromMax, untilMin }: Interval): boolean => fromMax <= own.fromMin && own.fromMin < untilMin && untilMin <= own.fromMax;
  return holders > 1 ? own.fromMin : all.filter((one) => one !== own && isHeldBy(one)).reduce((day, { untilMin }) => latest(day, untilMin), own.fromMin);
};

/** The seats in an office that are held, by their own dates, after somebody acts in it: those that begin no earlier, or later if anybody is to act before them. */
export const followersOf = <S extends Dated>(standIn: Dated, office: Pick<Office, 'holders'>, seats: readonly S[]): S[] => {
  const acting = ownDates(statedIn(standIn));
  const owns = seats.map((seat) => ownDates(statedIn(seat)));
  return seats.filter((_, at) => {
    const own = owns[at] as Interval;
    return beginsFrom(own, owns, office) >= acting.fromMin || (own.fromMax > acting.fromMin && own.untilMin > acting.fromMax);
  });
};
