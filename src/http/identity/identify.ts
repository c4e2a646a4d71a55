import { type Actor, bearerOf } from '../../record/actor.js';
import { type Denial, type Identity, NOBODY } from '../../read/identity.js';
import { FRESH_MS, isFile, keySet, keysAt } from './key-set.js';
import { OWN, ownKeys } from './own-key.js';
import { type IdentitySettings, isReadOnly } from './settings.js';
import { type Issuer, verified } from './verifier.js';

const UNKNOWN: Denial = { ...NOBODY, given: 'another' };
const WITHOUT_ROLE: Denial = { code: 'FORBIDDEN', what: 'token', required: 'one with a role on this server', given: 'one without' };
const READ_ONLY: Denial = { code: 'UNAUTHENTICATED', what: 'server', required: 'one that takes writes', given: 'this one, which takes no writes' };

const BEARER = /^bearer +(\S+)$/i;

/** Says of the header `Authorization` of a request who asks. */
export type Identify = (authorization: string | undefined) => Promise<() => Identity>;

/** Takes the tokens of the settings; `failed` is told where the keys that check them cannot be read. */
export const identifier = (settings: IdentitySettings, failed: (error: unknown) => void): Identify => {
  const { folder, jwks, issuer, audience } = settings;
  const issuers: Issuer[] = [
    ...(folder ? [{ keys: keySet(() => ownKeys(folder), FRESH_MS.file, failed), issuer: OWN, audience: OWN }] : []),
    ...(jwks ? [{ keys: keySet(() => keysAt(jwks), isFile(jwks) ? FRESH_MS.file : FRESH_MS.address, failed), issuer, audience }] : []),
  ];
  /** What is asked only of who is looked at. */
  const denial = (otherwise: Denial) => (): Denial => (isReadOnly(settings) ? READ_ONLY : otherwise);

  return async (authorization) => {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) return denial(authorization === undefined ? NOBODY : UNKNOWN);
    const claims = await verified(token, issuers);
    if (!claims) return denial(UNKNOWN);
    const who: Actor | Denial = bearerOf(String(claims['sub']), claims) ?? WITHOUT_ROLE;
    return () => who;
  };
};
