import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ownKeyPath } from './own-key.js';

/** Whose tokens are taken. */
export interface IdentitySettings {
  /** Where the public keys of an identity provider are: an address, or a file. */
  jwks: URL | null;
  /** What its tokens must say of who made them, and for whom; null: whatever they say. */
  issuer: string | null;
  audience: string | null;
  /** The data folder, whose own key is trusted too. */
  folder: string | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const REQUIRED = 'MANDAT_AUTH_JWKS: required: a URL of http or https, or a file of public keys, {"keys": [{"kty": …}]}';

const isPublic = (key: unknown): boolean => typeof key === 'object' && key !== null && 'kty' in key && !('d' in key) && !('k' in key);

const holdsKeys = (path: string): boolean => {
  const { keys } = (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as { keys?: unknown };
  return Array.isArray(keys) && keys.length > 0 && keys.every(isPublic);
};

const givenIn = (path: string): string | null => {
  try {
    return holdsKeys(path) ? null : 'another JSON';
  } catch (error) {
    return error instanceof SyntaxError ? 'a file that is no JSON' : 'a path where none can be read';
  }
};

const readJwks = (given: string | undefined, problems: string[]): URL | null => {
  if (!given) return null;
  if (/^https?:/.test(given) && URL.canParse(given)) return new URL(given);
  const wrong = givenIn(given);
  if (wrong) problems.push(`${REQUIRED}; given: ${wrong}`);
  return pathToFileURL(given);
};

/** Whose tokens a server takes. What is wrong is added to the problems, a line each. */
export const readIdentitySettings = (env: Env, problems: string[]): IdentitySettings => {
  const jwks = readJwks(env['MANDAT_AUTH_JWKS'], problems);
  for (const name of ['MANDAT_AUTH_ISSUER', 'MANDAT_AUTH_AUDIENCE'])
    if (env[name] && !jwks) problems.push(`MANDAT_AUTH_JWKS: required: the keys of the tokens that ${name} is for; given: nothing`);
  return { jwks, issuer: env['MANDAT_AUTH_ISSUER'] || null, audience: env['MANDAT_AUTH_AUDIENCE'] || null, folder: null };
};

/** Whether no token is taken at all, as there is no key to check one with. A key of the data folder may be made at any time. */
export const isReadOnly = ({ jwks, folder }: IdentitySettings): boolean => !jwks && !(folder && existsSync(ownKeyPath(folder)));
