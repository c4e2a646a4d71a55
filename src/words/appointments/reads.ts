import type { Context } from '../../read/context.js';
import { type At, type Lens, belowRow } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { AgendaItemAt, MeetingAt } from '../meetings/model.js';
import type { Membership, MembershipAt } from '../memberships/model.js';
import { membershipsById, recordedById } from '../memberships/reads.js';
import type { PrincipalAt } from '../principals/model.js';
import * as loaders from './loaders.js';
import { type AppointmentAt, type Tie, type TieAt, type TieKind, appointmentId, membershipId } from './model.js';

/** Whether a tie says whose seat is filled: that of whom the holder represents, or of who appointed. */
export const fillsSeat = ({ tie }: Tie): boolean => tie === 'REPRESENTING' || tie === 'BY';

/** The ways in which a tie of an appointment makes its holder stand for a principal. */
export const KIND_OF_TIE: Partial<Record<TieKind, 'REPRESENTS' | 'APPOINTED_BY' | 'NOMINATED_BY'>> = {
  REPRESENTING: 'REPRESENTS',
  BY: 'APPOINTED_BY',
  NOMINATED_BY: 'NOMINATED_BY',
};

export const tiesOf = async (context: Context, appointment: string, lens: Lens, kind?: TieKind): Promise<Tie[]> =>
  (await context.use(loaders.appointmentTies)(lens.knownAt).load(appointment)).filter(({ tie }) => !kind || tie === kind);

export const principalsOf = async (context: Context, appointment: string, lens: Lens, kind: TieKind): Promise<PrincipalAt[]> =>
  Promise.all((await tiesOf(context, appointment, lens, kind)).map(({ toId }) => referred<PrincipalAt>(context, toId, lens)));

export const principalOf = async (context: Context, appointment: string, lens: Lens, kind: TieKind): Promise<PrincipalAt | null> =>
  (await principalsOf(context, appointment, lens, kind))[0] ?? null;

/** The ties to principals that are ways of representing. */
export const representingTies = async (context: Context, { row, lens }: AppointmentAt): Promise<TieAt[]> =>
  (await tiesOf(context, row.id, lens)).filter(({ tie }) => KIND_OF_TIE[tie]).map((tie) => ({ row: tie, lens }));

/** An appointment of which anything is recorded. */
export const recordedAppointment = async ({ use }: Context, id: string, lens: Lens): Promise<AppointmentAt | null> => {
  const row = await use(loaders.appointments)(lens.knownAt).load(id);
  return row?.recorded ? { row, lens } : null;
};

export const appointmentOf = (context: Context, membership: string, lens: Lens): Promise<AppointmentAt | null> =>
  recordedAppointment(context, appointmentId(membership), lens);

const seatsAt = async (context: Context, ids: readonly string[], lens: Lens): Promise<At<Membership>[]> =>
  (await recordedById(context, ids, lens)).map((row) => ({ row, lens }));

/** The seat that a seat replaces, or is the substitute for: of several, the surest on the date. */
export const seatBehind = async (context: Context, membership: string, lens: Lens, kind: 'REPLACES' | 'SUBSTITUTE_FOR'): Promise<At<Membership> | null> => {
  const ties = await tiesOf(context, appointmentId(membership), lens, kind);
  const seats = await seatsAt(
    context,
    ties.map(({ toId }) => membershipId(toId)),
    lens,
  );
  return sortedBy(seats, ({ row }) => [certaintyRank(certaintyOn(row, lens.asOf)), row.id])[0] ?? null;
};

/** The seat that replaces a seat: of several, one that was taken. */
export const successorOf = async (context: Context, membership: string, lens: Lens): Promise<At<Membership> | null> => {
  const ties = await context.use(loaders.tiesTo)(lens.knownAt).load(appointmentId(membership));
  const ids = ties.filter(({ tie }) => tie === 'REPLACES').map(({ fromId }) => membershipId(fromId));
  const seats = await seatsAt(context, ids, lens);
  return seats.find(({ row }) => !row.declined) ?? seats[0] ?? null;
};

/** The substitutes of a seat that are possible on the date: certain first, then by rank. */
export const substitutesOf = async (context: Context, membership: string, lens: Lens): Promise<MembershipAt[]> => {
  const ties = (await context.use(loaders.tiesTo)(lens.knownAt).load(appointmentId(membership))).filter(({ tie }) => tie === 'SUBSTITUTE_FOR');
  const ranks = new Map(ties.map(({ fromId, rank }) => [membershipId(fromId), rank ?? Number.MAX_SAFE_INTEGER]));
  const order = ({ row }: MembershipAt): number => certaintyRank(certaintyOn(row, lens.asOf));
  return (await seatsAt(context, [...ranks.keys()], lens))
    .filter(({ row }) => certaintyOn(row, lens.asOf) !== null)
    .sort((a, b) => order(a) - order(b) || (ranks.get(a.row.id) ?? 0) - (ranks.get(b.row.id) ?? 0) || (a.row.id < b.row.id ? -1 : 1));
};

/** Where an appointment was decided: at an agenda item, or at a meeting. */
export const decidedAt = async (context: Context, { row, lens }: AppointmentAt): Promise<AgendaItemAt | MeetingAt | null> => {
  const [tie] = await tiesOf(context, row.id, lens, 'DECIDED_AT');
  return tie ? referred<AgendaItemAt | MeetingAt>(context, tie.toId, lens) : null;
};

export const isAgendaItem = (at: AgendaItemAt | MeetingAt): at is AgendaItemAt => 'meeting' in at.row;

const bySortKey = (rows: readonly Membership[]): Membership[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The seats that an agenda item filled, and those that ended as these replaced them. */
export const seatsDecidedAt = async (context: Context, { row, lens }: AgendaItemAt): Promise<MembershipAt[]> => {
  const ties = (await context.use(loaders.tiesTo)(lens.knownAt).load(row.id)).filter(({ tie }) => tie === 'DECIDED_AT');
  const filled = ties.map(({ fromId }) => fromId);
  const replaced = await Promise.all(filled.map((id) => tiesOf(context, id, lens, 'REPLACES')));
  const ids = new Set([...filled, ...replaced.flat().map(({ toId }) => toId)].map(membershipId));
  return bySortKey(await membershipsById(context, [...ids], lens)).map((membership) => ({ row: membership, lens }));
};

/** The lens below a seat. */
export const belowSeat = (at: MembershipAt): Lens => belowRow(at);
