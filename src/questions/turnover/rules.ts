import type { SeatCount, Turnover } from '../../generated/api.js';
import { countRange } from '../composition/rules.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { type Certainty, certaintyOn, strongestCertainty } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { type Standing, certaintyOfAny } from '../representations/rules.js';

const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

/** How surely somebody is there on a day, and whether they are as last known. */
export interface Presence {
  certainty: Certainty | null;
  isLastKnown: boolean;
}

/** How people changed between two days, from how each was there on the one and on the other; `open`: more may have been there. */
export const turnoverOf = (
  people: readonly (readonly [before: Presence, after: Presence])[],
  open: Readonly<Record<'before' | 'after', boolean>>,
): Turnover => {
  const surely = (holds: (before: Certainty | null, after: Certainty | null) => boolean): number =>
    count(people, ([before, after]) => holds(before.certainty, after.certainty));
  const lastKnown = (was: boolean, is: boolean): number => count(people, ([before, after]) => before.isLastKnown === was && after.isLastKnown === is);
  return {
    joined: countRange(
      {
        min: surely((before, after) => before === null && after === 'CERTAIN'),
        max: surely((before, after) => before !== 'CERTAIN' && after !== null),
      },
      open.after,
      lastKnown(false, true),
    ),
    left: countRange(
      {
        min: surely((before, after) => before === 'CERTAIN' && after === null),
        max: surely((before, after) => before !== null && after !== 'CERTAIN'),
      },
      open.before,
      lastKnown(true, false),
    ),
    stayed: countRange(
      {
        min: surely((before, after) => before === 'CERTAIN' && after === 'CERTAIN'),
        max: surely((before, after) => before !== null && after !== null),
      },
      open.before || open.after,
      lastKnown(true, true),
    ),
  };
};

/** How somebody is there on a day, by any of several intervals. */
export const presenceOn = (intervals: readonly Interval[], day: CivilDate): Presence => ({
  certainty: strongestCertainty(intervals.map((one) => certaintyOn(one, day))),
  isLastKnown: intervals.some(({ fromMax, untilMax }) => fromMax <= day && day < untilMax),
});

const countOn = (seats: readonly (readonly Standing[])[], on: CivilDate): SeatCount => {
  const certainties = seats.map((ways) => certaintyOfAny(ways, on));
  return { on, certain: count(certainties, (one) => one === 'CERTAIN'), possible: count(certainties, (one) => one === 'POSSIBLE') };
};

/** How many seats count on a day, and on each later day of the period on which that changes. A seat is the ways in which it counts. */
export const seatCountsOf = (seats: readonly (readonly Standing[])[], from: CivilDate, until: CivilDate): SeatCount[] => {
  const intervals = seats.flat().flatMap(({ interval, unless }) => [interval, ...unless]);
  const bounds = intervals.flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [fromMin, fromMax, untilMin, untilMax]);
  const days = [...new Set(bounds)].filter((day) => from < day && day <= until).sort();
  return [
    countOn(seats, from),
    ...days
      .filter((day) => {
        const [before, after] = [countOn(seats, dayBefore(day)), countOn(seats, day)];
        return before.certain !== after.certain || before.possible !== after.possible;
      })
      .map((day) => countOn(seats, day)),
  ];
};
