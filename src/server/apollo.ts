import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { keptDocuments } from '../memory/documents.js';
import { formatError } from './errors.js';

const UNREAD = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE']);
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Where an operation cannot be run: 200 under application/json, as GraphQL over HTTP has it, and 400 under its own type. */
const statusOfUnrunnable: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return;
      const codes = (errors ?? []).map(({ extensions }) => String(extensions['code']));
      const takesGraphqlResponse = request.http?.headers.get('accept')?.includes(GRAPHQL_RESPONSE) ?? false;
      if (response.http.status === 400 && codes.every((code) => UNREAD.has(code)) && !takesGraphqlResponse) response.http.status = 200;
    },
  }),
};

export const makeApollo = (schema: GraphQLSchema, log: (error: unknown, errorId: string) => void, plugins: ApolloServerPlugin<Context>[]): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    documentStore: keptDocuments(),
    formatError: formatError(log),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), statusOfUnrunnable, ...plugins],
  });
