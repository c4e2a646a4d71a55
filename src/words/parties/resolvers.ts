import type { PartyResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { letterOn } from '../names/called.js';
import { peopleConnection } from '../people/reads.js';
import { allRelationsOf } from '../relations/reads.js';
import * as loaders from './loaders.js';
import { parties, party } from './reads.js';

export const nodes = { party: nodesOf('Party', loaders.parties) };

export const Query: Pick<QueryResolvers, 'party' | 'parties'> = {
  party: (_, { id, letter, ...lens }, context) => party(context, { id, letter }, lensOf(lens)),
  parties: (_, { first, after, ...lens }, context) => parties(context, lensOf(lens), { first, after }),
};

export const Party: PartyResolvers = {
  letter: ({ row, lens }) => letterOn(row, lens.asOf),
  members: ({ row, lens }, args, context) => peopleConnection(context, row.id, lens, args),
  relations: (at, args, context) => allRelationsOf(context, at, args),
};
