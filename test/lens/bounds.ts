import { FIRST, LAST, earliest, endsOf, latest, plus, startsOf } from './days.js';
import type { Certainty, Dates } from './rows.js';

export interface Interval {
  fromMin: string;
  fromMax: string;
  untilMin: string;
  untilMax: string;
  open: boolean;
}

/** What a seat lies in: it begins no earlier, and ends between two days. */
export interface Frame {
  from: string;
  ends: readonly [string, string];
}

const endless = ({ until, over, narrowed }: Dates): boolean => !until && !over && !narrowed?.untilMin && !narrowed?.untilMax;

/** The days of sightings that lie within what is stated. */
export const sightingsOf = (dates: Dates): string[] => {
  const fromMin = dates.narrowed?.fromMin ?? (dates.from ? startsOf(dates.from)[0] : FIRST);
  const untilMax = dates.narrowed?.untilMax ?? (dates.until ? endsOf(dates.until)[1] : LAST);
  return (dates.seen ?? []).map(({ on }) => on).filter((on) => fromMin <= on && on < untilMax);
};

/** The four bounds of a row, within what it lies in. */
export const intervalOf = (dates: Dates, maintained: boolean, frames: readonly Frame[] = []): Interval => {
  let [fromMin, fromMax] = dates.from ? startsOf(dates.from) : [FIRST, LAST];
  let [untilMin, untilMax] = dates.until ? endsOf(dates.until) : [FIRST, LAST];
  ({ fromMin, fromMax, untilMin, untilMax } = { fromMin, fromMax, untilMin, untilMax, ...dates.narrowed });
  for (const on of sightingsOf(dates)) {
    fromMax = earliest(fromMax, on);
    untilMin = latest(untilMin, plus(on, 1));
  }
  for (const { on } of dates.over ?? []) if (on > fromMin && on >= untilMin) untilMax = earliest(untilMax, on);
  const open = dates.open === true || (maintained && endless(dates));
  const lasts = untilMin;
  if (open) [untilMin, untilMax] = [LAST, LAST];
  for (const { from, ends } of frames) {
    if (from <= fromMax && from < untilMax) fromMin = latest(fromMin, from);
    if (ends[1] === LAST || ends[1] < lasts || ends[1] <= fromMin) continue;
    untilMax = earliest(untilMax, ends[1]);
    if (open) untilMin = latest(lasts, earliest(untilMin, ends[0]));
  }
  if (untilMax !== LAST) fromMax = earliest(fromMax, plus(untilMax, -1));
  if (fromMin !== FIRST) untilMin = latest(untilMin, plus(fromMin, 1));
  return { fromMin, fromMax, untilMin, untilMax, open };
};

export const certaintyOf = ({ fromMin, fromMax, untilMin, untilMax }: Interval, day: string): Certainty | null => {
  if (day < fromMin || day >= untilMax) return null;
  return fromMax <= day && day < untilMin ? 'CERTAIN' : 'POSSIBLE';
};

export const phaseOf = ({ fromMin, untilMax }: Interval, day: string): string => {
  if (day < fromMin) return 'UPCOMING';
  return day >= untilMax ? 'FORMER' : 'CURRENT';
};

/** Where the lens stands below a row. */
export const below = ({ fromMin, untilMax }: Interval, day: string): string => {
  if (day < fromMin) return fromMin;
  return day >= untilMax ? plus(untilMax, -1) : day;
};

/** How sure it is that it is in force on some day from the first to the day before the last. */
export const certaintyDuring = (interval: Interval, from: string, until: string): Certainty | null => {
  if (latest(interval.fromMin, from) >= earliest(interval.untilMax, until)) return null;
  return latest(interval.fromMax, from) < earliest(interval.untilMin, until) ? 'CERTAIN' : 'POSSIBLE';
};
