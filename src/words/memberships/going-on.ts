import { sortedBy } from '../../record/order.js';
import { latest } from '../../time/civil.js';
import { type Interval, leavesNoDay } from '../../time/interval.js';
import type { Membership } from './model.js';

type Held = Pick<Membership, 'id' | 'person' | 'body' | 'role' | keyof Interval> & Partial<Pick<Membership, 'from' | 'until'>>;

/** Other seats of who holds one, in its body, in which they go on from it: in another role, from a day by which the one before may end until after it. */
const goingOnFrom = (seat: Held, all: readonly Held[]): Held[] => {
  const beside = all.filter(({ id, person, body }) => id !== seat.id && person === seat.person && body === seat.body);
  const reached: Held[] = [seat];
  return sortedBy(beside, ({ untilMax, id }) => [untilMax, id]).filter((next) => {
    const goesOn = reached.some((one) => one.role !== next.role && next.fromMin <= one.untilMax && next.untilMax > one.untilMin);
    if (goesOn) reached.push(next);
    return goesOn;
  });
};

/** Whether a seat is held only once the one before is over. */
const isAfter = (next: Held, seat: Held): boolean =>
  next.fromMin >= seat.untilMax || (next.from != null && next.from === seat.until) || (next.fromMin === seat.untilMin && next.fromMax === seat.untilMax);

/** The id of a seat that something is of, and its days there. */
export interface InSeat {
  seat: string;
  days: Interval;
}

/**
 * What is of a seat, with its days, in that seat and in each in which its holder goes on beyond it: there it is not before the seat is over.
 * `all`: seats of its holder, and others; none: it is not among them.
 */
export const inSeatsGoingOn = (id: string | null, { fromMin, fromMax, untilMin, untilMax }: Interval, all: readonly Held[]): InSeat[] => {
  const seat = all.find((one) => one.id === id);
  if (!seat) return [];
  const days = { fromMin, fromMax, untilMin, untilMax };
  const own = { seat: seat.id, days };
  if (untilMax <= seat.untilMin) return [own];
  const after = { ...days, fromMin: latest(fromMin, seat.untilMin), fromMax: latest(fromMax, seat.untilMax) };
  const next = goingOnFrom(seat, all).map((other) => ({ seat: other.id, days: isAfter(other, seat) ? days : after }));
  return [own, ...next.filter((one) => !leavesNoDay(one.days))];
};
