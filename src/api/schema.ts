import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { resolvers } from '../generated/resolvers.js';
import { typeDefs } from '../generated/schema.js';
import { requireActors } from './authenticated.js';
import { requireBounds } from './bounds.js';
import { spendOnLists } from './budget.js';
import { introspectInTurns } from './introspection.js';
import { joined } from './joined.js';
import { requireKnownIds } from './known-ids.js';
import * as node from './node.js';
import { scalars } from './scalars.js';

/** The API: the SDL of `schema/` with its resolvers, and those of who writes. What an interface answers, every type of it does, unless it says something else. */
export const schemaWith = (writing: Parameters<typeof joined>[0]): GraphQLSchema =>
  requireActors(
    introspectInTurns(
      spendOnLists(
        requireBounds(
          requireKnownIds(
            makeExecutableSchema({
              typeDefs,
              resolvers: { ...scalars, ...joined({ ...resolvers, 'api/node': node, ...writing }) },
              // A build has found what is wrong with the SDL; a start looks for it no more.
              assumeValidSDL: true,
              assumeValid: true,
              updateResolversInPlace: true,
              resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
              inheritResolversFromInterfaces: true,
            }),
          ),
        ),
      ),
    ),
  );
