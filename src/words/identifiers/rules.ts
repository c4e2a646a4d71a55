import { datedProperties } from '../../record/dated-properties.js';
import { compareKeys, sortedBy } from '../../record/order.js';
import { type CivilDate, dayAfter, dayBefore, daysBetween, earliest, latest } from '../../time/civil.js';
import { certaintyOn, certaintyRank, nearestDay } from '../../time/in-force.js';
import { EVERLASTING, type Interval, type MaybeInterval, givenInterval, leavesNoDay } from '../../time/interval.js';

/** The schemes of the codes that places say of themselves, by the prefix of their ids. */
const CODES: Readonly<Record<string, string>> = { municipality: 'kommunekode', region: 'regionskode' };

/** The scheme of a place's own code. */
export const schemeOfCode = (id: string): string => CODES[id.slice(0, id.indexOf(':'))] as string;

export const isOfMunicipalities = (scheme: string): boolean => scheme === CODES['municipality'];
export const isOfRegions = (scheme: string): boolean => scheme === CODES['region'];

const UNKNOWN = datedProperties({});

const isDated = (x: Interval): boolean => (['fromMin', 'fromMax', 'untilMin', 'untilMax'] as const).some((bound) => x[bound] !== UNKNOWN[bound]);

/** What is borne by its own dates, and no earlier and no longer than its bearer exists. */
const whileThere = (own: Interval, existence: Interval): Interval => ({
  fromMin: latest(own.fromMin, existence.fromMin),
  fromMax: own.fromMax >= existence.fromMin ? own.fromMax : latest(existence.fromMin, earliest(existence.fromMax, dayBefore(own.untilMin))),
  untilMin: own.untilMin <= existence.untilMax ? own.untilMin : earliest(existence.untilMax, latest(existence.untilMin, dayAfter(own.fromMax))),
  untilMax: earliest(own.untilMax, existence.untilMax),
});

/** The days on which a thing bears an identifier: as long as it exists, between the identifier's own dates; a person exists ever. */
export const daysBorne = (identifier: Interval, bearer: MaybeInterval | object): Interval => {
  const existence = 'fromMin' in bearer ? givenInterval(bearer) : EVERLASTING;
  if (!existence) return identifier;
  return isDated(identifier) ? whileThere(identifier, existence) : existence;
};

/** What bears an identifier, and when. */
export interface Bearer {
  id: string;
  days: Interval;
}

/** Those that bear it most surely on a day; where none does, those that do on the nearest. */
export const bearersOn = <B extends Bearer>(all: readonly B[], day: CivilDate): B[] => {
  const keyOf = ({ days }: B) => [certaintyRank(certaintyOn(days, day)), Math.abs(daysBetween(day, nearestDay(days, day)))] as const;
  const near = sortedBy(
    all.filter(({ days }) => !leavesNoDay(days)),
    keyOf,
  );
  return near.filter((one) => compareKeys(keyOf(one), keyOf(near[0] as B)) === 0);
};
