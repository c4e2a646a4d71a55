import type { MunicipalityResolvers, QueryResolvers, RegionResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodeById, nodesOf } from '../../read/nodes.js';
import { allocationsTo } from '../allocations/reads.js';
import type { BodyAt } from '../bodies/model.js';
import { peopleConnection } from '../people/reads.js';
import { populationIn } from '../population/reads.js';
import { existing } from '../principals/existence.js';
import { succeeding } from '../principals/succession.js';
import { allRelationsOf, onlyRelatedTo, relatedTo } from '../relations/reads.js';
import * as loaders from './loaders.js';
import type { PlaceAt } from './model.js';
import { municipalities, municipality, regions } from './reads.js';

export const nodes = { municipality: nodesOf('Municipality', loaders.municipalities), region: nodesOf('Region', loaders.regions) };

export const Query: Pick<QueryResolvers, 'municipality' | 'municipalities' | 'region' | 'regions'> = {
  municipality: (_, { id, code, ...lens }, context) => municipality(context, { id, code }, lensOf(lens)),
  municipalities: (_, { filter, first, after, ...lens }, context) => municipalities(context, filter ?? {}, lensOf(lens), { first, after }),
  region: async (_, { id, ...lens }, context) => (id.startsWith('region:') ? ((await nodeById(context, id, lensOf(lens))) as PlaceAt | null) : null),
  regions: (_, lens, context) => regions(context, lensOf(lens)),
};

export const Municipality: MunicipalityResolvers = {
  ...existing,
  ...succeeding<PlaceAt>(),
  code: ({ row }) => row.code,
  region: (at, _, context) => onlyRelatedTo<PlaceAt>(context, at, 'LIES_IN', 'from'),
  council: (at, _, context) => onlyRelatedTo<BodyAt>(context, at, 'GOVERNS', 'to'),
  coveredBy: (at, _, context) => relatedTo(context, at, 'COVERS', 'to'),
  people: ({ row, lens }, args, context) => peopleConnection(context, row.id, lens, args),
  population: (at, { year }, context) => populationIn(context, at, year),
  allocations: (at, args, context) => allocationsTo(context, at, args),
  relations: (at, args, context) => allRelationsOf(context, at, args),
};

export const Region: RegionResolvers = {
  ...existing,
  ...succeeding<PlaceAt>(),
  municipalities: (at, _, context) => relatedTo(context, at, 'LIES_IN', 'to'),
  council: (at, _, context) => onlyRelatedTo<BodyAt>(context, at, 'GOVERNS', 'to'),
  relations: (at, args, context) => allRelationsOf(context, at, args),
};
