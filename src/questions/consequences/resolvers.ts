import type { QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { consequences } from './reads.js';

export const Query: Pick<QueryResolvers, 'consequences'> = {
  consequences: (_, { of, knownAt }, context) => consequences(context, of, lensOf({ knownAt })),
};
