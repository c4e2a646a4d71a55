import { affiliationsOf, municipalitiesOf, partyOf } from '../affiliations/reads.js';
import { asksForListOf } from '../../read/selection.js';
import type { PersonResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { node } from '../../read/node-fields.js';
import { seatsOf } from '../memberships/reads.js';
import { aliasesOf, nameOn } from '../names/called.js';
import { sourcesOfNode } from '../../read/dated-fields.js';
import { people, person } from './reads.js';

export const Query: Pick<QueryResolvers, 'person' | 'people'> = {
  person: (_, { id, ...lens }, context, info) => person(context, id, lensOf(lens), asksForListOf(info, 'memberships')),
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
  sources: (at, _, context) => sourcesOfNode(at, context),
};
