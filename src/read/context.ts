import type { Graph, Reader } from '../graph/port.js';
import type { Allowance } from '../graph/turns.js';
import { presentReader } from '../record/present.js';
import { type Identity, NOBODY } from './identity.js';
import { type Kept, notKept } from './kept.js';
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
  /** Reads what is looked at and not held: such rows do not count. */
  passing: Reader;
  /** Keeps answers that are made of much. */
  kept: Kept;
  /** By the prefix of their ids. */
  nodes: ReadonlyMap<string, NodeKind>;
  /** What the operation may still do, and when it ends before its answer is whole; absent: anything, and it does not. */
  budget?: Allowance & { ended: Promise<unknown> };
  /** The names of the queries run so far, in order. */
  ran: string[];
  /** Who asks. To look at it is to answer them alone: what was told to one is never sent to another. */
  identity: () => Identity;
}

type Wrapped = (reader: Reader) => Reader;

/** How a context reads. */
export interface Readers {
  /** Through a cache. */
  cached: Wrapped;
  /** So that it holds no more than it may. */
  held: Wrapped;
  kept: Kept;
}

const itself: Wrapped = (reader) => reader;

/** A context for one request of somebody. What it reads, and no cache holds, is counted by the names of its queries. */
export const makeContext = (
  graph: Graph,
  nodes: Context['nodes'],
  { cached = itself, held = itself, kept = notKept }: Partial<Readers> = {},
  identity: () => Identity = () => NOBODY,
): Context => {
  const ran: string[] = [];
  const present = presentReader(graph);
  const passing = cached({
    read: (query, params) => {
      ran.push(query.name);
      return present.read(query, params);
    },
  });
  return { graph, nodes, ran, passing, kept, identity, ...loadingThrough(held(passing)) };
};
