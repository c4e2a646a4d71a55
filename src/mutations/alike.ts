import { isDeepStrictEqual } from 'node:util';

/** A value without who says it. */
export const withoutSources = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, one: unknown) => (key === 'sources' ? undefined : one)));

/** Whether two values say the same, whoever says it. */
export const isAlike = (known: unknown, said: unknown): boolean => isDeepStrictEqual(withoutSources(known), withoutSources(said));
