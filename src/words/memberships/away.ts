import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import type { Interval } from '../../time/interval.js';
import { ownDates } from '../../time/own-dates.js';
import { inSeatsGoingOn } from './going-on.js';
import type { Membership } from './model.js';
import { type AllAround, besideSeats } from './surroundings.js';

const placeOf = ({ person, body }: Pick<Membership, 'person' | 'body'>): string => `${person} ${body}`;

const dates = (row: Pick<Membership, 'stated'>): Interval => ownDates(statedIn(row));

/** When, by own dates alone, the holder of each of some seats is on leave from it or stood in for: also as they were in one that they go on from in it. */
export const readAway = async (around: AllAround, seats: readonly Membership[]): Promise<(seat: Membership) => Interval[]> => {
  const all = seats.length > 0 ? await besideSeats(around, seats) : [];
  const held = grouped(
    all.map(({ id, person, body, role, from, until, stated }) => ({ id, person, body, role, from, until, ...dates({ stated }) })),
    placeOf,
  );
  const absences = await around.absencesFrom(all.map(({ id }) => id));
  return (seat) => {
    const own = held.get(placeOf(seat)) ?? [];
    const away = own.flatMap(({ id }) => (absences.get(id) ?? []).flatMap((absence) => inSeatsGoingOn(id, dates(absence), own)));
    return away.flatMap((one) => (one.seat === seat.id ? [one.days] : []));
  };
};
