import type { Graph } from './port.js';

/** Told of a query that begins; what it returns is called when the query ends. */
export type Watch = (query: string) => () => void;

/** A graph whose reads are watched. */
export const watched = (graph: Graph, watches: readonly Watch[]): Graph => ({
  ...graph,
  read: async (query, params, withinMs) => {
    const ends = watches.map((watch) => watch(query.name));
    try {
      return await graph.read(query, params, withinMs);
    } finally {
      for (const end of ends) end();
    }
  },
});
