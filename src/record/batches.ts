const BATCH = 1_000;

/** Runs work on a list a thousand at a time, in order. */
export const inBatches = async <T>(all: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < all.length; start += BATCH) await work(all.slice(start, start + BATCH));
};
