import type { Graph } from '../../graph/port.js';

/** Does work when all that came before is done; who waits is told for what. */
export type InLine = <T>(title: string, tell: (line: string) => void, work: () => Promise<T>) => Promise<T>;

/** One at a time, in the order in which they came. */
export const oneAtATime = (): InLine => {
  let last: Promise<unknown> = Promise.resolve();
  const before: string[] = [];
  return (title, tell, work) => {
    const [first] = before;
    if (first !== undefined) tell(`waiting for ${first}${before.length > 1 ? ` and ${before.length - 1} more` : ''}`);
    before.push(title);
    const own = last.then(work).finally(() => before.shift());
    last = own.catch(() => undefined);
    return own;
  };
};

const SOON_MS = 500;

/** A graph whose writer is told where it waits for one that is not in line, such as a request to the API. */
export const tellingWaits = (graph: Graph, tell: (line: string) => void): Graph => ({
  ...graph,
  write: async (work) => {
    const timer = setTimeout(() => tell('waiting for a writer of the API'), SOON_MS);
    try {
      return await graph.write((tx) => {
        clearTimeout(timer);
        return work(tx);
      });
    } finally {
      clearTimeout(timer);
    }
  },
});
