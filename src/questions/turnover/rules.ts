import type { SeatCount, Turnover } from '../../generated/api.js';
import type { CivilDate } from '../../time/civil.js';
import { grouped } from '../../record/grouped.js';
import { type Range, headcount } from '../../time/headcount.js';
import type { Certainty } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Occupancy } from '../composition/model.js';
import { claimsOf, countRange, lastKnownOf, personOf } from '../composition/rules.js';
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
    lastKnown: people(lastKnownOf(worlds, rivals, places, day).map(({ m }) => m)),
    rangeOf,
  };
};

const anybody = (): boolean => true;

/** Those who, by whichever seat they are there on the one day, are so on the other by the same: none of its unknown days lies between. */
const reaching = ({ occupancy: { places }, day }: Held, other: Held): Set<string> => {
  const rows = new Set(other.occupancy.places.map(({ m }) => m.id));
  const reaches = ({ id, fromMax, untilMin }: Interval & { id: string }): boolean =>
    rows.has(id) && (day < other.day ? other.day < untilMin : fromMax <= other.day);
  return new Set([...grouped(places, personOf)].filter(([, own]) => own.every(({ m }) => reaches(m))).map(([person]) => person));
};

/** How the people of a body changed between two days: who is there on the one is not counted more often than sits on it. */
export const turnoverOf = (from: Held, until: Held): Turnover => {
  const [before, after] = [presenceOn(from), presenceOn(until)];
  const stayed: Range = {
    min: Math.max(before.rangeOf((one) => after.certain.has(one)).min, after.rangeOf((one) => before.certain.has(one)).min),
    max: Math.min(before.rangeOf((one) => after.possible.has(one)).max, after.rangeOf((one) => before.possible.has(one)).max),
  };
  /** Who is there on the one day and not on the other; some would be there too. */
  const only = (here: Presence, there: Presence, too: ReadonlySet<string>): Range => {
    const all = here.rangeOf(anybody);
    return {
      min: Math.max(here.rangeOf((one) => !there.possible.has(one)).min, all.min - stayed.max),
      max: Math.min(here.rangeOf((one) => !there.certain.has(one) && !too.has(one)).max, all.max - stayed.min),
    };
  };
  const among = (people: ReadonlySet<string>, others: ReadonlySet<string>, areThere: boolean): number =>
    count([...people], (one) => others.has(one) === areThere);
  return {
    joined: countRange(only(after, before, reaching(until, from)), until.open, among(after.lastKnown, before.lastKnown, false)),
    left: countRange(only(before, after, reaching(from, until)), from.open, among(before.lastKnown, after.lastKnown, false)),
    stayed: countRange(stayed, from.open || until.open, among(before.lastKnown, after.lastKnown, true)),
  };
};

/** On a day that many seats more, or fewer, are certain and possible. */
export interface Move {
  on: CivilDate;
  certain: number;
  possible: number;
}

/** The days of a period on which a seat becomes certain, possible or neither, its first day included. A seat is the ways in which it counts. */
export const movesOf = (ways: readonly Standing[], from: CivilDate, until: CivilDate): Move[] => {
  const intervals = ways.flatMap(({ interval, unless }) => [interval, ...unless]);
  const bounds = intervals.flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [fromMin, fromMax, untilMin, untilMax]);
  const days = [...new Set(bounds)].filter((day) => from < day && day <= until).sort();
  const standing = [from, ...days].map((on) => ({ on, certainty: certaintyOfAny(ways, on) }));
  return standing.flatMap(({ on, certainty }, at) => {
    const before = standing[at - 1]?.certainty ?? null;
    const move = (of: Certainty): number => Number(certainty === of) - Number(before === of);
    return certainty === before ? [] : [{ on, certain: move('CERTAIN'), possible: move('POSSIBLE') }];
  });
};

/** How many seats count on the first day, and on each later one on which that changes. */
export const seatCountsOf = (moves: readonly Move[], from: CivilDate): SeatCount[] => {
  const byDay = grouped(moves, ({ on }) => on);
  const counts: SeatCount[] = [];
  let [certain, possible] = [0, 0];
  for (const on of [...new Set([from, ...byDay.keys()])].sort()) {
    const own = byDay.get(on) ?? [];
    const more = own.reduce((sum, move) => ({ certain: sum.certain + move.certain, possible: sum.possible + move.possible }), { certain: 0, possible: 0 });
    if (on !== from && more.certain === 0 && more.possible === 0) continue;
    [certain, possible] = [certain + more.certain, possible + more.possible];
    counts.push({ on, certain, possible });
  }
  return counts;
};
