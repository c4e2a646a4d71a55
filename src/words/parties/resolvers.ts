import type { PartyResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { node } from '../../read/node-fields.js';
import { letterOn, nameOn } from '../names/called.js';
import { peopleConnection } from '../people/reads.js';
import { allRelationsOf } from '../relations/reads.js';
import { representatives } from '../../questions/representations/resolvers.js';
import { parties, party } from './reads.js';

export const Query: Pick<QueryResolvers, 'party' | 'parties'> = {
  party: (_, { id, letter, ...lens }, context) => party(context, { id, letter }, lensOf(lens)),
  parties: (_, { first, after, ...lens }, context) => parties(context, lensOf(lens), { first, after }),
};

export const Party: PartyResolvers = {
  ...node,
  name: ({ row, lens }) => nameOn(row, lens.asOf),
  letter: ({ row, lens }) => letterOn(row, lens.asOf),
  members: ({ row, lens }, args, context) => peopleConnection(context, row.id, lens, args),
  representatives,
  relations: (at, args, context) => allRelationsOf(context, at, args),
};
