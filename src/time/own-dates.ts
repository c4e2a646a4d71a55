import { type CivilDate, BEGINNING, FOREVER, dayAfter, dayBefore, earliest, latest } from './civil.js';
import type { Bound, BoundCause, Cause, Interval, IntervalEdge } from './interval.js';
import { type Span, spanOf } from './partial.js';
import { type Stated, statedInterval } from './stated.js';

/** A document of a day that tells of a thing: what it says of it, or that it lists others and not its holder. */
export interface Told {
  on: CivilDate;
  /** Id of the document. */
  in: string;
}

/** What the day of a sighting depends on beside the row itself. */
export interface Witnesses {
  /** Documents that an open row names, with their days. */
  documents?: readonly Told[];
  /** The day on which an open row was first recorded. */
  recordedOn?: CivilDate;
  /** Complete lists that do not name its holder. */
  lists?: readonly Told[];
  /** Printed days on which that begins which replaces it. */
  replacedOn?: readonly CivilDate[];
}

/** A bound that would have left nothing, or a sighting outside the stated dates: not applied. */
export interface NotApplied extends Cause {
  edge: IntervalEdge;
  date: CivilDate;
}

/** What a row says of its dates by itself: printed dates, sightings, lists, and whether it lasts. */
export interface OwnDates extends Interval {
  /** Entered without an end. */
  open: boolean;
  /** Its bounds follow from those of other things. */
  exact: boolean;
  /** Its bounds as if nobody had said that it lasts: what is certain in them is known by its own dates. */
  known: Interval;
  /** Of an open one that is over, or that a list leaves out: how it lasts otherwise. */
  lasting: Interval | null;
  /** The day by which it is seen over, or listed without. */
  closedOn: CivilDate;
  /** The first and the last day on which a sighting says that it is held: it begins and ends no later and no earlier. */
  heldFrom: CivilDate;
  heldUntil: CivilDate;
  held: readonly Held[];
  bounds: Bound[];
  notApplied: NotApplied[];
}

/** A known end is after the start, a known start before the end, and the bounds of the end are in order. */
export const clamp = (x: Interval): Interval => {
  const fromMax = x.untilMax === FOREVER ? x.fromMax : earliest(x.fromMax, dayBefore(x.untilMax));
  const untilMin = x.fromMin === BEGINNING ? x.untilMin : latest(x.untilMin, dayAfter(x.fromMin));
  return { fromMin: x.fromMin, fromMax, untilMin: earliest(untilMin, x.untilMax), untilMax: x.untilMax };
};

const asIs = (x: Interval): Interval => x;

const LASTS = { untilMin: FOREVER, untilMax: FOREVER };

const isDay = (date: string): boolean => date.length === FOREVER.length;

/** On the day on which it ends, or on which that begins which replaces it, a sighting counts for the day before. */
const daysOf = (on: string, { until }: Stated, replacedOn: readonly CivilDate[]): Span => {
  const span = spanOf(on);
  if (!isDay(on) || (on !== until && !replacedOn.includes(on))) return span;
  return { first: dayBefore(on), last: dayBefore(on) };
};

/** Whether some of the days lie in it. */
export const meets = ({ first, last }: Span, { fromMin, untilMax }: Interval): boolean => last >= fromMin && first < untilMax;

/** A sighting on days of which none lies in it. */
export const outside = ({ first, last }: Span, { fromMin }: Interval, by: string): NotApplied => ({
  edge: last < fromMin ? 'FROM' : 'UNTIL',
  date: first,
  cause: 'OBSERVED',
  by,
});

/** The days between which a document says that it is held. */
export interface Held extends Span {
  by: string;
  /** An open row names the document; it says so of nothing. */
  named: boolean;
}

/** The sightings that lie within what is stated, and those that do not. */
const sightings = (stated: Stated, printed: Interval, { documents = [], replacedOn = [] }: Witnesses, closedOn: CivilDate) => {
  const held: Held[] = [];
  const notApplied: NotApplied[] = [];
  const within = ({ first, last }: Span): Span => ({ first: latest(first, printed.fromMin), last: earliest(last, dayBefore(printed.untilMax)) });
  for (const { on, in: by } of stated.seen ?? []) {
    const span = daysOf(on, stated, replacedOn);
    if (meets(span, printed)) held.push({ ...within(span), by, named: false });
    else notApplied.push(outside(span, printed, by));
  }
  for (const { on, in: by } of documents) {
    const span = daysOf(on, stated, replacedOn);
    if (span.last < closedOn && meets(span, printed)) held.push({ ...within(span), by, named: true });
  }
  return { held, notApplied };
};

