import type { FindingResolvers, QueryResolvers } from '../../generated/api.js';
import { thoseKnown } from '../../read/nodes.js';
import { findingsOf } from './reads.js';

export const Query: Pick<QueryResolvers, 'integrity'> = {
  integrity: (_, args, context) => findingsOf(context, args),
};

export const Finding: FindingResolvers = {
  rule: ({ row }) => row.rule,
  title: ({ row }) => row.title,
  on: ({ row }) => row.on,
  things: ({ row, lens }, _, context) => thoseKnown(context, row.things, lens),
  message: ({ row }) => row.message,
};
