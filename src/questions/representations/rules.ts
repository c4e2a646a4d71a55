import type { CivilDate } from '../../time/civil.js';
import { type Certainty, certaintyOn, strongestCertainty } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Way } from './model.js';

export type Standing = Pick<Way, 'interval' | 'unless'>;

/** What counts while it lasts. */
export const standing = (interval: Interval): Standing => ({ interval, unless: [] });

/** How surely a seat stands for a principal in a way on a day. */
export const standsOn = ({ interval, unless }: Standing, day: CivilDate): Certainty | null =>
  unless.some((one) => certaintyOn(one, day)) ? null : certaintyOn(interval, day);

/** The most sure of several ways on a day. */
export const certaintyOfAny = (ways: readonly Standing[], day: CivilDate): Certainty | null => strongestCertainty(ways.map((way) => standsOn(way, day)));

/** Whether there is a day on which it may stand for it. */
export const standsEver = ({ interval, unless }: Standing): boolean => {
  const others = [...unless].sort((a, b) => (a.fromMin < b.fromMin ? -1 : 1));
  const first = others.reduce((day, { fromMin, untilMax }) => (fromMin <= day && day < untilMax ? untilMax : day), interval.fromMin);
  return first < interval.untilMax;
};
