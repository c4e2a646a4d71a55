import type { CivilDate } from '../../time/civil.js';
import { type Claim, type Part, type Range, type Rivals, type World, headcount } from '../../time/headcount.js';
import { certaintyOn } from '../../time/in-force.js';
import type { Sequenced } from '../../time/sequences.js';
import { grouped } from '../../record/grouped.js';
import type { SeatAllotment } from '../../words/seats/model.js';
import type { CountRange, Occupant, Occupancy } from './model.js';

const atLeastNone = (count: number): number => Math.max(0, count);

/** A range with what is known last, which lies in it. */
export const countRange = ({ min, max }: Range, open: boolean, lastKnown: number): CountRange => ({
  min,
  max,
  open,
  lastKnown: Math.min(max, Math.max(min, lastKnown)),
});

export const sumOf = (all: readonly CountRange[]): CountRange => {
  const sum = (of: (one: CountRange) => number): number => all.reduce((total, one) => total + of(one), 0);
  return { min: sum(({ min }) => min), max: sum(({ max }) => max), open: all.some(({ open }) => open), lastKnown: sum(({ lastKnown }) => lastKnown) };
};

/** Whether a part has begun for certain and is not known to be over, and nothing has begun in its place. */
const isBegun = (order: Sequenced, { row, without }: Part, day: CivilDate): boolean =>
  order.begunBy(row, day) !== null && without.every((id) => order.begunBy(id, day) === null);

const beganLater = (order: Sequenced, one: string, other: string, day: CivilDate): boolean => {
  const [[last = 0, first = 0], [otherLast = 0, otherFirst = 0]] = [order.begunBy(one, day) ?? [], order.begunBy(other, day) ?? []];
  return last !== otherLast ? last > otherLast : first !== otherFirst ? first > otherFirst : one > other;
};

/** Of parts those as last known, in whichever order they are: where only one can be, the one that began last. */
export const lastKnownOf = <P extends { part: Part }>(worlds: readonly World[], rivals: readonly Rivals[], parts: readonly P[], day: CivilDate): P[] => {
  const [world] = worlds;
  if (!world) return [];
  const { order } = world;
  const begun = parts.filter(({ part }) => worlds.every((one) => isBegun(one.order, part, day)));
  const rows = new Set(begun.map(({ part }) => part.row));
  const outlived = rivals.filter(({ pair }) => pair.every((id) => rows.has(id))).map(({ pair: [a, b] }) => (beganLater(order, a, b, day) ? b : a));
  return begun.filter(({ part }) => !outlived.includes(part.row));
};

/** Whose place it is. */
export const personOf = ({ m }: Occupant): string => m.person;

/** Parts that others follow, or that follow others, say more of who else may count. */
export const claimsOf = (places: readonly Occupant[], isSure: (person: string) => boolean = () => true, of = personOf): Claim[] =>
  [...grouped(places, of)].map(([person, own]) => ({ person, parts: own.map(({ part }) => part), sure: isSure(person) }));

/** A count of some places in a body, each once of what it is a place of. */
type Counting = (sitting: Occupancy, places: readonly Occupant[], day: CivilDate, open: boolean, most?: number) => CountRange;

/** Of those of whom there are at most so many. */
export const atMost = ({ min, max }: Range, most: number): Range => ({ min: Math.min(min, most), max: Math.min(max, most) });

const countingBy =
  (ofIn: (sitting: Occupancy) => typeof personOf): Counting =>
  (sitting, places, day, open, most = Number.POSITIVE_INFINITY) => {
    const of = ofIn(sitting);
    const last = lastKnownOf(sitting.worlds, sitting.rivals, sitting.places, day).filter((place) => places.includes(place));
    const claims = claimsOf(places, () => true, of);
    return countRange(atMost(headcount(sitting.worlds, claims, day), most), open, new Set(last.map(of)).size);
  };

/** How many people hold some of the places in a body. */
export const peopleIn: Counting = countingBy(() => personOf);

/** How many seats these are: who shares one holds it with others. */
export const seatsIn: Counting = countingBy(
  ({ shared }) =>
    ({ m }) =>
      shared.get(m.person) ?? m.person,
);

/** The places of who holds the seats of a body, whether or not somebody stands in for them. */
export const asHeld = (sitting: Occupancy): Occupancy => ({
  ...sitting,
  places: sitting.held.map((m) => ({ m, role: m.role, part: { row: m.id, without: [] } })),
});

/** A count of who holds seats, whether or not somebody stands in for them. */
const holding =
  (count: Counting) =>
  (sitting: Occupancy, seats: readonly { id: string }[], day: CivilDate, open: boolean): CountRange => {
    const ids = new Set(seats.map(({ id }) => id));
    const held = asHeld(sitting);
    return count(
      held,
      held.places.filter(({ m }) => ids.has(m.id)),
      day,
      open,
    );
  };

/** How many people hold seats. */
export const holdersIn = holding(peopleIn);

/** How many of the seats are held. */
export const seatsHeldIn = holding(seatsIn);

type Right = Pick<SeatAllotment, 'count' | 'fromMin' | 'fromMax' | 'untilMin' | 'untilMax'>;

const begunLast = (a: Right, b: Right): number => (a.fromMax === b.fromMax ? b.count - a.count : a.fromMax > b.fromMax ? -1 : 1);

/** How many seats one has the right to fill on a day. Of several rights one is in force: a certain one, where there is one; as last known that begun last, of one day the larger. */
export const seatsByRight = (rights: readonly Right[], day: CivilDate, open: boolean): CountRange => {
  const certain = rights.filter((one) => certaintyOn(one, day) === 'CERTAIN').map(({ count }) => count);
  const counts = rights.map(({ count }) => count);
  const range = certain.length ? { min: Math.min(...certain), max: Math.max(...certain) } : { min: 0, max: Math.max(0, ...counts) };
  const begun = rights.filter(({ fromMax, untilMax }) => fromMax <= day && day < untilMax).sort(begunLast);
  return countRange(range, open, begun[0]?.count ?? 0);
};

/** Seats that nobody holds. Who is not recorded may hold one, while it is open who there is. */
export const vacantSeats = (seats: CountRange, held: CountRange): CountRange =>
  countRange(
    { min: held.open ? 0 : atLeastNone(seats.min - held.max), max: atLeastNone(seats.max - held.min) },
    seats.open,
    atLeastNone(seats.lastKnown - held.lastKnown),
  );

/** People beyond those whom one has the right to seat. */
const beyondRight = (seats: CountRange, held: CountRange): Range => ({
  min: atLeastNone(held.min - seats.max),
  max: atLeastNone(held.max - seats.min),
});

interface Held {
  seats: CountRange;
  held: CountRange;
}

/** Members without a right: beyond what each may fill, and those whom nobody who may fill a seat is recorded to have seated. */
export const withoutRight = (rights: readonly Held[], filled: CountRange, untied: CountRange): CountRange => {
  const beyond = rights.map(({ seats, held }) => beyondRight(seats, held));
  const seats = sumOf(rights.map((one) => one.seats));
  const sum = (of: 'min' | 'max'): number => beyond.reduce((total, one) => total + one[of], 0);
  const range = { min: Math.max(sum('min'), filled.min - seats.max), max: Math.min(sum('max') + untied.max, filled.max) };
  const last = rights.reduce((total, one) => total + atLeastNone(one.held.lastKnown - one.seats.lastKnown), 0);
  return countRange({ min: Math.min(range.min, range.max), max: range.max }, filled.open, Math.max(last, filled.lastKnown - seats.lastKnown));
};
