import { GraphQLError } from 'graphql';

export type ErrorCode = 'BAD_USER_INPUT' | 'FILTER_REQUIRED' | 'AMBIGUOUS' | 'UNKNOWN_ID' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';

/** Says which argument, what was required and what was given. */
export const inputError = (
  argument: string,
  required: string,
  given: unknown,
  code: ErrorCode = 'BAD_USER_INPUT',
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError =>
  new GraphQLError(`${argument}: required: ${required}; given: ${given === undefined ? 'nothing' : JSON.stringify(given)}`, {
    extensions: { code, argument, required, given: given ?? null, ...more },
  });
