import type { GraphQLResolveInfo } from 'graphql';
import { asksForListOf, asksOnlyHowMany } from '../../read/selection.js';
import type { BodyResolvers, CouncilResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { typenameOf } from '../../read/nodes.js';
import type { PrincipalAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { meetingsOfBody } from '../meetings/reads.js';
import { membersOf } from '../memberships/reads.js';
import { aliasesOf, nameOn } from '../names/called.js';
import { allRelationsOf, onlyRelatedTo, relatedTo, relationsOf } from '../relations/reads.js';
import { representatives } from '../../questions/representations/resolvers.js';
import { statements } from '../statements/reads.js';
import { termsOf } from '../terms/resolvers.js';
import { phaseOn } from '../../time/in-force.js';
import { sourcesOfNode } from '../../read/dated-fields.js';
import { type Along, belowBody, bodies, body, existenceOf, successions } from './reads.js';

const alongIn = (info: GraphQLResolveInfo): Along | null => {
  if (!asksForListOf(info, 'members')) return null;
  const asksOfMembers = (field: string): boolean => asksForListOf(info, 'members', 'nodes', 'person', field);
  return asksOfMembers('memberships') ? 'bodiesWithSeats' : asksOfMembers('party') ? 'bodiesWithParties' : 'bodiesWithMembers';
};

export const Query: Pick<QueryResolvers, 'body' | 'bodies'> = {
  body: (_, { id, ...lens }, context, info) => body(context, id, lensOf(lens), alongIn(info)),
  bodies: (_, { filter, all, first, after, ...lens }, context) => bodies(context, filter ?? {}, lensOf(lens), { all, first, after }),
};

/** The same for each of the six kinds. */
export const bodyFields: CouncilResolvers = {
  ...node,
  name: ({ row, lens }) => nameOn(row, lens.asOf),
  aliases: ({ row }) => aliasesOf(row),
  kind: ({ row }) => row.kind,
  existence: (at, _, context) => existenceOf(context, at),
  phase: ({ row, lens }) => phaseOn(row, lens.asOf),
  lastObserved: ({ row, lens }, _, context) => context.loaders.lastObserved(lens.knownAt).load(row.id),
  members: (at, args, context, info) => membersOf(context, at.row.id, belowBody(at), args, asksOnlyHowMany(info)),
  representatives,
  covers: (at, _, context) => relatedTo(context, at.row.id, belowBody(at), 'COVERS', 'from'),
  governs: (at, _, context) => onlyRelatedTo<PrincipalAt>(context, at.row.id, belowBody(at), 'GOVERNS', 'from'),
  partOf: (at, _, context) => relatedTo(context, at.row.id, belowBody(at), 'PART_OF', 'from'),
  parts: (at, _, context) => relatedTo(context, at.row.id, belowBody(at), 'PART_OF', 'to'),
  predecessors: (at, _, context) => successions(context, at, 'from'),
  successors: (at, _, context) => successions(context, at, 'to'),
  seats: async (at, _, context) => {
    const lens = belowBody(at);
    return (await relationsOf(context, at.row.id, lens, 'HAS_SEATS', 'to')).map((row) => ({ row, lens }));
  },
  meetings: (at, args, context) => meetingsOfBody(context, at.row.id, belowBody(at), args),
  relations: ({ row, lens }, args, context) => allRelationsOf(context, { row, lens: belowBody({ row, lens }) }, args),
  statements: (at, args, context) => statements(context, { about: at.row.id }, belowBody(at), args),
  terms: (at, _, context) => termsOf(context, at.row.id, belowBody(at)),
  sources: (at, _, context) => sourcesOfNode(at, context),
};

export const Body: Pick<BodyResolvers, '__resolveType'> = { __resolveType: (at) => typenameOf(at) as 'Council' };
