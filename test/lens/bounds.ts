import { FIRST, LAST, earliest, endsOf, latest, plus, startsOf } from './days.js';
import type { Certainty, Dates } from './rows.js';

export interface Interval {
  fromMin: string;
  fromMax: string;
  untilMin: string;
  untilMax: string;
  open: boolean;
}

/** What a seat is beside: its body's existence, every term of its body, and by whom and of whom it takes over. */
export interface Beside {
  existence: Interval;
  terms: readonly { id: string; interval: Interval }[];
  term?: string | undefined;
  /** The rows of those who take it over, and of those whom it takes over from. */
  next: readonly Dates[];
  before: readonly Dates[];
}

const min = (days: readonly string[], else_: string): string => days.reduce((a, b) => earliest(a, b), else_);
const max = (days: readonly string[], else_: string): string => days.reduce((a, b) => latest(a, b), else_);

const isOpen = (dates: Dates, maintained: boolean): boolean =>
  dates.open === true || (maintained && !dates.until && !dates.narrowed?.untilMin && !dates.narrowed?.untilMax);

/** The dates as printed: first and last day of the start, first and last of the end. */
const stated = ({ from, until, narrowed }: Dates): Omit<Interval, 'open'> => {
  const [fromMin, fromMax] = from ? startsOf(from) : [FIRST, LAST];
  const [untilMin, untilMax] = until ? endsOf(until) : [FIRST, LAST];
  return { fromMin, fromMax, untilMin, untilMax, ...narrowed };
};

const settled = (x: Interval): Interval => ({
  ...x,
  fromMax: x.untilMax === LAST ? x.fromMax : earliest(x.fromMax, plus(x.untilMax, -1)),
  untilMin: x.fromMin === FIRST ? x.untilMin : earliest(latest(x.untilMin, plus(x.fromMin, 1)), x.untilMax),
});

interface Own {
  /** As its own dates have it. */
  row: Interval;
  /** The same, but for that it lasts. */
  certain: Interval;
  /** The days on which it is seen. */
  days: string[];
  /** The day by which it is seen over. */
  over: string;
}

/** What a row says by itself; `recordedOn` where nothing else tells when an open one has begun. */
const ownOf = (dates: Dates, maintained: boolean, recordedOn: string, next: readonly Dates[]): Own => {
  const x = stated(dates);
  const ends = new Set([dates.until, ...next.map(({ from }) => from)]);
  const days = (dates.seen ?? []).map(({ on }) => (ends.has(on) ? plus(on, -1) : on)).filter((on) => x.fromMin <= on && on < x.untilMax);
  const lasts = isOpen(dates, maintained);
  const over = min(
    (dates.over ?? []).map(({ on }) => on).filter((on) => on > x.fromMin),
    LAST,
  );
  const seenUntil = max(
    days.map((on) => plus(on, 1)),
    FIRST,
  );
  const fromMax = min([...days, ...(lasts && recordedOn >= x.fromMin ? [recordedOn] : [])], x.fromMax);
  const untilMax = earliest(x.untilMax, over);
  const untilMin = latest(x.untilMin, seenUntil);
  const certain = settled({ fromMin: x.fromMin, fromMax, untilMin: untilMin > over ? seenUntil : untilMin, untilMax, open: false });
  const row = lasts && over === LAST ? settled({ ...certain, fromMax, untilMin: LAST, untilMax: LAST, open: true }) : certain;
  return { row, certain, days, over };
};

type Edge = readonly [string, string];

/** Where terms begin and end around a row. */
const turnsAround = ({ certain }: Own, { terms, term }: Beside): { starts: Edge[]; ends: Edge[] } => {
  const start = ({ interval }: { interval: Interval }): Edge => [interval.fromMin, interval.fromMax];
  const end = ({ interval }: { interval: Interval }): Edge => [interval.untilMin, interval.untilMax];
  const both = (some: typeof terms) => ({ starts: some.map(start), ends: some.map(end) });
  if (term !== undefined) return both(terms.filter(({ id }) => id === term));
  const [first, last] = [certain.fromMax, plus(certain.untilMin, -1)];
  if (certain.fromMax < certain.untilMin)
    return {
      starts: terms.filter(({ interval }) => interval.fromMax <= last && interval.fromMin <= first).map(start),
      ends: terms.filter(({ interval }) => interval.untilMin > first && interval.untilMax > last).map(end),
    };
  const holding = (from: string, to: string) => terms.filter(({ interval }) => interval.fromMax <= from && to < interval.untilMin);
  const byStart = holding(certain.fromMin, certain.fromMax);
  const lastDay = (day: string): string => (day === FIRST || day === LAST ? day : plus(day, -1));
  return both(byStart.length ? byStart : holding(lastDay(certain.untilMin), lastDay(certain.untilMax)));
};

