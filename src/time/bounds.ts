import { BEGINNING, FOREVER, earliest, latest } from './civil.js';
import { BOUND_CAUSES, type Bound, type Cause, EDGES, type Ending, type Interval, type Start } from './interval.js';
import { type NotApplied, type OwnDates, type Witnesses, clamp, meets, outside, ownDates } from './own-dates.js';
import { type Stated } from './stated.js';
import { leavesNoDay } from './interval.js';
import { type Terms, boundsOfTerms } from './terms.js';

/** What a thing lies in, whatever anybody says of it: an existence, or a life. */
export interface Limit extends Cause, Interval {}

/** What lies around a seat or tie and narrows it, by the own dates of each. */
export interface Surroundings extends Witnesses {
  limits?: readonly Limit[];
  terms?: Terms;
  /** What it does not precede: what it depends on, what it replaces. */
  starts?: readonly Start[];
  /** What it does not outlast: what it depends on, what replaces it. */
  ends?: readonly Ending[];
}

export interface Bounded extends Interval {
  open: boolean;
  boundedBy: Bound[];
  notApplied: NotApplied[];
}

/** Bounds in the making: each derived one is tried against the row's own dates, and against those that go before it. */
interface Making {
  x: Interval;
  bounds: Bound[];
  notApplied: NotApplied[];
}

const begin = ({ x, bounds }: Making, { heldFrom, exact }: OwnDates, own: Interval, { fromMin, fromMax, cause, by }: Start): void => {
  if (fromMin > own.fromMin || (exact && fromMin === own.fromMin)) bounds.push({ edge: 'FROM', date: fromMin, cause, by });
  x.fromMin = latest(x.fromMin, fromMin);
  if (fromMin <= own.fromMax) return;
  const date = latest(fromMin, earliest(fromMax, heldFrom));
  x.fromMax = latest(x.fromMax, date);
  if (date === fromMax) bounds.push({ edge: 'FROM', date, cause, by });
};

const end = ({ x, bounds }: Making, { heldUntil }: OwnDates, own: Interval, { untilMin, untilMax, cause, by }: Ending): void => {
  if (untilMax === FOREVER) return;
  bounds.push({ edge: 'UNTIL', date: untilMax, cause, by });
  x.untilMax = earliest(x.untilMax, untilMax);
  if (untilMax >= own.untilMin) return;
  const date = earliest(untilMax, latest(untilMin, heldUntil));
  x.untilMin = earliest(x.untilMin, date);
  if (date === untilMin) bounds.push({ edge: 'UNTIL', date, cause, by });
};

const skip = ({ notApplied }: Making, { cause, by, ...edge }: Start | Ending): void => {
  notApplied.push('fromMin' in edge ? { edge: 'FROM', date: edge.fromMin, cause, by } : { edge: 'UNTIL', date: edge.untilMax, cause, by });
};

/** What lies around a row, applied to its own dates: existence and death first, then ends, then starts. */
const derive = (own: OwnDates, x: Interval, limits: readonly Limit[], starts: readonly Start[], ends: readonly Ending[]): Making => {
  const { fromMin, fromMax, untilMin, untilMax } = x;
  const making: Making = { x: { fromMin, fromMax, untilMin, untilMax }, bounds: [], notApplied: [] };
  for (const limit of limits) {
    begin(making, own, x, limit);
    end(making, own, x, limit);
  }
  for (const one of ends) {
    const isSound = one.untilMax >= own.heldUntil && one.untilMax > x.fromMin && one.untilMax > making.x.fromMin;
    if (isSound) end(making, own, x, one);
    else skip(making, one);
  }
  for (const one of starts) {
    const isSound = one.fromMin <= own.heldFrom && one.fromMin < x.untilMax && one.fromMin < making.x.untilMax;
    if (isSound) begin(making, own, x, one);
    else if (one.fromMin > x.fromMin) skip(making, one);
  }
  return making;
};

const orderOf = ({ cause, by, edge, date }: Cause & Partial<Bound>): string =>
  [String(BOUND_CAUSES.indexOf(cause)).padStart(2, '0'), edge ? EDGES.indexOf(edge) : '', date ?? '', by].join(' ');

const inOrder = (bounds: readonly Bound[]): Bound[] =>
  [...new Map(bounds.map((bound) => [orderOf(bound), bound]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bound]) => bound);

const isOpen = ({ open, closedOn }: OwnDates): boolean => open && closedOn === FOREVER;

/** In force on no day: it would begin after what it lies in, or end before that begins. */
const onNoDay = (own: OwnDates, { cause, by }: Cause): Bounded => ({
  fromMin: own.fromMin,
  fromMax: own.fromMax,
  untilMin: own.fromMin,
  untilMax: own.fromMin,
  open: isOpen(own),
  boundedBy: [{ edge: 'UNTIL', date: own.fromMin, cause, by }],
  notApplied: own.notApplied,
});

/** Whether nothing of a row lies in a life or an existence, by its own dates. */
export const isBeside = (own: OwnDates, limit: Limit): boolean => own.fromMin >= limit.untilMax || own.untilMax <= limit.fromMin;

/** Whether a row is held on days that do not lie in a life or an existence. */
export const isHeldBeyond = ({ heldFrom, heldUntil }: OwnDates, { fromMin, untilMax }: Limit): boolean => heldUntil > untilMax || heldFrom < fromMin;

/** Of an open one that is over by a day on which it was not certain any more, the end that was derived goes before. */
const derivedOf = (own: OwnDates, limits: readonly Limit[], starts: readonly Start[], ends: readonly Ending[]): Making => {
  if (own.lasting) {
    const lasted = derive(own, own.lasting, limits, starts, ends);
    if (lasted.x.untilMin <= own.closedOn) return lasted;
  }
  return derive(own, own, limits, starts, ends);
};

/**
 * The four bounds of an edge: its own dates, then in one pass what lies around it, then the clamp that makes a stated first
 * or last day certain. A bound that would leave no day is not applied but reported, existence and death aside; one that ends
 * a thing on the very day on which it ends anyway is named too, as it says why.
 * @throws RangeError where the stated dates contradict each other.
 */
export const bounded = (stated: Stated, around: Surroundings = {}): Bounded => {
  const { terms, starts = [], ends = [] } = around;
  const limits = [...(around.limits ?? [])].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const own = ownDates(stated, around);
  const beside = limits.find((one) => isBeside(own, one));
  if (beside) return onNoDay(own, beside);
  const ofTerms = terms ? boundsOfTerms(own, terms) : { starts: [], ends: [] };
  const { x, bounds, notApplied } = derivedOf(own, limits, [...ofTerms.starts, ...starts], [...ofTerms.ends, ...ends]);
  const last = limits.at(-1);
  if (last && leavesNoDay(x)) return onNoDay(own, last);
  const interval = stated.exact ? x : clamp(x);
  const beyond = own.held.filter(({ named }) => !named).flatMap((span) => limits.filter((one) => !meets(span, one)).map((one) => outside(span, one, span.by)));
  const isKept = ({ edge, date }: Bound): boolean =>
    date !== BEGINNING && date !== FOREVER && (edge === 'FROM' ? [interval.fromMin, interval.fromMax] : [interval.untilMin, interval.untilMax]).includes(date);
  return {
    ...interval,
    open: isOpen(own),
    boundedBy: inOrder([...own.bounds, ...bounds].filter(isKept)),
    notApplied: [...own.notApplied, ...beyond, ...notApplied],
  };
};
