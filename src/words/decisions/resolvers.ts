import type { DecisionResolvers, QueryResolvers, RecommendationResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { bodyById, referred } from '../../read/nodes.js';
import type { AgendaItemAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { provenance, sourcesOf } from '../../read/dated-fields.js';
import { decisions } from './reads.js';

export const Query: Pick<QueryResolvers, 'decisions'> = {
  decisions: (_, { filter, first, after, ...lens }, context) => decisions(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Recommendation: RecommendationResolvers = {
  text: ({ row }) => row.text,
  outcome: ({ row }) => row.outcome,
  sources: (at, _, context) => sourcesOf(at, context),
};

export const Decision: DecisionResolvers = {
  ...node,
  item: ({ row, lens }, _, context) => (row.item ? referred<AgendaItemAt>(context, row.item, lens) : null),
  body: ({ row, lens }, _, context) => (row.body ? bodyById(context, row.body, lens) : null),
  date: ({ row }) => row.date,
  text: ({ row }) => row.text,
  outcome: ({ row }) => row.outcome,
  ...provenance,
};
