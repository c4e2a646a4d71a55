import type { QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { search } from './reads.js';

export const Query: Pick<QueryResolvers, 'search'> = {
  search: (_, { text, types, first, ...lens }, context) => search(context, text, types, first, lensOf(lens)),
};
