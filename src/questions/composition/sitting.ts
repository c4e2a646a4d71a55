import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { inSequences, worldsOf } from '../../time/headcount.js';
import { together } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import { type DatedRow, Sequenced } from '../../time/sequences.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { areContested } from '../../words/conflicts/reads.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { MembershipSummary } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import type { StandIn } from '../../words/stand-ins/model.js';
import { rivalsOf, sequencesOf } from './alternatives.js';
import { alternatives } from './loaders.js';
import type { AlternativeSeat, Occupant, Occupancy } from './model.js';

/** A substitute who sits in for the holder of a seat. */
interface StoodIn extends DatedRow {
  m: MembershipSummary;
  held: MembershipSummary;
}

const stoodInAt = (seats: readonly MembershipSummary[], standIns: readonly StandIn[]): StoodIn[] => {
  const byId = new Map(seats.map((m) => [m.id, m]));
  const found = standIns.flatMap((s): StoodIn[] => {
    const [m, held] = [byId.get(s.substitute), byId.get(s.holder)];
    return m && held && isMember(held) ? [{ id: s.id, m, held, ...together(together(held, m), s) }] : [];
  });
  return found.filter((one) => !leavesNoDay(one));
};

/** Which of the holders of an office for one are named by sources of whom each names another. */
const contested = async (context: Context, rivals: ReturnType<typeof rivalsOf>, { knownAt, asOf, given }: Lens) =>
  Promise.all(
    rivals.map(async ({ pair, areCertain }) => {
      const [one, other] = areCertain ? await membershipsById(context, pair, { knownAt, asOf, given }) : [];
      return { pair, contested: one && other ? await areContested(context, one, other, knownAt) : false };
    }),
  );

const orderOf = (seats: readonly MembershipSummary[], around: readonly AlternativeSeat[], stoodIn: readonly StoodIn[]): Sequenced => {
  const rows = [...new Map<string, DatedRow>([...seats, ...around, ...stoodIn].map((row) => [row.id, row])).values()];
  return new Sequenced(rows.filter((row) => !leavesNoDay(row)));
};

/** Who sits in a body on a day: its members, and in place of a member whoever stands in for them, in the member's role. */
export const sittingIn = async (context: Context, body: string, lens: Lens): Promise<Occupancy> => {
  const seats = (await context.use(bodyMembers)(scopeOf(lens)).load(body)).map(({ m }) => m);
  const [around, rules] = await Promise.all([context.use(alternatives)(scopeOf(lens)).load(body), context.use(seatRules)(lens.knownAt).load(body)]);
  const stoodIn = stoodInAt(seats, around.standIns);
  const rivals = await contested(
    context,
    rivalsOf(
      around.seats.filter((seat) => !leavesNoDay(seat)),
      rules?.several ?? null,
    ),
    lens,
  );
  const order = inSequences(
    orderOf(seats, around.seats, stoodIn),
    sequencesOf(
      around.seats.filter((seat) => !leavesNoDay(seat)),
      around.links,
    ),
    stoodIn.map(({ id, held }) => [id, held.id]),
  );
  const held = seats.filter(isMember);
  const places = held.flatMap((m): Occupant[] => {
    const others = stoodIn.filter((one) => one.held === m);
    return [
      { m, role: m.role, part: { row: m.id, without: others.map(({ id }) => id) } },
      ...others.map((one): Occupant => ({ m: one.m, role: m.role, part: { row: one.id, without: [] } })),
    ];
  });
  return { worlds: worldsOf(order, rivals, lens.asOf), rivals, places, seats, held };
};
