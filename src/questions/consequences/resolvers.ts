import type { QueryResolvers } from '../../generated/api.js';
import { lensOf, requireBeforeForever } from '../../read/lens.js';
import { consequences } from './reads.js';

export const Query: Pick<QueryResolvers, 'consequences'> = {
  consequences: (_, { of, knownAt }, context) => {
    requireBeforeForever('of.on', of.on);
    return consequences(context, of, lensOf({ knownAt }));
  },
};
