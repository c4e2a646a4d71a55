import type { CountKeyResolvers, CountRowResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { counts } from './reads.js';

export const Query: Pick<QueryResolvers, 'counts'> = {
  counts: (_, { filter, by, first, ...lens }, context) => counts(context, filter, by, first ?? 200, lensOf(lens)),
};

export const CountRow: CountRowResolvers = {
  keys: ({ keys }) => keys,
  people: ({ people }) => people,
  memberships: ({ memberships }) => memberships,
};

export const CountKey: CountKeyResolvers = {
  by: ({ by }) => by,
  thing: ({ key, lens }, _, context) => (key.thing === null ? null : referred(context, key.thing, lens)),
  value: ({ key }) => key.value,
};
