import { sortedBy } from '../../read/page.js';
import type { Context } from '../../read/context.js';
import type { MembershipAt, StandInAt } from '../../read/parents.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';

/** When a substitute sat in, oldest first. */
export const standInsOf = async (context: Context, { row, lens }: MembershipAt, args: ScopeArguments): Promise<StandInAt[]> => {
  const rows = await context.loaders.standIns(scopeOf(lens, args)).load(row.id);
  return sortedBy(rows, ({ fromMin, id }) => [fromMin, id]).map((one) => ({ row: one, lens }));
};
