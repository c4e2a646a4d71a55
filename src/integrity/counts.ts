import { isMember } from '../words/memberships/rules.js';
import { rightsByHolder } from '../words/seats/rules.js';
import type { CivilDate } from '../time/civil.js';
import { type Offence, firstOf, firstOverlap, isCertainOn, isPossibleOn, isSpoken, peopleOf, spokenOf, turnsOf } from './days.js';
import type { Allotment, HeldMembership, Judgement, RuledBody } from './model.js';

interface RuledRow {
  b: RuledBody;
  seats: readonly { m: HeldMembership }[];
}

const membersOf = ({ seats }: RuledRow): HeldMembership[] => seats.map(({ m }) => m).filter(isMember);

const miscounted = (b: RuledBody, on: CivilDate | null, held: readonly HeldMembership[], says: string): Judgement[] =>
  on ? [{ verdict: 'BROKEN', on, things: [b.id, ...held.map(({ id }) => id)], says: `${b.id} has ${peopleOf(held).length} members, and ${says}` }] : [];

export const aboveMaximum = (row: RuledRow): Judgement[] => {
  const { b } = row;
  const seats = membersOf(row);
  const heldOn = (day: CivilDate): HeldMembership[] => seats.filter((m) => isCertainOn(m, day));
  const on = firstOf(turnsOf(seats), (day) => b.maximum !== null && peopleOf(heldOn(day)).length > b.maximum);
  return miscounted(b, on, on ? heldOn(on) : [], `at most ${b.maximum}`);
};

/** On days between the first and the last that the record speaks of: nobody says who sat before or after. */
export const belowMinimum = (row: RuledRow): Judgement[] => {
  const { b } = row;
  const seats = membersOf(row);
  const spoken = seats.map(spokenOf);
  const heldOn = (day: CivilDate): HeldMembership[] => seats.filter((m) => isPossibleOn(m, day));
  const isAsked = (day: CivilDate): boolean => isPossibleOn(b, day) && spoken.some(({ start }) => start <= day) && spoken.some(({ end }) => day < end);
  const on = firstOf(turnsOf(seats), (day) => b.minimum !== null && isAsked(day) && peopleOf(heldOn(day)).length < b.minimum);
  return miscounted(b, on, on ? heldOn(on) : [], `at least ${b.minimum}`);
};

interface AllotmentsRow {
  id: string;
  allotments: readonly { r: Allotment }[];
}

/** More people than the largest right on the day: for certain, else as far as the record speaks of them. */
const firstExcess = (rights: readonly Allotment[], seats: readonly HeldMembership[]): Offence | null => {
  const days = turnsOf([...rights, ...seats]);
  const exceeds =
    (right: typeof isSpoken, holds: typeof isSpoken) =>
    (day: CivilDate): boolean => {
      const largest = Math.max(...rights.filter((one) => isPossibleOn(one, day)).map(({ count }) => count));
      return rights.some((one) => right(one, day)) && peopleOf(seats.filter((m) => holds(m, day))).length > largest;
    };
  const certain = firstOf(days, exceeds(isCertainOn, isCertainOn));
  if (certain) return { verdict: 'BROKEN', on: certain };
  const spoken = firstOf(days, exceeds(isPossibleOn, isSpoken));
  return spoken ? { verdict: 'PERHAPS', on: spoken } : null;
};

export const withinAllotment = ({ id, allotments, seats }: AllotmentsRow & { seats: readonly { by: string; m: HeldMembership }[] }): Judgement[] =>
  [...rightsByHolder(allotments.map(({ r }) => r))].flatMap(([by, rights]) => {
    const filled = seats
      .filter((seat) => seat.by === by)
      .map(({ m }) => m)
      .filter(isMember);
    const found = firstExcess(rights, filled);
    if (!found) return [];
    const held = filled.filter((m) => found.on && isPossibleOn(m, found.on));
    const largest = Math.max(...rights.map(({ count }) => count));
    return [{ ...found, things: [by, id, ...held.map((m) => m.id)], says: `${by} fills ${peopleOf(held).length} seats in ${id}, and may fill ${largest}` }];
  });

export const allottedOnce = ({ id, allotments }: AllotmentsRow): Judgement[] =>
  [...rightsByHolder(allotments.map(({ r }) => r))].flatMap(([by, rights]) => {
    const found = firstOverlap(rights);
    if (!found) return [];
    const { verdict, on, pair } = found;
    return [
      {
        verdict,
        on,
        things: [by, id],
        says: `${by} has two rights to seats in ${id} at a time: ${pair.map((one) => `${one.id} (${one.count})`).join(' and ')}`,
      },
    ];
  });
