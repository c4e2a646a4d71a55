import { computed, signal } from '@preact/signals';
import { dataOf, extensionsOf, failureOf } from '../ask';
import { MeDocument, type MeQuery, type TypedDocumentString } from '../generated/graphql';

export type Me = NonNullable<MeQuery['me']>;

const KEPT = 'mandat-token';

/** null: the browser keeps nothing, and a token is good until the page is left. */
export const storage = ((): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
})();

/** Kept for this tab alone, and gone with it: a reload goes on, another tab and the disk know nothing of it. */
const token = signal<string | null>(storage?.getItem(KEPT) ?? null);

/** Who is signed in; null: nobody, or nobody yet. */
export const me = signal<Me | null>(null);

/** Why a token that was given says nothing to the server. */
export type Refusal = 'expired' | 'notTaken';
export const refusal = signal<Refusal | null>(null);

/** Whether the token ran out while a page was open: what was filled in there stays, and nobody is signed in any longer. */
const isLapsed = signal(false);
export const signedIn = computed((): Me | null => (isLapsed.value ? null : me.value));

/** Asks an operation as whoever is signed in. Nothing of the answer is kept. @throws Error with the code of its first error */
export const send = async <Data, Variables extends object>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> => {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token.value && { authorization: `Bearer ${token.value}` }) };
  const body = JSON.stringify({ extensions: extensionsOf(document), variables });
  try {
    return (await dataOf(await fetch('/graphql', { method: 'POST', headers, body }))) as Data;
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') {
      isLapsed.value = true;
      refusal.value = 'expired';
      storage?.removeItem(KEPT);
    }
    throw error;
  }
};

/** What a token says of itself, whether or not it is true. */
const claimsOf = (given: string): { exp?: number; iss?: string } => {
  try {
    const part = (given.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return (JSON.parse(atob(part)) ?? {}) as { exp?: number; iss?: string };
  } catch {
    return {};
  }
};

const isOver = (given: string): boolean => (claimsOf(given).exp ?? Infinity) * 1000 < Date.now();

/** Who made the token of whoever is signed in. */
export const issuer = (): string | undefined => claimsOf(token.value ?? '').iss;

export const signOut = (why: Refusal | null = null): void => {
  token.value = null;
  me.value = null;
  isLapsed.value = false;
  refusal.value = why;
  storage?.removeItem(KEPT);
};

/** Asks the server whose token it is, and keeps it where it is somebody's. @throws Error where the server does not answer */
export const signIn = async (given: string): Promise<void> => {
  token.value = given;
  const answer = await send(MeDocument, {});
  if (!answer.me) return signOut(isOver(given) ? 'expired' : 'notTaken');
  me.value = answer.me;
  isLapsed.value = false;
  refusal.value = null;
  storage?.setItem(KEPT, given);
};

/** Goes on as whoever was signed in before the page was loaded. */
export const resume = (): void => {
  if (token.value) void signIn(token.value).catch(() => undefined);
};
