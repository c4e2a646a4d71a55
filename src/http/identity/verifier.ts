import { type JWTVerifyGetKey, type JWTVerifyOptions, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Claims } from '../../record/actor.js';

/** Whose tokens are taken, and what they must say. */
export interface Issuer {
  keys: JWTVerifyGetKey;
  issuer: string | null;
  audience: string | null;
}

/** With keys of which only one half is secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLOCK_SKEW_S = 60;
/** By these a token would say itself what it is to be checked with. */
const KEYS_IN_HEADER = ['jwk', 'jku', 'x5u', 'x5c'];
const LONGEST_SUB = 255;

const optionsOf = ({ issuer, audience }: Issuer): JWTVerifyOptions => ({
  algorithms: ALGORITHMS,
  clockTolerance: CLOCK_SKEW_S,
  requiredClaims: ['sub', 'exp'],
  ...(issuer !== null && { issuer }),
  ...(audience !== null && { audience }),
});

/** The claims of a token that names none of several keys: one of them is enough. */
const verifiedByAny = async (token: string, candidates: errors.JWKSMultipleMatchingKeys, options: JWTVerifyOptions): Promise<Claims | null> => {
  for await (const key of candidates) {
    const verified = await jwtVerify(token, key, options).catch(() => null);
    if (verified) return verified.payload;
  }
  return null;
};

const verifiedBy = async (token: string, issuer: Issuer): Promise<Claims | null> => {
  const options = optionsOf(issuer);
  try {
    return (await jwtVerify(token, issuer.keys, options)).payload;
  } catch (error) {
    return error instanceof errors.JWKSMultipleMatchingKeys ? verifiedByAny(token, error, options) : null;
  }
};

const headerOf = (token: string): object | null => {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
};

const hasSubject = ({ sub }: Claims): boolean => typeof sub === 'string' && sub.length > 0 && sub.length <= LONGEST_SUB;

/** What a token says that one of some issuers made for this server; null: none did, or it is not valid now. */
export const verified = async (token: string, issuers: readonly Issuer[]): Promise<Claims | null> => {
  const header = headerOf(token);
  if (!header || KEYS_IN_HEADER.some((name) => name in header)) return null;
  for (const issuer of issuers) {
    const claims = await verifiedBy(token, issuer);
    if (claims) return hasSubject(claims) ? claims : null;
  }
  return null;
};
