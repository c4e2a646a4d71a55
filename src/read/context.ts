import type { Graph, Reader } from '../graph/port.js';
import { presentReader } from '../record/present.js';
import { type Loaders, makeLoaders } from './loaders.js';

/** What a request's resolvers share. */
export interface Context {
  graph: Graph;
  /** What is read through this, and is not cached, is counted. */
  reader: Reader;
  loaders: Loaders;
  /** The names of the queries run so far, in order. */
  ran: string[];
}

/** A context for one request, which may read through a cache. */
export const contextFor = (graph: Graph, cached = (reader: Reader): Reader => reader): Context => {
  const ran: string[] = [];
  const present = presentReader(graph);
  const reader = cached({
    read: (query, params) => {
      ran.push(query.name);
      return present.read(query, params);
    },
  });
  return { graph, reader, loaders: makeLoaders(reader), ran };
};
