import type { CivilDate } from '../../time/civil.js';
import { type Certainty, certaintyOn } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { MembershipSummary } from '../memberships/model.js';
import { sits } from '../memberships/rules.js';

/** How surely the holder of a seat sits in it on a day; null: not, or it is held by nobody, or by who only stands by. */
export const sittingOn = (seat: MembershipSummary, absences: readonly Interval[], day: CivilDate): Certainty | null => {
  const held = sits(seat) ? certaintyOn(seat, day) : null;
  const away = absences.map((one) => certaintyOn(one, day));
  if (away.includes('CERTAIN')) return null;
  return held && away.includes('POSSIBLE') ? 'POSSIBLE' : held;
};
