import { type At, type Lens, belowRow } from '../../read/lens.js';
import type { Dated } from '../../record/dated.js';
import { sortedBy } from '../../record/order.js';
import { type Certainty, type Phase, certaintyIn, certaintyOn, dayWindow, phaseIn } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Context } from '../../read/context.js';
import { provenance, sourcesOf } from '../documents/fields.js';
import type { DatedAt } from './model.js';

type PrintedAt = At<Pick<Dated, 'from' | 'until'>>;

/** The dates of a dated edge as a source prints them. */
export const printed = {
  from: ({ row }: PrintedAt) => row.from,
  until: ({ row }: PrintedAt) => row.until,
};

/** A dated row with the lens below it. */
export const seenBelow = <T extends Interval>(at: At<T>): At<T> => ({ row: at.row, lens: belowRow(at) });

/** Rows as seen in a lens, the oldest first. */
export const oldestFirst = <R extends Interval & { id: string }>(rows: readonly R[], lens: Lens): At<R>[] =>
  sortedBy(rows, ({ fromMin, id }) => [fromMin, id]).map((row) => ({ row, lens }));

/** What every dated edge says of itself. */
export const dated = {
  ...printed,
  ...provenance,
  sources: (at: DatedAt, _: unknown, context: Context) => sourcesOf(seenBelow(at), context),
  interval: (at: DatedAt) => seenBelow(at),
};

/** How sure a row is on the day that was asked, or over the period of its list. */
export const certaintyAt = ({ row, lens, during }: At<Interval>): Certainty | null => (during ? certaintyIn(row, during) : certaintyOn(row, lens.asOf));

/** Where the day that was asked lies, or the period of its list. */
export const phaseAt = ({ row, lens, during }: At<Interval>): Phase => phaseIn(row, during ?? dayWindow(lens.asOf));
