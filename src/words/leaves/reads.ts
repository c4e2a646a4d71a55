import type { Context } from '../../read/context.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { type Certainty, isPossible } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { oldestFirst } from '../intervals/fields.js';
import { inSeatsGoingOn } from '../memberships/going-on.js';
import { personSeats } from '../memberships/loaders.js';
import type { MembershipAt } from '../memberships/model.js';
import type { StandInAt } from '../stand-ins/model.js';
import * as loaders from './loaders.js';
import type { Absences, LeaveAt } from './model.js';
import { sittingOn } from './rules.js';

/** What is of the seat, and its days there. */
interface OfSeat<R> {
  row: R;
  days: Interval;
}

/** When the holder of a seat does not sit in it, and on which days: also as they did not in one that they go on from in it. */
const absencesOf = async (
  context: Context,
  { row: seat, lens }: MembershipAt,
  args: ScopeArguments = {},
): Promise<{ [word in keyof Absences]: OfSeat<Absences[word][number]>[] }> => {
  const scope = scopeOf(lens, args);
  const { leaves, standIns } = await context.use(loaders.absences)(scope).load(seat.id);
  const areOwn = leaves.every(({ membership }) => membership === seat.id) && standIns.every(({ holder }) => holder === seat.id);
  const held = areOwn
    ? [seat]
    : (
        await context
          .use(personSeats)(scopeOf(lens, { all: true }))
          .load(seat.person)
      ).map(({ m }) => m);
  const inSeat = <R extends Interval>(row: R, of: string | null): OfSeat<R>[] => {
    return inSeatsGoingOn(of, row, held).flatMap((one) => (one.seat === seat.id && isPossible(one.days, scope.window) ? [{ row, days: one.days }] : []));
  };
  return { leaves: leaves.flatMap((one) => inSeat(one, one.membership)), standIns: standIns.flatMap((one) => inSeat(one, one.holder)) };
};

const rowsOf = <R>(all: readonly OfSeat<R>[]): R[] => all.map(({ row }) => row);

/** When the holder of a seat is on leave. */
export const leavesOf = async (context: Context, at: MembershipAt, args: ScopeArguments): Promise<LeaveAt[]> =>
  oldestFirst(rowsOf((await absencesOf(context, at, args)).leaves), at.lens);

/** When others sit in for the holder of a seat. */
export const standInsFor = async (context: Context, at: MembershipAt, args: ScopeArguments): Promise<StandInAt[]> =>
  oldestFirst(rowsOf((await absencesOf(context, at, args)).standIns), at.lens);

/** How surely the holder of a seat sits in it on the lens's date. */
export const sittingAt = async (context: Context, at: MembershipAt): Promise<Certainty | null> => {
  const { leaves, standIns } = await absencesOf(context, at);
  return sittingOn(
    at.row,
    [...leaves, ...standIns].map(({ days }) => days),
    at.lens.asOf,
  );
};
