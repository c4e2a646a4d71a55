import type { Context } from '../../read/context.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn } from '../../time/in-force.js';
import type { MembershipAt } from '../../words/memberships/model.js';
import { seatOrder } from '../../words/memberships/reads.js';
import { people } from '../../words/people/loaders.js';
import type { SeatAllotmentAt } from '../../words/seats/model.js';
import { membersFor } from '../representations/reads.js';
import { roomIn } from './completeness.js';
import type { CountRange } from './model.js';
import { holdersIn } from './rules.js';
import { sittingIn } from './sitting.js';

/** Who holds the seats of an allotment: certain first, then by role, name and id. */
export const holdersOf = async (context: Context, { row, lens }: SeatAllotmentAt): Promise<MembershipAt[]> => {
  const seats = await membersFor(context, row.fromId, row.toId, lens);
  const names = new Map<string, string>();
  for (const { person } of seats) names.set(person, (await context.use(people)(lens.knownAt).load(person))?.sortKey ?? '');
  return sortedBy(seats, (m) => seatOrder(m, names.get(m.person) ?? '', lens, {})).map((seat) => ({ row: seat, lens }));
};

/** How many people certainly hold one of its seats, and how many more may. */
export const holderCounts = async (context: Context, { row, lens }: SeatAllotmentAt): Promise<{ certain: number; possible: number }> => {
  const [members, sitting] = await Promise.all([membersFor(context, row.fromId, row.toId, lens), sittingIn(context, row.toId, lens)]);
  const counted = new Set(sitting.seats.map(({ id }) => id));
  const seats = members.filter(({ id }) => counted.has(id));
  const peopleIn = (some: typeof seats): number => new Set(some.map(({ person }) => person)).size;
  const certain = peopleIn(seats.filter((m) => certaintyOn(m, lens.asOf) === 'CERTAIN'));
  return { certain, possible: peopleIn(seats) - certain };
};

/** How many people hold its seats. */
export const heldOf = async (context: Context, { row, lens }: SeatAllotmentAt): Promise<CountRange> => {
  const [seats, sitting] = await Promise.all([membersFor(context, row.fromId, row.toId, lens), sittingIn(context, row.toId, lens)]);
  return holdersIn(sitting, seats, lens.asOf, (await roomIn(context, row.toId, sitting, lens)).open);
};
