import type { CivilDate } from '../../time/civil.js';
import { certaintyOn } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';

/** What else is recorded of a substitute. */
export interface Circumstances {
  /** Seats among the members of the body. */
  held: readonly Interval[];
  /** Those that the substitute took over from the pool. */
  movedUp: readonly Interval[];
  /** Seats of the body that the substitute was named to and never took. */
  declined: readonly Interval[];
  /** Ties to the list or place whose pool it is. */
  ties: readonly Interval[];
}

/** Whether it may have begun in the time of a place in the pool. */
const mayBeginWithin = (x: Interval, place: Interval): boolean => x.fromMax >= place.fromMin && x.fromMin < place.untilMax;

/** Whether a substitute may be called on a day: not who sits for certain, has moved up or declined, or is known to have left whose pool it is. */
export const mayBeCalled = (place: Interval, { held, movedUp, declined, ties }: Circumstances, day: CivilDate): boolean => {
  const sits = held.some((one) => certaintyOn(one, day) === 'CERTAIN');
  const hasMovedUp = movedUp.some((one) => one.fromMax <= day && mayBeginWithin(one, place));
  const hasDeclined = declined.some((one) => one.fromMin <= day && mayBeginWithin(one, place));
  const hasLeft = ties.some(({ untilMax }) => untilMax <= day) && !ties.some((one) => certaintyOn(one, day) !== null);
  return !sits && !hasMovedUp && !hasDeclined && !hasLeft;
};
