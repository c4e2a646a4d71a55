import { useEffect, useState } from 'preact/hooks';
import { type Answer, type Failure, failureOf } from '../ask';
import { me, send } from '../edit/session';
import type { TypedDocumentString } from '../generated/graphql';

interface Asked<Data> {
  key: string;
  data: Data | null;
  failure: Failure | null;
}

/** The answer to whoever is signed in. Nothing is asked while nobody is, or where there are no variables; `turn` asks anew. */
export const useAsked = <Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  turn = 0,
): Answer<Data> => {
  const key = variables && me.value ? JSON.stringify([me.value.id, variables, turn]) : null;
  const [asked, setAsked] = useState<Asked<Data> | null>(null);
  useEffect(() => {
    if (!key || !variables) return;
    let isWanted = true;
    const set = (answer: Omit<Asked<Data>, 'key'>): void => {
      if (isWanted) setAsked({ key, ...answer });
    };
    send(document, variables).then(
      (data) => set({ data, failure: null }),
      (error: unknown) => set({ data: null, failure: failureOf(error) }),
    );
    return () => void (isWanted = false);
  }, [key]);
  if (!key) return { data: null, failure: null, isWaiting: false };
  return asked?.key === key ? { ...asked, isWaiting: false } : { data: null, failure: null, isWaiting: true };
};
