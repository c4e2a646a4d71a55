import type { SeatAllotmentResolvers } from '../../generated/api.js';
import { referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { dated } from '../intervals/fields.js';
import type { PrincipalAt } from '../principals/model.js';

export const SeatAllotment: SeatAllotmentResolvers = {
  body: ({ row, lens }, _, context) => referred<BodyAt>(context, row.toId, lens),
  by: ({ row, lens }, _, context) => referred<PrincipalAt>(context, row.fromId, lens),
  count: ({ row }) => row.count,
  exOfficio: ({ row }) => row.exOfficio,
  basis: dated.basis,
  status: ({ row }) => row.status,
  sources: dated.sources,
};
