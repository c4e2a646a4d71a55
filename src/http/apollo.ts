import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { keptDocuments } from './parsed-operations.js';
import { accountForOperations } from './account.js';
import type { ServerContext } from './context.js';
import { UNRUNNABLE, formatError, takesGraphqlResponse } from './errors.js';
import { withoutSchema } from './introspection.js';
import { limitCost } from './limits/cost-plugin.js';
import { persistedQueries } from './safelist.js';
import type { ServerSettings } from './settings.js';

type Plugin = ApolloServerPlugin<ServerContext>;

/** Where an operation cannot be run: 200 under application/json, as GraphQL over HTTP has it, and 400 under its own type. */
const statusOfUnrunnable: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return;
      const codes = (errors ?? []).map(({ extensions }) => String(extensions['code']));
      const isUnrunnable = response.http.status === 400 && codes.every((code) => UNRUNNABLE.has(code));
      if (isUnrunnable && !takesGraphqlResponse(request.http?.headers.get('accept'))) response.http.status = 200;
    },
  }),
};

const WHOLE = new Set<unknown>(['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'TOO_COSTLY']);

/** Where the graph does not answer, or the answer takes too long or becomes too large, that is the answer: said once, and not for each field that waited. */
const oneErrorForAll: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || body.singleResult.data === undefined) return;
      const error = body.singleResult.errors?.find(({ extensions }) => WHOLE.has(extensions?.['code']));
      if (error) body.singleResult = { ...body.singleResult, data: null, errors: [error] };
    },
  }),
};

export const makeApollo = (schema: GraphQLSchema, settings: ServerSettings, logger: FastifyBaseLogger, plugins: Plugin[]): ApolloServer<ServerContext> =>
  new ApolloServer<ServerContext>({
    schema,
    logger,
    documentStore: keptDocuments(),
    formatError: formatError((err, errorId) => logger.error({ err, errorId }, 'unexpected error'), settings.deadlineMs),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    validationRules: settings.introspection ? [] : [withoutSchema],
    hideSchemaDetailsFromClientErrors: true,
    // Requests are read before they come here, and what a page could send unasked is refused.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    persistedQueries: persistedQueries(settings.safelist),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitCost(settings.limits.cost),
      statusOfUnrunnable,
      oneErrorForAll,
      accountForOperations,
      ...plugins,
    ],
  });
