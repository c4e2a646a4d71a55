import { earliest, latest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';

const before = (x: Interval, gap: Interval): Interval => ({ ...x, untilMin: earliest(x.untilMin, gap.fromMin), untilMax: earliest(x.untilMax, gap.fromMax) });
const after = (x: Interval, gap: Interval): Interval => ({ ...x, fromMin: latest(x.fromMin, gap.untilMin), fromMax: latest(x.fromMax, gap.untilMax) });

/** When the holder of a seat sits in it: not while somebody sits in for them. */
export const sittingsOf = (seat: Interval, standIns: readonly Interval[]): Interval[] =>
  standIns.reduce<Interval[]>((parts, gap) => parts.flatMap((part) => [before(part, gap), after(part, gap)]), [seat]);
