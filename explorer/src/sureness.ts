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

export type Sureness = { kind: 'certain' } | { kind: 'seen'; on: string } | { kind: 'possible' } | { kind: 'not' };

/** How sure it is on the day that was asked: what has begun and nobody says is over was last seen on its last certain day, else when it began. */
export const surenessOf = ({ certainty, from, interval: { fromMax, untilMin } }: Judged, day: string): Sureness => {
  if (certainty === 'CERTAIN') return { kind: 'certain' };
  if (certainty === null) return { kind: 'not' };
  if (fromMax === null || fromMax > day) return { kind: 'possible' };
  return { kind: 'seen', on: untilMin !== null && fromMax < untilMin ? addDays(untilMin, -1) : (from ?? fromMax) };
};

export const saySureness = (sureness: Sureness): string => {
  const w = words.value;
  switch (sureness.kind) {
    case 'certain':
      return w.certain;
    case 'seen':
      return w.lastSeen(say(sureness.on));
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
  return [min > 0 ? w.atLeast(min) : lastKnown > 0 ? w.noneSure(lastKnown) : '', open ? w.maybeMore : w.atMost(max)].filter(Boolean).join(', ');
};

const sayStart = ({ fromMin, fromMax }: Span): string => {
  const w = words.value;
  if (fromMin && fromMax) return fromMin === fromMax ? w.began(say(fromMin)) : w.beganBetween(say(fromMin), say(fromMax));
  if (fromMax) return w.beganBy(say(fromMax));
  return fromMin ? w.beganAfter(say(fromMin)) : w.beganUnknown;
};

/** The last day of what is no longer so from a day on; a month or year is said as it was printed. */
export const lastDay = (until: string): string => say(until.length === 10 ? addDays(until, -1) : until);

/** Whether it lasts until further notice: what is recorded so can end by what it depends on, as by its term. */
export const isOpenEnded = ({ open, untilMax }: Span): boolean => open && untilMax === null;

/** Whether it is in force on no day, as who was to hold it had died before. */
const isOnNoDay = ({ fromMin, untilMax }: Span): boolean => fromMin !== null && untilMax !== null && untilMax <= fromMin;

const sayEnd = (span: Span): string => {
  const { untilMin, untilMax } = span;
  const w = words.value;
  if (isOpenEnded(span)) return w.openEnded;
  if (untilMin && untilMax) return untilMin === untilMax ? w.endsOn(lastDay(untilMin)) : w.endsBetween(lastDay(untilMin), lastDay(untilMax));
  if (untilMin) return w.endsAfter(lastDay(untilMin));
  return untilMax ? w.endsBy(lastDay(untilMax)) : w.endsUnknown;
};

export const saySpan = (span: Span): readonly string[] => (isOnNoDay(span) ? [words.value.neverInForce] : [sayStart(span), sayEnd(span)]);

/** Since when, as short as it can be said. */
export const saySince = (printed: string | null, { fromMin, fromMax }: Span): string => {
  const w = words.value;
  if (printed) return say(printed);
  if (fromMin && fromMin === fromMax) return say(fromMin);
  return fromMax ? `${w.atLatest} ${say(fromMax)}` : fromMin ? `${w.notBefore} ${say(fromMin)}` : w.notStated;
};

/** Its last day, as short as it can be said. */
export const sayUntil = (printed: string | null, span: Span): string => {
  const { untilMin, untilMax } = span;
  const w = words.value;
  if (isOnNoDay(span)) return w.neverInForce;
  if (printed) return lastDay(printed);
  if (isOpenEnded(span)) return '';
  if (untilMin && untilMin === untilMax) return lastDay(untilMin);
  return untilMax ? `${w.atLatest} ${lastDay(untilMax)}` : w.notStated;
};
