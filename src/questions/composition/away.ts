import { statedIn } from '../../record/dated-properties.js';
import type { CivilDate } from '../../time/civil.js';
import { together } from '../../time/in-force.js';
import { type Interval, leavesNoDay } from '../../time/interval.js';
import type { DatedRow, Sequence } from '../../time/sequences.js';
import type { AlternativeSeat, Role, Sitting } from '../../words/memberships/model.js';
import { isMember } from '../../words/memberships/rules.js';
import { followersOf } from '../../words/offices/acting.js';
import type { Office } from '../../words/offices/model.js';
import { officeOf } from '../../words/offices/rules.js';
import type { StandIn } from '../../words/stand-ins/model.js';
import { carriedOn } from './carried.js';
import type { AbsencesInBody, Away, Carried } from './model.js';

/** A time in which the holder of a seat acts in an office that nobody holds. */
export interface Acting extends DatedRow {
  within: Sitting;
  role: Role;
  standIn: StandIn;
  office: Office;
}

const haveSameBounds = (a: Interval, b: Interval): boolean =>
  a.fromMin === b.fromMin && a.fromMax === b.fromMax && a.untilMin === b.untilMin && a.untilMax === b.untilMax;

const intervalOf = ({ fromMin, fromMax, untilMin, untilMax }: Interval): Interval => ({ fromMin, fromMax, untilMin, untilMax });

/** When holders do not sit on a day, who is stood in for first. A leave on the same days as a stand-in says no more than that. */
export const awayFrom = (seats: readonly Sitting[], { standIns, leaves, carried }: AbsencesInBody, day: CivilDate): Away[] => {
  if (standIns.length === 0 && leaves.length === 0 && carried.length === 0) return [];
  const byId = new Map(seats.map((m) => [m.id, m]));
  const stoodIn = standIns.flatMap((s): Away[] => {
    const [m, held] = [byId.get(s.substitute), byId.get(s.holder ?? '')];
    return m && held && isMember(held) && !leavesNoDay(together(together(held, m), s)) ? [{ ...intervalOf(s), id: s.id, m, within: held, isInside: true }] : [];
  });
  const onLeave = leaves.flatMap((l): Away[] => {
    const held = byId.get(l.membership);
    return held && isMember(held) && !leavesNoDay(together(held, l)) ? [{ ...intervalOf(l), id: l.id, m: null, within: held, isInside: true }] : [];
  });
  const isAlone = ({ id, of, by }: Carried): boolean =>
    by !== null || !carried.some((one) => one.id !== id && one.by !== null && JSON.stringify(one.of) === JSON.stringify(of));
  const alone = onLeave.filter((leave) => !stoodIn.some((one) => one.within === leave.within && haveSameBounds(one, leave)));
  return [...stoodIn, ...alone, ...carried.filter(isAlone).flatMap((one) => carriedOn(day, byId, one))];
};

/** Who acts in offices of the body. */
export const actingAmong = (seats: readonly Sitting[], standIns: readonly StandIn[], offices: readonly Office[]): Acting[] => {
  if (standIns.length === 0 || offices.length === 0) return [];
  const byId = new Map(seats.map((m) => [m.id, m]));
  const found = standIns.flatMap((standIn): Acting[] => {
    const [m, office] = [byId.get(standIn.substitute), offices.find(({ id }) => id === standIn.office)];
    return m && office && isMember(office) ? [{ id: standIn.id, within: m, role: office.role, standIn, office, ...together(m, standIn) }] : [];
  });
  return found.filter((one) => !leavesNoDay(one));
};

/** Until somebody holds the office: no date of its own ends it. */
const endsWith = ({ standIn }: Acting, seat: AlternativeSeat): boolean => !statedIn(standIn).until && standIn.boundBys.includes(seat.id);

/** An office is acted in after the one and before the other who holds it. */
export const aroundActing = (acting: readonly Acting[], seats: readonly AlternativeSeat[], offices: readonly Office[]): Sequence[] =>
  acting.flatMap((one) => {
    const held = seats.filter((seat) => officeOf(seat, offices) === one.office);
    const after = new Set(followersOf(one.standIn, one.office, held));
    return held.map((seat): Sequence =>
      after.has(seat) ? { earlier: one.id, later: seat.id, shared: endsWith(one, seat) } : { earlier: seat.id, later: one.id, shared: false },
    );
  });
