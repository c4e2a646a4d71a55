import type { RelationResolvers, SuccessionResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { certaintyAt, dated } from '../intervals/fields.js';
import { endOf } from './reads.js';

const { interval, basis, reason, sources } = dated;

export const Relation: RelationResolvers = {
  id: ({ row }) => row.id,
  kind: ({ row }) => row.relation,
  from: ({ row, lens }, _, context) => endOf(context, row.fromId, below(lens, row)),
  to: ({ row, lens }, _, context) => endOf(context, row.toId, below(lens, row)),
  start: ({ row }) => row.from,
  end: ({ row }) => row.until,
  interval,
  certainty: certaintyAt,
  basis,
  reason,
  sources,
};

export const Succession: SuccessionResolvers = {
  successor: ({ row, lens }, _, context) => referred<BodyAt>(context, row.fromId, lens),
  predecessor: ({ row, lens }, _, context) => referred<BodyAt>(context, row.toId, lens),
  on: ({ row }) => row.from,
  interval,
  basis,
  reason,
  sources,
};
