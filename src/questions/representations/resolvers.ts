import type { QueryResolvers, RepresentationResolvers } from '../../generated/api.js';
import { below, lensOf } from '../../read/lens.js';
import { bodyById, principalById, referred } from '../../read/nodes.js';
import type { PersonAt, PrincipalAt } from '../../read/parents.js';
import type { Context } from '../../read/context.js';
import { REPRESENTATION_KINDS, type RepresentationAt, type RepresentationKind } from './model.js';
import { basisOf, certaintyOf, representations } from './reads.js';

export const Query: Pick<QueryResolvers, 'representations'> = {
  representations: (_, { filter, first, after, ...lens }, context) => representations(context, filter ?? {}, lensOf(lens), { first, after }, 50),
};

interface RepresentativesArguments {
  how?: readonly RepresentationKind[] | null;
  in?: string | null;
  all?: boolean | null;
  first?: number | null;
  after?: string | null;
}

/** Seats anywhere whose holder represents, comes from, belongs to or was appointed by a principal. */
export const representatives = ({ row, lens }: PrincipalAt, { how, in: where, all, first, after }: RepresentativesArguments, context: Context) => {
  const day = 'fromMin' in row ? below(lens, row) : lens;
  return representations(context, { whom: row.id, how, where, all }, day, { first, after }, 100);
};

const lensBelow = ({ lens, membership }: RepresentationAt) => below(lens, membership);

export const Representation: RepresentationResolvers = {
  person: (at, _, context) => referred<PersonAt>(context, at.membership.person, lensBelow(at)),
  principal: (at, _, context) => principalById(context, at.principal, lensBelow(at)),
  body: (at, _, context) => bodyById(context, at.membership.body, lensBelow(at)),
  membership: ({ membership, lens }) => ({ row: membership, lens }),
  how: ({ ways }) => REPRESENTATION_KINDS.filter((kind) => ways.some(({ how }) => how === kind)),
  certainty: certaintyOf,
  basis: basisOf,
};
