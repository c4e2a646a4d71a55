import type { DecisionResolvers, QueryResolvers, RecommendationResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf, referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { provenance, sourcesOf } from '../documents/fields.js';
import type { AgendaItemAt } from '../meetings/model.js';
import * as loaders from './loaders.js';
import { decisions } from './reads.js';

export const nodes = { decision: nodesOf('Decision', loaders.decisions) };

export const Query: Pick<QueryResolvers, 'decisions'> = {
  decisions: (_, { filter, first, after, ...lens }, context) => decisions(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Recommendation: RecommendationResolvers = {
  text: ({ row }) => row.text,
  outcome: ({ row }) => row.outcome,
  sources: (at, _, context) => sourcesOf(at, context),
};

export const Decision: DecisionResolvers = {
  item: ({ row, lens }, _, context) => (row.item ? referred<AgendaItemAt>(context, row.item, lens) : null),
  body: ({ row, lens }, _, context) => (row.body ? referred<BodyAt>(context, row.body, lens) : null),
  date: ({ row }) => row.date,
  text: ({ row }) => row.text,
  outcome: ({ row }) => row.outcome,
  ...provenance,
};
