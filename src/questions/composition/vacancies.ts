import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { leavesNoDay } from '../../time/interval.js';
import { successorOf } from '../../words/appointments/reads.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import type { MembershipSummary } from '../../words/memberships/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import { relationsAt, relationsOf } from '../../words/relations/reads.js';
import type { SeatAllotment, SeatAllotmentAt } from '../../words/seats/model.js';
import { rightsByHolder } from '../../words/seats/rules.js';
import { membersFor } from '../representations/reads.js';
import type { CountRange, VacancyAt } from './model.js';
import { areRightsOpen, roomIn, seatsFilledIn } from './completeness.js';
import { seatsByRight, seatsHeldIn, seatsIn, sumOf, vacantSeats, withoutRight } from './rules.js';
import { sittingIn } from './sitting.js';

/** What the rights to seats in a body come to. */
interface Rights {
  by: { by: string; seats: CountRange; vacant: CountRange }[];
  beyond: CountRange;
}

const rightsIn = async (context: Context, body: string, rows: readonly SeatAllotment[], lens: Lens): Promise<Rights> => {
  const [sitting, areOpen] = await Promise.all([sittingIn(context, body, lens), areRightsOpen(context, body, lens)]);
  const [filled, { open }] = await Promise.all([seatsFilledIn(context, body, sitting, lens), roomIn(context, body, sitting, lens)]);
  const holders = [...rightsByHolder(rows)].map(async ([by, rights]) => ({
    by,
    seats: seatsByRight(rights, lens.asOf, areOpen),
    members: await membersFor(context, by, body, lens),
  }));
  const held = (await Promise.all(holders)).map(({ members, ...one }) => ({ ...one, members, held: seatsHeldIn(sitting, members, lens.asOf, open) }));
  const tied = new Set(held.flatMap(({ members }) => members.map(({ person }) => person)));
  const untied = seatsIn(
    sitting,
    sitting.places.filter(({ m, holder }) => !tied.has(holder ?? m.person)),
    lens.asOf,
    filled.open,
  );
  return { by: held.map((one) => ({ ...one, vacant: vacantSeats(one.seats, one.held) })), beyond: withoutRight(held, filled, untied) };
};

const allotmentRows = async (context: Context, at: BodyAt): Promise<SeatAllotment[]> =>
  (await relationsAt(context, at, 'HAS_SEATS', 'to')).map(({ row }) => row);

/** The rights to seats of a body, without those that are superseded or only proposed. */
export const allotmentsOf = async (context: Context, at: BodyAt): Promise<SeatAllotmentAt[]> =>
  [...rightsByHolder(await allotmentRows(context, at)).values()].flat().map((row) => ({ row, lens: belowBody(at) }));

/** A sum over the rights to seats of a body; null: none is recorded. */
export const sumOfRights = async (context: Context, at: BodyAt, of: 'seats' | 'vacant'): Promise<CountRange | null> => {
  const { by } = await rightsIn(context, at.row.id, await allotmentRows(context, at), belowBody(at));
  return by.length ? sumOf(by.map((right) => right[of])) : null;
};

/** Members without a right; null: no right is recorded. */
export const overfilled = async (context: Context, at: BodyAt): Promise<CountRange | null> => {
  const { by, beyond } = await rightsIn(context, at.row.id, await allotmentRows(context, at), belowBody(at));
  return by.length ? beyond : null;
};

interface VacancyFilter {
  body?: string | null;
  by?: string | null;
}

const allotmentsOn = async (context: Context, { body, by }: VacancyFilter, lens: Lens): Promise<SeatAllotment[]> => {
  if (body != null) return relationsOf(context, body, lens, 'HAS_SEATS', 'to');
  if (by != null) return relationsOf(context, by, lens, 'HAS_SEATS', 'from');
  const { window, knownAt } = scopeOf(lens);
  return (await context.reader.read(queries.seats.list, { ...window, knownAt })).map(({ r }) => r);
};

/** Seats that someone may fill and nobody is known to hold, by the names of the body and of who may fill them. None in a body that does not exist. */
export const vacancies = async (context: Context, filter: VacancyFilter, lens: Lens): Promise<VacancyAt[]> => {
  const rows = (await allotmentsOn(context, filter, lens)).filter(({ fromId }) => filter.by == null || fromId === filter.by);
  const found = [...new Set(rows.map(({ toId }) => toId))].map(async (id): Promise<VacancyAt[]> => {
    const body = await referred<BodyAt>(context, id, lens);
    if (!exists(body)) return [];
    const rights = await rightsIn(
      context,
      id,
      rows.filter(({ toId }) => toId === id),
      lens,
    );
    const open = rights.by.filter(({ vacant }) => vacant.max > 0);
    return Promise.all(open.map(async ({ by, vacant }) => ({ body, by: await referred<PrincipalAt>(context, by, lens), seats: vacant, lens })));
  });
  return sortedBy((await Promise.all(found)).flat(), ({ body, by }) => [body.row.sortKey, by.row.sortKey]);
};

/** Whoever held such a seat last on any day, and holds none now, and whom nobody replaced. */
export const lastHolderOf = async (context: Context, { body, by, lens }: VacancyAt): Promise<MembershipSummary | null> => {
  const [ever, now] = await Promise.all([membersFor(context, by.row.id, body.row.id, lens, { all: true }), membersFor(context, by.row.id, body.row.id, lens)]);
  const left = ever.filter((m) => !leavesNoDay(m) && m.untilMax <= lens.asOf && !now.some(({ person }) => person === m.person));
  const replaced = await Promise.all(left.map((m) => successorOf(context, m.id, lens)));
  const last = left.filter((_, at) => replaced[at] === null).sort((a, b) => (a.untilMax > b.untilMax || (a.untilMax === b.untilMax && a.id < b.id) ? -1 : 1));
  return last[0] ?? null;
};
