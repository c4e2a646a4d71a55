import type { CountFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { bodies } from '../../words/bodies/loaders.js';
import { relationsOf } from '../../words/relations/reads.js';

/** The bodies that govern a region or a municipality that lies in it, and their parts. */
const bodiesOfRegion = async (context: Context, region: string, lens: Lens): Promise<Set<string>> => {
  const municipalities = (await relationsOf(context, region, lens, 'LIES_IN', 'to')).map(({ fromId }) => fromId);
  const governing = await Promise.all([region, ...municipalities].map((id) => relationsOf(context, id, lens, 'GOVERNS', 'to')));
  const councils = governing.flat().map(({ fromId }) => fromId);
  const parts = await Promise.all(councils.map((id) => relationsOf(context, id, lens, 'PART_OF', 'to')));
  return new Set([...councils, ...parts.flat().map(({ fromId }) => fromId)]);
};

/** The ids of the bodies whose seats are counted. */
export const countedBodies = async (context: Context, { bodies: named, kinds, region }: CountFilter, lens: Lens): Promise<string[]> => {
  const there = region == null ? null : await bodiesOfRegion(context, region, lens);
  const asked = named ?? there ?? (await context.reader.read(queries.counts.bodyIds, { kinds: kinds ? [...kinds] : null })).map(({ id }) => id);
  const within = [...new Set(asked)].filter((id) => !there || there.has(id));
  const found = await Promise.all(within.map((id) => context.use(bodies)(lens.knownAt).load(id)));
  return found.flatMap((row) => (row && (!kinds || kinds.includes(row.kind)) ? [row.id] : []));
};
