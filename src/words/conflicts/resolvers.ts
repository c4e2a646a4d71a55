import type { ConflictResolvers } from '../../generated/api.js';
import { referred } from '../../read/nodes.js';
import { sourcesOf } from '../documents/fields.js';
import type { MembershipAt } from '../memberships/model.js';

export const Conflict: ConflictResolvers = {
  field: ({ row }) => row.field,
  value: ({ row }) => row.value,
  by: ({ row }) => row.by,
  other: ({ row, lens }, _, context) => (row.other === null ? null : referred<MembershipAt>(context, row.other, lens)),
  sources: (at, _, context) => sourcesOf(at, context),
};
