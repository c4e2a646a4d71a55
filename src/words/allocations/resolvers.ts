import type { AllocationResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf, referred } from '../../read/nodes.js';
import { sourcesOf } from '../documents/fields.js';
import type { PlaceAt } from '../places/model.js';
import * as loaders from './loaders.js';
import { allocations } from './reads.js';

export const nodes = { allocation: nodesOf('Allocation', loaders.allocations) };

export const Query: Pick<QueryResolvers, 'allocations'> = {
  allocations: (_, { filter, first, after, ...lens }, context) => allocations(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Allocation: AllocationResolvers = {
  municipality: ({ row, lens }, _, context) => referred<PlaceAt>(context, row.municipality, lens),
  subject: ({ row }) => row.subject,
  year: ({ row }) => row.year,
  value: ({ row }) => row.value,
  printed: ({ row }) => row.printed,
  sources: (at, _, context) => sourcesOf(at, context),
};
