import * as oauth from 'oauth4webapi';
import type { SignInWords } from '../words/sign-in-da';
import type { Provider } from './provider';

export type ProviderProblem = keyof SignInWords['problems'];

/** Why signing in with the provider came to nothing. */
export class ProviderError extends Error {
  constructor(readonly problem: ProviderProblem) {
    super(problem);
  }
}

/** A sign-in under way: kept for this tab until the provider answers, and good for one answer. */
interface Begun {
  state: string;
  nonce: string;
  verifier: string;
  /** Where it began. */
  from: string;
}

const BEGUN = 'mandat-sign-in';
const ANSWERS_WITHIN_MS = 10_000;

/** Where the provider sends people back to: this address is registered there. */
const redirectUri = (): string => `${location.origin}/sign-in`;

/** Only a provider on this machine is asked without TLS: the server names no other. */
const options = ({ issuer }: Provider) => ({
  signal: () => AbortSignal.timeout(ANSWERS_WITHIN_MS),
  [oauth.allowInsecureRequests]: new URL(issuer).protocol === 'http:',
});

const problemOf = (error: unknown): ProviderProblem => {
  if (error instanceof ProviderError) return error.problem;
  if (error instanceof oauth.AuthorizationResponseError) return error.error === 'access_denied' ? 'denied' : 'refused';
  if (error instanceof oauth.ResponseBodyError) return 'refused';
  const isUnreachable = (error instanceof TypeError && !('code' in error)) || (error instanceof DOMException && error.name === 'TimeoutError');
  return isUnreachable ? 'unreachable' : 'unfit';
};

/** What the provider does, with each failure said as one of ours. */
const told = async <Done>(work: Promise<Done>): Promise<Done> => {
  try {
    return await work;
  } catch (error) {
    throw new ProviderError(problemOf(error));
  }
};

/** What the network brought; an answer that the provider is not there is none. */
const arrived = async (asked: Promise<Response>): Promise<Response> => {
  const response = await asked;
  if (response.status >= 500) throw new ProviderError('unreachable');
  return response;
};

const discover = async (provider: Provider): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(provider.issuer);
  return oauth.processDiscoveryResponse(issuer, await arrived(oauth.discoveryRequest(issuer, options(provider))));
};

const addressOf = (server: oauth.AuthorizationServer, name: 'authorization_endpoint' | 'end_session_endpoint', params: Record<string, string>): URL => {
  const given = server[name];
  if (!given || !/^https?:/.test(given)) throw new ProviderError('unfit');
  const url = new URL(given);
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return url;
};

const begun = async (provider: Provider, storage: Storage | null, from: string): Promise<URL> => {
  if (!storage) throw new ProviderError('keepsNothing');
  const server = await discover(provider);
  const [state, nonce, verifier] = [oauth.generateRandomState(), oauth.generateRandomNonce(), oauth.generateRandomCodeVerifier()];
  const url = addressOf(server, 'authorization_endpoint', {
    response_type: 'code',
    client_id: provider.client,
    redirect_uri: redirectUri(),
    scope: provider.scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  storage.setItem(BEGUN, JSON.stringify({ state, nonce, verifier, from } satisfies Begun));
  return url;
};

/** Leaves for the provider. @throws ProviderError */
export const begin = async (provider: Provider, storage: Storage | null, from: string): Promise<void> =>
  location.assign(await told(begun(provider, storage, from)));

/** The sign-in that was begun in this tab: it is used up by the first answer, whatever that says. */
export const takeBegun = (storage: Storage | null): Begun | null => {
  const text = storage?.getItem(BEGUN);
  storage?.removeItem(BEGUN);
  return text ? (JSON.parse(text) as Begun) : null;
};

const tokenFor = async (provider: Provider, { state, nonce, verifier }: Begun, answer: URLSearchParams): Promise<string> => {
  if (answer.get('state') !== state) throw new ProviderError('differs');
  const server = await discover(provider);
  const client = { client_id: provider.client };
  const code = oauth.validateAuthResponse(server, client, answer, state);
  const asked = oauth.authorizationCodeGrantRequest(server, client, oauth.None(), code, redirectUri(), verifier, options(provider));
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, await arrived(asked), { expectedNonce: nonce, requireIdToken: true });
  return access_token;
};

/** The access token for an answer of the provider. @throws ProviderError */
export const finish = (provider: Provider, sent: Begun | null, answer: URLSearchParams): Promise<string> =>
  told(sent ? tokenFor(provider, sent, answer) : Promise.reject(new ProviderError('differs')));

/** Leaves for the provider to sign out there too, where it has a place for that. @param state what it sends back @throws ProviderError */
export const leave = async (provider: Provider, state: string): Promise<void> => {
  const server = await discover(provider).catch(() => null);
  if (!server) throw new ProviderError('stillThere');
  if (server.end_session_endpoint)
    location.assign(addressOf(server, 'end_session_endpoint', { client_id: provider.client, post_logout_redirect_uri: redirectUri(), state }));
};
