import { randomUUID } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Outcome } from '../graph/ending-writes.js';
import { GraphError } from '../graph/errors.js';
import { cutText } from '../read/given.js';
import { placeOf, unreadAt } from './places.js';

/** Errors of a request that was read but does not fit the schema: they point at the argument or variable that is wrong. */
const UNREAD = 'GRAPHQL_PARSE_FAILED';
const UNFIT = new Set<unknown>([UNREAD, 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Clients know what Apollo says by its message, which stays. */
const UNREGISTERED = { argument: 'extensions.persistedQuery.sha256Hash', required: 'the query beside its id, once', given: 'an id that is not known' };

/**
 * What an error of a document lacks: its argument, what was required and what was given. What a resolver says of an argument is right
 * already, and so is what is said of a variable; what the scalars say names only themselves.
 */
const placed = (schema: GraphQLSchema, error: GraphQLError, extensions: Readonly<Record<string, unknown>>): object => {
  if (extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND') return { ...UNREGISTERED, ...extensions };
  const isPlaced = String(extensions['argument'] ?? '').startsWith('$');
  if (error.path || isPlaced || !UNFIT.has(extensions['code'])) return extensions;
  const { argument, ...said } = (extensions['code'] === UNREAD ? unreadAt(error) : placeOf(schema, error)) ?? {};
  return { ...said, ...extensions, ...(argument && { argument }) };
};

/** The most letters of a message, and of what stands between quotation marks in it: GraphQL says a name as long as it was given. */
const MOST_LETTERS = 1_000;
const QUOTED = /"[^"]{200,}"/g;

const cutMessage = (message: string): string => {
  const cut = message.replace(QUOTED, (quoted) => `"${cutText(quoted.slice(1, -1))}"`);
  return cut.length > MOST_LETTERS ? `${cut.slice(0, MOST_LETTERS)}…` : cut;
};

/** Thrown before any resolver ran, such as for a mutation, of which the schema has none. */
const isOfOperation = ({ path, originalError, extensions }: GraphQLError): boolean => !path && !originalError && extensions['code'] === undefined;

export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Whether a client reads 4xx as GraphQL answers: those who take application/json alone get 200, as GraphQL over HTTP has it. */
export const acceptsGraphqlResponse = (accept: string | undefined): boolean => accept?.includes(GRAPHQL_RESPONSE) ?? false;

/** Whether a client takes an answer as Server-Sent Events: it reads an error from the status. */
export const acceptsEvents = (accept: string | undefined): boolean => accept?.includes('text/event-stream') ?? false;

export type RefusalCode =
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'REQUEST_TIMEOUT'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNAUTHENTICATED'
  | 'RATE_LIMITED'
  | 'TOO_MANY_STREAMS'
  | 'OPERATION_NOT_LISTED'
  | 'TOO_MANY_TOKENS'
  | 'TOO_DEEP'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_VALUES'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'TOO_COSTLY';

/** Codes of what was read but cannot be executed: an operation that does not fit the schema, its variables or the limits. */
export const REQUEST_ERRORS: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_MANY_TOKENS',
  'TOO_DEEP',
  'TOO_MANY_FIELDS',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_VALUES',
  'TOO_COSTLY',
]);

