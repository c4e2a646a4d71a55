import type { Context } from '../../read/context.js';
import { type At, type NodeAt, belowThing } from '../../read/lens.js';
import type { Provenance } from '../../record/model.js';
import { sourced, sources } from './loaders.js';
import type { SourceAt } from './model.js';

/** The passages that something names as its sources. */
export const sourcesOf = async (at: At<{ sources: string[] }>, { use }: Context): Promise<SourceAt[]> => {
  const lens = belowThing(at);
  const rows = await Promise.all((at.row.sources ?? []).map((id) => use(sources)(lens.knownAt).load(id)));
  return rows.flatMap((source) => (source ? [{ row: source, lens }] : []));
};

/** The passages that a thing with a name names as its sources. */
export const sourcesOfNode = async ({ row, lens }: NodeAt, context: Context): Promise<SourceAt[]> =>
  sourcesOf({ row: { sources: (await context.use(sourced)(lens.knownAt).load(row.id))?.sources ?? [] }, lens }, context);

/** How something is known. */
export const provenance = {
  basis: ({ row }: At<Provenance>) => row.basis,
  reason: ({ row }: At<Provenance>) => row.reason,
  sources: (at: At<Provenance>, _: unknown, context: Context) => sourcesOf(at, context),
};
