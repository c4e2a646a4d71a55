import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import type { NodeAt } from '../../read/lens.js';
import { sortedBy } from '../../record/order.js';
import * as loaders from './loaders.js';

/** How many lived in a municipality as a year began: as the last of which it is known by the day of the lens, where none is asked for. */
export const populationIn = async ({ use }: Context, { row, lens }: NodeAt, year: number | null | undefined): Promise<number | null> => {
  const counts = await use(loaders.populationOf)(lens.knownAt).load(row.id);
  if (year != null) return counts.find((one) => one.year === year)?.people ?? null;
  if (!exists({ row, lens })) return null;
  const begun = counts.filter((one) => one.year <= Number(lens.asOf.slice(0, 4)));
  return sortedBy(begun, (one) => [one.year]).at(-1)?.people ?? null;
};
