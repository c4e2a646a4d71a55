import type { PersonResolvers } from '../../generated/api.js';
import { colleaguesOf } from './reads.js';

export const Person: Pick<PersonResolvers, 'colleagues'> = {
  colleagues: ({ row, lens }, args, context) => colleaguesOf(context, row.id, lens, args),
};
