import { BEGINNING, type CivilDate, FOREVER, addDays, daysBetween, earliest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { Together } from './model.js';

type Span = readonly [from: CivilDate, until: CivilDate];

/** How many days half-open spans cover, each day once. */
const daysOf = (spans: readonly Span[]): number => {
  let days = 0;
  let reached: CivilDate = BEGINNING;
  for (const [from, until] of [...spans].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const start = from > reached ? from : reached;
    if (until <= start) continue;
    days += daysBetween(start, until);
    reached = until;
  }
  return days;
};

const known = (min: CivilDate, max: CivilDate): CivilDate | null => (min === max && min !== BEGINNING && min !== FOREVER ? min : null);

/** How long the intervals of two people's seats overlap, up to and including a day. */
export const togetherUpTo = (overlaps: readonly Interval[], day: CivilDate): Together => {
  const end = addDays(day, 1);
  const first = overlaps.reduce((a, b) => (b.fromMin < a.fromMin || (b.fromMin === a.fromMin && b.fromMax < a.fromMax) ? b : a));
  const last = overlaps.reduce((a, b) => (b.untilMax > a.untilMax || (b.untilMax === a.untilMax && b.untilMin > a.untilMin) ? b : a));
  return {
    days: {
      min: daysOf(overlaps.map(({ fromMax, untilMin }) => [fromMax, earliest(untilMin, end)])),
      max: daysOf(overlaps.map(({ fromMin, untilMax }) => [fromMin, earliest(untilMax, end)])),
      open: true,
      lastKnown: daysOf(overlaps.map(({ fromMax, untilMax }) => [fromMax, earliest(untilMax, end)])),
    },
    from: known(first.fromMin, first.fromMax),
    until: known(last.untilMin, last.untilMax),
  };
};
