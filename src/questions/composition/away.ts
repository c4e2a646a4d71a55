import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import { type Window, isPossible, together } from '../../time/in-force.js';
import { type Interval, leavesNoDay } from '../../time/interval.js';
import type { DatedRow, Sequence } from '../../time/sequences.js';
import type { Leave } from '../../words/leaves/model.js';
import { inSeatsGoingOn } from '../../words/memberships/going-on.js';
import type { AlternativeSeat, MembershipSummary, Role, Sitting } from '../../words/memberships/model.js';
import { isMember } from '../../words/memberships/rules.js';
import { followersOf } from '../../words/offices/acting.js';
import type { Office } from '../../words/offices/model.js';
import { officeOf } from '../../words/offices/rules.js';
import type { StandIn } from '../../words/stand-ins/model.js';

/** A time in which the holder of a seat does not sit in it: `m` sits in for them, or nobody does. */
export interface Away extends DatedRow {
  m: Sitting | null;
  within: Sitting;
}

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

interface Absences {
  standIns: readonly StandIn[];
  leaves: readonly Leave[];
}

/** Whether a stand-in or leave may be one of another seat than it says, as who holds that goes on in another: `possible` are the seats on its days. */
export const mayGoOn = ({ standIns, leaves }: Absences, possible: readonly Sitting[]): boolean => {
  const said = [...standIns.flatMap(({ substitute, holder }) => [substitute, holder ?? []].flat()), ...leaves.map(({ membership }) => membership)];
  if (said.length === 0) return false;
  const byId = new Map(possible.map((seat) => [seat.id, seat]));
  const byPerson = grouped(possible, ({ person }) => person);
  return said.some((id) => byPerson.get(byId.get(id)?.person ?? '')?.length !== 1);
};

/** Stand-ins and leaves as they may be on some days in each seat in which holders and substitutes go on; `ever`: all seats that their bodies had. */
export const goingOn = ({ standIns, leaves }: Absences, ever: readonly MembershipSummary[], window: Window): { standIns: StandIn[]; leaves: Leave[] } => {
  const byId = new Map(ever.map((seat) => [seat.id, seat]));
  const inSeats = (id: string, one: Interval): { in: string; days: Interval; also: string }[] => {
    const said = byId.get(id);
    const all = said ? inSeatsGoingOn(said, one, ever).filter(({ days }) => isPossible(days, window)) : [];
    return all.map(({ seat, days }) => ({ in: seat.id, days, also: seat.id === id ? '' : ` ${seat.id}` }));
  };
  return {
    standIns: standIns.flatMap((one) =>
      inSeats(one.substitute, one).flatMap((m) => {
        const substituted = { ...one, ...m.days, id: one.id + m.also, substitute: m.in };
        if (one.holder === null) return substituted;
        return inSeats(one.holder, m.days).map((held) => ({ ...substituted, ...held.days, id: substituted.id + held.also, holder: held.in }));
      }),
    ),
    leaves: leaves.flatMap((one) => inSeats(one.membership, one).map((held) => ({ ...one, ...held.days, id: one.id + held.also, membership: held.in }))),
  };
};

/** When holders do not sit, who is stood in for first. A leave on the same days as a stand-in says no more than that. */
export const awayFrom = (seats: readonly Sitting[], standIns: readonly StandIn[], leaves: readonly Leave[]): Away[] => {
  if (standIns.length === 0 && leaves.length === 0) return [];
  const byId = new Map(seats.map((m) => [m.id, m]));
  const stoodIn = standIns.flatMap((s): Away[] => {
    const [m, held] = [byId.get(s.substitute), byId.get(s.holder ?? '')];
    return m && held && isMember(held) && !leavesNoDay(together(together(held, m), s)) ? [{ ...intervalOf(s), id: s.id, m, within: held }] : [];
  });
  const onLeave = leaves.flatMap((l): Away[] => {
    const held = byId.get(l.membership);
    return held && isMember(held) && !leavesNoDay(together(held, l)) ? [{ ...intervalOf(l), id: l.id, m: null, within: held }] : [];
  });
  const alone = onLeave.filter((leave) => !stoodIn.some((one) => one.within === leave.within && haveSameBounds(one, leave)));
  return [...stoodIn, ...alone];
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
