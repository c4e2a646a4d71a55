import { type CivilDate, BEGINNING, FOREVER, dayAfter, dayBefore, earliest, latest } from './civil.js';
import { certaintyOn } from './in-force.js';
import type { Bound, BoundCause, Interval, IntervalEdge } from './interval.js';
import { type PartialDate, endSpanOf, spanOf } from './partial.js';

export interface Sighting {
  on: CivilDate;
  /** Id of the document that says so. */
  in: string;
}

/** What is stated or inferred of an edge's dates, before any rule. */
export interface Stated {
  from?: PartialDate | null;
  until?: PartialDate | null;
  /** Lasts until further notice, say those who keep the record. */
  open?: boolean;
  /** Inferred bounds that are narrower than the printed dates. */
  narrowed?: Partial<Interval>;
  seen?: readonly Sighting[];
  over?: readonly Sighting[];
  /** Why there is neither date nor sighting. */
  undated?: string;
}

export interface TermInterval extends Interval {
  id: string;
  /** In a body that holds over: the days between which the term's first recorded seat begins. Absent: none is recorded. */
  seated?: Pick<Interval, 'fromMin' | 'fromMax'> | undefined;
}

/** The end of something that a seat or tie does not outlast, by stated or inferred dates alone. */
export interface Ending extends Pick<Interval, 'untilMin' | 'untilMax'> {
  cause: BoundCause;
  by: string;
}

/** What lies around a seat or tie and narrows it. */
export interface Surroundings {
  body?: Interval & { id: string; holdsOver?: boolean | null };
  /** Every recorded term of the body, in any order. */
  terms?: readonly TermInterval[];
  /** Id of the term that the seat is recorded in. */
  term?: string | null;
  /** What it depends on, what replaces it, the life of its holder. */
  endings?: readonly Ending[];
}

/** A bound that would have left nothing, or a sighting outside the stated dates: not applied. */
export interface NotApplied {
  edge: IntervalEdge;
  date: CivilDate;
  cause: BoundCause;
  by: string;
}

export interface Bounded extends Interval {
  open: boolean;
  boundedBy: Bound[];
  notApplied: NotApplied[];
}

export const leavesNoDay = (x: Interval): boolean => x.fromMin >= x.untilMax;
const leavesNothing = (x: Interval): boolean => leavesNoDay(x) || x.fromMin > x.fromMax || x.untilMin > x.untilMax;

/** Dates as stated or inferred; unknown is a wide bound. @throws RangeError where `from` is not before `until`. */
export const statedInterval = ({ from, until, open, over, narrowed }: Stated): Interval => {
  const start = from ? spanOf(from) : { first: BEGINNING, last: FOREVER };
  const end = until ? endSpanOf(until) : { first: BEGINNING, last: FOREVER };
  const interval = { fromMin: start.first, fromMax: start.last, untilMin: end.first, untilMax: end.last, ...narrowed };
  const given = `from ${from ?? '?'} until ${until ?? '?'}`;
  if (leavesNoDay(interval)) throw new RangeError(`required: from before until; given: ${given}`);
  if (leavesNothing(interval)) throw new RangeError(`required: min not after max; given: ${JSON.stringify(narrowed)}, ${given}`);
  if (open && (until || over?.length)) throw new RangeError(`required: open without an end; given: open and an end, ${given}`);
  return interval;
};

/** The terms that hold the seat: the recorded one, and any that alone can contain a day on which it was seen. */
const termsOf = (terms: readonly TermInterval[], days: readonly CivilDate[], recorded: string | null): TermInterval[] => {
  const held = new Set<TermInterval>();
  for (const term of terms) if (term.id === recorded) held.add(term);
  for (const day of days) {
    const candidates = terms.filter((term) => certaintyOn(term, day) !== null);
    if (candidates.length === 1) held.add(candidates[0] as TermInterval);
  }
  return [...held];
};

const startsBefore = (a: Interval, b: Interval): boolean => a.fromMin < b.fromMin || (a.fromMin === b.fromMin && a.fromMax < b.fromMax);

/**
 * A seat ends with its term, or at the latest where the next begins: the two days between which that is. In a body that
 * holds over it goes on until the seats of a later term begin.
 */
export const endOfTerm = (term: TermInterval, terms: readonly TermInterval[], holdsOver = false): Pick<Interval, 'untilMin' | 'untilMax'> => {
  const later = terms.filter((other) => startsBefore(term, other) && (!holdsOver || other.seated));
  const [next, ...rest] = later;
  if (!next) return holdsOver ? { untilMin: FOREVER, untilMax: FOREVER } : term;
  const first = rest.reduce((one, other) => (startsBefore(other, one) ? other : one), next);
  const { fromMin, fromMax } = (holdsOver && first.seated) || first;
  return { untilMin: fromMin, untilMax: fromMax };
};

