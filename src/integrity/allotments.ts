import { type Offence, firstOf, isCertainOn, isPossibleOn, isSpoken, peopleOf, turnsOf } from './days.js';
import type { CivilDate } from '../time/civil.js';
import type { Allotment, HeldSeat, Judgement } from './model.js';

interface AllotmentsRow {
  id: string;
  allotments: readonly { r: Allotment }[];
  seats: readonly { by: string; m: HeldSeat }[];
}

const NO_SEATS = /^(superseded|proposed|rejected)/i;
/** Who only listens or steps in fills no seat. */
const FILLS_NONE = ['SUBSTITUTE', 'OBSERVER'];

export const isRight = ({ status }: Allotment): boolean => !NO_SEATS.test(status ?? '');

const rightsByHolder = (allotments: readonly { r: Allotment }[]): Map<string, Allotment[]> => {
  const rights = new Map<string, Allotment[]>();
  for (const { r } of allotments) if (isRight(r)) rights.set(r.fromId, [...(rights.get(r.fromId) ?? []), r]);
  return rights;
};

/** More people than the largest right on the day: for certain, else as far as the record speaks of them. */
const firstExcess = (rights: readonly Allotment[], seats: readonly HeldSeat[]): Offence | null => {
  const days = turnsOf([...rights, ...seats]);
  const exceeds = (right: typeof isSpoken, holds: typeof isSpoken) => (day: CivilDate): boolean => {
    const inForce = rights.filter((one) => isPossibleOn(one, day));
    return rights.some((one) => right(one, day)) && peopleOf(seats.filter((m) => holds(m, day))).length > Math.max(...inForce.map(({ count }) => count));
  };
  const certain = firstOf(days, exceeds(isCertainOn, isCertainOn));
  if (certain) return { verdict: 'BROKEN', on: certain };
  const spoken = firstOf(days, exceeds(isPossibleOn, isSpoken));
  return spoken ? { verdict: 'PERHAPS', on: spoken } : null;
};

export const withinAllotment = ({ id, allotments, seats }: AllotmentsRow): Judgement[] =>
  [...rightsByHolder(allotments)].flatMap(([by, rights]) => {
    const filled = seats.filter((seat) => seat.by === by).map(({ m }) => m).filter(({ role }) => !FILLS_NONE.includes(role));
    const found = firstExcess(rights, filled);
    if (!found) return [];
    const held = filled.filter((m) => found.on && isPossibleOn(m, found.on));
    return [{ ...found, things: [by, id, ...held.map((m) => m.id)], says: `${by} fills ${peopleOf(held).length} seats in ${id}, and may fill ${Math.max(...rights.map(({ count }) => count))}` }];
  });
