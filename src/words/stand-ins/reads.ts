import type { Context } from '../../read/context.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { oldestFirst } from '../intervals/fields.js';
import type { MembershipAt } from '../memberships/model.js';
import { standIns } from './loaders.js';
import type { StandInAt } from './model.js';

/** When a substitute sat in, oldest first. */
export const standInsOf = async (context: Context, { row, lens }: MembershipAt, args: ScopeArguments): Promise<StandInAt[]> => {
  const rows = await context.use(standIns)(scopeOf(lens, args)).load(row.id);
  return oldestFirst(rows, lens);
};
