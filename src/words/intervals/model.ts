import type { Static, TObject } from 'typebox';
import type { At } from '../../read/lens.js';
import type { Dated } from '../../record/dated.js';
import type { Recorded } from '../../record/model.js';
import type { Bound, Interval } from '../../time/interval.js';
import type { existence } from '../columns.js';

/** An interval is read from the dated edge that has it. */
export type DatedAt = At<Dated>;
export type BoundAt = At<Bound>;

/** A place or party with how the bounds of its existence came about; nulls where nobody says. */
export type RecordedExistence = Static<TObject<typeof existence>> & Recorded & { id: string };

/** When a place or party exists. */
export type ExistenceBounds = Pick<RecordedExistence, keyof Interval>;
