import { sortedBy } from '../../record/order.js';
import type { Affiliation } from '../affiliations/model.js';
import { type Limit } from '../../time/bounds.js';
import { type CivilDate, FOREVER, earliest, latest } from '../../time/civil.js';
import type { Ending, Interval } from '../../time/interval.js';
import type { OwnDates } from '../../time/own-dates.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import { isDerived } from '../rules/rules.js';
import type { Membership } from './model.js';
import { type AllAround, besideSeats } from './surroundings.js';

/** Everything that seats depend on, at however many removes: what ties each seat to it, and the personal ties among it. */
const allDependencies = async (around: AllAround, seats: Iterable<string>): Promise<{ dependencies: Map<string, Tie[]>; ties: Map<string, Affiliation> }> => {
  const dependencies = new Map<string, Tie[]>();
  const ties = new Map<string, Affiliation>();
  for (let frontier = [...new Set(seats)]; frontier.length > 0;) {
    for (const id of frontier) dependencies.set(id, []);
    const found = await around.dependencies(frontier);
    for (const tie of found) dependencies.get(membershipId(tie.fromId))?.push(tie);
    const personal = await around.ties(found.flatMap(({ on, toId }) => (on && toId !== appointmentId(on) && !ties.has(on) ? [on] : [])));
    for (const tie of personal) ties.set(tie.id, tie);
    const next = [...found.flatMap(({ on, toId }) => (on && toId === appointmentId(on) ? [on] : [])), ...personal.flatMap((tie) => tie.dependsOn ?? [])];
    frontier = [...new Set(next)].filter((id) => !dependencies.has(id));
  }
  return { dependencies, ties };
};

/** What seats depend on, and others that are named: with the other rows in which who holds what is depended on may go on, and all that these depend on. */
export const dependedOn = async (
  around: AllAround,
  seats: Iterable<string>,
  named: readonly Membership[],
): Promise<{ dependencies: Map<string, Tie[]>; ties: Map<string, Affiliation>; rows: Membership[] }> => {
  const [dependencies, ties, rows] = [new Map<string, Tie[]>(), new Map<string, Affiliation>(), [...named]];
  let footing = named;
  for (let next = [...seats]; next.length > 0;) {
    const found = await allDependencies(around, next);
    for (const [id, all] of found.dependencies) dependencies.set(id, all);
    for (const [id, tie] of found.ties) ties.set(id, tie);
    const on = [...[...found.dependencies.values()].flat().flatMap((tie) => tie.on ?? []), ...[...found.ties.values()].flatMap((tie) => tie.dependsOn ?? [])];
    footing = [...footing, ...(await around.seats(on))];
    const beside = await besideSeats(around, footing);
    rows.push(...footing, ...beside);
    [footing, next] = [[], beside.flatMap(({ id }) => (dependencies.has(id) ? [] : [id]))];
  }
  return { dependencies, ties, rows };
};

/** Something that a seat depends on, and in which way. */
export interface Dependency {
  on: string;
  /** It depends on that role, and not on its holder's sitting in the body. */
  role: boolean;
  /** It only ends with it, and may begin before it. */
  ends: boolean;
}

/** What a seat depends on, the nearest first and the root last; of several ways to one, what any of them asks for. A seat by rule depends on its very office. */
export const dependenciesOf = (seat: string, all: ReadonlyMap<string, readonly Tie[]>): Dependency[] => {
  const found = new Map<string, Dependency>();
  const walk = (from: string, ends: boolean): void => {
    for (const tie of sortedBy(all.get(from) ?? [], ({ id }) => [id])) {
      if (!tie.on) continue;
      const known = found.get(tie.on);
      const next = {
        on: tie.on,
        role: Boolean(tie.role) || isDerived(from) || Boolean(known?.role),
        ends: (ends || Boolean(tie.ends)) && (known?.ends ?? true),
      };
      found.set(tie.on, next);
      if (!known || known.ends !== next.ends) walk(tie.on, next.ends);
    }
  };
  walk(seat, false);
  return [...found.values()];
};

