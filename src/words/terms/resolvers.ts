import type { TermResolvers } from '../../generated/api.js';
import { keyOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { dated } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import { bodyOf, edgeOf } from './reads.js';

export const nodes = { term: nodesOf('Term', loaders.terms) };

export const Term: TermResolvers = {
  key: ({ row, lens, through }) => keyOf(through ? `${row.id}>${through}` : row.id, lens),
  name: ({ row }) => row.name,
  body: (at, _, context) => bodyOf(context, at),
  calendar: ({ row }) => row.calendar,
  from: async (at, _, context) => dated.from(await edgeOf(at, context)),
  until: async (at, _, context) => dated.until(await edgeOf(at, context)),
  interval: (at, _, context) => edgeOf(at, context),
  basis: async (at, _, context) => dated.basis(await edgeOf(at, context)),
  reason: async (at, _, context) => dated.reason(await edgeOf(at, context)),
  sources: async (at, _, context) => dated.sources(await edgeOf(at, context), {}, context),
};
