import { GraphQLError } from 'graphql';
import { cutGiven } from './given.js';

export type ErrorCode =
  'BAD_USER_INPUT' | 'FILTER_REQUIRED' | 'AMBIGUOUS' | 'UNKNOWN_ID' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';

/** Says which argument, what was required and what was given. */
export const inputError = (
  argument: string,
  required: string,
  given: unknown,
  code: ErrorCode = 'BAD_USER_INPUT',
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError => {
  const shown = cutGiven(given);
  return new GraphQLError(`${argument}: required: ${required}; given: ${given === undefined ? 'nothing' : JSON.stringify(shown)}`, {
    extensions: { code, argument, required, given: shown, ...more },
  });
};