export type Ends = Pick<Interval, 'untilMin' | 'untilMax'>;

/** A seat of somebody, and what ends it by own dates. */
export interface Sitting {
  id: string;
  role: string;
  own: OwnDates;
  /** What ends it by own dates: its own, and those of all that it lies in and depends on. */
  ends: readonly Ends[];
  /** By which day its term has turned. */
  turn: CivilDate;
}

const earliestOf = (ends: readonly Ends[]): Ends =>
  ends.reduce((a, b) => ({ untilMin: earliest(a.untilMin, b.untilMin), untilMax: earliest(a.untilMax, b.untilMax) }), { untilMin: FOREVER, untilMax: FOREVER });

/**
 * When the holder of a seat no longer sits in its body. They go on in every row of another role that may begin by the day
 * on which the one before it ends, with no turn of its term between, and lasts beyond it: until the last of them ends.
 */
export const endOfSitting = (seat: Sitting, others: readonly Sitting[]): Ends => {
  const end = earliestOf(seat.ends);
  const rows = sortedBy(
    others.map((one) => ({ ...one, end: earliestOf(one.ends) })),
    (one) => [one.end.untilMax, one.id],
  );
  const reached = [{ role: seat.role, end, turn: seat.turn }];
  for (const { role, own, turn, end: next } of rows) {
    const before = reached.filter((one) => one.role !== role && own.fromMin <= one.end.untilMax && own.fromMin < one.turn && next.untilMax > one.end.untilMax);
    if (before.length === 0) continue;
    const sure = before.map((one) => (own.fromMax <= one.end.untilMin ? latest(one.end.untilMin, next.untilMin) : one.end.untilMin));
    reached.push({ role, turn, end: { untilMin: sure.reduce(latest), untilMax: next.untilMax } });
  }
  return reached.map((one) => one.end).reduce((a, b) => ({ untilMin: latest(a.untilMin, b.untilMin), untilMax: latest(a.untilMax, b.untilMax) }));
};

/** What ends a thing that others depend on, as far as its own dates let it: existence, death and terms beside its own end. */
export const endsApplied = (own: OwnDates, limits: readonly Limit[], ends: readonly Ends[]): Ends[] => [
  ...limits,
  ...ends
    .filter(({ untilMax }) => untilMax >= own.heldUntil && untilMax > own.fromMin)
    .map(({ untilMin, untilMax }) => ({ untilMin: latest(untilMin, own.heldUntil), untilMax })),
];

/** What makes a row end sooner than by its own dates; one that may be over later than it is certain leaves that as it is. */
export const endsBefore = ({ untilMin: certainUntil }: OwnDates, ends: readonly Ends[]): Ends[] =>
  ends.flatMap(({ untilMin, untilMax }) => (untilMax === FOREVER ? [] : [{ untilMin: untilMax < certainUntil ? untilMin : certainUntil, untilMax }]));

const inOrder = (ends: readonly Ending[]): Ending[] => sortedBy(ends, ({ untilMax, untilMin, cause, by }) => [untilMax, untilMin, cause, by]);

/** What ends a thing that lasts as long as one of several, by what ends each of these: of each the earliest, and the last of them. */
export const endsOfLast = (all: readonly (readonly Ending[])[]): Ending[] => {
  const [only, ...others] = all;
  if (only && others.length === 0) return [...only];
  const each = all.flatMap((ends) => {
    const known = ends.filter(({ untilMax }) => untilMax !== FOREVER);
    return inOrder(ends)
      .slice(0, 1)
      .map((one) => (known.length ? { ...one, ...earliestOf(known) } : one));
  });
  const last = inOrder(each).at(-1);
  return last ? [{ ...last, untilMin: each.map(({ untilMin }) => untilMin).reduce(latest) }] : [];
};
