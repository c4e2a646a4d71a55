import type { QueryResolvers, StatementResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { node } from '../../read/node-fields.js';
import { provenance } from '../../read/dated-fields.js';
import { conflictsOf, statements, thingsOf } from './reads.js';

export const Query: Pick<QueryResolvers, 'statements'> = {
  statements: (_, { filter, first, after, ...lens }, context) => statements(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Statement: StatementResolvers = {
  ...node,
  about: (at, _, context) => thingsOf(context, at),
  subject: ({ row }) => row.subject,
  text: ({ row }) => row.text,
  value: ({ row }) => row.value,
  date: ({ row }) => row.date,
  ...provenance,
  conflictsWith: (at, _, context) => conflictsOf(context, at),
};
