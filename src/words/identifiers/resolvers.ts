import type {
  BodyResolvers,
  IdentifierResolvers,
  MunicipalityResolvers,
  PartyResolvers,
  PersonResolvers,
  QueryResolvers,
  RegionResolvers,
} from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { type NodeAt, lensOf } from '../../read/lens.js';
import { sourcesOf, sourcesOfNode } from '../documents/fields.js';
import { printed, seenBelow } from '../intervals/fields.js';
import { find, identifier, identifiersAt } from './reads.js';

export const nodes = { identifier: { typename: 'Identifier', find: identifier } };

export const Query: Pick<QueryResolvers, 'find'> = {
  find: (_, { scheme, value, ...lens }, context) => find(context, scheme, value, lensOf(lens)),
};

const identifiers = (at: NodeAt, _: unknown, context: Context) => identifiersAt(context, at);

export const Person: Pick<PersonResolvers, 'identifiers'> = { identifiers };
export const Body: Pick<BodyResolvers, 'identifiers'> = { identifiers };
export const Party: Pick<PartyResolvers, 'identifiers'> = { identifiers };
export const Municipality: Pick<MunicipalityResolvers, 'identifiers'> = { identifiers };
export const Region: Pick<RegionResolvers, 'identifiers'> = { identifiers };

export const Identifier: IdentifierResolvers = {
  ...printed,
  scheme: ({ row }) => row.scheme,
  value: ({ row }) => row.value,
  url: ({ row }) => row.url,
  sources: ({ row, ...at }, _, context) =>
    row.sources
      ? sourcesOf(seenBelow({ ...at, row: { ...row, sources: row.sources } }), context)
      : sourcesOfNode({ row: { id: row.thing as string }, lens: at.lens }, context),
};
