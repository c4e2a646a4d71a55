import type { FindingResolvers, QueryResolvers } from '../../generated/api.js';
import { nodeById } from '../../read/nodes.js';
import { findingsOf } from './reads.js';

export const Query: Pick<QueryResolvers, 'integrity'> = {
  integrity: (_, args, context) => findingsOf(context, args),
};

export const Finding: FindingResolvers = {
  rule: ({ row }) => row.rule,
  title: ({ row }) => row.title,
  on: ({ row }) => row.on,
  things: async ({ row, lens }, _, context) => (await Promise.all(row.things.map((id) => nodeById(context, id, lens)))).filter((node) => node !== null),
  message: ({ row }) => row.message,
};
