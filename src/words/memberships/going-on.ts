import { sortedBy } from '../../record/order.js';
import { latest } from '../../time/civil.js';
import { type Interval, leavesNoDay } from '../../time/interval.js';
import type { Membership } from './model.js';

type Held = Pick<Membership, 'id' | 'person' | 'body' | 'role' | keyof Interval>;

/** Other seats of who holds one, in its body, in which they go on from it: in another role, from a day by which the one before may end until after it. */
const goingOnFrom = <S extends Held>(seat: Held, all: readonly S[]): S[] => {
  const beside = all.filter(({ id, person, body }) => id !== seat.id && person === seat.person && body === seat.body);
  const reached: Held[] = [seat];
  return sortedBy(beside, ({ untilMax, id }) => [untilMax, id]).filter((next) => {
    const goesOn = reached.some((one) => one.role !== next.role && next.fromMin <= one.untilMax && next.untilMax > one.untilMax);
    if (goesOn) reached.push(next);
    return goesOn;
  });
};

/** What is of a seat, with its days, in that seat and in each in which its holder goes on beyond it: there it is not before the seat is over. */
export const inSeatsGoingOn = <S extends Held>(seat: S, one: Interval, all: readonly S[]): { seat: S; days: Interval }[] => {
  const whole = { seat, days: one };
  if (one.untilMax <= seat.untilMax) return [whole];
  const after = { ...one, fromMin: latest(one.fromMin, seat.untilMin), fromMax: latest(one.fromMax, seat.untilMax) };
  const next = goingOnFrom(seat, all).map((other) => ({ seat: other, days: other.fromMin < seat.untilMin ? after : one }));
  return [whole, ...next.filter(({ days }) => !leavesNoDay(days))];
};