/** Why a request is not answered: what was required of it and what it gave. */
export class RequestRefusal extends GraphQLError {
  constructor(
    readonly statusCode: number,
    code: RefusalCode,
    what: string,
    required: string,
    given: string | number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${what}: required: ${required}; given: ${given}`, { extensions: { code, required, given, http: { status: statusCode } } });
  }

  /** As a client reads it. */
  get answer(): { errors: GraphQLFormattedError[] } {
    const { http: _, ...extensions } = this.extensions;
    return { errors: [{ message: this.message, extensions }] };
  }
}

/** An error that nobody expected, as a client reads it: by an id that stands in the log. */
export const maskedError = (error: unknown, log: (error: unknown, errorId: string) => void): GraphQLFormattedError => {
  const errorId = randomUUID();
  log(error, errorId);
  return { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
};

/** An operation that was begun and cannot be answered. */
export interface Unanswered {
  message: string;
  extensions:
    | { code: 'SERVICE_UNAVAILABLE' | 'CLIENT_CLOSED_REQUEST' }
    | { code: 'DEADLINE_EXCEEDED' | 'TOO_COSTLY' | 'SERVICE_UNAVAILABLE'; required: string; given: string; http?: object };
}

const unanswered = (
  code: 'DEADLINE_EXCEEDED' | 'TOO_COSTLY' | 'SERVICE_UNAVAILABLE',
  what: string,
  required: string,
  given: string,
  http?: object,
): Unanswered => ({
  message: `${what}: required: ${required}; given: ${given}`,
  extensions: { code, required, given, ...(http && { http }) },
});

/** Nobody reads it: the log and the metrics say so. */
export const clientClosedRequest: Unanswered = { message: 'The client closed the request.', extensions: { code: 'CLIENT_CLOSED_REQUEST' } };

export const deadlineExceeded = (deadlineMs: number): Unanswered =>
  unanswered('DEADLINE_EXCEEDED', 'deadline', `an operation that ends within ${deadlineMs} ms`, 'one that takes longer');

export const responseTooLarge = (fields: number): Unanswered =>
  unanswered('TOO_COSTLY', 'answer', `at most ${fields} fields: ask for less by first, or for fewer lists`, 'one that has more');

export const tooManyRows = (rows: number): Unanswered =>
  unanswered(
    'TOO_COSTLY',
    'rows',
    `at most ${rows} that are read and compared for an answer: ask for less by filters, or for fewer lists`,
    'one that needs more',
  );

/** How soon one may ask again where all ask for too much, in seconds. */
const RETRY_AFTER_S = '1';

export const overloaded = (rows: number): Unanswered =>
  unanswered('SERVICE_UNAVAILABLE', 'rows', `at most ${rows} that are held for all operations at a time: try again, or ask for less`, 'more', {
    headers: new HeaderMap([['retry-after', RETRY_AFTER_S]]),
  });

/** As the error of a whole answer. */
export const unansweredError = ({ message, extensions }: Unanswered, at: GraphQLErrorOptions = {}): GraphQLError =>
  new GraphQLError(message, { ...at, extensions });

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  NOTHING: 'Nothing is written.',
  WRITTEN: 'It is written: the same again, under the same key, is told what came of it.',
  UNKNOWN: 'Whether it is written is not known: the same again, under the same key, is told what came of it, and is written once.',
};

/** Why a mutation is not answered, and whether it wrote. */
export const withOutcome = (error: GraphQLError, outcome: Outcome): GraphQLError =>
  new GraphQLError(`${error.message}. ${OUTCOMES[outcome]}`, { nodes: error.nodes, path: error.path, extensions: { ...error.extensions, outcome } });

/** Where the graph does not answer, or not in time. null: something else is wrong. */
export const unansweredByGraph = (error: unknown, deadlineMs: number): Unanswered | null => {
  if (!(error instanceof GraphError)) return null;
  const { kind } = error;
  if (kind === 'UNAVAILABLE') return { message: 'The graph does not answer; try again.', extensions: { code: 'SERVICE_UNAVAILABLE' } };
  return kind === 'TIMEOUT' ? deadlineExceeded(deadlineMs) : null;
};

/** What a client reads of an error: ours as they are, an engine that does not answer as such, any other only as an id. */
export const formatError =
  (schema: GraphQLSchema, log: (error: unknown, errorId: string) => void, deadlineMs: number) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const { message, locations, path, extensions } = formatted;
    const at = { ...(locations && { locations }), ...(path && { path }) };
    const known = unansweredByGraph(cause, deadlineMs);
    if (known) return { ...known, ...at };
    if (cause instanceof GraphQLError && (extensions?.['code'] !== 'INTERNAL_SERVER_ERROR' || isOfOperation(cause))) {
      const { stacktrace: _, ...kept } = extensions ?? {};
      const code = isOfOperation(cause) ? 'GRAPHQL_VALIDATION_FAILED' : kept['code'];
      return { message: cutMessage(message), ...at, extensions: { ...placed(schema, cause, { ...kept, code }) } };
    }
    return { ...maskedError(cause, log), ...at };
  };
