import { allocationsTo } from '../allocations/reads.js';
import type { MunicipalityResolvers, QueryResolvers, RegionResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import type { BodyAt, PlaceAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { nameOn } from '../names/called.js';
import { peopleConnection } from '../people/reads.js';
import { allRelationsOf, onlyRelatedTo, relatedTo } from '../relations/reads.js';
import { representatives } from '../../questions/representations/resolvers.js';
import { municipalities, municipality } from './reads.js';

export const Query: Pick<QueryResolvers, 'municipality' | 'municipalities' | 'region'> = {
  municipality: (_, { id, code, ...lens }, context) => municipality(context, { id, code }, lensOf(lens)),
  municipalities: (_, { filter, first, after, ...lens }, context) => municipalities(context, filter ?? {}, lensOf(lens), { first, after }),
  region: async (_, { id, ...lens }, context) => (id.startsWith('region:') ? ((await nodeById(context, id, lensOf(lens))) as PlaceAt | null) : null),
};

const place = {
  ...node,
  name: ({ row, lens }: PlaceAt) => nameOn(row, lens.asOf),
};

export const Municipality: MunicipalityResolvers = {
  ...place,
  code: ({ row }) => row.code,
  region: ({ row, lens }, _, context) => onlyRelatedTo<PlaceAt>(context, row.id, lens, 'LIES_IN', 'from'),
  council: ({ row, lens }, _, context) => onlyRelatedTo<BodyAt>(context, row.id, lens, 'GOVERNS', 'to'),
  coveredBy: ({ row, lens }, _, context) => relatedTo(context, row.id, lens, 'COVERS', 'to'),
  people: ({ row, lens }, args, context) => peopleConnection(context, row.id, lens, args),
  representatives,
  allocations: (at, args, context) => allocationsTo(context, at, args),
  relations: (at, args, context) => allRelationsOf(context, at, args),
};

export const Region: RegionResolvers = {
  ...place,
  municipalities: ({ row, lens }, _, context) => relatedTo(context, row.id, lens, 'LIES_IN', 'to'),
  council: ({ row, lens }, _, context) => onlyRelatedTo<BodyAt>(context, row.id, lens, 'GOVERNS', 'to'),
  representatives,
  relations: (at, args, context) => allRelationsOf(context, at, args),
};
