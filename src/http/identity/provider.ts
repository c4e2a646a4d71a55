import type { IdentitySettings } from './settings.js';

/** Where those who write sign in: an OpenID provider whose access tokens this server takes. Nothing of it is secret. */
export interface SignInProvider {
  issuer: string;
  /** As what the explorer is registered there. */
  client: string;
  scope: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** What a browser may be sent to with a code: nobody reads along. */
const isGuarded = (text: string | null): text is string => {
  if (!text || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
};

/** Where to sign in, beside tokens that are given otherwise; null: nowhere. What is wrong is added to the problems, a line each. */
export const readProvider = (env: Env, { issuer, audience }: IdentitySettings, problems: string[]): SignInProvider | null => {
  const client = env['MANDAT_OIDC_CLIENT'];
  const scope = env['MANDAT_OIDC_SCOPE'] || 'openid profile';
  if (!client) {
    if (env['MANDAT_OIDC_SCOPE'])
      problems.push('MANDAT_OIDC_CLIENT: required: as what the explorer is registered, as MANDAT_OIDC_SCOPE is set; given: nothing');
    return null;
  }
  if (!scope.split(' ').includes('openid')) problems.push(`MANDAT_OIDC_SCOPE: required: openid, and others beside it, with spaces; given: ${scope}`);
  if (!audience) problems.push('MANDAT_AUTH_AUDIENCE: required: what access tokens for this server say as aud, as MANDAT_OIDC_CLIENT is set; given: nothing');
  if (isGuarded(issuer)) return { issuer, client, scope };
  problems.push(
    `MANDAT_AUTH_ISSUER: required: the https address of the OpenID provider, as MANDAT_OIDC_CLIENT is set; given: ${issuer === null ? 'nothing' : 'another'}`,
  );
  return null;
};
