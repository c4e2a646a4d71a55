import type { PrincipalResolvers } from '../../generated/api.js';
import { typenameOf } from '../../read/nodes.js';
import { nameOn } from '../names/called.js';

export const Principal: Pick<PrincipalResolvers, '__resolveType' | 'name'> = {
  __resolveType: (at, context) => typenameOf(context, at) as 'Party',
  name: ({ row, lens }) => nameOn(row, lens.asOf),
};
