import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { inSequences, worldsOf } from '../../time/headcount.js';
import type { CivilDate } from '../../time/civil.js';
import { certaintyOn, together } from '../../time/in-force.js';
import { type Interval, leavesNoDay } from '../../time/interval.js';
import { type DatedRow, Sequenced } from '../../time/sequences.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { areContested } from '../../words/conflicts/reads.js';
import { rivalsOf, sequencesOf } from '../../words/memberships/alternatives.js';
import type { Leave } from '../../words/leaves/model.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { AlternativeSeat, Sitting } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import type { Office } from '../../words/offices/model.js';
import { sharedBy } from '../../words/offices/rules.js';
import type { StandIn } from '../../words/stand-ins/model.js';
import { alternatives } from './loaders.js';
import type { Occupant, Occupancy } from './model.js';

/** A time in which the holder of a seat does not sit in it: `m` sits in for them, or nobody does. */
interface Away extends DatedRow {
  m: Sitting | null;
  held: Sitting;
}

const haveSameBounds = (a: Interval, b: Interval): boolean =>
  a.fromMin === b.fromMin && a.fromMax === b.fromMax && a.untilMin === b.untilMin && a.untilMax === b.untilMax;

/** When holders do not sit, who is stood in for first. A leave on the same days as a stand-in says no more than that. */
const awayFrom = (seats: readonly Sitting[], standIns: readonly StandIn[], leaves: readonly Leave[]): Away[] => {
  const byId = new Map(seats.map((m) => [m.id, m]));
  const stoodIn = standIns.flatMap((s): Away[] => {
    const [m, held] = [byId.get(s.substitute), byId.get(s.holder)];
    return m && held && isMember(held) ? [{ id: s.id, m, held, ...together(together(held, m), s) }] : [];
  });
  const onLeave = leaves.flatMap((l): Away[] => {
    const held = byId.get(l.membership);
    return held && isMember(held) ? [{ id: l.id, m: null, held, ...together(held, l) }] : [];
  });
  const alone = onLeave.filter((leave) => !stoodIn.some((one) => one.held === leave.held && haveSameBounds(one, leave)));
  return [...stoodIn, ...alone].filter((one) => !leavesNoDay(one));
};

/** Which of those who may hold an office for one on a day are named by sources of whom each names another. */
const contested = async (context: Context, rivals: ReturnType<typeof rivalsOf>, seats: readonly Sitting[], { knownAt, asOf, given }: Lens) => {
  const ids = new Set(seats.map(({ id }) => id));
  return Promise.all(
    rivals.map(async ({ pair, areCertain }) => {
      const [one, other] = areCertain && pair.every((id) => ids.has(id)) ? await membershipsById(context, pair, { knownAt, asOf, given }) : [];
      return { pair, contested: one && other ? await areContested(context, one, other, knownAt) : false };
    }),
  );
};

/** Who shares an office: only where there is one that people share is more read of the seats. */
const sharedIn = async (context: Context, seats: readonly Sitting[], offices: readonly Office[], lens: Lens): Promise<Map<string, string>> => {
  const roles = offices.filter(({ holders }) => holders > 1).map(({ role }) => role);
  const ids = seats.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
  return sharedBy(ids.length ? await membershipsById(context, ids, lens) : [], offices);
};

/** How many people more than one may hold offices on a day. */
const spareOn = (offices: readonly Office[], day: CivilDate): number =>
  offices.filter((one) => certaintyOn(one, day) !== null).reduce((total, { holders }) => total + holders - 1, 0);

/** The orders of what is not simply there on the day. */
const orderOf = (around: readonly AlternativeSeat[], away: readonly Away[]): Sequenced => {
  const rows = new Map<string, DatedRow>([...around, ...away.map(({ held }) => held), ...away].map((row) => [row.id, row]));
  return new Sequenced([...rows.values()]);
};

/** Who sits in a body on a day: its members, and in place of a member whoever stands in for them, in the member's role. Who is on leave does not. */
export const sittingIn = async (context: Context, body: string, lens: Lens): Promise<Occupancy> =>
  occupancyOf(
    context,
    body,
    (await context.use(bodyMembers)(scopeOf(lens)).load(body)).map(({ m }) => m),
    lens,
  );

/** The same, from the seats of the body that are possible on the day. */
export const occupancyOf = async (context: Context, body: string, seats: readonly Sitting[], lens: Lens): Promise<Occupancy> => {
  const [around, rules] = await Promise.all([context.use(alternatives)(scopeOf(lens)).load(body), context.use(seatRules)(lens.knownAt).load(body)]);
  const others = around.seats.filter((seat) => !leavesNoDay(seat));
  const away = awayFrom(seats, around.standIns, around.leaves);
  const rivals = await contested(context, rivalsOf(others, { offices: around.offices, several: rules?.several ?? null }), seats, lens);
  const order = inSequences(
    orderOf(others, away),
    sequencesOf(others, around.links),
    away.map(({ id, held }) => [id, held.id]),
  );
  const held = seats.filter(isMember);
  const places = held.flatMap((m): Occupant[] => {
    const own = away.filter((one) => one.held === m);
    return [
      { m, role: m.role, part: { row: m.id, without: own.map(({ id }) => id) } },
      ...own.flatMap((one): Occupant[] => (one.m ? [{ m: one.m, role: m.role, part: { row: one.id, without: [] } }] : [])),
    ];
  });
  return {
    worlds: worldsOf(order, rivals, lens.asOf),
    rivals,
    places,
    seats,
    held,
    shared: await sharedIn(context, held, around.offices, lens),
    spare: spareOn(around.offices, lens.asOf),
  };
};
