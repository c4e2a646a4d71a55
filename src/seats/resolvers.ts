import { sortedBy } from '../connections/page.js';
import type { SeatAllotmentResolvers } from '../generated/api.js';
import type { Context } from '../context.js';
import { bodyById, principalById } from '../lens/nodes.js';
import type { SeatAllotmentAt } from '../lens/parents.js';
import type { Membership } from '../memberships/model.js';
import { seatOrder } from '../memberships/reads.js';
import { holdersFor } from '../representations/reads.js';
import { type Certainty, certaintyOn } from '../time/in-force.js';
import { dated } from '../time/resolvers.js';

const holders = ({ row, lens }: SeatAllotmentAt, context: Context): Promise<Membership[]> => holdersFor(context, row.fromId, row.toId, lens);

/** How many people hold a seat that surely; who holds one for certain is not counted as possible. */
const people = async (at: SeatAllotmentAt, context: Context, certainty: Certainty): Promise<number> => {
  const seats = await holders(at, context);
  const certain = new Set(seats.filter((m) => certaintyOn(m, at.lens.asOf) === 'CERTAIN').map(({ person }) => person));
  return certainty === 'CERTAIN' ? certain.size : new Set(seats.map(({ person }) => person)).size - certain.size;
};

export const SeatAllotment: SeatAllotmentResolvers = {
  body: ({ row, lens }, _, context) => bodyById(context, row.toId, lens),
  by: ({ row, lens }, _, context) => principalById(context, row.fromId, lens),
  count: ({ row }) => row.count,
  exOfficio: ({ row }) => row.exOfficio,
  certain: (at, _, context) => people(at, context, 'CERTAIN'),
  possible: (at, _, context) => people(at, context, 'POSSIBLE'),
  holders: async (at, _, context) => {
    const rows = await holders(at, context);
    const names = new Map<string, string>();
    for (const { person } of rows) names.set(person, (await context.loaders.people(at.lens.knownAt).load(person))?.sortKey ?? '');
    return sortedBy(rows, (m) => seatOrder(m, names.get(m.person) ?? '', at.lens, {})).map((row) => ({ row, lens: at.lens }));
  },
  basis: dated.basis,
  status: ({ row }) => row.status,
  sources: dated.sources,
};
