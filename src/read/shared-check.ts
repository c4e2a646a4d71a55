/**
 * One check for all who wait: whoever asks is given a check that begins after the question, together with everyone else who
 * asks before it begins. One runs at a time. Where it fails, those who wait for the next one fail with it, and wait no longer.
 */
export const sharedCheck = <T>(check: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const mine = check();
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
