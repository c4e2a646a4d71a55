import type { Context } from '../../read/context.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import type { MembershipAt } from '../memberships/model.js';
import * as loaders from './loaders.js';
import type { StandInAt } from './model.js';

const standInsBy =
  (loader: typeof loaders.standIns) =>
  async (context: Context, { row, lens }: MembershipAt, args: ScopeArguments): Promise<StandInAt[]> => {
    const rows = await context.use(loader)(scopeOf(lens, args)).load(row.id);
    return sortedBy(rows, ({ fromMin, id }) => [fromMin, id]).map((one) => ({ row: one, lens }));
  };

/** When a substitute sat in, oldest first. */
export const standInsOf = standInsBy(loaders.standIns);
/** When others sat in for the holder of a seat, oldest first. */
export const standInsFor = standInsBy(loaders.standInsFor);
