import type { SeatCount, Turnover } from '../../generated/api.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { type Certainty, certaintyOn, strongestCertainty } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';

const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

/** How people changed between two days, from how surely each was there on the one and on the other. */
export const turnoverOf = (people: readonly (readonly [before: Certainty | null, after: Certainty | null])[]): Turnover => ({
  joined: {
    min: count(people, ([before, after]) => before === null && after === 'CERTAIN'),
    max: count(people, ([before, after]) => before !== 'CERTAIN' && after !== null),
  },
  left: {
    min: count(people, ([before, after]) => before === 'CERTAIN' && after === null),
    max: count(people, ([before, after]) => before !== null && after !== 'CERTAIN'),
  },
  stayed: {
    min: count(people, ([before, after]) => before === 'CERTAIN' && after === 'CERTAIN'),
    max: count(people, ([before, after]) => before !== null && after !== null),
  },
});

/** The most sure of several intervals on a day. */
export const certaintyOfAny = (intervals: readonly Interval[], day: CivilDate): Certainty | null =>
  strongestCertainty(intervals.map((one) => certaintyOn(one, day)));

const countOn = (seats: readonly (readonly Interval[])[], on: CivilDate): SeatCount => {
  const certainties = seats.map((intervals) => certaintyOfAny(intervals, on));
  return { on, certain: count(certainties, (one) => one === 'CERTAIN'), possible: count(certainties, (one) => one === 'POSSIBLE') };
};

/** How many seats are in force on a day, and on each later day of the period on which that changes. A seat is its intervals. */
export const seatCountsOf = (seats: readonly (readonly Interval[])[], from: CivilDate, until: CivilDate): SeatCount[] => {
  const bounds = seats.flat().flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [fromMin, fromMax, untilMin, untilMax]);
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
