import type { LeaveResolvers, MembershipResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { edgesOf, referred } from '../../read/nodes.js';
import { certaintyAt, dated, seenBelow } from '../intervals/fields.js';
import type { MembershipAt } from '../memberships/model.js';
import * as loaders from './loaders.js';
import { leavesOf, sittingAt } from './reads.js';

export const nodes = { leave: edgesOf('Leave', loaders.leavesById) };

export const Membership: Pick<MembershipResolvers, 'leaves' | 'sits'> = {
  leaves: (at, args, context) => leavesOf(context, seenBelow(at), args),
  sits: (at, _, context) => sittingAt(context, at),
};

export const Leave: LeaveResolvers = {
  ...dated,
  membership: ({ row, lens }, _, context) => referred<MembershipAt>(context, row.membership, below(lens, row)),
  certainty: certaintyAt,
};
