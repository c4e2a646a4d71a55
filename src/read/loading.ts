import type { Reader } from '../graph/port.js';

/** What a loader is made of: the reader of its request, and the other loaders. */
export interface Loading {
  reader: Reader;
  /** The loader that a word declares: made where it is first used, once in a request. */
  use: <L>(declared: (loading: Loading) => L) => L;
}

export const loadingThrough = (reader: Reader): Loading => {
  const made = new Map<unknown, unknown>();
  const loading: Loading = {
    reader,
    use: <L>(declared: (loading: Loading) => L): L => {
      if (!made.has(declared)) made.set(declared, declared(loading));
      return made.get(declared) as L;
    },
  };
  return loading;
};
