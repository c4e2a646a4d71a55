import type { RelationResolvers, SuccessionResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { edgesOf } from '../../read/nodes.js';
import { bodyInItsTime } from '../bodies/reads.js';
import { certaintyAt, dated } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import { endOf } from './reads.js';

const relation = edgesOf('Relation', loaders.relationsById);

export const nodes = {
  relation,
  seats: relation,
  called: edgesOf('Relation', loaders.calledById),
  'has-term': edgesOf('Relation', loaders.termsById),
};

const { interval, basis, reason, sources } = dated;

export const Relation: RelationResolvers = {
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
  successor: ({ row, lens }, _, context) => bodyInItsTime(context, row.fromId, lens),
  predecessor: ({ row, lens }, _, context) => bodyInItsTime(context, row.toId, lens),
  on: ({ row }) => row.from,
  interval,
  basis,
  reason,
  sources,
};
