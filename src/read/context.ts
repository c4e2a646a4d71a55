import type { Graph, Reader } from '../graph/port.js';
import type { Allowance } from '../graph/turns.js';
import type { MaybePromise } from './at-hand.js';
import { presentReader } from '../record/present.js';
import { type Identity, NOBODY } from './identity.js';
import { type Kept, notKept } from './kept.js';
import type { Lens, NodeAt } from './lens.js';
import { type Loading, loadingThrough } from './loading.js';

export type { MaybePromise } from './at-hand.js';

/** How the things whose ids have a prefix are found, and what they are called in the API. */
export interface NodeKind {
  typename: string | ((at: NodeAt) => string);
  find: (context: Context, id: string, lens: Lens) => MaybePromise<NodeAt | null>;
}

/** How the feed is looked at and followed. */
export interface Feed {
  /** Turns the day, where nobody has, and looks how many items the feed holds. */
  look: () => Promise<number>;
  /** Resolves when the feed holds more items than so many. */
  moved: (items: number) => Promise<void>;
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
  feed: Feed;
  /** Another one of the same request, which has read nothing yet. */
  anew: () => Context;
  /** What the operation may still do, and when it is over; absent: anything, and it goes on. */
  budget?: Allowance & { over: Promise<void> };
  /** The names of the queries run so far, in order. */
  ran: string[];
  /** Who asks. To look at it is to answer them alone: what was told to one is never sent to another. */
  identity: () => Identity;
  /** What all that is read from now on is read through. */
  through: (reader: Reader) => Loading & Pick<Context, 'passing' | 'kept'>;
  /** Ends what is held open for the answer so far; null: nothing is. */
  release: (() => Promise<unknown>) | null;
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
  feed: Feed,
  readers: Partial<Readers> = {},
  identity: () => Identity = () => NOBODY,
): Context => {
  const { cached = itself, held = itself, kept = notKept } = readers;
  const ran: string[] = [];
  const counted = (reader: Reader): Reader => {
    const present = presentReader(reader);
    return {
      read: (query, params) => {
        ran.push(query.name);
        return present.read(query, params);
      },
    };
  };
  const loading = (passing: Reader): Loading & Pick<Context, 'passing'> => ({ passing, ...loadingThrough(held(passing)) });
  return {
    graph,
    nodes,
    feed,
    ran,
    ...loading(cached(counted(graph))),
    through: (reader) => ({ kept: notKept, ...loading(counted(reader)) }),
    release: null,
    kept,
    identity,
    anew: () => makeContext(graph, nodes, feed, readers, identity),
  };
};

/** Lets all that is read from now on be read anew, through a reader: what was read before may be otherwise. */
export const readThrough = (context: Context, reader: Reader): void => void Object.assign(context, context.through(reader));

/** Ends what is held open for the answer of a context. */
export const released = async (context: Context): Promise<void> => {
  const { release } = context;
  context.release = null;
  await release?.();
};
