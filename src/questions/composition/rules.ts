import type { CivilDate } from '../../time/civil.js';
import { type Certainty, certaintyOn, strongestCertainty, weakestCertainty } from '../../time/in-force.js';
import type { SeatAllotment } from '../../words/seats/model.js';
import type { CountRange } from './model.js';

/** That somebody is there, and how surely. */
export interface Counted {
  person: string;
  certainty: Certainty | null;
}

/** People, each once, as sure as the surest that is said of them: at least the certain ones, at most all. */
export const countOf = (all: readonly Counted[]): CountRange => {
  const people = new Map<string, Certainty | null>();
  for (const { person, certainty } of all) people.set(person, strongestCertainty([certainty, people.get(person) ?? null]));
  const certainties = [...people.values()].filter((one) => one !== null);
  return { min: certainties.filter((one) => one === 'CERTAIN').length, max: certainties.length };
};

export const sumOf = (all: readonly CountRange[]): CountRange => ({
  min: all.reduce((sum, { min }) => sum + min, 0),
  max: all.reduce((sum, { max }) => sum + max, 0),
});

/** How many seats one has the right to fill on a day. Of several rights one is in force: a certain one, where there is one. */
export const seatsByRight = (rights: readonly Pick<SeatAllotment, 'count' | 'fromMin' | 'fromMax' | 'untilMin' | 'untilMax'>[], day: CivilDate): CountRange => {
  const certain = rights.filter((one) => certaintyOn(one, day) === 'CERTAIN').map(({ count }) => count);
  const counts = rights.map(({ count }) => count);
  return certain.length ? { min: Math.min(...certain), max: Math.max(...certain) } : { min: 0, max: Math.max(0, ...counts) };
};

const atLeastNone = (count: number): number => Math.max(0, count);

/** Seats that nobody is known to hold. Whom no document names may hold one, unless everybody is listed. */
export const vacantSeats = (seats: CountRange, held: CountRange, allAreListed: boolean): CountRange => ({
  min: allAreListed ? atLeastNone(seats.min - held.max) : 0,
  max: atLeastNone(seats.max - held.min),
});

/** People beyond those whom one has the right to seat. */
export const beyondRight = (seats: CountRange, held: CountRange): CountRange => ({
  min: atLeastNone(held.min - seats.max),
  max: atLeastNone(held.max - seats.max),
});

/** A member, and how surely the member belongs to each of some principals. */
export interface Belonging extends Counted {
  ties: readonly { to: string; certainty: Certainty | null }[];
}

export interface CountedShare {
  /** null: those who may belong to none. */
  to: string | null;
  people: CountRange;
}

/** How many members belong to each principal. */
export const sharesOf = (members: readonly Belonging[]): CountedShare[] => {
  const counted = new Map<string | null, Counted[]>();
  const add = (to: string | null, one: Counted): void => {
    counted.set(to, [...(counted.get(to) ?? []), one]);
  };
  for (const { person, certainty, ties } of members) {
    for (const tie of ties) add(tie.to, { person, certainty: weakestCertainty([certainty, tie.certainty]) });
    const surest = strongestCertainty(ties.map((tie) => tie.certainty));
    if (surest !== 'CERTAIN') add(null, { person, certainty: surest ?? certainty });
  }
  return [...counted].map(([to, all]) => ({ to, people: countOf(all) })).filter(({ people }) => people.max > 0);
};
