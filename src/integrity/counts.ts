import { daysOfSizes, sizeOn } from '../words/bodies/sizes.js';
import { type SeatsOfBody, holdersOn, seatsHeldOn } from '../words/memberships/alternatives.js';
import type { AlternativeSeat, Link } from '../words/memberships/model.js';
import { isMember } from '../words/memberships/rules.js';
import type { Office } from '../words/offices/model.js';
import { rightsByHolder } from '../words/seats/rules.js';
import type { CivilDate } from '../time/civil.js';
import type { Range } from '../time/headcount.js';
import { type Offence, firstOf, firstOverlap, isCertainOn, isPossibleOn, isSpoken, peopleOf, spokenOf, turnsOf } from './days.js';
import type { Allotment, Judgement, RuledBody } from './model.js';

interface RuledRow {
  b: RuledBody;
  seats: readonly { m: AlternativeSeat }[];
  links: readonly Link[];
  offices: readonly { x: Office }[];
}

const ofMembers = (seats: RuledRow['seats']): AlternativeSeat[] => seats.map(({ m }) => m).filter(isMember);

/** Who may hold one of some seats on a day. */
const mayHold = (seats: readonly AlternativeSeat[], day: CivilDate): AlternativeSeat[] => seats.filter((m) => isPossibleOn(m, day));

const alternativesIn = ({ b, seats, links, offices }: RuledRow): SeatsOfBody => ({
  seats: seats.map(({ m }) => m),
  links,
  several: b.several,
  offices: offices.map(({ x }) => x),
});

const miscounted = (b: RuledBody, on: CivilDate | null, held: readonly AlternativeSeat[], members: number, says: string): Judgement[] =>
  on ? [{ verdict: 'BROKEN', on, things: [b.id, ...held.map(({ id }) => id)], says: `${b.id} has ${members} members, and ${says}` }] : [];

export const aboveMaximum = (row: RuledRow): Judgement[] => {
  const { b } = row;
  const [seats, all] = [ofMembers(row.seats), alternativesIn(row)];
  const mostOn = (day: CivilDate): number => sizeOn(b, day).maximum;
  const certainOn = (day: CivilDate): number => (peopleOf(mayHold(seats, day)).length > mostOn(day) ? seatsHeldOn(all, seats, day).min : 0);
  const on = firstOf([...turnsOf(seats), ...daysOfSizes(b)], (day) => certainOn(day) > mostOn(day));
  return on ? miscounted(b, on, mayHold(seats, on), certainOn(on), `at most ${mostOn(on)}`) : [];
};

/** On days between the first and the last that the record speaks of: nobody says who sat before or after. */
export const belowMinimum = (row: RuledRow): Judgement[] => {
  const { b } = row;
  const [seats, all] = [ofMembers(row.seats), alternativesIn(row)];
  const leastOn = (day: CivilDate): number => sizeOn(b, day).minimum;
  const spoken = seats.map(spokenOf);
  const possibleOn = (day: CivilDate): number =>
    peopleOf(seats.filter((m) => isCertainOn(m, day))).length < leastOn(day) ? holdersOn(all, seats, day).max : leastOn(day);
  const isAsked = (day: CivilDate): boolean => isPossibleOn(b, day) && spoken.some(({ start }) => start <= day) && spoken.some(({ end }) => day < end);
  const on = firstOf([...turnsOf(seats), ...daysOfSizes(b)], (day) => isAsked(day) && possibleOn(day) < leastOn(day));
  return on ? miscounted(b, on, mayHold(seats, on), possibleOn(on), `at least ${leastOn(on)}`) : [];
};

interface AllotmentsRow {
  id: string;
  allotments: readonly { r: Allotment }[];
}

/** Rights with the seats that are tied to who has them; a seat may be tied to several. */
interface TiedRow extends AllotmentsRow, RuledRow {
  seats: readonly { by: string; m: AlternativeSeat }[];
}

/** More people than the largest right on the day: for certain, else as far as the record speaks of them. */
const firstExcess = (rights: readonly Allotment[], seats: readonly AlternativeSeat[], all: SeatsOfBody): Offence | null => {
  const days = turnsOf([...rights, ...seats]);
  const exceeds =
    (right: typeof isSpoken, held: (day: CivilDate) => readonly AlternativeSeat[], of: keyof Range) =>
    (day: CivilDate): boolean => {
      if (!rights.some((one) => right(one, day))) return false;
      const largest = Math.max(...rights.filter((one) => isPossibleOn(one, day)).map(({ count }) => count));
      const some = held(day);
      return peopleOf(some).length > largest && seatsHeldOn(all, some, day)[of] > largest;
    };
  const certain = firstOf(
    days,
    exceeds(isCertainOn, (day) => mayHold(seats, day), 'min'),
  );
  if (certain) return { verdict: 'BROKEN', on: certain };
  const spoken = firstOf(
    days,
    exceeds(isPossibleOn, (day) => seats.filter((m) => isSpoken(m, day)), 'max'),
  );
  return spoken ? { verdict: 'PERHAPS', on: spoken } : null;
};

export const withinAllotment = ({ id, allotments, ...row }: TiedRow): Judgement[] => {
  const all = alternativesIn({ ...row, seats: [...new Map(row.seats.map((seat) => [seat.m.id, seat])).values()] });
  return [...rightsByHolder(allotments.map(({ r }) => r))].flatMap(([by, rights]) => {
    const filled = ofMembers(row.seats.filter((seat) => seat.by === by));
    const found = firstExcess(rights, filled, all);
    if (!found) return [];
    const held = filled.filter((m) => found.on && isPossibleOn(m, found.on));
    const largest = Math.max(...rights.map(({ count }) => count));
    return [{ ...found, things: [by, id, ...held.map((m) => m.id)], says: `${by} fills ${peopleOf(held).length} seats in ${id}, and may fill ${largest}` }];
  });
};

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
