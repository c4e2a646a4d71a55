import type { SeatCount, Turnover } from '../../generated/api.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { type Range, headcount } from '../../time/headcount.js';
import type { Occupancy } from '../composition/model.js';
import { claimsOf, countRange, lastKnownOf } from '../composition/rules.js';
import { type Standing, certaintyOfAny } from '../representations/rules.js';

const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

/** Who holds the seats of a body on a day; `open`: more may do so than are recorded. */
export interface Held {
  occupancy: Occupancy;
  day: CivilDate;
  open: boolean;
}

/** The people who are there on a day: for certain, possibly, as last known. */
interface Presence {
  certain: ReadonlySet<string>;
  possible: ReadonlySet<string>;
  lastKnown: ReadonlySet<string>;
  /** How many of some people are there. */
  rangeOf: (people: (person: string) => boolean) => Range;
}

const presenceOn = ({ occupancy: { worlds, rivals, places }, day }: Held): Presence => {
  const claims = claimsOf(places);
  const rangeOf: Presence['rangeOf'] = (isAsked) =>
    headcount(
      worlds,
      claims.filter(({ person }) => isAsked(person)),
      day,
    );
  const ranges = claims.map(({ person }) => ({ person, ...rangeOf((one) => one === person) }));
  const people = (all: readonly { person: string }[]): Set<string> => new Set(all.map(({ person }) => person));
  return {
    certain: people(ranges.filter(({ min }) => min > 0)),
    possible: people(ranges.filter(({ max }) => max > 0)),
    lastKnown: people(lastKnownOf(worlds[0], rivals, places, day).map(({ m }) => m)),
    rangeOf,
  };
};

const anybody = (): boolean => true;

/** How the people of a body changed between two days: who is there on the one is not counted more often than sits on it. */
export const turnoverOf = (from: Held, until: Held): Turnover => {
  const [before, after] = [presenceOn(from), presenceOn(until)];
  const stayed: Range = {
    min: Math.max(before.rangeOf((one) => after.certain.has(one)).min, after.rangeOf((one) => before.certain.has(one)).min),
    max: Math.min(before.rangeOf((one) => after.possible.has(one)).max, after.rangeOf((one) => before.possible.has(one)).max),
  };
  /** Who is there on the one day and not on the other. */
  const only = (here: Presence, there: Presence): Range => {
    const all = here.rangeOf(anybody);
    return {
      min: Math.max(here.rangeOf((one) => !there.possible.has(one)).min, all.min - stayed.max),
      max: Math.min(here.rangeOf((one) => !there.certain.has(one)).max, all.max - stayed.min),
    };
  };
  const among = (people: ReadonlySet<string>, others: ReadonlySet<string>, areThere: boolean): number =>
    count([...people], (one) => others.has(one) === areThere);
  return {
    joined: countRange(only(after, before), until.open, among(after.lastKnown, before.lastKnown, false)),
    left: countRange(only(before, after), from.open, among(before.lastKnown, after.lastKnown, false)),
    stayed: countRange(stayed, from.open || until.open, among(before.lastKnown, after.lastKnown, true)),
  };
};

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
