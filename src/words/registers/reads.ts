import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { sortedBy } from '../../record/order.js';
import { registersOf } from './loaders.js';
import type { RegisterAt } from './model.js';
import { isKept } from './rules.js';

/** Who keeps the record of a body complete on the lens's date, the longest first. */
export const registersOn = async (context: Context, body: string, lens: Lens): Promise<RegisterAt[]> => {
  const rows = await context.use(registersOf)(lens.knownAt).load(body);
  return sortedBy(
    rows.filter((row) => isKept(row, lens.asOf)),
    ({ from, id }) => [from, id],
  ).map((row) => ({ row, lens }));
};
