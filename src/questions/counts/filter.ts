import type { CountFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { NOW } from '../../record/time.js';
import { bodiesAmong, withinRegion } from '../../words/relations/region.js';

/** The ids of bodies of which the filter may count seats. */
export const askedBodies = async (context: Context, { bodies: named, kinds, region }: CountFilter, lens: Lens): Promise<string[]> => {
  const there = region == null ? null : new Set(bodiesAmong(await withinRegion(context, region, scopeOf(lens))));
  // A kind may have been corrected since: of a past record each body is looked at.
  const ofKinds = kinds && lens.knownAt === NOW ? [...kinds] : null;
  const asked = named ?? there ?? (await context.reader.read(queries.counts.bodyIds, { kinds: ofKinds })).map(({ id }) => id);
  return [...new Set(asked)].filter((id) => !there || there.has(id));
};
