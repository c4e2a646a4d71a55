import type { PartyResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf, referred } from '../../read/nodes.js';
import { letterOn } from '../names/called.js';
import { peopleConnection } from '../people/reads.js';
import type { PlaceAt } from '../places/model.js';
import { allRelationsOf } from '../relations/reads.js';
import { existing } from '../principals/existence.js';
import { succeeding } from '../principals/succession.js';
import * as loaders from './loaders.js';
import type { PartyAt } from './model.js';
import { parties, party } from './reads.js';

export const nodes = { party: nodesOf('Party', loaders.parties) };

export const Query: Pick<QueryResolvers, 'party' | 'parties'> = {
  party: (_, { id, letter, municipality, ...lens }, context) => party(context, { id, letter, municipality }, lensOf(lens)),
  parties: (_, { first, after, ...lens }, context) => parties(context, lensOf(lens), { first, after }),
};

export const Party: PartyResolvers = {
  ...existing,
  ...succeeding<PartyAt>(),
  letter: ({ row, lens }) => letterOn(row, lens.asOf),
  scope: ({ row }) => row.scope ?? 'NATIONAL',
  municipality: ({ row, lens }, _, context) => (row.municipality === null ? null : referred<PlaceAt>(context, row.municipality, lens)),
  colour: ({ row }) => row.colour,
  members: ({ row, lens }, args, context) => peopleConnection(context, row.id, lens, args),
  relations: (at, args, context) => allRelationsOf(context, at, args),
};
