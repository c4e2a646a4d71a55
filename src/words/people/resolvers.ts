import type { PersonResolvers, QueryResolvers } from '../../generated/api.js';
import { ledHere } from '../../read/leading.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { asksForListOf } from '../../read/selection.js';
import { affiliationsOf, municipalitiesOf, partyOf, partyStatusOf } from '../affiliations/reads.js';
import { sourcesOfNode } from '../documents/fields.js';
import { seatsOf } from '../memberships/reads.js';
import { aliasesOf, nameOn } from '../names/called.js';
import * as loaders from './loaders.js';
import { withSeats } from './prefetch.js';
import { people, person } from './reads.js';

export const nodes = { person: nodesOf('Person', loaders.people) };

export const Query: Pick<QueryResolvers, 'person' | 'people'> = {
  person: (_, { id, ...lens }, context, info) => person(context, id, lensOf(lens), asksForListOf(info, 'memberships') ? withSeats : null),
  people: (_, { filter, orderBy, first, after, ...lens }, context) => people(context, filter ?? {}, orderBy ?? 'NAME', lensOf(lens), { first, after }),
};

export const Person: PersonResolvers = {
  name: ({ row, lens }) => nameOn(row, lens.asOf),
  aliases: ({ row }) => aliasesOf(row),
  diedOn: ({ row }) => row.diedOn,
  gender: ({ row }) => row.gender,
  memberships: ({ row, lens }, args, context) => seatsOf(context, row.id, lens, args),
  affiliations: ({ row, lens }, args, context) => affiliationsOf(context, row.id, lens, args),
  partyStatus: ({ row, lens }, _, context) => partyStatusOf(context, row.id, lens),
  party: ({ row, lens }, _, context) => partyOf(context, row.id, lens),
  municipalities: ({ row, lens }, _, context) => municipalitiesOf(context, row.id, lens),
  sources: (at, _, context) => sourcesOfNode(at, context),
  mergedIds: ({ row, lens }, _, context) => context.use(ledHere)(lens.knownAt).load(row.id),
};
