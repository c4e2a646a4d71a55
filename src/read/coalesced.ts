/**
 * One call for all who wait: each caller is given a call that begins after theirs, together with everyone else who calls
 * before it begins. One runs at a time. Where it fails, those who wait for the next one fail with it, and wait no longer.
 */
export const coalesced = <T>(call: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const mine = call();
    const ended = (): void => {
      if (running === mine) running = null;
    };
    next = null;
    running = mine;
    mine.then(ended, ended);
    return mine;
  };
  const refuse = (error: unknown): never => {
    next = null;
    throw error;
  };
  return () => (running ? (next ??= running.then(begin, refuse)) : begin());
};
