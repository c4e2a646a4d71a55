import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GraphError } from '../graph/errors.js';

type Log = (error: unknown, errorId: string) => void;

/** What a client reads of an error: ours as they are, an engine that does not answer as such, any other only as an id. */
export const formatError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const { message, locations, path, extensions } = formatted;
    const at = { ...(locations && { locations }), ...(path && { path }) };
    if (cause instanceof GraphError && cause.kind === 'UNAVAILABLE')
      return { message: 'The graph does not answer; try again.', ...at, extensions: { code: 'SERVICE_UNAVAILABLE' } };
    if (cause instanceof GraphQLError && extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') {
      const { stacktrace: _, ...kept } = extensions ?? {};
      return { message, ...at, extensions: kept };
    }
    const errorId = randomUUID();
    log(cause, errorId);
    return { message: 'Internal error', ...at, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };

/** An error of the request itself, in the shape of a GraphQL answer. */
export const requestError = (message: string, code: string, more: Readonly<Record<string, unknown>> = {}) => ({
  errors: [{ message, extensions: { code, ...more } }],
});
