import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { ServerContext } from './context.js';
import { REQUEST_ERRORS, acceptsGraphqlResponse, formatError } from './errors.js';
import { executionOf } from './execution.js';
import { noSchemaIntrospection } from './introspection.js';
import { limitCost } from './limits/cost-plugin.js';
import { requireOperation } from './operations.js';
import { parsedDocumentCache } from './parsed-document-cache.js';
import { type Listed, persistedQueries } from './persisted-operations.js';
import { reportRequestInfo } from './request-info.js';
import { stringified } from './serialised.js';
import type { ServerSettings } from './settings.js';

type Plugin = ApolloServerPlugin<ServerContext>;

/** Where an operation cannot be executed: 200 under application/json, as GraphQL over HTTP has it, and 400 under its own type. */
const statusOfRequestErrors: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return;
      const codes = (errors ?? []).map(({ extensions }) => String(extensions['code']));
      const isRequestError = response.http.status === 400 && codes.every((code) => REQUEST_ERRORS.has(code));
      if (isRequestError && !acceptsGraphqlResponse(request.http?.headers.get('accept'))) response.http.status = 200;
    },
  }),
};

export const makeApollo = (
  schema: GraphQLSchema,
  settings: ServerSettings,
  listed: Listed,
  logger: FastifyBaseLogger,
  plugins: Plugin[],
): ApolloServer<ServerContext> =>
  new ApolloServer<ServerContext>({
    gateway: executionOf(schema, settings.deadlineMs),
    logger,
    documentStore: parsedDocumentCache(),
    formatError: formatError(schema, (err, errorId) => logger.error({ err, errorId }, 'unexpected error'), settings.deadlineMs),
    stringifyResult: stringified,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    validationRules: settings.introspection ? [] : [noSchemaIntrospection],
    hideSchemaDetailsFromClientErrors: true,
    // Requests are read before they come here, and what a page could send unasked is refused.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    persistedQueries: persistedQueries(listed),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      requireOperation,
      limitCost(settings.limits, settings.deadlineMs),
      statusOfRequestErrors,
      reportRequestInfo,
      ...plugins,
    ],
  });
