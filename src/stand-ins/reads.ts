import { sortedBy } from '../connections/page.js';
import type { Context } from '../context.js';
import type { MembershipAt, StandInAt } from '../lens/parents.js';
import { type ScopeArguments, scopeOf } from '../loaders/scope.js';

/** When a substitute sat in, oldest first. */
export const standInsOf = async (context: Context, { row, lens }: MembershipAt, args: ScopeArguments): Promise<StandInAt[]> => {
  const rows = await context.loaders.standIns(scopeOf(lens, args)).load(row.id);
  return sortedBy(rows, ({ fromMin, id }) => [fromMin, id]).map((one) => ({ row: one, lens }));
};
