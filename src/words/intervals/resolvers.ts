import type { BoundResolvers, IntervalResolvers } from '../../generated/api.js';
import { nodeById } from '../../read/nodes.js';
import type { Dated } from '../../record/dated.js';
import { BEGINNING, type CivilDate, FOREVER } from '../../time/civil.js';
import type { Bound as StoredBound, BoundCause, IntervalEdge } from '../../time/interval.js';

const unlessBoundless = (date: CivilDate): CivilDate | null => (date === BEGINNING || date === FOREVER ? null : date);

const boundsOf = (row: Dated): StoredBound[] =>
  row.boundDates.map((date, at) => ({
    edge: row.boundEdges[at] as IntervalEdge,
    date,
    cause: row.boundCauses[at] as BoundCause,
    by: row.boundBys[at] as string,
  }));

export const Interval: IntervalResolvers = {
  fromMin: ({ row }) => unlessBoundless(row.fromMin),
  fromMax: ({ row }) => unlessBoundless(row.fromMax),
  untilMin: ({ row }) => unlessBoundless(row.untilMin),
  untilMax: ({ row }) => unlessBoundless(row.untilMax),
  open: ({ row }) => row.open,
  boundedBy: ({ row, lens }) => boundsOf(row).map((bound) => ({ row: bound, lens })),
};

export const Bound: BoundResolvers = {
  edge: ({ row }) => row.edge,
  date: ({ row }) => row.date,
  cause: ({ row }) => row.cause,
  by: ({ row, lens }, _, context) => nodeById(context, row.by, lens),
};
