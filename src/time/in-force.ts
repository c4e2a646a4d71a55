import { type CivilDate, FOREVER, addDays, dayAfter, dayBefore, earliest, latest } from './civil.js';
import { type Interval, leavesNoDay } from './interval.js';

export type Certainty = 'CERTAIN' | 'POSSIBLE';
export type Phase = 'UPCOMING' | 'CURRENT' | 'FORMER';

/** Half-open: the days that a question asks about. */
export interface Window {
  start: CivilDate;
  end: CivilDate;
}

export const EVER: Window = { start: '0000-01-01', end: '9999-99-99' };
let lastWindow: Window = { start: FOREVER, end: EVER.end };
/** One day. Rows by the thousand are asked about the same one: it is kept until another is asked for. */
export const dayWindow = (date: CivilDate): Window => {
  if (lastWindow.start !== date) lastWindow = { start: date, end: date === FOREVER ? EVER.end : addDays(date, 1) };
  return lastWindow;
};

/** A day and the day before. */
export const windowAround = (date: CivilDate): Window => ({ start: dayBefore(date), end: dayAfter(date) });

// These two rules are the clauses `possible` and `certain` of the Cypher files; a test holds both texts together.
/** In force on some day of the window for some of the unknown dates. */
export const isPossible = (x: Interval, w: Window): boolean => x.fromMin < w.end && x.untilMax > w.start;
/** In force on some day of the window whatever the unknown dates are. */
export const isCertain = (x: Interval, w: Window): boolean => x.fromMax < w.end && x.untilMin > w.start && x.fromMax < x.untilMin;

/** Over the window: null where not in force. What is in force on no day lies in no window. */
export const certaintyIn = (x: Interval, w: Window): Certainty | null =>
  isCertain(x, w) ? 'CERTAIN' : isPossible(x, w) && !leavesNoDay(x) ? 'POSSIBLE' : null;

export const certaintyOn = (x: Interval, date: CivilDate): Certainty | null => certaintyIn(x, dayWindow(date));

/** Where the window lies: before, within or after all that is possible. */
export const phaseIn = (x: Interval, w: Window): Phase => (w.end <= x.fromMin ? 'UPCOMING' : w.start < x.untilMax ? 'CURRENT' : 'FORMER');

export const phaseOn = (x: Interval, date: CivilDate): Phase => phaseIn(x, dayWindow(date));

/** The day nearest to `date` on which the interval is possible. */
export const nearestDay = (x: Pick<Interval, 'fromMin' | 'untilMax'>, date: CivilDate): CivilDate =>
  date < x.fromMin ? x.fromMin : date < x.untilMax ? date : dayBefore(x.untilMax);

/** The days of an interval that lie in a window. */
export const within = ({ fromMin, untilMax }: Pick<Interval, 'fromMin' | 'untilMax'>, { start, end }: Window): Pick<Interval, 'fromMin' | 'untilMax'> => ({
  fromMin: latest(fromMin, start),
  untilMax: earliest(untilMax, end),
});

/** Several edges together: the latest from-bounds, the earliest until-bounds. */
export const together = (a: Interval, b: Interval): Interval => ({
  fromMin: latest(a.fromMin, b.fromMin),
  fromMax: latest(a.fromMax, b.fromMax),
  untilMin: earliest(a.untilMin, b.untilMin),
  untilMax: earliest(a.untilMax, b.untilMax),
});

const STRENGTH: readonly (Certainty | null)[] = ['CERTAIN', 'POSSIBLE', null];
/** 0 for CERTAIN, 1 for POSSIBLE, 2 for not in force: the first part of the default order. */
export const certaintyRank = (certainty: Certainty | null): number => STRENGTH.indexOf(certainty);
export const strongestCertainty = (all: readonly (Certainty | null)[]): Certainty | null => STRENGTH.find((one) => all.includes(one)) ?? null;
export const weakestCertainty = (all: readonly (Certainty | null)[]): Certainty | null =>
  all.reduce((weak, one) => (certaintyRank(one) > certaintyRank(weak) ? one : weak), 'CERTAIN');
