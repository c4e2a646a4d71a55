import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { type Phase, certaintyOn, certaintyRank, phaseOn, together } from '../../time/in-force.js';
import { belowSeat } from '../appointments/reads.js';
import type { BodyAt } from '../bodies/model.js';
import { belowBody } from '../bodies/reads.js';
import { type MembershipAt, ROLES } from '../memberships/model.js';
import { inSeatOrder, wholeOf } from '../memberships/reads.js';
import type { StandIn, StandInAt } from '../stand-ins/model.js';
import { followersOf } from './acting.js';
import { oldestFirst } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import type { OfficeAt } from './model.js';
import { officeOf } from './rules.js';

/** The offices that a body has on its day, or ever: certain first, then by role, title and id. */
export const officesIn = async (context: Context, at: BodyAt, { all }: ScopeArguments): Promise<OfficeAt[]> => {
  const lens = belowBody(at);
  if (!exists({ row: at.row, lens })) return [];
  const rows = await context.use(loaders.officesOf)(lens.knownAt).load(at.row.id);
  const rank = (row: (typeof rows)[number]): number => certaintyRank(certaintyOn(row, lens.asOf));
  return sortedBy(
    rows.filter((row) => all || certaintyOn(row, lens.asOf) !== null),
    (row) => [rank(row), ROLES.indexOf(row.role), row.title ?? '', row.id],
  ).map((row) => ({ row, lens }));
};

/** The office that a seat is in; null: none that is recorded. */
export const officeOfSeat = async (context: Context, at: MembershipAt): Promise<OfficeAt | null> => {
  const lens = belowSeat(at);
  const [seat, offices] = await Promise.all([wholeOf(context, at), context.use(loaders.officesOf)(lens.knownAt).load(at.row.body)]);
  const row = officeOf(seat, offices);
  return row && { row, lens };
};

/** Where the lens's date lies in the existence of an office, which lasts no longer than its body. */
export const phaseOfOffice = async (context: Context, { row, lens }: OfficeAt): Promise<Phase> => {
  const body = await referred<BodyAt>(context, row.body, lens);
  return phaseOn(together(row, body.row), lens.asOf);
};

/** When somebody acts in an office that nobody holds, oldest first. `lens` is that below the office. */
export const actingIn = async (context: Context, { row }: OfficeAt, lens: Lens, args: ScopeArguments): Promise<StandInAt[]> => {
  const rows = await context.use(loaders.acting)(scopeOf(lens, args)).load(row.id);
  return oldestFirst(rows, lens);
};

const seatsOf = async (context: Context, { row }: OfficeAt, lens: Lens, args: ScopeArguments) => {
  const [found, offices] = await Promise.all([
    context.use(loaders.seatsByOffice)(scopeOf(lens, args)).load(row.id),
    context.use(loaders.officesOf)(lens.knownAt).load(row.body),
  ]);
  return found.filter(({ m }) => officeOf(m, offices)?.id === row.id);
};

/** The seat in an office that was held last before somebody acted in it, or the seat of who acts, where nobody held it. */
export const heldBefore = async (context: Context, standIn: StandIn, lens: Lens): Promise<MembershipAt> => {
  const office = await referred<OfficeAt>(context, standIn.office as string, lens);
  const seats = (await seatsOf(context, office, lens, { all: true })).map(({ m }) => m);
  const after = new Set(followersOf(standIn, office.row, seats));
  const before = seats.filter((seat) => !after.has(seat) && seat.fromMin < standIn.fromMin);
  const last = sortedBy(before, ({ untilMax, fromMax, id }) => [untilMax, fromMax, id]).at(-1);
  return last ? { row: last, lens } : referred<MembershipAt>(context, standIn.substitute, lens);
};

/** Who holds an office: certain first, then by name. `lens` is that below the office. */
export const holdersOf = async (context: Context, at: OfficeAt, lens: Lens, args: ScopeArguments): Promise<MembershipAt[]> =>
  inSeatOrder(context, await seatsOf(context, at, lens, args), lens);
