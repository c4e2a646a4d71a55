import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { argumentAt } from './argument.js';

/** Errors of a request that was read but does not fit the schema: they point at the argument or variable that is wrong. */
const UNFIT = new Set<unknown>(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** What a resolver says of an argument is right already; what the scalars say names only themselves. */
const argumentOf = (error: GraphQLError, code: unknown): { argument?: string } => {
  const argument = error.path || !UNFIT.has(code) ? undefined : argumentAt(error);
  return argument ? { argument } : {};
};

/** Thrown before any resolver ran, such as for a mutation, of which the schema has none. */
const isOfOperation = ({ path, originalError, extensions }: GraphQLError): boolean => !path && !originalError && extensions['code'] === undefined;

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
    if (cause instanceof GraphQLError && (extensions?.['code'] !== 'INTERNAL_SERVER_ERROR' || isOfOperation(cause))) {
      const { stacktrace: _, ...kept } = extensions ?? {};
      const code = isOfOperation(cause) ? 'GRAPHQL_VALIDATION_FAILED' : kept['code'];
      return { message, ...at, extensions: { ...kept, code, ...argumentOf(cause, code) } };
    }
    const errorId = randomUUID();
    log(cause, errorId);
    return { message: 'Internal error', ...at, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };

/** An error of the request itself, in the shape of a GraphQL answer. */
export const requestError = (message: string, code: string, more: Readonly<Record<string, unknown>> = {}) => ({
  errors: [{ message, extensions: { code, ...more } }],
});
