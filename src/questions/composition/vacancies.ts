import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { successorOf } from '../../words/appointments/reads.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { completeLists } from '../../words/documents/loaders.js';
import type { MembershipSummary } from '../../words/memberships/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import { relationsAt, relationsOf } from '../../words/relations/reads.js';
import type { SeatAllotment, SeatAllotmentAt } from '../../words/seats/model.js';
import { rightsByHolder } from '../../words/seats/rules.js';
import { holdersFor } from '../representations/reads.js';
import type { CountRange, VacancyAt } from './model.js';
import { countedOn } from './reads.js';
import { beyondRight, countOf, seatsByRight, sumOf, vacantSeats } from './rules.js';

/** One who has the right to seats in a body, and what comes of it. */
interface Right {
  by: string;
  seats: CountRange;
  vacant: CountRange;
  beyond: CountRange;
}

/** Whether a document of the lens's day lists every member of the body. */
const allAreListed = async (context: Context, body: string, lens: Lens): Promise<boolean> =>
  (await context.use(completeLists)(lens.knownAt).load(body)).some(({ date }) => date === lens.asOf);

const rightsIn = (context: Context, body: string, rows: readonly SeatAllotment[], lens: Lens): Promise<Right[]> =>
  Promise.all(
    [...rightsByHolder(rows)].map(async ([by, rights]) => {
      const seats = seatsByRight(rights, lens.asOf);
      const held = countOf(countedOn(await holdersFor(context, by, body, lens), lens));
      return { by, seats, vacant: vacantSeats(seats, held, await allAreListed(context, body, lens)), beyond: beyondRight(seats, held) };
    }),
  );

const allotmentRows = async (context: Context, at: BodyAt): Promise<SeatAllotment[]> =>
  (await relationsAt(context, at, 'HAS_SEATS', 'to')).map(({ row }) => row);

/** The rights to seats of a body, without those that are superseded or only proposed. */
export const allotmentsOf = async (context: Context, at: BodyAt): Promise<SeatAllotmentAt[]> =>
  [...rightsByHolder(await allotmentRows(context, at)).values()].flat().map((row) => ({ row, lens: belowBody(at) }));

/** A sum over the rights to seats of a body; null: none is recorded. */
export const sumOfRights = async (context: Context, at: BodyAt, of: 'seats' | 'vacant' | 'beyond'): Promise<CountRange | null> => {
  const rights = await rightsIn(context, at.row.id, await allotmentRows(context, at), belowBody(at));
  return rights.length ? sumOf(rights.map((right) => right[of])) : null;
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
    const open = rights.filter(({ vacant }) => vacant.max > 0);
    return Promise.all(open.map(async ({ by, vacant }) => ({ body, by: await referred<PrincipalAt>(context, by, lens), seats: vacant, lens })));
  });
  return sortedBy((await Promise.all(found)).flat(), ({ body, by }) => [body.row.sortKey, by.row.sortKey]);
};

/** Whoever held such a seat last, and holds none now, and whom nobody replaced. */
export const lastHolderOf = async (context: Context, { body, by, lens }: VacancyAt): Promise<MembershipSummary | null> => {
  const [ever, now] = await Promise.all([holdersFor(context, by.row.id, body.row.id, lens, { all: true }), holdersFor(context, by.row.id, body.row.id, lens)]);
  const left = ever.filter((m) => m.untilMax <= lens.asOf && !now.some(({ person }) => person === m.person));
  const replaced = await Promise.all(left.map((m) => successorOf(context, m.id, lens)));
  const last = left.filter((_, at) => replaced[at] === null).sort((a, b) => (a.untilMax > b.untilMax || (a.untilMax === b.untilMax && a.id < b.id) ? -1 : 1));
  return last[0] ?? null;
};
