import { sortedBy } from '../../record/order.js';
import { grouped } from '../../record/grouped.js';
import { BEGINNING, type CivilDate, FOREVER, addDays } from '../../time/civil.js';
import { type Certainty, certaintyOn, certaintyRank, together } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Absences } from '../../words/leaves/model.js';
import { inSeatsGoingOn } from '../../words/memberships/going-on.js';
import type { MembershipSummary, Sitting } from '../../words/memberships/model.js';
import { isMember } from '../../words/memberships/rules.js';
import type { AbsencesInBody, Away, Carried } from './model.js';

/** Whether a stand-in or leave may be one of another seat than it says: `possible` are the seats on its days. */
export const mayGoOn = ({ standIns, leaves }: Absences, possible: readonly Sitting[]): boolean => {
  const said = [
    ...standIns.flatMap((one) => [one.substitute, ...(one.holder ? [one.holder] : [])].map((id) => ({ id, one }))),
    ...leaves.map((one) => ({ id: one.membership, one })),
  ];
  if (said.length === 0) return false;
  const byId = new Map(possible.map((seat) => [seat.id, seat]));
  const byPerson = grouped(possible, ({ person }) => person);
  const hasOne = ({ id, one }: (typeof said)[number]): boolean => {
    const seat = byId.get(id);
    return seat !== undefined && one.untilMax <= seat.untilMax && byPerson.get(seat.person)?.length === 1;
  };
  return !said.every(hasOne);
};

/** Stand-ins and leaves, those apart that may go on in other seats; `ever`: all seats that their body had. */
export const carriedApart = ({ standIns, leaves }: Absences, ever: readonly MembershipSummary[]): AbsencesInBody => {
  const all: AbsencesInBody = { standIns: [], leaves: [], carried: [] };
  for (const one of leaves) {
    const of = inSeatsGoingOn(one.membership, one, ever);
    if (of.length < 2) all.leaves.push(one);
    else all.carried.push({ id: one.id, of, by: null });
  }
  for (const one of standIns) {
    const [of, by] = [inSeatsGoingOn(one.holder, one, ever), inSeatsGoingOn(one.substitute, one, ever)];
    if (of.length < 2 && by.length < 2) all.standIns.push(one);
    else if (one.holder === null) all.standIns.push(...by.map(({ seat, days }) => ({ ...one, ...days, id: `${one.id} ${seat}`, substitute: seat })));
    else all.carried.push({ id: one.id, of, by });
  }
  return all;
};

/** Something that is there on a day for certain, or of which nobody knows; `isBegun`: it has begun by then. */
const onDay = (day: CivilDate, sure: Certainty, isBegun: boolean): Interval =>
  sure === 'CERTAIN'
    ? { fromMin: BEGINNING, fromMax: day, untilMin: addDays(day, 1), untilMax: FOREVER }
    : { fromMin: BEGINNING, fromMax: isBegun ? day : FOREVER, untilMin: BEGINNING, untilMax: FOREVER };

/** When holders do not sit by what may be of several of their seats. It is one, whichever it is of: where one of these is held, it is within that. */
export const carriedOn = (day: CivilDate, byId: ReadonlyMap<string, Sitting>, { id, of, by }: Carried): Away[] => {
  const substitutes = (by ?? []).flatMap(({ seat, days }) => {
    const m = byId.get(seat);
    return m ? [{ m, days }] : [];
  });
  const found = of.flatMap(({ seat, days }) => {
    const within = byId.get(seat);
    const all: { m: Sitting | null; days: Interval }[] = by ? substitutes.map((one) => ({ m: one.m, days: together(days, one.days) })) : [{ m: null, days }];
    const [best] = sortedBy(all, (one) => [certaintyRank(certaintyOn(one.days, day))]);
    const sure = best ? certaintyOn(best.days, day) : null;
    return within && isMember(within) && best && sure ? [{ ...best, within, sure }] : [];
  });
  const isOne = found.length === 1;
  return found.map(({ m, within, days, sure }): Away => {
    const isInside = isOne && sure === 'POSSIBLE';
    const isBegun = days.fromMax <= day && within.fromMax <= day;
    return { ...onDay(day, sure, isBegun), id: `${id} ${days.fromMin} ${days.fromMax} ${sure}`, m, within, isInside };
  });
};
