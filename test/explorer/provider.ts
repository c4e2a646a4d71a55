import { createHash, randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

/** As what the explorer is registered, and for whom access tokens are. */
export const CLIENT = 'mandat-explorer';
export const AUDIENCE = 'mandat.example';

/** What the provider does otherwise than it should, or says of who signs in. */
export interface Manner {
  /** What the access token says beside who it is. */
  claims?: object;
  audience?: string;
  /** In seconds from now. */
  lifetime?: number;
  /** What comes back instead. */
  state?: string;
  nonce?: string;
  from?: string;
  /** A code is spent before it is used. */
  isSpent?: boolean;
  /** The verifier was another. */
  isOtherChallenge?: boolean;
  /** What the address of the answer says instead of a code. */
  error?: string;
  /** It answers nobody but people. */
  isDown?: boolean;
  withoutIdToken?: boolean;
}

interface Asked {
  client: string;
  redirect: string;
  challenge: string;
  nonce: string;
}

export interface Provider {
  issuer: string;
  /** What it does from now on. */
  manner: Manner;
  /** Parameters of requests for a code and for a token, and how each was answered. */
  asked: { path: string; params: Record<string, string>; answered: number }[];
  /** What it answered last where a token was asked for. */
  tokens: Record<string, string>;
  close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** A small OpenID provider on loopback: a page where one says yes or no, codes that are good once, and PKCE that is checked. */
export const startProvider = async (alg: 'RS256' | 'ES256'): Promise<Provider & { jwks: URL }> => {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' };
  const codes = new Map<string, Asked>();
  const provider: Provider = { issuer: '', manner: {}, asked: [], tokens: {}, close: () => Promise.resolve() };

  const signed = (claims: object, audience: string, lifetime: number): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg, kid: alg, typ: 'JWT' })
      .setIssuer(provider.issuer)
      .setSubject('karen')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + lifetime)
      .sign(privateKey);

  const metadata = () => ({
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
    end_session_endpoint: `${provider.issuer}/sign-out`,
    jwks_uri: `${provider.issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [alg],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });

  /** The page on which people say who they are; here they say yes or no. */
  const askedFor = (params: URLSearchParams): string => {
    const code = randomUUID();
    const redirect = params.get('redirect_uri') ?? '';
    codes.set(code, {
      client: params.get('client_id') ?? '',
      redirect,
      challenge: params.get('code_challenge_method') === 'S256' ? (params.get('code_challenge') ?? '') : '',
      nonce: params.get('nonce') ?? '',
    });
    const to = (more: Record<string, string>): string =>
      escaped(
        `${redirect}?${new URLSearchParams({ ...more, state: provider.manner.state ?? params.get('state') ?? '', iss: provider.manner.from ?? provider.issuer }).toString()}`,
      );
    return `<!doctype html><title>Login</title><link rel="icon" href="data:," /><a href="${to(provider.manner.error ? { error: provider.manner.error } : { code })}">Yes</a> <a href="${to({ error: 'access_denied' })}">No</a>`;
  };

  /** The code is good once, for whom it was made, and for who knows what its challenge was made of. */
  const answerTo = async (params: URLSearchParams): Promise<[number, object]> => {
    const { manner } = provider;
    const code = params.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(`${params.get('code_verifier') ?? ''}${manner.isOtherChallenge ? 'x' : ''}`)
      .digest('base64url');
    const isGood = asked?.challenge === challenge && asked.redirect === params.get('redirect_uri') && asked.client === params.get('client_id');
    if (params.get('grant_type') !== 'authorization_code' || !isGood || manner.isSpent) return [400, { error: 'invalid_grant' }];
    provider.tokens = {
      access_token: await signed({ name: 'Karen', ...(manner.claims ?? { mandat_role: 'editor' }) }, manner.audience ?? AUDIENCE, manner.lifetime ?? 300),
      ...(!manner.withoutIdToken && { id_token: await signed({ nonce: manner.nonce ?? asked.nonce }, CLIENT, 300) }),
    };
    return [200, { ...provider.tokens, token_type: 'Bearer', expires_in: 300 }];
  };

  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', provider.issuer);
    const params = pathname === '/token' ? await bodyOf(request) : searchParams;
    const send = (status: number, content: object | string): void => {
      if (['/authorize', '/token', '/sign-out'].includes(pathname))
        provider.asked.push({ path: pathname, params: Object.fromEntries(params), answered: status });
      const isPage = typeof content === 'string';
      reply.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json', 'access-control-allow-origin': '*' });
      reply.end(isPage ? content : JSON.stringify(content));
    };
    if (provider.manner.isDown && pathname !== '/authorize') return send(503, {});
    if (pathname === '/.well-known/openid-configuration') return send(200, metadata());
    if (pathname === '/keys') return send(200, { keys: [jwk] });
    if (pathname === '/authorize') return send(200, askedFor(params));
    if (pathname === '/token') return send(...(await answerTo(params)));
    if (pathname !== '/sign-out') return send(404, {});
    provider.asked.push({ path: pathname, params: Object.fromEntries(params), answered: 302 });
    reply.writeHead(302, { location: `${params.get('post_logout_redirect_uri') ?? ''}?state=${params.get('state') ?? ''}` }).end();
  };

  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(provider, { jwks: new URL(`${provider.issuer}/keys`) });
};
