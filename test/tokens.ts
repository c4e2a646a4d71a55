import { type KeyObject, constants, createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** Who makes the tokens of the tests, and for whom. */
export const ISSUER = 'https://login.example/realm';
export const AUDIENCE = 'mandat.example';

type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

const generated = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  EdDSA: () => generateKeyPairSync('ed25519').privateKey,
};

/** A private key, and what it is called. */
export interface Signer {
  alg: Algorithm;
  kid: string;
  key: KeyObject;
}

export const signerOf = (alg: Algorithm, kid: string = alg.toLowerCase()): Signer => ({ alg, kid, key: generated[alg]() });

export const publicJwk = ({ key, kid, alg }: Signer): Record<string, unknown> => ({ ...createPublicKey(key).export({ format: 'jwk' }), kid, alg, use: 'sig' });
export const publicPem = ({ key }: Signer): string => createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
export const jwksOf = (...signers: Signer[]): string => JSON.stringify({ keys: signers.map(publicJwk) });

const SIGN: Record<Algorithm, (data: Buffer, key: KeyObject) => Buffer> = {
  RS256: (data, key) => sign('sha256', data, key),
  PS256: (data, key) => sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  ES256: (data, key) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (data, key) => sign(null, data, key),
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of any header and claims, signed or not as it is said. */
export const forged = (header: object, claims: object, signature: (data: Buffer) => Buffer): string => {
  const head = `${part(header)}.${part(claims)}`;
  return `${head}.${signature(Buffer.from(head)).toString('base64url')}`;
};

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

/** What a token says that is all right, and more or other than that; `undefined` takes away. */
export const claims = (more: object = {}): object => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'anna',
  name: 'Anna',
  exp: inSeconds(3_600),
  mandat_role: 'editor',
  ...more,
});

export const tokenBy = ({ alg, kid, key }: Signer, more: object = {}, header: object = {}): string =>
  forged({ alg, kid, typ: 'JWT', ...header }, claims(more), (data) => SIGN[alg](data, key));

export const byHmac = (secret: string | Buffer, header: object, more: object = {}): string =>
  forged(header, claims(more), (data) => createHmac('sha256', secret).update(data).digest());

export const bearing = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** What is no token that says anything, made of a key that is trusted and one that is not. */
export const badTokens = (trusted: Signer, rsa: Signer, foreign: Signer): Record<string, string> => {
  const jwk = publicJwk(foreign);
  return {
    'that is garbage': 'not.a.token',
    'of one part': 'abc',
    'that is over': tokenBy(trusted, { exp: inSeconds(-62) }),
    'without an end': tokenBy(trusted, { exp: undefined }),
    'with an end that is a text': tokenBy(trusted, { exp: 'tomorrow' }),
    'that is not valid yet': tokenBy(trusted, { nbf: inSeconds(1_800) }),
    'for somebody else': tokenBy(trusted, { aud: 'other.example' }),
    'for nobody': tokenBy(trusted, { aud: undefined }),
    'of another issuer': tokenBy(trusted, { iss: 'https://other.example' }),
    'of no issuer': tokenBy(trusted, { iss: undefined }),
    'of nobody': tokenBy(trusted, { sub: undefined }),
    'of an empty subject': tokenBy(trusted, { sub: '' }),
    'of a subject that is a number': tokenBy(trusted, { sub: 7 }),
    'signed by another key': tokenBy({ ...foreign, kid: trusted.kid }),
    'by a key that nobody knows': tokenBy(foreign),
    'that was changed': tokenBy(trusted).replace(/^([^.]+)\.[^.]+/, `$1.${part(claims({ mandat_role: 'admin' }))}`),
    'signed by nobody': forged({ alg: 'none', kid: trusted.kid }, claims(), () => Buffer.alloc(0)),
    'signed by nobody, in capitals': forged({ alg: 'NONE' }, claims(), () => Buffer.alloc(0)),
    'with a public key as secret': byHmac(publicPem(rsa), { alg: 'HS256', kid: rsa.kid }),
    'with a JWK as secret': byHmac(JSON.stringify(publicJwk(rsa)), { alg: 'HS256' }),
    'of an algorithm that is not taken': forged({ alg: 'RS384', kid: rsa.kid }, claims(), (data) => sign('sha384', data, rsa.key)),
    'of the algorithm of another key': tokenBy(rsa, {}, { alg: 'ES256' }),
    'with a key of another kind under its name': tokenBy({ ...trusted, kid: rsa.kid }),
    'with its key in the header': tokenBy(foreign, {}, { jwk, kid: undefined }),
    'with another key in the header of one that is signed well': tokenBy(trusted, {}, { jwk }),
    'with an address of keys in the header': tokenBy(trusted, {}, { jku: 'https://evil.example/keys' }),
    'with an address of certificates in the header': tokenBy(trusted, {}, { x5u: 'https://evil.example/keys' }),
    'with certificates in the header': tokenBy(trusted, {}, { x5c: ['MIIB'] }),
    'with something critical that nobody knows': tokenBy(trusted, {}, { crit: ['of'], of: 'us' }),
  };
};

/** What says who asks, and not what they may do here. */
export const tokensWithoutRole = (trusted: Signer): Record<string, string> => ({
  'without a role': tokenBy(trusted, { mandat_role: undefined }),
  'with a role that there is not': tokenBy(trusted, { mandat_role: 'owner' }),
  'with a role in capitals': tokenBy(trusted, { mandat_role: 'EDITOR' }),
  'with several roles': tokenBy(trusted, { mandat_role: ['editor'] }),
  'with a body that is no list': tokenBy(trusted, { mandat_bodies: 'body:forum' }),
  'with bodies that are null': tokenBy(trusted, { mandat_bodies: null }),
  'with bodies that are an object': tokenBy(trusted, { mandat_bodies: { 0: 'body:forum' } }),
  'with bodies that are numbers': tokenBy(trusted, { mandat_bodies: [1] }),
  'with the id of something else': tokenBy(trusted, { mandat_bodies: ['body:forum', 'person:anna'] }),
  'with a body of no id': tokenBy(trusted, { mandat_bodies: ['forum'] }),
});
