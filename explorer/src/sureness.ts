import { addDays } from './dates';
import type { BoundCause, Certainty, IntervalEdge } from './generated/graphql';
import { say, words } from './words/words';

export interface Range {
  min: number;
  max: number;
  open: boolean;
  lastKnown: number;
}

/** The days between which something began and will have ended; null: nobody knows. */
export interface Span {
  fromMin: string | null;
  fromMax: string | null;
  untilMin: string | null;
  untilMax: string | null;
  open: boolean;
}

export interface Bounded extends Span {
  boundedBy: readonly { edge: IntervalEdge; date: string; cause: BoundCause; by: unknown }[];
}

export interface Judged {
  certainty: Certainty | null;
  /** The start as it is printed. */
  from?: string | null;
  interval: Span;
}

/** `seen`: it has begun, and nobody says that it is over. Its last certain day; null: none, and it began by what `began` says. */
export type Sureness = { kind: 'certain' } | { kind: 'seen'; on: string | null; began: string } | { kind: 'possible' } | { kind: 'not' };

export const SUREST_FIRST: readonly Sureness['kind'][] = ['certain', 'seen', 'possible', 'not'];

/** Whether it lasts until further notice: what is recorded so can end by what it depends on, as by its term. */
export const isOpenEnded = ({ open, untilMax }: Span): boolean => open && untilMax === null;

/** Whether there is a day on which it is in force whatever the unknown dates are. */
export const isEverSure = (span: Span): boolean => span.fromMax !== null && (isOpenEnded(span) || (span.untilMin !== null && span.fromMax < span.untilMin));

/** The days that a printed date may mean. */
const daysOf = (printed: string): [first: string, last: string] => {
  const [year = '', month, day] = printed.split('-');
  if (day) return [printed, printed];
  const next = month ? (month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`) : `${Number(year) + 1}-01`;
  return [`${year}-${month ?? '01'}-01`, addDays(`${next.padStart(7, '0')}-01`, -1)];
};

/** Whether the bounds say all that a printed date says: what else is known may have taken it away. An end that is printed to the month may be the day after it. */
const holds = (printed: string, min: string | null, max: string | null, isEnd = false): boolean => {
  const [first, last] = daysOf(printed);
  return min !== null && max !== null && min >= first && max <= (isEnd && printed.length < 10 ? addDays(last, 1) : last);
};

/** How sure it is on the day that was asked: what has begun and nobody says is over was last seen on its last certain day. */
export const surenessOf = ({ certainty, from, interval }: Judged, day: string): Sureness => {
  const { fromMin, fromMax, untilMin } = interval;
  if (certainty === 'CERTAIN') return { kind: 'certain' };
  if (certainty === null) return { kind: 'not' };
  if (fromMax === null || fromMax > day) return { kind: 'possible' };
  const w = words.value;
  const began = from && holds(from, fromMin, fromMax) ? say(from) : `${w.atLatest} ${say(fromMax)}`;
  return { kind: 'seen', on: untilMin !== null && isEverSure(interval) ? addDays(untilMin, -1) : null, began };
};

export const saySureness = (sureness: Sureness): string => {
  const w = words.value;
  switch (sureness.kind) {
    case 'certain':
      return w.certain;
    case 'seen':
      return sureness.on ? w.lastSeen(say(sureness.on)) : w.hasBegun(sureness.began);
    case 'possible':
      return w.possible;
    case 'not':
      return w.notInForce;
  }
};

/** What stands beside the number that is known last: the range that is true. Empty where they are the same. */
export const sayRange = ({ min, max, open, lastKnown }: Range): string => {
  const w = words.value;
  if (min === max && max === lastKnown) return open ? w.maybeMore : '';
  return [
    min > 0 ? w.atLeast(min) : lastKnown > 0 ? w.noneSure(lastKnown) : '',
    open && max > lastKnown ? w.maybe(max) : '',
    open ? w.maybeMore : w.atMost(max),
  ]
    .filter(Boolean)
    .join(', ');
};

const sayStart = ({ fromMin, fromMax }: Span): string => {
  const w = words.value;
  if (fromMin && fromMax) return fromMin === fromMax ? w.began(say(fromMin)) : w.beganBetween(say(fromMin), say(fromMax));
  if (fromMax) return w.beganBy(say(fromMax));
  return fromMin ? w.beganAfter(say(fromMin)) : w.beganUnknown;
};

/** The last day of what is no longer so from a day on; a month or year is said as it was printed. */
export const lastDay = (until: string): string => say(until.length === 10 ? addDays(until, -1) : until);

/** Whether it is in force on no day, as who was to hold it had died before. */
const isOnNoDay = ({ fromMin, untilMax }: Span): boolean => fromMin !== null && untilMax !== null && untilMax <= fromMin;

const sayEnd = (span: Span): string => {
  const { fromMin, untilMin, untilMax } = span;
  const w = words.value;
  if (isOpenEnded(span)) return w.openEnded;
  if (untilMin && untilMin === untilMax) return w.endsOn(lastDay(untilMin));
  // That it lasts a day says no more than that it begins.
  const least = untilMin && !(fromMin && untilMin <= addDays(fromMin, 1) && !isEverSure(span)) ? lastDay(untilMin) : null;
  if (least && untilMax) return isEverSure(span) ? w.endsBetween(least, lastDay(untilMax)) : w.endsWithin(least, lastDay(untilMax));
  if (least) return isEverSure(span) ? w.endsAfter(least) : w.endsNoEarlier(least);
  return untilMax ? w.endsBy(lastDay(untilMax)) : w.endsUnknown;
};

export const saySpan = (span: Span): readonly string[] => (isOnNoDay(span) ? [words.value.neverInForce] : [sayStart(span), sayEnd(span)]);

/** Since when, as short as it can be said. */
export const saySince = (printed: string | null, { fromMin, fromMax }: Span): string => {
  const w = words.value;
  if (printed && holds(printed, fromMin, fromMax)) return say(printed);
  if (fromMin && fromMin === fromMax) return say(fromMin);
  return fromMax ? `${w.atLatest} ${say(fromMax)}` : fromMin ? `${w.notBefore} ${say(fromMin)}` : w.notStated;
};

/** Its last day, as short as it can be said. */
export const sayUntil = (printed: string | null, span: Span): string => {
  const { untilMin, untilMax } = span;
  const w = words.value;
  if (isOnNoDay(span)) return w.neverInForce;
  if (printed && holds(printed, untilMin, untilMax, true)) return lastDay(printed);
  if (isOpenEnded(span)) return '';
  if (untilMin && untilMin === untilMax) return lastDay(untilMin);
  return untilMax ? `${w.atLatest} ${lastDay(untilMax)}` : w.notStated;
};
