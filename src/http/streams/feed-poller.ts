import { LOOK_MS } from '../../api/context.js';

interface Waiting {
  items: number;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/** Asks, for all who follow the feed in this process together, whether it has moved: only while somebody waits for that. */
export interface FeedPoller {
  /** Resolves when the feed holds more items than so many; rejects where the graph does not answer, or when the signal says that nobody waits any more. */
  moved: (items: number, signal: AbortSignal) => Promise<void>;
}

export const feedPoller = (lookAtFeed: () => Promise<number>): FeedPoller => {
  const waiting = new Set<Waiting>();
  let isLooking = false;
  const look = async (): Promise<void> => {
    try {
      const items = await lookAtFeed();
      for (const one of waiting) if (items > one.items) one.resolve();
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
    if (waiting.size > 0) setTimeout(() => void look(), LOOK_MS);
    else isLooking = false;
  };
  return {
    moved: (items, signal) =>
      new Promise<void>((resolve, reject) => {
        const end = (settle: () => void): void => {
          waiting.delete(one);
          signal.removeEventListener('abort', abort);
          settle();
        };
        const abort = (): void => one.reject(signal.reason);
        const one: Waiting = { items, resolve: () => end(resolve), reject: (reason) => end(() => reject(reason as Error)) };
        waiting.add(one);
        signal.addEventListener('abort', abort);
        if (signal.aborted) abort();
        else if (!isLooking) {
          isLooking = true;
          void look();
        }
      }),
  };
};
