import type { Context } from '../../read/context.js';
import { sortedBy } from '../../record/order.js';
import type { MembershipAt } from '../../words/memberships/model.js';
import { seatOrder } from '../../words/memberships/reads.js';
import { people } from '../../words/people/loaders.js';
import type { SeatAllotmentAt } from '../../words/seats/model.js';
import { holdersFor } from '../representations/reads.js';
import type { CountRange } from './model.js';
import { countedOn } from './reads.js';
import { countOf } from './rules.js';

/** Who holds the seats of an allotment: certain first, then by role, name and id. */
export const holdersOf = async (context: Context, { row, lens }: SeatAllotmentAt): Promise<MembershipAt[]> => {
  const seats = await holdersFor(context, row.fromId, row.toId, lens);
  const names = new Map<string, string>();
  for (const { person } of seats) names.set(person, (await context.use(people)(lens.knownAt).load(person))?.sortKey ?? '');
  return sortedBy(seats, (m) => seatOrder(m, names.get(m.person) ?? '', lens, {})).map((seat) => ({ row: seat, lens }));
};

/** How many people hold them. */
export const heldOf = async (context: Context, { row, lens }: SeatAllotmentAt): Promise<CountRange> =>
  countOf(countedOn(await holdersFor(context, row.fromId, row.toId, lens), lens));
