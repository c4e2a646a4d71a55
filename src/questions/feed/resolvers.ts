import type { FeedItemResolvers, QueryResolvers } from '../../generated/api.js';
import { feed } from './reads.js';

export const Query: Pick<QueryResolvers, 'feed'> = {
  feed: (_, { after, first, filter }, context) => feed(context, { after, filter }, first ?? 100),
};

export const FeedItem: FeedItemResolvers = {
  at: ({ at }) => new Date(at),
};
