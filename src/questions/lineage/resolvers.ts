import type { CouncilResolvers } from '../../generated/api.js';
import { lineageOf } from './reads.js';

/** The same for each of the six kinds of body. */
export const bodyFields: Pick<CouncilResolvers, 'lineage'> = {
  lineage: (at, _, context) => lineageOf(context, at),
};
