import { keyOf } from './lens.js';
import type { NodeAt } from './parents.js';

/** What every thing with an id says of itself. */
export const node = {
  id: ({ row }: NodeAt) => row.id,
  key: ({ row, lens }: NodeAt) => keyOf(row.id, lens),
};