/**
 * The four bounds of an edge: stated dates, then sightings, then `over`, then open, then what lies around it, then the
 * clamp that makes a stated first or last day certain. A bound that would leave no day is not applied but reported; one
 * that ends a thing on the very day on which it ends anyway is named too, as it says why.
 * @throws RangeError where the stated dates contradict each other.
 */
export const bounded = (stated: Stated, around: Surroundings = {}): Bounded => {
  const open = stated.open ?? false;
  const x: Interval = statedInterval(stated);
  const boundedBy: Bound[] = [];
  const notApplied: NotApplied[] = [];
  const start = { fromMin: x.fromMin, untilMax: x.untilMax };

  /** Whether the change holds. */
  const apply = (edge: IntervalEdge, date: CivilDate, cause: BoundCause, by: string, change: Partial<Interval>): boolean => {
    const next = { ...x, ...change };
    if ((Object.keys(change) as (keyof Interval)[]).every((key) => next[key] === x[key])) return true;
    if (leavesNothing(next)) {
      notApplied.push({ edge, date, cause, by });
      return false;
    }
    Object.assign(x, next);
    boundedBy.push({ edge, date, cause, by });
    return true;
  };

  const days: CivilDate[] = [];
  for (const { on, in: by } of stated.seen ?? []) {
    if (on < start.fromMin || on >= start.untilMax) {
      notApplied.push({ edge: on < start.fromMin ? 'FROM' : 'UNTIL', date: on, cause: 'OBSERVED', by });
      continue;
    }
    days.push(on);
    apply('FROM', on, 'OBSERVED', by, { fromMax: earliest(x.fromMax, on) });
    apply('UNTIL', dayAfter(on), 'OBSERVED', by, { untilMin: latest(x.untilMin, dayAfter(on)) });
  }
  for (const { on, in: by } of stated.over ?? []) apply('UNTIL', on, 'OBSERVED', by, { untilMax: earliest(x.untilMax, on) });

  const sighted = x.untilMin;
  if (open) Object.assign(x, { untilMin: FOREVER, untilMax: FOREVER });

  const begins = (date: CivilDate, cause: BoundCause, by: string): boolean => apply('FROM', date, cause, by, { fromMin: latest(x.fromMin, date) });
  /** The end lies between two days; that of an open seat takes both. */
  const ends = ({ untilMin: min, untilMax: max, cause, by }: Ending): void => {
    if (max === FOREVER) return;
    if (max === x.untilMax) boundedBy.push({ edge: 'UNTIL', date: max, cause, by });
    const untilMax = earliest(max, x.untilMax);
    const applied = apply('UNTIL', max, cause, by, open ? { untilMin: latest(sighted, earliest(max, x.untilMin)), untilMax } : { untilMax });
    if (open && applied) apply('UNTIL', min, cause, by, { untilMin: latest(sighted, earliest(min, x.untilMin)) });
  };

  const { body, terms = [], term: recorded = null, endings = [] } = around;
  if (body) {
    begins(body.fromMin, 'BODY_EXISTENCE', body.id);
    ends({ ...body, cause: 'BODY_EXISTENCE', by: body.id });
  }
  const holdsOver = body?.holdsOver ?? false;
  for (const term of termsOf(terms, days, recorded)) {
    if (!holdsOver || term.id === recorded) begins(term.fromMin, 'TERM', term.id);
    ends({ ...endOfTerm(term, terms, holdsOver), cause: 'TERM', by: term.id });
  }
  endings.forEach(ends);
  const isKept = ({ edge, date }: Bound): boolean => date !== BEGINNING && (edge === 'FROM' ? [x.fromMin, x.fromMax] : [x.untilMin, x.untilMax]).includes(date);
  return { ...clamp(x), open, boundedBy: boundedBy.filter(isKept), notApplied };
};

/** A known end is after the start, a known start before the end, and the bounds of the end are in order. */
const clamp = (x: Interval): Interval => {
  const fromMax = x.untilMax === FOREVER ? x.fromMax : earliest(x.fromMax, dayBefore(x.untilMax));
  const untilMin = x.fromMin === BEGINNING ? x.untilMin : latest(x.untilMin, dayAfter(x.fromMin));
  return { fromMin: x.fromMin, fromMax, untilMin: earliest(untilMin, x.untilMax), untilMax: x.untilMax };
};
