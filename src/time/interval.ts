import type { CivilDate } from './civil.js';

/** `from` lies in [fromMin, fromMax], `until`, the first day no longer in force, in [untilMin, untilMax]. */
export interface Interval {
  fromMin: CivilDate;
  fromMax: CivilDate;
  untilMin: CivilDate;
  untilMax: CivilDate;
}

export const EDGES = ['FROM', 'UNTIL'] as const;
export type IntervalEdge = (typeof EDGES)[number];

export const BOUND_CAUSES = ['OBSERVED', 'BODY_EXISTENCE', 'TERM', 'HOME_MANDATE', 'REPLACED', 'DEATH', 'RULE'] as const;
export type BoundCause = (typeof BOUND_CAUSES)[number];

/** What narrowed one bound of an interval beyond what was stated. */
export interface Bound {
  edge: IntervalEdge;
  date: CivilDate;
  cause: BoundCause;
  /** Id of the document, body or term that is the cause. */
  by: string;
}
