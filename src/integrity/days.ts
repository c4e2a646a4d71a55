import { BEGINNING, type CivilDate, FOREVER, earliest, latest } from '../time/civil.js';
import { type Window, certaintyOn } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import type { Verdict } from './model.js';

/** Something held by someone for a time. */
export interface Held extends Interval {
  person: string;
}

/** What is found on a first day. */
export interface Offence {
  verdict: Extract<Verdict, 'BROKEN' | 'PERHAPS'>;
  on: CivilDate | null;
}

export const EVERLASTING: Interval = { fromMin: BEGINNING, fromMax: BEGINNING, untilMin: FOREVER, untilMax: FOREVER };

/** The days that the record speaks of: where a bound is unknown, only those that are certain. */
export const spokenOf = (x: Interval): Window => ({
  start: x.fromMin === BEGINNING ? x.fromMax : x.fromMin,
  end: x.untilMax === FOREVER ? x.untilMin : x.untilMax,
});

export const isSpoken = (x: Interval, day: CivilDate): boolean => {
  const { start, end } = spokenOf(x);
  return start <= day && day < end;
};

export const isCertainOn = (x: Interval, day: CivilDate): boolean => certaintyOn(x, day) === 'CERTAIN';
export const isPossibleOn = (x: Interval, day: CivilDate): boolean => certaintyOn(x, day) !== null;

/** A day, unless it is where the calendar ends. */
export const known = (day: CivilDate): CivilDate | null => (day === BEGINNING || day === FOREVER ? null : day);

/** The first day of a seat that the record speaks of. */
export const firstDay = (x: Interval): CivilDate | null => known(spokenOf(x).start);

/** The first of these days of which the test holds. */
export const firstOf = (days: readonly CivilDate[], test: (day: CivilDate) => boolean): CivilDate | null =>
  [...new Set(days)]
    .filter((day) => known(day) !== null)
    .sort()
    .find(test) ?? null;

/** The days on which the answers of `isCertainOn`, `isSpoken` and `isPossibleOn` may change. */
export const turnsOf = (all: readonly Interval[]): CivilDate[] =>
  all.flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [fromMin, fromMax, untilMin, untilMax]);

export const peopleOf = (all: readonly Held[]): string[] => [...new Set(all.map(({ person }) => person))].sort();

/** Both in force on one day: certainly, else as far as the record speaks of it. */
export const overlapOf = (a: Interval, b: Interval): Offence | null => {
  const start = latest(a.fromMax, b.fromMax);
  if (start < earliest(a.untilMin, b.untilMin)) return { verdict: 'BROKEN', on: known(start) };
  const [first, second] = [spokenOf(a), spokenOf(b)];
  const spoken = latest(first.start, second.start);
  return spoken < earliest(first.end, second.end) ? { verdict: 'PERHAPS', on: known(spoken) } : null;
};

export type Pair<T> = Offence & { pair: [T, T] };

/** The first pair that overlaps, among those that the test names; a certain one before a possible one. */
export const firstOverlap = <T extends Interval>(all: readonly T[], test: (a: T, b: T) => boolean = () => true): Pair<T> | null => {
  let first: Pair<T> | null = null;
  for (const [at, a] of all.entries())
    for (const b of all.slice(at + 1)) {
      const overlap = test(a, b) ? overlapOf(a, b) : null;
      if (overlap && (!first || isBefore(overlap, first))) first = { ...overlap, pair: [a, b] };
    }
  return first;
};

const isBefore = (a: Offence, b: Offence): boolean => (a.verdict === b.verdict ? String(a.on) < String(b.on) : a.verdict === 'BROKEN');

/** A day of the one lies outside the other: whatever the unknown dates are, else for some of them. */
export const outside = (inner: Interval, outer: Interval): Offence | null => {
  if (inner.fromMax < outer.fromMin) return { verdict: 'BROKEN', on: known(inner.fromMax) };
  if (inner.untilMin > outer.untilMax) return { verdict: 'BROKEN', on: outer.untilMax };
  if (inner.fromMin < outer.fromMin) return { verdict: 'PERHAPS', on: known(inner.fromMin) };
  return inner.untilMax > outer.untilMax ? { verdict: 'PERHAPS', on: outer.untilMax } : null;
};
