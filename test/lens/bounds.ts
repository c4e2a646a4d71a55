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

export interface Own {
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
export const ownOf = (dates: Dates, maintained: boolean, recordedOn: string, next: readonly Dates[], without: readonly string[] = []): Own => {
  const x = stated(dates);
  const ends = new Set([dates.until, ...next.map(({ from }) => from)]);
  const days = (dates.seen ?? []).map(({ on }) => (ends.has(on) ? plus(on, -1) : on)).filter((on) => x.fromMin <= on && on < x.untilMax);
  const lasts = isOpen(dates, maintained);
  const seenUntil = max(
    days.map((on) => plus(on, 1)),
    FIRST,
  );
  const fromMax = min([...days, ...(lasts && recordedOn >= x.fromMin ? [recordedOn] : [])], x.fromMax);
  const leftOut = (on: string): boolean => lasts && fromMax <= on && seenUntil <= on;
  const over = min([...(dates.over ?? []).map(({ on }) => on).filter((on) => on > x.fromMin), ...without.filter(leftOut)], LAST);
  const untilMax = earliest(x.untilMax, over);
  const untilMin = latest(x.untilMin, seenUntil);
  const said = { fromMin: x.fromMin, fromMax, untilMin: untilMin > over ? seenUntil : untilMin, untilMax, open: false };
  const asItLasts = lasts && over === LAST ? { ...said, untilMin: LAST, untilMax: LAST, open: true } : said;
  const held = settled(asItLasts);
  const [earlier, later] = [[] as string[], [] as string[]];
  for (const on of without.filter((day) => !leftOut(day)))
    if (held.fromMax < held.untilMin && held.untilMax > on && held.fromMin <= on) {
      if (held.untilMin <= on) later.push(on);
      else if (held.fromMax > on) earlier.push(plus(on, 1));
    }
  const listed = { ...held, fromMin: max(earlier, held.fromMin), untilMax: min(later, held.untilMax) };
  return { row: settled(listed), certain: settled(asItLasts === said ? listed : { ...listed, untilMin: seenUntil, open: false }), days, over };
};

export type Edge = readonly [string, string];

/** Where terms begin and end around a row. */
export const turnsAround = ({ certain }: Own, { terms, term }: Pick<Beside, 'terms' | 'term'>): { starts: Edge[]; ends: Edge[] } => {
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
export const takenOverFrom = (dates: Dates, maintained: boolean, recordedOn: string, own: Own): Edge[] => {
  const before = ownOf(dates, maintained, recordedOn, [own.row.fromMin === own.row.fromMax ? { from: own.row.fromMin } : {}]);
  const after = max([...before.days.map((on) => plus(on, 1)), ...(before.row.fromMin === FIRST ? [] : [plus(before.row.fromMin, 1)])], FIRST);
  return after === FIRST || after > own.row.fromMax ? [] : [[after, after]];
};

/** What narrows a row: limits against all else, then ends, then starts, each tried against the row alone. */
export const narrowed = (own: Own, lasts: Own['row'] | null, limits: readonly Interval[], starts: readonly Edge[], ends: readonly Edge[]): Interval => {
  const never = { ...own.row, untilMin: own.row.fromMin, untilMax: own.row.fromMin };
  if (limits.some((limit) => own.row.fromMin >= limit.untilMax || own.row.untilMax <= limit.fromMin)) return never;
  const seenFrom = min(own.days, LAST);
  const seenUntil = max(
    own.days.map((on) => plus(on, 1)),
    FIRST,
  );
  const around = (x: Interval): Interval => {
    const begins = limits.map((limit): Edge => [limit.fromMin, limit.fromMax]);
    const over = limits.map((limit): Edge => [limit.untilMin, limit.untilMax]);
    const fromMin = max(
      begins.map(([a]) => a),
      x.fromMin,
    );
    over.push(...ends.filter(([, b]) => b >= seenUntil && b > x.fromMin && b > fromMin));
    const untilMax = min(
      over.map(([, b]) => b),
      x.untilMax,
    );
    begins.push(...starts.filter(([a]) => a <= seenFrom && a < untilMax));
    return {
      open: x.open,
      fromMin: max(
        begins.map(([a]) => a),
        x.fromMin,
      ),
      fromMax: max(
        begins.filter(([a]) => a > x.fromMax).map(([a, b]) => latest(a, earliest(b, seenFrom))),
        x.fromMax,
      ),
      untilMin: min(
        over.filter(([, b]) => b < x.untilMin).map(([a, b]) => earliest(b, latest(a, seenUntil))),
        x.untilMin,
      ),
      untilMax,
    };
  };
  const settledOrNever = (x: Interval): Interval => (x.fromMin < x.untilMax ? settled(x) : never);
  if (lasts) {
    const lasted = around({ ...lasts, untilMin: LAST, untilMax: own.over });
    if (lasted.untilMin <= own.over) return settledOrNever(lasted);
  }
  return settledOrNever(around(own.row));
};

/** How an open row lasts that is over; null: it is not over, or was never open. */
export const lastingOf = (dates: Dates, maintained: boolean, recordedOn: string, next: readonly Dates[], own: Own): Interval | null =>
  isOpen(dates, maintained) && own.over !== LAST ? { ...own.row, fromMax: ownOf({ ...dates, over: [] }, maintained, recordedOn, next).row.fromMax } : null;

/** The start of what takes a row over. */
export const startOf = ({ row }: Own): Edge => [row.fromMin, row.fromMax];

/** The four bounds of a row, with what it is beside. */
export const intervalOf = (dates: Dates, maintained: boolean, recordedOn = LAST, beside?: Beside): Interval => {
  const own = ownOf(dates, maintained, recordedOn, beside?.next ?? []);
  if (!beside) return own.row;
  const turns = turnsAround(own, beside);
  const ends = [...turns.ends, ...beside.next.map((one) => startOf(ownOf(one, maintained, recordedOn, [])))];
  const starts = [...turns.starts, ...beside.before.flatMap((one) => takenOverFrom(one, maintained, recordedOn, own))];
  return narrowed(own, lastingOf(dates, maintained, recordedOn, beside.next, own), [beside.existence], starts, ends);
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
