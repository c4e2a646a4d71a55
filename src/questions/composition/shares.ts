import type { PartyStatus } from '../../generated/api.js';
import { grouped } from '../../record/grouped.js';
import type { CivilDate } from '../../time/civil.js';
import { type Rivals, headcount, inSequences, worldsOf } from '../../time/headcount.js';
import { certaintyOn, strongestCertainty } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { Sequenced } from '../../time/sequences.js';
import { turnsAmong } from '../../words/events/edges.js';
import type { CountRange, Occupant, Occupancy, Room } from './model.js';
import { atMost, claimsOf, countRange, lastKnownOf } from './rules.js';

/** A tie of somebody to a principal; null: that there is none. */
export interface DatedTie {
  to: string | null;
  /** As far as its dates are printed, with these. */
  interval: Interval & { stated?: string };
}

/** That somebody belongs to a principal, or to none, on a day. */
export interface Belonging {
  to: string | null;
  status: PartyStatus;
  sure: boolean;
  isLastKnown: boolean;
}

const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] => all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

const surely = (to: string | null, status: PartyStatus): Belonging[] => [{ to, status, sure: true, isLastKnown: true }];

const statusOf = (to: string | null): PartyStatus => (to === null ? 'INDEPENDENT' : 'PARTY');

/** Whether each bound of an interval lies as the others let it. */
const isTight = ({ fromMin, fromMax, untilMin, untilMax }: Interval): boolean => fromMin < untilMin && fromMax < untilMax;

/** To what somebody belongs on a day by ties none of which says anything of another. */
const eachByItself = (ties: readonly DatedTie[], day: CivilDate): Belonging[] => {
  const isSure = ties.some(({ interval }) => certaintyOn(interval, day) === 'CERTAIN');
  const isBegun = ({ interval: { fromMax, untilMax } }: DatedTie): boolean => fromMax <= day && day < untilMax;
  const known = [...grouped(ties, ({ to }) => to)].flatMap(([to, some]): Belonging[] => {
    const certainty = strongestCertainty(some.map(({ interval }) => certaintyOn(interval, day)));
    return certainty ? [{ to, status: statusOf(to), sure: certainty === 'CERTAIN', isLastKnown: some.some(isBegun) }] : [];
  });
  return isSure ? known : [...known, { to: null, status: 'UNKNOWN', sure: known.length === 0, isLastKnown: !ties.some(isBegun) }];
};

/** To what somebody belongs on a day. `onlyOne`: to one at a time, as to a party. */
export const belongingsOn = (ties: readonly DatedTie[], day: CivilDate, onlyOne: boolean): Belonging[] => {
  if (ties.length === 0) return surely(null, 'UNKNOWN');
  if ((!onlyOne || ties.length === 1) && ties.every(({ interval }) => isTight(interval))) return eachByItself(ties, day);
  const rows = ties.map(({ to, interval }, at) => ({ ...interval, to, id: String(at), part: { row: String(at), without: [] } }));
  const following = onlyOne ? turnsAmong(rows) : [];
  const rivals = onlyOne
    ? pairsOf(rows)
        .filter(([a, b]) => a.to !== b.to)
        .map(([a, b]): Rivals => ({ pair: [a.id, b.id], contested: false }))
    : [];
  const worlds = worldsOf(inSequences(new Sequenced(rows), following), rivals, day);
  const last = lastKnownOf(worlds, rivals, rows, day);
  const rangeOf = (some: typeof rows) => headcount(worlds, [{ person: '', parts: some.map(({ part }) => part), sure: true }], day);
  const known = [...grouped(rows, ({ to }) => to)].flatMap(([to, some]): Belonging[] => {
    const { min, max } = rangeOf(some);
    return max ? [{ to, status: statusOf(to), sure: min === 1, isLastKnown: last.some((one) => one.to === to) }] : [];
  });
  const covered = rangeOf(rows);
  return covered.min ? known : [...known, { to: null, status: 'UNKNOWN', sure: covered.max === 0, isLastKnown: last.length === 0 }];
};

export interface CountedShare {
  to: string | null;
  status: PartyStatus;
  people: CountRange;
}

/** How many of those who sit in a body belong to what. */
export const sharesOf = (sitting: Occupancy, belongings: ReadonlyMap<string, readonly Belonging[]>, day: CivilDate, { open, most }: Room): CountedShare[] => {
  const { worlds, rivals, places } = sitting;
  const people = grouped(places, ({ m }) => m.person);
  const last = new Set(lastKnownOf(worlds, rivals, places, day).map(({ m }) => m.person));
  const groups = grouped(
    [...people.keys()].flatMap((person) => (belongings.get(person) ?? []).map((belonging) => ({ person, ...belonging }))),
    ({ to, status }) => `${status} ${to}`,
  );
  const counted = [...groups.values()].flatMap((members) => {
    const sure = new Set(members.filter((one) => one.sure).map(({ person }) => person));
    const own = members.flatMap(({ person }): Occupant[] => people.get(person) ?? []);
    const claims = claimsOf(own, (person) => sure.has(person));
    const range = atMost(headcount(worlds, claims, day), most);
    const lastKnown = members.filter(({ person, isLastKnown }) => isLastKnown && last.has(person)).length;
    const [{ to, status }] = members as [(typeof members)[number]];
    return range.max ? [{ to, status, range, lastKnown }] : [];
  });
  const isOpen = open || counted.some(({ status }) => status === 'UNKNOWN');
  return counted.map(({ to, status, range, lastKnown }) => ({ to, status, people: countRange(range, isOpen, lastKnown) }));
};
