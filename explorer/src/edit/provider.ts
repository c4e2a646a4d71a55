import { useEffect, useState } from 'preact/hooks';
import { go, href, lang, param, place } from '../address';
import type * as Oidc from './oidc';
import { issuer, me, refusal, signIn, signOut, storage } from './session';
import { cameFrom } from './sign-in-link';

/** An OpenID provider with which people sign in, as the server tells of it. */
export interface Provider {
  issuer: string;
  client: string;
  scope: string;
}

const answerIn = (params: URLSearchParams): URLSearchParams | null =>
  params.has('state') && (params.has('code') || params.has('error')) ? new URLSearchParams(params) : null;

const problemOf = (error: unknown): Oidc.ProviderProblem =>
  error instanceof Error && 'problem' in error ? (error.problem as Oidc.ProviderProblem) : 'noServer';

/** Who was signed out there comes back with this: the language in which they read. */
const isLanguage = (state: string | null): boolean => state === 'da' || state === 'en';

/** Signing in with the provider and out of it: what is under way, and why it came to nothing. */
export const useProvider = () => {
  const [provider, setProvider] = useState<Provider | null | undefined>();
  const [problem, setProblem] = useState<Oidc.ProviderProblem | null>(null);
  const [isUnderWay, setUnderWay] = useState(answerIn(place.value.params) !== null);

  /** What signs in or out is fetched when it is first needed. */
  const doing = async (work: (oidc: typeof Oidc) => Promise<void>): Promise<void> => {
    setUnderWay(true);
    setProblem(null);
    try {
      await work(await import('./oidc'));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setUnderWay(false);
    }
  };

  /** The code is in no address any longer before anything else is done. */
  const comeBack = (given: Provider, answer: URLSearchParams): Promise<void> =>
    doing(async ({ finish, takeBegun }) => {
      const begun = takeBegun(storage);
      go(begun?.from ?? '/sign-in', { replace: true });
      await signIn(await finish(given, begun, answer));
      const back = cameFrom();
      if (!me.value) setProblem(refusal.value);
      else if (back) go(back, { replace: true });
    });

  useEffect(() => {
    const answer = answerIn(place.value.params);
    const state = param('state');
    if (isLanguage(state)) go(href('/sign-in', { lang: state }), { replace: true });
    void fetch('/explorer/sign-in.json')
      .then((response) => response.json() as Promise<Provider | null>)
      .catch(() => {
        setProblem('noServer');
        return null;
      })
      .then((given) => {
        setProvider(given);
        if (given && answer) void comeBack(given, answer);
        else setUnderWay(false);
      });
  }, []);

  return {
    /** null: there is none; undefined: nobody knows yet. */
    provider,
    problem,
    isUnderWay,
    begin: () => {
      if (provider) void doing(({ begin }) => begin(provider, storage, location.pathname + location.search));
    },
    /** Signs out here, and where the token came from. */
    leave: () => {
      const theirs = provider?.issuer === issuer() ? provider : null;
      signOut();
      if (theirs) void doing(({ leave }) => leave(theirs, lang.value));
    },
  };
};
