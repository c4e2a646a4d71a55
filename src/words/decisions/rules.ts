import type { Outcome } from './model.js';

/** Who decided on a matter, or said or asked for something about it, has discussed it. */
const DISCUSSING: readonly Outcome[] = ['DISCUSSED', 'OPINION', 'REQUESTED', 'DECIDED', 'APPROVED', 'REJECTED'];

/** What becomes of a matter that is not granted. */
const REFUSALS: readonly Outcome[] = ['REJECTED', 'REFERRED', 'POSTPONED'];

const grants = (decided: Outcome, recommended: Outcome): boolean => {
  if (recommended === 'DISCUSSED') return DISCUSSING.includes(decided);
  if (recommended === 'DECIDED' && decided === 'APPROVED') return true;
  return decided === recommended;
};

const telling = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter((outcome) => outcome !== 'OTHER');

/**
 * Whether each recommendation at an item is granted by a decision at it. One decision may grant several, unless something
 * else was refused beside it: then each needs its own. Decisions that nobody recommended change nothing. OTHER says nothing
 * that could be compared: null where nothing else is left of either.
 */
export const isFollowed = (recommended: readonly Outcome[], decided: readonly Outcome[]): boolean | null => {
  const asked = telling(recommended);
  const done = telling(decided);
  if (!asked.length || !done.length) return null;
  const granting = done.filter((outcome) => asked.some((one) => grants(outcome, one)));
  const refused = done.some((outcome) => REFUSALS.includes(outcome) && !granting.includes(outcome));
  return asked.every((one) => granting.some((outcome) => grants(outcome, one))) && !(refused && granting.length < asked.length);
};
