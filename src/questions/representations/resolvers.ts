import type { PrincipalResolvers, QueryResolvers, RepresentationResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { PersonAt } from '../../words/people/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import { REPRESENTATION_KINDS } from './model.js';
import { basisOf, certaintyOf, representations } from './reads.js';
import { belowRepresentation, representativesOf, seatOf } from './seen.js';

export const Query: Pick<QueryResolvers, 'representations'> = {
  representations: (_, { filter, first, after, ...lens }, context) => representations(context, filter ?? {}, lensOf(lens), { first, after }, 50),
};

export const Principal: Pick<PrincipalResolvers, 'representatives'> = {
  representatives: (at, args, context) => representativesOf(context, at, args),
};

export const Representation: RepresentationResolvers = {
  person: (at, _, context) => referred<PersonAt>(context, at.membership.person, belowRepresentation(at)),
  principal: (at, _, context) => referred<PrincipalAt>(context, at.principal, belowRepresentation(at)),
  body: (at, _, context) => referred<BodyAt>(context, at.membership.body, belowRepresentation(at)),
  membership: seatOf,
  how: ({ ways }) => REPRESENTATION_KINDS.filter((kind) => ways.some(({ how }) => how === kind)),
  certainty: certaintyOf,
  basis: basisOf,
};
