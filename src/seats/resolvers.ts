import { countedOn } from '../composition/reads.js';
import { countOf } from '../composition/rules.js';
import { sortedBy } from '../connections/page.js';
import type { CountRange, SeatAllotmentResolvers } from '../generated/api.js';
import type { Context } from '../context.js';
import { bodyById, principalById } from '../lens/nodes.js';
import type { SeatAllotmentAt } from '../lens/parents.js';
import type { Seat } from '../memberships/model.js';
import { seatOrder } from '../memberships/reads.js';
import { holdersFor } from '../representations/reads.js';
import { dated } from '../time/resolvers.js';

const holders = ({ row, lens }: SeatAllotmentAt, context: Context): Promise<Seat[]> => holdersFor(context, row.fromId, row.toId, lens);

const counted = async (at: SeatAllotmentAt, context: Context): Promise<CountRange> => countOf(countedOn(await holders(at, context), at.lens));

export const SeatAllotment: SeatAllotmentResolvers = {
  body: ({ row, lens }, _, context) => bodyById(context, row.toId, lens),
  by: ({ row, lens }, _, context) => principalById(context, row.fromId, lens),
  count: ({ row }) => row.count,
  exOfficio: ({ row }) => row.exOfficio,
  certain: async (at, _, context) => (await counted(at, context)).min,
  possible: async (at, _, context) => {
    const { min, max } = await counted(at, context);
    return max - min;
  },
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
