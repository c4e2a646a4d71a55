import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { typeDefs } from '../generated/schema.js';
import type { Moment } from './response-cache.js';

export const digest = (...parts: unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
/** Another release may answer otherwise. */
const RELEASE = digest(version, typeDefs);

/** The entity tag of an answer. Weak: compression changes the bytes below it. */
export const tagOf = (request: string, { revision, day }: Moment): string => `W/"${digest(RELEASE, request, revision, day)}"`;

/** Whether an `If-None-Match` names the tag. */
export const namesTag = (given: string | undefined, tag: string): boolean =>
  given?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag.slice(2)) ?? false;

/** What never changes may be kept for a day, until a release could answer otherwise; all else is asked for anew, by its tag. */
export const cacheControlOf = ({ lasting }: Moment): string => (lasting ? 'public, max-age=86400' : 'no-cache');
