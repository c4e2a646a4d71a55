import type { Budget } from '../api/budget.js';
import type { Graph, Reader } from '../graph/port.js';
import { type Loaders, makeLoaders } from './loaders.js';
import { presentReader } from '../record/present.js';
import type { Visit } from '../http/response-cache.js';

/** What a request's resolvers share. */
export interface Context {
  graph: Graph;
  /** What is read through this, and is not remembered, is counted. */
  reader: Reader;
  loaders: Loaders;
  /** The names of the queries run so far, in order. */
  ran: string[];
  /** Its use of the memory, where there is one. */
  visit?: Visit;
  /** What it may use, where that is limited. */
  budget?: Budget;
}

/** A context for one request. */
export const contextFor = (graph: Graph, visit?: Visit): Context => {
  const ran: string[] = [];
  const present = presentReader(graph);
  const counted: Reader = {
    read: (query, params) => {
      ran.push(query.name);
      return present.read(query, params);
    },
  };
  const reader = visit?.through(counted) ?? counted;
  return { graph, reader, loaders: makeLoaders(reader), ran, visit };
};
