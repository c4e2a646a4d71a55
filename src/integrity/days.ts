import { sortedBy } from '../record/order.js';
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

/** The pairs that overlap, among those that the test names: certain ones before possible ones, then by their first days. */
export const overlapsOf = <T extends Interval>(all: readonly T[], test: (a: T, b: T) => boolean = () => true): Pair<T>[] =>
  sortedBy(
    all.flatMap((a, at) =>
      all.slice(at + 1).flatMap((b): Pair<T>[] => {
        const overlap = test(a, b) ? overlapOf(a, b) : null;
        return overlap ? [{ ...overlap, pair: [a, b] }] : [];
      }),
    ),
    ({ verdict, on }) => [verdict, String(on)],
  );

/** The pairs that are certain on one day. */
export const clashesOf = <T extends Interval>(all: readonly T[], test?: (a: T, b: T) => boolean): Pair<T>[] =>
  overlapsOf(all, test).filter(({ verdict }) => verdict === 'BROKEN');

/** The first of them. */
export const firstOverlap = <T extends Interval>(all: readonly T[], test?: (a: T, b: T) => boolean): Pair<T> | null => overlapsOf(all, test)[0] ?? null;

/** A day of the one lies outside the other: whatever the unknown dates are, else as far as the record speaks of it. */
export const outside = (inner: Interval, outer: Interval): Offence | null => {
  if (inner.fromMax < outer.fromMin) return { verdict: 'BROKEN', on: known(inner.fromMax) };
  if (inner.untilMin > outer.untilMax) return { verdict: 'BROKEN', on: outer.untilMax };
  const { start, end } = spokenOf(inner);
  if (start < outer.fromMin) return { verdict: 'PERHAPS', on: known(start) };
  return end > outer.untilMax ? { verdict: 'PERHAPS', on: outer.untilMax } : null;
};