/** The latest day on which one takes over at the earliest. */
const takenOverFrom = (dates: Dates, maintained: boolean, recordedOn: string, own: Own): Edge[] => {
  const before = ownOf(dates, maintained, recordedOn, [own.row.fromMin === own.row.fromMax ? { from: own.row.fromMin } : {}]);
  const after = max([...before.days.map((on) => plus(on, 1)), ...(before.row.fromMin === FIRST ? [] : [plus(before.row.fromMin, 1)])], FIRST);
  return after === FIRST || after > own.row.fromMax ? [] : [[after, after]];
};

/** The four bounds of a row, with what it is beside. */
export const intervalOf = (dates: Dates, maintained: boolean, recordedOn = LAST, beside?: Beside): Interval => {
  const own = ownOf(dates, maintained, recordedOn, beside?.next ?? []);
  if (!beside) return own.row;
  const { existence } = beside;
  const isNever = (x: Interval): boolean => x.fromMin >= existence.untilMax || x.untilMax <= existence.fromMin;
  const never = { ...own.row, untilMin: own.row.fromMin, untilMax: own.row.fromMin };
  if (isNever(own.row)) return never;
  const turns = turnsAround(own, beside);
  const seenFrom = min(own.days, LAST);
  const seenUntil = max(
    own.days.map((on) => plus(on, 1)),
    FIRST,
  );
  const around = (x: Interval): Interval => {
    const starts: Edge[] = [[existence.fromMin, existence.fromMax]];
    const ends: Edge[] = [[existence.untilMin, existence.untilMax]];
    const fromMin = latest(x.fromMin, existence.fromMin);
    for (const [a, b] of [
      ...turns.ends,
      ...beside.next.map((one): Edge => {
        const { row } = ownOf(one, maintained, recordedOn, []);
        return [row.fromMin, row.fromMax];
      }),
    ])
      if (b >= seenUntil && b > fromMin) ends.push([a, b]);
    const untilMax = min(
      ends.map(([, b]) => b),
      x.untilMax,
    );
    for (const [a, b] of [...turns.starts, ...beside.before.flatMap((one) => takenOverFrom(one, maintained, recordedOn, own))])
      if (a <= seenFrom && a < untilMax) starts.push([a, b]);
    return {
      open: x.open,
      fromMin: max(
        starts.map(([a]) => a),
        x.fromMin,
      ),
      fromMax: max(
        starts.filter(([a]) => a > x.fromMax).map(([a, b]) => latest(a, earliest(b, seenFrom))),
        x.fromMax,
      ),
      untilMin: min(
        ends.filter(([, b]) => b < x.untilMin).map(([a, b]) => earliest(b, latest(a, seenUntil))),
        x.untilMin,
      ),
      untilMax,
    };
  };
  if (isOpen(dates, maintained) && own.over !== LAST) {
    const lasted = around({
      ...own.row,
      fromMax: ownOf({ ...dates, over: [] }, maintained, recordedOn, beside.next).row.fromMax,
      untilMin: LAST,
      untilMax: own.over,
    });
    if (lasted.untilMin <= own.over) return settled(lasted);
  }
  return settled(around(own.row));
};

export const certaintyOf = ({ fromMin, fromMax, untilMin, untilMax }: Interval, day: string): Certainty | null => {
  if (day < fromMin || day >= untilMax) return null;
  return fromMax <= day && day < untilMin ? 'CERTAIN' : 'POSSIBLE';
};

export const phaseOf = ({ fromMin, untilMax }: Interval, day: string): string => {
  if (day < fromMin) return 'UPCOMING';
  return day >= untilMax ? 'FORMER' : 'CURRENT';
};

/** The days of a list that is asked for a period. */
export interface Period {
  from: string;
  until: string;
}

/** On which day what is below a row is seen: the nearest on which it may be in force, of those of the period. */
export const inItsTime = ({ fromMin, untilMax }: Interval, day: string, { from, until }: Period = { from: FIRST, until: LAST }): string => {
  if ((fromMin <= day && day < untilMax) || fromMin >= untilMax) return day;
  const [first, last] = [latest(fromMin, from), plus(earliest(untilMax, until), -1)];
  return day < first ? first : last;
};

/** How sure it is that it is in force on some day from the first to the day before the last. */
export const certaintyDuring = (interval: Interval, from: string, until: string): Certainty | null => {
  if (latest(interval.fromMin, from) >= earliest(interval.untilMax, until)) return null;
  return latest(interval.fromMax, from) < earliest(interval.untilMin, until) ? 'CERTAIN' : 'POSSIBLE';
};
