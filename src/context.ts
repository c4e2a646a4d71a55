import type { Graph, Reader } from './graph/port.js';
import { type Loaders, makeLoaders } from './loaders/loaders.js';

/** What a request's resolvers share. */
export interface Context {
  graph: Graph;
  /** Reads through this are counted. */
  reader: Reader;
  loaders: Loaders;
  /** The names of the queries run so far, in order. */
  ran: string[];
}

/** A context for one request. */
export const contextFor = (graph: Graph): Context => {
  const ran: string[] = [];
  const reader: Reader = {
    read: (query, params) => {
      ran.push(query.name);
      return graph.read(query, params);
    },
  };
  return { graph, reader, loaders: makeLoaders(reader), ran };
};
