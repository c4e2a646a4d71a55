import type { Context } from '../../read/context.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import type { Certainty } from '../../time/in-force.js';
import type { MembershipAt } from '../memberships/model.js';
import * as loaders from './loaders.js';
import type { LeaveAt } from './model.js';
import { sittingOn } from './rules.js';

/** When the holder of a seat is on leave, the oldest first. */
export const leavesOf = async (context: Context, { row, lens }: MembershipAt, args: ScopeArguments): Promise<LeaveAt[]> => {
  const rows = await context.use(loaders.leaves)(scopeOf(lens, args)).load(row.id);
  return sortedBy(rows, ({ fromMin, id }) => [fromMin, id]).map((one) => ({ row: one, lens }));
};

/** How surely the holder of a seat sits in it on the lens's date. */
export const sittingAt = async (context: Context, { row, lens }: MembershipAt): Promise<Certainty | null> =>
  sittingOn(row, await context.use(loaders.absences)(scopeOf(lens)).load(row.id), lens.asOf);
