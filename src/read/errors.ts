import { GraphQLError } from 'graphql';

export type ErrorCode =
  'BAD_USER_INPUT' | 'FILTER_REQUIRED' | 'AMBIGUOUS' | 'UNKNOWN_ID' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';

/** How many letters of a text that was given are shown. */
const MOST_SHOWN = 200;

const cut = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > MOST_SHOWN ? `${[...value.slice(0, 2 * MOST_SHOWN)].slice(0, MOST_SHOWN).join('')}…` : value;

/** Says which argument, what was required and what was given. */
export const inputError = (
  argument: string,
  required: string,
  given: unknown,
  code: ErrorCode = 'BAD_USER_INPUT',
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError => {
  const shown = JSON.stringify(given ?? null, cut);
  return new GraphQLError(`${argument}: required: ${required}; given: ${given === undefined ? 'nothing' : shown}`, {
    extensions: { code, argument, required, given: JSON.parse(shown) as unknown, ...more },
  });
};
