import type { At } from '../../read/lens.js';
import type { Dated } from '../../record/dated.js';
import type { Bound } from '../../time/interval.js';

/** An interval is read from the dated edge that has it. */
export type DatedAt = At<Dated>;
export type BoundAt = At<Bound>;
