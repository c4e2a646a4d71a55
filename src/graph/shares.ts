/** So often who waits longest comes next, however much they have had: nobody waits for ever. */
const EVERY = 4;

export interface Shares {
  /** How long an owner was served, in ms. */
  servedFor(owner: object): number;
  served(owner: object, ms: number): void;
  /** Who of those that wait, the longest first, comes next. */
  next<O extends object>(waiting: Iterable<O>): O | undefined;
}

/** Who has had least comes next: what is done soon does not wait for what goes on for long. */
export const fairShares = (): Shares => {
  const had = new WeakMap<object, number>();
  let chosen = 0;
  const servedFor = (owner: object): number => had.get(owner) ?? 0;
  return {
    servedFor,
    served: (owner, ms) => void had.set(owner, servedFor(owner) + ms),
    next: <O extends object>(waiting: Iterable<O>): O | undefined => {
      const [first, ...others] = waiting;
      if (others.length === 0) return first;
      chosen = (chosen + 1) % EVERY;
      return chosen === 0 ? first : others.reduce((least, one) => (least && servedFor(one) >= servedFor(least) ? least : one), first);
    },
  };
};
