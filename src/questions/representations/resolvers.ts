import type { PrincipalResolvers, QueryResolvers, RepresentationResolvers } from '../../generated/api.js';
import { below, lensOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { PersonAt } from '../../words/people/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import { REPRESENTATION_KINDS, type RepresentationAt } from './model.js';
import { basisOf, certaintyOf, representations } from './reads.js';

export const Query: Pick<QueryResolvers, 'representations'> = {
  representations: (_, { filter, first, after, ...lens }, context) => representations(context, filter ?? {}, lensOf(lens), { first, after }, 50),
};

export const Principal: Pick<PrincipalResolvers, 'representatives'> = {
  representatives: ({ row, lens }, { how, in: where, all, first, after }, context) =>
    representations(context, { whom: row.id, how, where, all }, 'fromMin' in row ? below(lens, row) : lens, { first, after }, 100),
};

const lensBelow = ({ lens, membership }: RepresentationAt) => below(lens, membership);

export const Representation: RepresentationResolvers = {
  person: (at, _, context) => referred<PersonAt>(context, at.membership.person, lensBelow(at)),
  principal: (at, _, context) => referred<PrincipalAt>(context, at.principal, lensBelow(at)),
  body: (at, _, context) => referred<BodyAt>(context, at.membership.body, lensBelow(at)),
  membership: ({ membership, lens }) => ({ row: membership, lens }),
  how: ({ ways }) => REPRESENTATION_KINDS.filter((kind) => ways.some(({ how }) => how === kind)),
  certainty: certaintyOf,
  basis: basisOf,
};
