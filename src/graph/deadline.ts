import { GraphError } from './errors.js';
import type { Graph } from './port.js';

/** What comes of some work, or what `late` gives or throws where that takes longer. The work itself is not ended. */
export const within = async <T>(work: Promise<T>, ms: number, late: () => T | Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, elapsed.then(late)]).finally(() => clearTimeout(timer));
};

/**
 * A graph that answers until `end`, of `performance.now()`, for one operation. Past that every read fails with TIMEOUT: one that runs at once,
 * while its engine ends the work where it can, and one that has not begun never begins.
 */
export const endingAt = (graph: Graph, end: number): Graph => ({
  ...graph,
  read: async (query, params) => {
    const late = (): never => {
      throw new GraphError('TIMEOUT', graph.engine, query.name, new Error('no answer in time'));
    };
    const left = end - performance.now();
    return left <= 0 ? late() : within(graph.read(query, params, left), left, late);
  },
});
