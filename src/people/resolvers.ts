import { affiliationsOf, municipalitiesOf, partyOf } from '../affiliations/reads.js';
import type { PersonResolvers, QueryResolvers } from '../generated/api.js';
import { lensOf } from '../lens/lens.js';
import { nodeById } from '../lens/nodes.js';
import type { PersonAt } from '../lens/parents.js';
import { node } from '../lens/resolvers.js';
import { seatsOf } from '../memberships/reads.js';
import { aliasesOf, nameOn } from '../names/called.js';
import { sourcesOf } from '../time/resolvers.js';
import { people } from './reads.js';

export const Query: Pick<QueryResolvers, 'person' | 'people'> = {
  person: async (_, { id, ...lens }, context) => (id.startsWith('person:') ? ((await nodeById(context, id, lensOf(lens))) as PersonAt | null) : null),
  people: (_, { filter, orderBy, first, after, ...lens }, context) => people(context, filter ?? {}, orderBy ?? 'NAME', lensOf(lens), { first, after }),
};

export const Person: PersonResolvers = {
  ...node,
  name: ({ row, lens }) => nameOn(row, lens.asOf),
  aliases: ({ row }) => aliasesOf(row),
  diedOn: ({ row }) => row.diedOn,
  memberships: ({ row, lens }, args, context) => seatsOf(context, row.id, lens, args),
  affiliations: ({ row, lens }, args, context) => affiliationsOf(context, row.id, lens, args),
  party: ({ row, lens }, _, context) => partyOf(context, row.id, lens),
  municipalities: ({ row, lens }, _, context) => municipalitiesOf(context, row.id, lens),
  sources: (at, _, context) => sourcesOf(at, context),
};
