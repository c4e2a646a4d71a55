import { signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameErased } from './erased';
import type { TypedDocumentString } from './generated/graphql';

export interface Failure {
  code: string;
  message: string;
  /** What was given where something else is required, and what that is. */
  given?: string;
  required?: string;
  /** Whether what was to be written is; absent: nothing was to be. */
  outcome?: 'NOTHING' | 'WRITTEN' | 'UNKNOWN';
}

export interface Answer<Data> {
  /** What was answered last: while another question is under way, that to the one before. */
  data: Data | null;
  failure: Failure | null;
  isWaiting: boolean;
}

interface Kept {
  etag: string | null;
  data: unknown;
}

/** Answers by operation and variables: shown at once, and asked for anew beside. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 150;

/** By which id an operation is asked. */
export const extensionsOf = (document: unknown): object => {
  const { __meta__ } = document as { __meta__: { hash: string } };
  return { persistedQuery: { version: 1, sha256Hash: __meta__.hash.replace('sha256:', '') } };
};

const urlOf = (document: unknown, variables: object): string =>
  `/graphql?${new URLSearchParams({ extensions: JSON.stringify(extensionsOf(document)), variables: JSON.stringify(variables) }).toString()}`;

/** How often something was written from here: what is shown is asked for anew. */
const writes = signal(0);

/** Shows nothing any longer that was kept before a write. */
export const forgetAnswers = (): void => {
  kept.clear();
  writes.value += 1;
};

/** A write moves the ETag of every answer: where one has moved, none of those that are kept is shown again. */
const keep = (url: string, answer: Kept): void => {
  const before = kept.get(url);
  if (before && before.etag !== answer.etag) kept.clear();
  kept.delete(url);
  kept.set(url, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
};

/** What a response holds. @throws Error with the code of its first error */
export const dataOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions?: Partial<Failure> }[] };
  const [error] = errors ?? [];
  if (error) throw Object.assign(new Error(error.message), { code: 'UNKNOWN', ...error.extensions });
  if (text.includes('person:erased-')) nameErased(data);
  return data;
};

const fetched = async (url: string, signal?: AbortSignal): Promise<unknown> => {
  const response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
  const data = await dataOf(response);
  keep(url, { etag: response.headers.get('etag'), data });
  return data;
};

/** Asks once, outside of what is shown. */
export const ask = async <Data, Variables extends object>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> =>
  (await fetched(urlOf(document, variables))) as Data;

export const failureOf = (error: unknown): Failure => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : 'NETWORK',
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && 'given' in error && typeof error.given === 'string' && { given: error.given }),
  ...(error instanceof Error && 'required' in error && typeof error.required === 'string' && { required: error.required }),
  ...(error instanceof Error && 'outcome' in error && { outcome: error.outcome as NonNullable<Failure['outcome']> }),
});

/** The answer to a question, and to the next one when its variables change. null: nothing is asked. */
export const useAnswer = <Data, Variables extends object>(document: TypedDocumentString<Data, Variables>, variables: Variables | null): Answer<Data> => {
  const url = variables ? urlOf(document, variables) : null;
  const [answered, setAnswered] = useState<{ url: string; data: unknown; failure: Failure | null } | null>(null);
  const shown = useRef<unknown>(null);
  // Before the page is drawn: what is asked is under way while the browser does so.
  useLayoutEffect(() => {
    if (!url) return;
    const control = new AbortController();
    fetched(url, control.signal).then(
      (data) => setAnswered({ url, data, failure: null }),
      (error: unknown) => {
        if (!control.signal.aborted) setAnswered({ url, data: null, failure: failureOf(error) });
      },
    );
    return () => control.abort();
  }, [url, writes.value]);
  const own = answered?.url === url ? answered : null;
  const data = own ? own.data : ((url && kept.get(url)?.data) ?? null);
  const failure = own?.failure ?? null;
  if (data || failure) shown.current = data;
  const seen = url && (data ?? (failure ? null : shown.current));
  const isWaiting = url !== null && !own && !data;
  // One and the same until it changes: what shows it is not made anew when another answer arrives.
  return useMemo(() => ({ data: seen as Data | null, failure, isWaiting }), [seen, failure, isWaiting]);
};
