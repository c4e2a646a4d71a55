import type { CountFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { type Lens, windowOf } from '../../read/lens.js';
import { bodies } from '../../words/bodies/loaders.js';
import { withinRegion } from '../../words/relations/region.js';

/** The ids of the bodies whose seats are counted. */
export const countedBodies = async (context: Context, { bodies: named, kinds, region }: CountFilter, lens: Lens): Promise<string[]> => {
  const there = region == null ? null : new Set((await withinRegion(context, region, lens, windowOf(lens))).bodies.map(({ id }) => id));
  const asked = named ?? there ?? (await context.reader.read(queries.counts.bodyIds, { kinds: kinds ? [...kinds] : null })).map(({ id }) => id);
  const within = [...new Set(asked)].filter((id) => !there || there.has(id));
  const found = await Promise.all(within.map((id) => context.use(bodies)(lens.knownAt).load(id)));
  return found.flatMap((row) => (row && (!kinds || kinds.includes(row.kind)) ? [row.id] : []));
};
