import { GraphError } from './errors.js';
import type { Graph } from './port.js';

/**
 * A graph that answers until `ms` from now, for one operation. Past that every read fails with TIMEOUT: one that runs at once,
 * while its engine ends the work where it can, and one that has not begun never begins.
 */
export const endingWithin = (graph: Graph, ms: number): Graph => {
  const end = performance.now() + ms;
  return {
    ...graph,
    read: async (query, params) => {
      const late = (): GraphError => new GraphError('TIMEOUT', graph.engine, query.name, new Error(`no answer within ${ms} ms`));
      const left = end - performance.now();
      if (left <= 0) throw late();
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), left);
      });
      return Promise.race([graph.read(query, params, left), deadline]).finally(() => clearTimeout(timer));
    },
  };
};
