import { BEGINNING, type CivilDate, FOREVER } from './civil.js';

/** `from` lies in [fromMin, fromMax], `until`, the first day no longer in force, in [untilMin, untilMax]. */
export interface Interval {
  fromMin: CivilDate;
  fromMax: CivilDate;
  untilMin: CivilDate;
  untilMax: CivilDate;
}

/** In force at any time. */
export const EVERLASTING: Interval = { fromMin: BEGINNING, fromMax: BEGINNING, untilMin: FOREVER, untilMax: FOREVER };

/** In force on no day, whatever its unknown dates are. */
export const leavesNoDay = ({ fromMin, untilMax }: Pick<Interval, 'fromMin' | 'untilMax'>): boolean => fromMin >= untilMax;

/** Bounds that a thing has all of, or none. */
export type MaybeInterval = { [bound in keyof Interval]: CivilDate | null };

/** The bounds that a thing has; null: none. */
export const givenInterval = ({ fromMin, fromMax, untilMin, untilMax }: MaybeInterval): Interval | null =>
  fromMin === null || fromMax === null || untilMin === null || untilMax === null ? null : { fromMin, fromMax, untilMin, untilMax };

export const EDGES = ['FROM', 'UNTIL'] as const;
export type IntervalEdge = (typeof EDGES)[number];

export const BOUND_CAUSES = [
  'OBSERVED',
  'LISTED',
  'BODY_EXISTENCE',
  'PARTY_EXISTENCE',
  'PLACE_EXISTENCE',
  'OFFICE_ABOLISHED',
  'TERM',
  'HOME_MANDATE',
  'REPLACED',
  'DEATH',
  'RULE',
] as const;
export type BoundCause = (typeof BOUND_CAUSES)[number];

/** What narrowed one bound of an interval beyond what was stated. */
export interface Bound {
  edge: IntervalEdge;
  date: CivilDate;
  cause: BoundCause;
  /** Id of the document, body, term, person or seat that is the cause. */
  by: string;
}

/** Why a bound lies where it does, and by what thing. */
export type Cause = Pick<Bound, 'cause' | 'by'>;

/** The days between which a thing begins that another does not precede. */
export interface Start extends Cause, Pick<Interval, 'fromMin' | 'fromMax'> {}

/** The days between which a thing ends that another does not outlast. */
export interface Ending extends Cause, Pick<Interval, 'untilMin' | 'untilMax'> {}
