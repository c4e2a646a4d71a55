import { computed } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { inSequences, worldsOf } from '../../time/headcount.js';
import type { CivilDate } from '../../time/civil.js';
import { certaintyOn } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import { type DatedRow, Sequenced } from '../../time/sequences.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { areContested } from '../../words/conflicts/reads.js';
import { rivalsOf, sequencesOf } from '../../words/memberships/alternatives.js';
import type { AlternativeSeat, Sitting } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import type { Office } from '../../words/offices/model.js';
import { sharedBy } from '../../words/offices/rules.js';
import { actingAmong, aroundActing, awayFrom } from './away.js';
import { leftOutOf } from './left-out.js';
import { alternatives } from './loaders.js';
import type { Occupant, Occupancy } from './model.js';

/** Which of those who may hold an office for one on a day are named by sources of whom each names another. */
const contested = async (context: Context, rivals: ReturnType<typeof rivalsOf>, seats: readonly Sitting[], { knownAt, asOf, given }: Lens) => {
  if (rivals.length === 0) return [];
  const ids = new Set(seats.map(({ id }) => id));
  return Promise.all(
    rivals.map(async ({ pair, areCertain }) => {
      const [one, other] = areCertain && pair.every((id) => ids.has(id)) ? await membershipsById(context, pair, { knownAt, asOf, given }) : [];
      return { pair, contested: one && other ? await areContested(context, one, other, knownAt) : false };
    }),
  );
};

/** Who shares an office of a body, by whom: only where there is one that people share is more read of the seats. */
export const sharedIn = async (
  context: Context,
  seats: readonly Pick<Sitting, 'id' | 'role'>[],
  offices: readonly Office[],
  lens: Lens,
): Promise<Map<string, string>> => {
  const roles = offices.filter(({ holders }) => holders > 1).map(({ role }) => role);
  const ids = seats.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
  return sharedBy(ids.length ? await membershipsById(context, ids, lens) : [], offices);
};

/** How many people more than one may hold offices on a day. */
const spareOn = (offices: readonly Office[], day: CivilDate): number =>
  offices.filter((one) => certaintyOn(one, day) !== null).reduce((total, { holders }) => total + holders - 1, 0);

/** The orders of what is not simply there on the day. */
const orderOf = (around: readonly AlternativeSeat[], inside: readonly (DatedRow & { within: Sitting })[]): Sequenced => {
  if (inside.length === 0) return new Sequenced(around);
  const rows = new Map<string, DatedRow>([...around, ...inside.map(({ within }) => within), ...inside].map((row) => [row.id, row]));
  return new Sequenced([...rows.values()]);
};

/** Members, but for when others stand in for them, and these. */
const sittingAmong = (held: readonly Sitting[], away: ReturnType<typeof awayFrom>): Occupant[] => {
  const byHeld = grouped(away, ({ within }) => within);
  return held.flatMap((m): Occupant | Occupant[] => {
    const own = byHeld.get(m);
    if (!own) return { m, role: m.role, part: { row: m.id, without: [] } };
    return [
      { m, role: m.role, part: { row: m.id, without: own.map(({ id }) => id) } },
      ...own.flatMap((one): Occupant[] =>
        one.m ? [{ m: one.m, role: m.role, part: { row: one.id, without: [], ...(!one.isInside && { during: m.id }) }, holder: m.person }] : [],
      ),
    ];
  });
};

/**
 * Who sits in a body on a day: its members, and in place of a member whoever stands in for them, in the member's role. Who is on leave does not;
 * who acts in an office that nobody holds sits in its role too. */
export const sittingIn = async (context: Context, body: string, lens: Lens): Promise<Occupancy> => {
  const around = await context.use(alternatives)(scopeOf(lens)).load(body);
  const rules = await context.use(seatRules)(lens.knownAt).find(body);
  const leftOut = await leftOutOf(context, body, around.seats, around.absences, lens);
  const seats = leftOut.size ? around.seats.filter((m) => !leftOut.has(m)) : around.seats;
  const { others, away, acting, pairs } = await computed(context, 0, () => {
    const dated = around.beside.filter((seat) => !leavesNoDay(seat));
    return {
      others: dated,
      away: awayFrom(seats, around.absences, lens.asOf),
      acting: actingAmong(seats, around.absences.standIns, around.offices),
      pairs: rivalsOf(dated, { offices: around.offices, several: rules?.several ?? null }),
    };
  });
  const rivals = await contested(context, pairs, seats, lens);
  const held = seats.filter(isMember);
  const shared = await sharedIn(context, held, around.offices, lens);
  return computed(context, 0, (): Occupancy => {
    const inside = [...away, ...acting];
    const order = inSequences(
      orderOf(others, inside),
      [...sequencesOf(others, around.links, around.turns), ...aroundActing(acting, others, around.offices)],
      [...away.filter(({ isInside }) => isInside), ...acting].map(({ id, within }) => [id, within.id]),
    );
    return {
      worlds: worldsOf(order, rivals, lens.asOf),
      rivals,
      places: [...sittingAmong(held, away), ...acting.map(({ id, within, role }): Occupant => ({ m: within, role, part: { row: id, without: [] } }))],
      seats,
      held,
      shared,
      spare: spareOn(around.offices, lens.asOf),
    };
  });
};
