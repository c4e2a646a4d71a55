import { type Revision, revisionId } from '../record/revision.js';

export interface Validation {
  /** All that was read is of one revision. */
  isValid: boolean;
  /** Which one; null where nothing was read. */
  revision: Revision | null;
  /** A write came in between: reading again may be valid. */
  hasChanged: boolean;
}

/**
 * Reading without a lock: what was read is of one revision where the same one, with no write under way, is seen before the
 * first read and after the last.
 */
export interface OptimisticRead {
  /** The revision before the first read, looked up when it is first needed. */
  start(): Promise<Revision>;
  /** Does something where what was read until then turns out to be valid. */
  whenValid(act: () => void): void;
  /** Looks at the revision again. */
  validate(): Promise<Validation>;
}

export const optimisticRead = (latest: () => Promise<Revision>): OptimisticRead => {
  const acts: (() => void)[] = [];
  let first: Promise<Revision> | null = null;
  return {
    start: () => (first ??= latest()),
    whenValid: (act) => void acts.push(act),
    validate: async () => {
      if (!first) return { isValid: true, revision: null, hasChanged: false };
      // What is read from now on may be of a later revision than the one that is seen next.
      const covered = [...acts];
      const seen = await Promise.all([first, latest()]).catch(() => null);
      if (!seen) return { isValid: false, revision: null, hasChanged: false };
      const hasChanged = new Set(seen.map(revisionId)).size > 1;
      const isValid = !hasChanged && !seen.some(({ writing }) => writing);
      if (isValid) for (const act of covered) act();
      return { isValid, revision: seen[0], hasChanged };
    },
  };
};
