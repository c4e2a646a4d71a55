import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type JSONWebKeySet, type JWTVerifyGetKey, createLocalJWKSet, errors } from 'jose';

const TIMEOUT_MS = 3_000;
/** How long keys are taken as they are. */
export const FRESH_MS = { file: 100, address: 300_000 };
/** How long nothing is read anew for a key that was not found. */
const COOLDOWN_MS = 5_000;
/** How long keys are taken that could not be read anew. */
const STALE_MS = 86_400_000;

const fetched = async (url: URL): Promise<unknown> => {
  const response = await fetch(url, { headers: { accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url.origin} answers ${response.status}`);
  return response.json();
};

export const isFile = ({ protocol }: URL): boolean => protocol === 'file:';

/** The keys at an address, or in a file. */
export const keysAt = async (url: URL): Promise<JSONWebKeySet> =>
  (isFile(url) ? JSON.parse(await readFile(fileURLToPath(url), 'utf8')) : await fetched(url)) as JSONWebKeySet;

const NONE = createLocalJWKSet({ keys: [] });

/**
 * Keys that are read when the first is needed, when they are old, and at once when a token names one that is not among them: unless none was
 * found so a moment ago. While they cannot be read, which `failed` is told of, those that were read before are taken for a day.
 */
export const keySet = (
  read: () => Promise<JSONWebKeySet>,
  freshMs: number,
  failed: (error: unknown) => void,
  clock: () => number = Date.now,
): JWTVerifyGetKey => {
  let keys = NONE;
  let readAt = -Infinity;
  let triedAt = -Infinity;
  let missedAt = -Infinity;
  let pending: Promise<void> | null = null;

  const readAnew = async (): Promise<void> => {
    triedAt = clock();
    try {
      keys = createLocalJWKSet(await read());
      readAt = clock();
    } catch (error) {
      if (clock() - readAt > STALE_MS) keys = NONE;
      failed(error);
    }
  };
  const renew = (): Promise<void> => (pending ??= readAnew().finally(() => (pending = null)));

  const find: JWTVerifyGetKey = async (header, token) =>
    keys(header, token).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) missedAt = clock();
      throw error;
    });

  return async (header, token) => {
    if (clock() - triedAt > freshMs) {
      await renew();
      return find(header, token);
    }
    if (clock() - missedAt < COOLDOWN_MS) return keys(header, token);
    return keys(header, token).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await renew();
      return find(header, token);
    });
  };
};
