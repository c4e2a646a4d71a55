import type { Graph } from './port.js';

/** How many reads are asked of the graph at a time. */
export interface ReadLimits {
  /** Of one operation. */
  each: number;
  all: number;
}

export interface Queue {
  /** Does work when its owner's turn comes. */
  take<T>(owner: object, work: () => Promise<T>): Promise<T>;
  /** Forgets the work that an owner waits for, which is never done: it would hold all that is made of its result. */
  leave(owner: object): void;
}

/** Owners take turns, a work each, whoever waits for more; as much is at work at a time as the limits say. */
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
  const begin = (): void => {
    // One that is put last again is met again, until it has as many at work as it may.
    for (const [owner, works] of waiting) {
      if (total >= all) return;
      if ((atWork.get(owner) ?? 0) >= each) continue;
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
          work()
            .then(resolve, reject)
            .finally(() => {
              countOf(owner, -1);
              begin();
            });
        });
        waiting.set(owner, works);
        begin();
      }),
    leave: (owner) => void waiting.delete(owner),
  };
};

/** A graph that an operation reads in its turns. */
export const queued = (graph: Graph, queue: Queue, operation: object): Graph => ({
  ...graph,
  read: (query, params, withinMs) => queue.take(operation, () => graph.read(query, params, withinMs)),
});
