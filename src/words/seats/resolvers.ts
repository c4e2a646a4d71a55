import { countedOn } from '../../questions/composition/reads.js';
import { countOf } from '../../questions/composition/rules.js';
import { sortedBy } from '../../read/page.js';
import type { CountRange, SeatAllotmentResolvers } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { bodyById, principalById } from '../../read/nodes.js';
import type { SeatAllotmentAt } from '../../read/parents.js';
import type { Seat } from '../memberships/model.js';
import { seatOrder } from '../memberships/reads.js';
import { holdersFor } from '../../questions/representations/reads.js';
import { dated } from '../../read/dated-fields.js';

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
