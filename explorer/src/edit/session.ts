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

const lapse = (): void => {
  isLapsed.value = true;
  refusal.value = 'expired';
  storage?.removeItem(KEPT);
};

/** Whether whoever was signed in when the page was opened is not any longer. */
export const lapsed = computed((): boolean => isLapsed.value);

/** Asks an operation as whoever is signed in. Nothing of the answer is kept. @throws Error with the code of its first error */
export const send = async <Data, Variables extends object>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> => {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token.value && { authorization: `Bearer ${token.value}` }) };
  const body = JSON.stringify({ extensions: extensionsOf(document), variables });
  try {
    return (await dataOf(await fetch('/graphql', { method: 'POST', headers, body }))) as Data;
  } catch (error) {
    if (failureOf(error).code === 'UNAUTHENTICATED') lapse();
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

const LOOK_MS = 10_000;
/** As long as a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Once the token says that it is over, asks the server until it says so too: clocks differ. */
const watchEnd = (given: string): void => {
  clearTimeout(timer);
  const { exp } = claimsOf(given);
  if (exp === undefined) return;
  const look = async (): Promise<void> => {
    if (token.value !== given || isLapsed.value) return;
    const isThere =
      !isOver(given) ||
      (await send(MeDocument, {}).then(
        ({ me: who }) => who !== null,
        () => true,
      ));
    if (token.value !== given) return;
    if (isThere) watchEnd(given);
    else lapse();
  };
  timer = setTimeout(() => void look(), Math.min(LONGEST_MS, Math.max(LOOK_MS, exp * 1000 - Date.now())));
};

export const signOut = (why: Refusal | null = null): void => {
  token.value = null;
  me.value = null;
  clearTimeout(timer);
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
  watchEnd(given);
};

/** Goes on as whoever was signed in before the page was loaded. */
export const resume = (): void => {
  if (token.value) void signIn(token.value).catch(() => undefined);
};
