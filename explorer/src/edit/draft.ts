import { type Dispatch, type StateUpdater, useEffect, useRef, useState } from 'preact/hooks';
import { place } from '../address';
import { lapsed, me, storage } from './session';

/** Where what somebody has filled in on a page is kept, until they are back. */
const keyOf = (name: string): string => `mandat-draft ${me.value?.id ?? ''} ${place.value.path} ${place.value.params.toString()} ${name}`;

const takeOut = <T>(key: string): T | null => {
  const kept = storage?.getItem(key);
  storage?.removeItem(key);
  return kept ? (JSON.parse(kept) as T) : null;
};

/** A state of a form: whoever has to sign in again on another page finds it as it was, once. */
export const useDraft = <T>(name: string, initial: () => T): [T, Dispatch<StateUpdater<T>>] => {
  const path = useRef(place.value.path);
  const key = useRef(keyOf(name));
  const [value, setValue] = useState<T>(() => takeOut<T>(key.current) ?? initial());
  const last = useRef(value);
  last.current = value;
  if (place.value.path === path.current) key.current = keyOf(name);
  useEffect(
    () => () => {
      if (lapsed.value) storage?.setItem(key.current, JSON.stringify(last.current));
    },
    [],
  );
  return [value, setValue];
};
