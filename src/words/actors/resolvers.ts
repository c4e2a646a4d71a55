import type { ActorResolvers, QueryResolvers } from '../../generated/api.js';
import { bodiesOf, me } from './reads.js';

export const Query: Pick<QueryResolvers, 'me'> = {
  me: (_, __, context) => me(context),
};

export const Actor: ActorResolvers = {
  id: ({ row }) => row.id,
  name: ({ row }) => row.name,
  role: ({ row }) => row.role,
  bodies: (at, _, context) => bodiesOf(context, at),
};
