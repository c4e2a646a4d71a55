import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { type Stated } from '../../time/stated.js';
import { leavesNoDay } from '../../time/interval.js';
import { BEGINNING, FOREVER, earliest, latest } from '../../time/civil.js';
import { together } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Body } from '../bodies/model.js';
import type { Membership, Role } from '../memberships/model.js';
import type { Relation } from '../relations/model.js';
import { sittingsOf } from '../stand-ins/rules.js';
import type { HeldOffice, Rule } from './model.js';

/** What the rules for a body are about: offices held around it, offices held in other bodies by their ids, and its own seats. */
export interface Circumstances {
  id: string;
  b: Pick<Body, 'id' | 'kind'> & Interval;
  covered: readonly { c: Relation; g: Relation; m: Membership }[];
  around: readonly { c: Relation; l: Relation; g: Relation; m: Membership }[];
  elsewhere: readonly Membership[];
  seats: readonly { m: Membership }[];
}

/** A seat that somebody has by a rule, as long as the office is held. */
export interface DerivedSeat {
  id: string;
  rule: Rule;
  cause: Membership;
  body: string;
  interval: Interval;
  /** Ids of the seats whose substitute it is. */
  standsBehind: string[];
}

/**
 * The id of a seat that a rule gives: that of the rule, with the body where it gives seats in several, and of the seat that
 * is its cause; with a number where that gives a seat again, after a time without or with a seat held otherwise.
 */
const derivedSeatId = (rule: Rule, body: string, cause: string, at: number): string =>
  `${rule.id}${rule.body === null ? `.${body.slice('body:'.length)}` : ''}:${cause}${at ? `.${at + 1}` : ''}`;

export const isDerived = (id: string): boolean => id.startsWith('rule:');

const appliesTo = ({ body, kind }: Pick<Rule, 'body' | 'kind'>, one: { id: string; kind: string }): boolean =>
  body === one.id || (body === null && kind === one.kind);

const officesOf = ({ council, places }: Rule, { covered, around, elsewhere }: Circumstances): HeldOffice[] => {
  if (council !== null) return elsewhere.filter(({ body }) => body === council).map((m) => ({ m, ties: [] }));
  return places === 'COVERS' ? covered.map(({ c, g, m }) => ({ m, ties: [c, g] })) : around.map(({ c, l, g, m }) => ({ m, ties: [c, l, g] }));
};

/** Of two ways to one seat: from the first to the last. */
const either = (a: Interval, b: Interval): Interval => ({
  fromMin: earliest(a.fromMin, b.fromMin),
  fromMax: earliest(a.fromMax, b.fromMax),
  untilMin: latest(a.untilMin, b.untilMin),
  untilMax: latest(a.untilMax, b.untilMax),
});

const overlap = (a: Interval, b: Interval): boolean => !leavesNoDay(together(a, b));

/** The times of several ways to one seat, oldest first: those that may meet are one. */
const joined = (ways: readonly Interval[]): Interval[] => {
  const all: Interval[] = [];
  for (const way of sortedBy(ways, ({ fromMin }) => [fromMin])) {
    const last = all.at(-1);
    if (last && way.fromMin <= last.untilMax) all[all.length - 1] = either(last, way);
    else all.push(way);
  }
  return all;
};

interface Holding extends Interval {
  id: string;
  person: string;
  role: Role;
}

/** Where a rule's seat for the holder of an office is: the one given, or those that the holder has already. */
interface Placed {
  rule: string;
  council: string;
  seats: readonly Holding[];
}

/** The offices that a rule is about, each with the times for which it gives a seat. */
const byCause = (rule: Rule, around: Circumstances): { m: Membership; times: Interval[] }[] => {
  const ways = officesOf(rule, around)
    .filter(({ m }) => m.role === rule.office && !isDerived(m.id))
    .map(({ m, ties }) => ({ m, way: [m, ...ties].reduce<Interval>(together, rule) }))
    .filter(({ way }) => overlap(way, around.b));
  const offices = new Map(ways.map(({ m }) => [m.id, m]));
  const waysTo = grouped(ways, ({ m }) => m.id);
  return sortedBy([...offices.values()], ({ id }) => [id]).map((m) => ({ m, times: joined((waysTo.get(m.id) ?? []).map(({ way }) => way)) }));
};

/** The seats that the rules give in a body: none for the time in which somebody has that seat already. */
export const derivedSeats = (rules: readonly Rule[], around: Circumstances): DerivedSeat[] => {
  const held: Holding[] = around.seats.map(({ m }) => m).filter(({ id }) => !isDerived(id));
  const derived: DerivedSeat[] = [];
  const placed: Placed[] = [];
  const inOrder = sortedBy(
    rules.filter((one) => appliesTo(one, around.b)),
    ({ id, substituteFor }) => [Number(substituteFor !== null), id],
  );
  for (const rule of inOrder)
    for (const { m, times } of byCause(rule, around)) {
      const own = held.filter(({ person, role }) => person === m.person && role === rule.role).filter((one) => times.some((time) => overlap(one, time)));
      const free = times
        .flatMap((time) => sittingsOf(time, own))
        .filter((time) => overlap(time, around.b))
        .map((time) => together(time, around.b));
      const behind = placed.filter((one) => one.rule === rule.substituteFor && one.council === m.body).flatMap(({ seats }) => seats);
      const seats = free.flatMap((interval, at): DerivedSeat[] => {
        const standsBehind = behind
          .filter((one) => overlap(one, interval))
          .map(({ id }) => id)
          .sort();
        if (rule.substituteFor !== null && standsBehind.length === 0) return [];
        return [{ id: derivedSeatId(rule, around.id, m.id, at), rule, cause: m, body: around.id, interval, standsBehind }];
      });
      const taken = seats.map(({ id, interval }): Holding => ({ id, person: m.person, role: rule.role, ...interval }));
      placed.push({ rule: rule.id, council: m.body, seats: [...own, ...taken] });
      held.push(...taken);
      derived.push(...seats);
    }
  return derived;
};

/** The dates of an interval as a row states them: a known day as a date, the others as bounds. */
export const statedAs = ({ fromMin, fromMax, untilMin, untilMax }: Interval): Stated => {
  const starts = fromMin === fromMax && fromMin !== BEGINNING;
  const open = untilMin === FOREVER;
  const ends = untilMin === untilMax && !open;
  const narrowed = { ...(!starts && { fromMin, fromMax }), ...(!ends && !open && { untilMin, untilMax }) };
  return {
    ...(starts && { from: fromMin }),
    ...(ends && { until: untilMax }),
    ...(open && { open }),
    ...(Object.keys(narrowed).length > 0 && { narrowed }),
    exact: true,
  };
};
