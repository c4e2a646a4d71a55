import type { At } from '../../read/lens.js';
import type { Dated } from '../../record/dated.js';
import { certaintyOn } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { provenance } from '../documents/fields.js';
import type { DatedAt } from './model.js';

type PrintedAt = At<Pick<Dated, 'from' | 'until'>>;

/** The dates of a dated edge as a source prints them. */
export const printed = {
  from: ({ row }: PrintedAt) => row.from,
  until: ({ row }: PrintedAt) => row.until,
};

/** What every dated edge says of itself. */
export const dated = { ...printed, ...provenance, interval: (at: DatedAt) => at };

export const certaintyAt = ({ row, lens }: At<Interval>) => certaintyOn(row, lens.asOf);