/** Over by a day: what it says of the end beyond it does not hold. */
const closed = (x: Interval, on: CivilDate, heldUntil: CivilDate): Interval => ({
  ...x,
  untilMin: x.untilMin > on ? heldUntil : x.untilMin,
  untilMax: earliest(x.untilMax, on),
});

/**
 * The bounds of a row by itself, in this order: what is stated, sightings, whether it lasts, seen over, complete lists
 * without its holder, and the clamp that makes a stated first or last day certain.
 * @throws RangeError where the stated dates contradict each other.
 */
export const ownDates = (stated: Stated, witnesses: Witnesses = {}): OwnDates => {
  const printed = statedInterval(stated);
  const settle = stated.exact ? asIs : clamp;
  const open = stated.open ?? false;
  const { documents = [], lists = [] } = witnesses;
  const over = (stated.over ?? []).map(({ on, in: by }): Ended => ({ on: spanOf(on).last, cause: 'OBSERVED', by }));
  const overs = over.filter(({ on }) => on > printed.fromMin);
  const { held, notApplied } = sightings(stated, printed, witnesses, first(overs));
  for (const { on, cause, by } of over) if (on <= printed.fromMin) notApplied.push({ edge: 'UNTIL', date: on, cause, by });

  const heldFrom = held.reduce((date, { last }) => earliest(date, last), FOREVER);
  const heldUntil = held.reduce((date, one) => latest(date, dayAfter(one.first)), BEGINNING);
  const { recordedOn = FOREVER } = witnesses;
  const knownSince = open && documents.length === 0 && recordedOn >= printed.fromMin ? recordedOn : FOREVER;
  const seen = { ...printed, fromMax: earliest(printed.fromMax, earliest(heldFrom, knownSince)), untilMin: latest(printed.untilMin, heldUntil) };

  const isLeftOut = ({ on }: Told): boolean => open && seen.fromMax <= on && heldUntil <= on;
  const leftOut = lists.filter(isLeftOut).map(({ on, in: by }): Ended => ({ on, cause: 'LISTED', by }));
  const ends = [...overs, ...leftOut];
  const closedOn = first(ends);
  const isOver = closedOn !== FOREVER;
  const isLasting = open && !isOver;
  const { interval, bounds: listed } = withoutListed(
    settle(isLasting ? { ...seen, ...LASTS } : closed(seen, closedOn, heldUntil)),
    lists.filter((list) => !isLeftOut(list)),
  );
  const stays = settle(closed(printed, closedOn, BEGINNING));
  return {
    ...settle(interval),
    open,
    exact: stated.exact ?? false,
    known: settle(isLasting ? { ...interval, untilMin: heldUntil } : interval),
    lasting: open && isOver ? { ...seen, fromMin: interval.fromMin, untilMin: FOREVER, untilMax: closedOn } : null,
    closedOn,
    heldFrom,
    heldUntil,
    held,
    bounds: [
      ...held.filter(({ last }) => last < stays.fromMax).map(({ last, by }) => bound('FROM', last, 'OBSERVED', by)),
      ...held.filter((one) => dayAfter(one.first) > stays.untilMin).map((one) => bound('UNTIL', dayAfter(one.first), 'OBSERVED', one.by)),
      ...ends.map(({ on, cause, by }) => bound('UNTIL', on, cause, by)),
      ...listed,
    ],
    notApplied,
  };
};

interface Ended extends Cause {
  on: CivilDate;
}

const bound = (edge: IntervalEdge, date: CivilDate, cause: BoundCause, by: string): Bound => ({ edge, date, cause, by });

const first = (ends: readonly Ended[]): CivilDate => ends.reduce((date, { on }) => earliest(date, on), FOREVER);

/** What a list leaves out lies before its day, or after it, as its certain days do. */
const withoutListed = (x: Interval, lists: readonly Told[]): { interval: Interval; bounds: Bound[] } => {
  const interval = { ...x };
  const bounds: Bound[] = [];
  const isCertain = x.fromMax < x.untilMin;
  for (const { on, in: by } of lists) {
    if (!isCertain || x.untilMax <= on || x.fromMin > on) continue;
    if (x.untilMin <= on) {
      interval.untilMax = earliest(interval.untilMax, on);
      bounds.push(bound('UNTIL', on, 'LISTED', by));
    } else if (x.fromMax > on) {
      interval.fromMin = latest(interval.fromMin, dayAfter(on));
      bounds.push(bound('FROM', dayAfter(on), 'LISTED', by));
    }
  }
  return { interval, bounds };
};
