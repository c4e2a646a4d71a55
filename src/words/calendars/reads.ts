import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import { referred } from '../../read/nodes.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { BodyAt } from '../bodies/model.js';
import * as loaders from './loaders.js';
import type { CalendarAt, FollowingAt } from './model.js';

/** Who follows a calendar on the lens's date: what does not exist on it follows none. */
export const followersOf = async (context: Context, { row, lens }: CalendarAt): Promise<FollowingAt[]> => {
  const rows = await context.use(loaders.followers)(scopeOf(lens)).load(row.id);
  const bodies = await Promise.all(rows.map(({ fromId }) => referred<BodyAt>(context, fromId, lens)));
  const there = rows.filter((_, at) => exists(bodies[at] as BodyAt));
  return sortedBy(there, (one) => [certaintyRank(certaintyOn(one, lens.asOf)), one.fromId, one.id]).map((one) => ({ row: one, lens }));
};
