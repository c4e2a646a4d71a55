import { BEGINNING, FOREVER } from './civil.js';
import { type Interval, leavesNoDay } from './interval.js';
import { type PartialDate, type Span, endSpanOf, spanOf } from './partial.js';

/** A document that says on a day, or on some day of a month or year, that a thing is held, or no longer held. */
export interface Sighting {
  on: PartialDate;
  /** Id of the document that says so. */
  in: string;
}

/** What is stated or inferred of an edge's dates, before any rule. */
export interface Stated {
  from?: PartialDate | null;
  until?: PartialDate | null;
  /** Entered without an end by those who keep the record: lasts until further notice, until it is seen over. */
  open?: boolean;
  /** Its bounds follow from those of other things: no stated day is made certain. */
  exact?: boolean;
  /** Inferred bounds that are narrower than the printed dates. */
  narrowed?: Partial<Interval>;
  seen?: readonly Sighting[];
  over?: readonly Sighting[];
  /** Why there is neither date nor sighting. */
  undated?: string;
}

export const leavesNothing = (x: Interval): boolean => leavesNoDay(x) || x.fromMin > x.fromMax || x.untilMin > x.untilMax;

const UNKNOWN: Span = { first: BEGINNING, last: FOREVER };

/** A sighting on the day on which it is said to be over, or later. */
const seenAfter = ({ seen = [], over = [] }: Stated): { held: Sighting; gone: Sighting } | undefined => {
  for (const gone of over) for (const held of seen) if (spanOf(held.on).first >= spanOf(gone.on).last) return { held, gone };
  return undefined;
};

/** Dates as stated or inferred; unknown is a wide bound. @throws RangeError where they contradict each other. */
export const statedInterval = (stated: Stated): Interval => {
  const { from, until, open, narrowed } = stated;
  const start = from ? spanOf(from) : UNKNOWN;
  const end = until ? endSpanOf(until) : UNKNOWN;
  const interval = { fromMin: start.first, fromMax: start.last, untilMin: end.first, untilMax: end.last, ...narrowed };
  const given = `from ${from ?? '?'} until ${until ?? '?'}`;
  if (leavesNoDay(interval)) throw new RangeError(`required: from before until; given: ${given}`);
  if (leavesNothing(interval)) throw new RangeError(`required: min not after max; given: ${JSON.stringify(narrowed)}, ${given}`);
  if (open && until) throw new RangeError(`required: open without an end; given: open and an end, ${given}`);
  const late = seenAfter(stated);
  if (late) throw new RangeError(`required: seen before it is seen over on ${late.gone.on}; given: seen on ${late.held.on}`);
  return interval;
};
