import type { QueryResolvers, StatementResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { provenance } from '../documents/fields.js';
import * as loaders from './loaders.js';
import { conflictsOf, statements, thingsOf } from './reads.js';

export const nodes = { statement: nodesOf('Statement', loaders.statements) };

export const Query: Pick<QueryResolvers, 'statements'> = {
  statements: (_, { filter, first, after, ...lens }, context) => statements(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Statement: StatementResolvers = {
  about: (at, _, context) => thingsOf(context, at),
  subject: ({ row }) => row.subject,
  text: ({ row }) => row.text,
  value: ({ row }) => row.value,
  date: ({ row }) => row.date,
  ...provenance,
  conflictsWith: (at, _, context) => conflictsOf(context, at),
};
