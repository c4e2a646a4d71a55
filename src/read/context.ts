import type { Graph, Reader } from '../graph/port.js';
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

/** What keeps rows beyond a request. */
export interface RowCache {
  /** Reads what is kept; what is not, through `reader`. */
  through: (reader: Reader) => Reader;
}

/** A context for one request. What it reads, and no cache holds, is counted. */
export const makeContext = (graph: Graph, nodes: Context['nodes'], rows?: RowCache): Context => {
  const ran: string[] = [];
  const counted: Reader = {
    read: (query, params) => {
      ran.push(query.name);
      return graph.read(query, params);
    },
  };
  return { graph, nodes, ran, ...loadingThrough(rows?.through(counted) ?? counted) };
};
