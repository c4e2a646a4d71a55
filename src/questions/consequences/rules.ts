import type { Dated } from '../../record/dated.js';
import { bounded } from '../../time/bounds.js';
import { type CivilDate, dayBefore, earliest } from '../../time/civil.js';
import { storedBounds } from '../../record/dated-properties.js';
import { certaintyOn } from '../../time/in-force.js';
import type { BoundCause, Ending } from '../../time/interval.js';

/** What would end, and why what depends on it would end with it. */
export interface Cause {
  cause: BoundCause;
  by: string;
  on: CivilDate;
}

/** A seat or tie as it would be; null: it is not in force on the day before anyway. What it says of later days is set aside. */
export const endedBy = (m: Dated, { cause, by, on }: Cause): Dated | null => {
  if (certaintyOn(m, dayBefore(on)) === null) return null;
  const { fromMin, fromMax, untilMax, open } = m;
  const ending: Ending = { cause, by, untilMin: on, untilMax: on };
  const bounds = bounded({ narrowed: { fromMin, fromMax, untilMin: earliest(m.untilMin, on), untilMax }, open }, { ends: [ending] });
  return { ...m, ...storedBounds(bounds), stated: '{}' };
};
