import type { GraphQLResolveInfo } from 'graphql';
import type { BodyResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { asksForListOf, asksOnlyHowMany } from '../../read/selection.js';
import { phaseOn } from '../../time/in-force.js';
import { sourcesOfNode } from '../documents/fields.js';
import { meetingsOfBody } from '../meetings/reads.js';
import { membersOf } from '../memberships/reads.js';
import { aliasesOf } from '../names/called.js';
import type { PrincipalAt } from '../principals/model.js';
import { allRelationsOf, onlyRelatedTo, relatedTo, relationsAt, successionsOf } from '../relations/reads.js';
import { statements } from '../statements/reads.js';
import { termsAt } from '../terms/reads.js';
import * as loaders from './loaders.js';
import type { BodyAt } from './model.js';
import { withMembers, withParties, withSeats } from './prefetch.js';
import { belowBody, bodies, body, recordedExistence } from './reads.js';

const TYPENAMES = {
  COUNCIL: 'Council',
  FORUM: 'Forum',
  COMMITTEE: 'Committee',
  HEALTH_CLUSTER: 'HealthCluster',
  BOARD: 'Board',
  ORGANISATION: 'Organisation',
} as const;

const typenameOf = ({ row }: BodyAt) => TYPENAMES[row.kind];

export const nodes = { body: nodesOf((at) => typenameOf(at as BodyAt), loaders.bodies) };

/** What is asked for along with a body. */
const prefetchIn = (info: GraphQLResolveInfo): typeof withMembers | null => {
  if (!asksForListOf(info, 'members')) return null;
  const asksOfMembers = (field: string): boolean => asksForListOf(info, 'members', 'nodes', 'person', field);
  return asksOfMembers('memberships') ? withSeats : asksOfMembers('party') ? withParties : withMembers;
};

export const Query: Pick<QueryResolvers, 'body' | 'bodies'> = {
  body: (_, { id, ...lens }, context, info) => body(context, id, lensOf(lens), prefetchIn(info)),
  bodies: (_, { filter, all, first, after, ...lens }, context) => bodies(context, filter ?? {}, lensOf(lens), { all, first, after }),
};

export const Body: BodyResolvers = {
  __resolveType: typenameOf,
  aliases: ({ row }) => aliasesOf(row),
  kind: ({ row }) => row.kind,
  existence: (at, _, context) => recordedExistence(context, at),
  phase: ({ row, lens }) => phaseOn(row, lens.asOf),
  lastObserved: ({ row, lens }, _, context) => context.use(loaders.lastObserved)(lens.knownAt).load(row.id),
  members: (at, args, context, info) => membersOf(context, at.row.id, belowBody(at), args, asksOnlyHowMany(info)),
  covers: (at, _, context) => relatedTo(context, at, 'COVERS', 'from'),
  governs: (at, _, context) => onlyRelatedTo<PrincipalAt>(context, at, 'GOVERNS', 'from'),
  partOf: (at, _, context) => relatedTo(context, at, 'PART_OF', 'from'),
  parts: (at, _, context) => relatedTo(context, at, 'PART_OF', 'to'),
  predecessors: (at, _, context) => successionsOf(context, at.row.id, at.row, at.lens, 'from'),
  successors: (at, _, context) => successionsOf(context, at.row.id, at.row, at.lens, 'to'),
  seats: (at, _, context) => relationsAt(context, at, 'HAS_SEATS', 'to'),
  meetings: (at, args, context) => meetingsOfBody(context, at.row.id, belowBody(at), args),
  relations: (at, args, context) => allRelationsOf(context, at, args),
  statements: (at, args, context) => statements(context, { about: at.row.id }, belowBody(at), args),
  terms: (at, _, context) => termsAt(context, at),
  sources: (at, _, context) => sourcesOfNode(at, context),
};
