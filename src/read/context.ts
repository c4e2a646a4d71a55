import type { Graph, Reader } from '../graph/port.js';
import { presentReader } from '../record/present.js';
import type { Lens, NodeAt } from './lens.js';
import { type Loading, loadingThrough } from './loading.js';

export type MaybePromise<T> = T | Promise<T>;

/** How the things whose ids have a prefix are found, and what they are called in the API. */
export interface NodeKind {
  typename: string | ((at: NodeAt) => string);
  find: (context: Context, id: string, lens: Lens) => MaybePromise<NodeAt | null>;
}

/** What a request's resolvers share. */
export interface Context extends Loading {
  graph: Graph;
  /** By the prefix of their ids. */
  nodes: ReadonlyMap<string, NodeKind>;
  /** The names of the queries run so far, in order. */
  ran: string[];
}

/** A context for one request, which may read through a cache. What it reads, and no cache holds, is counted. */
export const makeContext = (graph: Graph, nodes: Context['nodes'], cached = (reader: Reader): Reader => reader): Context => {
  const ran: string[] = [];
  const present = presentReader(graph);
  const reader = cached({
    read: (query, params) => {
      ran.push(query.name);
      return present.read(query, params);
    },
  });
  return { graph, nodes, ran, ...loadingThrough(reader) };
};
