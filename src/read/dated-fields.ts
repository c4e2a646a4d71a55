import type { Context } from './context.js';
import type { BoundResolvers, IntervalResolvers } from '../generated/api.js';
import type { At } from './lens.js';
import { nodeById } from './nodes.js';
import type { DatedAt, NodeAt, SourceAt } from './parents.js';
import type { Provenance } from '../record/model.js';
import { BEGINNING, type CivilDate, FOREVER } from '../time/civil.js';
import { certaintyOn } from '../time/in-force.js';
import type { Bound as StoredBound, BoundCause, Interval as Bounds, IntervalEdge } from '../time/interval.js';
import type { Dated } from '../record/dated.js';

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

/** The passages that something names as its sources. */
export const sourcesOf = async ({ row, lens }: At<{ sources: string[] }>, context: Context): Promise<SourceAt[]> => {
  const rows = await Promise.all((row.sources ?? []).map((id) => context.loaders.sources(lens.knownAt).load(id)));
  return rows.flatMap((source) => (source ? [{ row: source, lens }] : []));
};

/** The passages that a thing with a name names as its sources. */
export const sourcesOfNode = async ({ row, lens }: NodeAt, context: Context): Promise<SourceAt[]> =>
  sourcesOf({ row: { sources: (await context.loaders.sourced(lens.knownAt).load(row.id))?.sources ?? [] }, lens }, context);

/** How something is known. */
export const provenance = {
  basis: ({ row }: At<Provenance>) => row.basis,
  reason: ({ row }: At<Provenance>) => row.reason,
  sources: (at: At<Provenance>, _: unknown, context: Context) => sourcesOf(at, context),
};

type PrintedAt = At<Pick<Dated, 'from' | 'until'>>;

/** The dates of a dated edge as a source prints them. */
export const printed = {
  from: ({ row }: PrintedAt) => row.from,
  until: ({ row }: PrintedAt) => row.until,
};

/** What every dated edge says of itself. */
export const dated = { ...printed, ...provenance, interval: (at: DatedAt) => at };

export const certaintyAt = ({ row, lens }: At<Bounds>) => certaintyOn(row, lens.asOf);
