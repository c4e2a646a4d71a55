import type { TermResolvers } from '../../generated/api.js';
import { nodesOf, referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { dated } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import { edgeOf } from './reads.js';

export const nodes = { term: nodesOf('Term', loaders.terms) };

export const Term: TermResolvers = {
  name: ({ row }) => row.name,
  body: ({ row, lens }, _, context) => referred<BodyAt>(context, row.body, lens),
  from: async (at, _, context) => dated.from(await edgeOf(at, context)),
  until: async (at, _, context) => dated.until(await edgeOf(at, context)),
  interval: (at, _, context) => edgeOf(at, context),
  basis: async (at, _, context) => dated.basis(await edgeOf(at, context)),
  reason: async (at, _, context) => dated.reason(await edgeOf(at, context)),
  sources: async (at, _, context) => dated.sources(await edgeOf(at, context), {}, context),
};
