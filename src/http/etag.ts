import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { typeDefs } from '../generated/schema.js';
import type { Validity } from './response-cache.js';

export const digest = (...parts: unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
/** Another release may answer otherwise. */
const RELEASE = digest(version, typeDefs);

/** The ETag of the response to the request of a key. Weak: compression changes the bytes below it. */
export const etagOf = (key: string, { revision, day }: Validity): string => `W/"${digest(RELEASE, key, revision, day)}"`;

/** Whether an `If-None-Match` names the ETag. */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag.slice(2)) ?? false;

/** An answer may be kept, and is asked for anew by its ETag: an erasure changes those of the past too. */
export const CACHE_CONTROL = 'no-cache';
