import type { Context } from '../../read/context.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import * as loaders from './loaders.js';
import type { CalendarAt, FollowingAt } from './model.js';

/** Who follows a calendar on the lens's date. */
export const followersOf = async (context: Context, { row, lens }: CalendarAt): Promise<FollowingAt[]> => {
  const rows = await context.use(loaders.followers)(scopeOf(lens)).load(row.id);
  return sortedBy(rows, (one) => [certaintyRank(certaintyOn(one, lens.asOf)), one.fromId, one.id]).map((one) => ({ row: one, lens }));
};
