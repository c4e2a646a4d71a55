import type { FeedItemResolvers, QueryResolvers, SubscriptionResolvers } from '../../generated/api.js';
import type { FeedItemAt } from './model.js';
import { feed, follow } from './reads.js';

export const Query: Pick<QueryResolvers, 'feed'> = {
  feed: (_, { after, first, filter }, context) => feed(context, { after, filter }, first ?? 100),
};

export const Subscription: SubscriptionResolvers = {
  feed: { subscribe: (_, args, context) => follow(context, args), resolve: (item: FeedItemAt) => item },
};

export const FeedItem: FeedItemResolvers = {
  at: ({ at }) => new Date(at),
};
