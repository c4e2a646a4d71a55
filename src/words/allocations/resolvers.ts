import type { AllocationResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { placeById } from '../../read/nodes.js';
import { node } from '../../read/node-fields.js';
import { sourcesOf } from '../../read/dated-fields.js';
import { allocations } from './reads.js';

export const Query: Pick<QueryResolvers, 'allocations'> = {
  allocations: (_, { filter, first, after, ...lens }, context) => allocations(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Allocation: AllocationResolvers = {
  ...node,
  municipality: ({ row, lens }, _, context) => placeById(context, row.municipality, lens),
  subject: ({ row }) => row.subject,
  year: ({ row }) => row.year,
  value: ({ row }) => row.value,
  printed: ({ row }) => row.printed,
  sources: (at, _, context) => sourcesOf(at, context),
};
