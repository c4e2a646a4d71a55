import type { Graph } from './port.js';
import { fairShares } from './shares.js';

/** Whose works took longer than this so far, or are taken to, leaves half of the places to others. */
const LITTLE_MS = 50;

/** How many reads are asked of the graph at a time. */
export interface ReadLimits {
  /** Of one operation. */
  each: number;
  all: number;
}

export interface Queue {
  /** Does work when its owner's turn comes. */
  take<T>(owner: object, work: () => Promise<T>): Promise<T>;
  /** Counts work that an owner is taken to have had before it begins. */
  expect(owner: object, ms: number): void;
  /** Forgets the work that an owner waits for, which is never done: it would hold all that is made of its result. */
  leave(owner: object): void;
}

/**
 * Owners have their works done in turns, whose took least so far first; as much is at work at a time as the limits say. Half of the places are kept for
 * who has had little, and has none at work.
 */
export const fairQueue = ({ each, all }: ReadLimits): Queue => {
  const atWork = new Map<object, number>();
  const waiting = new Map<object, (() => void)[]>();
  let total = 0;
  const countOf = (owner: object, more: number): void => {
    total += more;
    const count = (atWork.get(owner) ?? 0) + more;
    if (count) atWork.set(owner, count);
    else atWork.delete(owner);
  };
  const shares = fairShares();
  const mayBegin = (owner: object): boolean => {
    const own = atWork.get(owner) ?? 0;
    const hasMuch = own > 0 || shares.servedFor(owner) > LITTLE_MS;
    return own < each && total < (hasMuch ? Math.ceil(all / 2) : all);
  };
  const begin = (): void => {
    for (;;) {
      const owner = total < all ? shares.next([...waiting.keys()].filter(mayBegin)) : undefined;
      const works = owner && waiting.get(owner);
      if (!works) return;
      // It is put last.
      waiting.delete(owner);
      const work = works.shift();
      if (works.length) waiting.set(owner, works);
      countOf(owner, 1);
      work?.();
    }
  };
  return {
    take: <T>(owner: object, work: () => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const works = waiting.get(owner) ?? [];
        works.push(() => {
          const began = performance.now();
          work()
            .then(resolve, reject)
            .finally(() => {
              shares.served(owner, performance.now() - began);
              countOf(owner, -1);
              begin();
            });
        });
        waiting.set(owner, works);
        begin();
      }),
    expect: (owner, ms) => shares.served(owner, ms),
    leave: (owner) => void waiting.delete(owner),
  };
};

/** A graph that an operation reads in its turns. */
export const queued = (graph: Graph, queue: Queue, operation: object): Graph => ({
  ...graph,
  read: (query, params, withinMs) => queue.take(operation, () => graph.read(query, params, withinMs)),
});
