import { BEGINNING, type CivilDate, dayAfter, latest } from './civil.js';
import type { Limit } from './bounds.js';
import type { Start } from './interval.js';
import type { OwnDates } from './own-dates.js';
import { type PartialDate, spanOf } from './partial.js';

/** Nobody sits after the day of their death; on that day they still did, where none who replaces them begins on it. */
export const lifeUntil = (person: string, diedOn: PartialDate, replacedOn: readonly CivilDate[] = []): Limit => {
  const { first, last } = spanOf(diedOn);
  const until = first === last && replacedOn.includes(first) ? { untilMin: first, untilMax: first } : { untilMin: dayAfter(first), untilMax: dayAfter(last) };
  return { fromMin: BEGINNING, fromMax: BEGINNING, ...until, cause: 'DEATH', by: person };
};

/**
 * What replaces a seat begins no earlier than that ended, where it is said how that ended; else, as far as its own dates
 * allow, after the last day on which the other was seen, or began.
 */
export const startAfter = (id: string, replaced: OwnDates, hasOwnEnd: boolean, own: OwnDates): Start | null => {
  const { known, heldUntil } = replaced;
  if (hasOwnEnd && known.untilMin !== BEGINNING) return { fromMin: known.untilMin, fromMax: known.untilMax, cause: 'REPLACED', by: id };
  const after = latest(heldUntil, known.fromMin === BEGINNING ? BEGINNING : dayAfter(known.fromMin));
  return after === BEGINNING || after > own.fromMax ? null : { fromMin: after, fromMax: after, cause: 'REPLACED', by: id };
};
