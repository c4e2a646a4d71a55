import { type CivilDate, FOREVER, addDays, dayBefore, earliest, latest } from './civil.js';
import type { Ending, Interval, Start } from './interval.js';
import type { OwnDates } from './own-dates.js';
import type { PartialDate } from './partial.js';

export interface TermInterval extends Interval {
  id: string;
  /** Its end as it is printed. */
  until?: PartialDate | null;
  /** The term of a calendar in whose place it stands. */
  insteadOf?: string | null;
  /** Whether the body has it on the day on which it begins, and on the day before it ends; of its own terms it does. */
  begins?: boolean;
  ends?: boolean;
}

/** Where a seat of a body begins, by its own dates, and the term that it names. */
export interface SeatStart extends Pick<Interval, 'fromMin' | 'fromMax'> {
  term: string | null;
}

/** The terms around a seat. */
export interface Terms {
  /** Every term that its body has or follows, in any order. */
  all: readonly TermInterval[];
  /** The term that it names. */
  named: string | null;
  /** Of a body that holds over: where its seats begin. */
  seats: readonly SeatStart[] | null;
}

const TURN_DAYS = 120;

/** A body that follows a calendar, and is no council, turns with it or up to 120 days later. */
export const turningLater = (term: TermInterval): TermInterval => ({
  ...term,
  fromMax: term.fromMax === FOREVER ? FOREVER : addDays(term.fromMax, TURN_DAYS),
  untilMax: term.untilMax === FOREVER ? FOREVER : addDays(term.untilMax, TURN_DAYS),
});

const startOf = ({ id, fromMin, fromMax }: TermInterval): Start => ({ fromMin, fromMax, cause: 'TERM', by: id });
const endOf = ({ id, untilMin, untilMax }: TermInterval): Ending => ({ untilMin, untilMax, cause: 'TERM', by: id });

/** The first and the last day on which a row is certain by its own dates; null: on none. */
const certainDays = ({ known }: OwnDates): { first: CivilDate; last: CivilDate } | null =>
  known.fromMax < known.untilMin ? { first: known.fromMax, last: dayBefore(known.untilMin) } : null;

/** Whether a term is in force on all these days, whatever its dates are. */
const holds = (term: TermInterval, first: CivilDate, last: CivilDate): boolean => term.fromMax <= first && last < term.untilMin;

/** The terms that hold the whole span of its start, else of its last day. */
const termsOfSpan = ({ known }: OwnDates, all: readonly TermInterval[]): TermInterval[] => {
  const ofStart = all.filter((term) => holds(term, known.fromMin, known.fromMax));
  return ofStart.length > 0 ? ofStart : all.filter((term) => holds(term, dayBefore(known.untilMin), dayBefore(known.untilMax)));
};

const namedTermOf = ({ all, named }: Terms): TermInterval | undefined =>
  named === null ? undefined : all.find(({ id, insteadOf }) => id === named || insteadOf === named);

/** In a body that holds over, a seat ends by the first start of a seat of a later term: later than the one that it names, in which it lies. */
const endByNextSeats = (own: OwnDates, terms: Terms & { seats: readonly SeatStart[] }): Ending[] => {
  const { all, seats } = terms;
  const days = [certainDays(own)?.first, namedTermOf(terms)?.fromMin].filter((day) => day !== undefined);
  const first = days.length > 0 ? days.reduce(latest) : undefined;
  const later = first === undefined ? [] : all.filter(({ fromMin }) => fromMin > first);
  const [next] = [...later].sort((a, b) => (a.fromMin < b.fromMin || (a.fromMin === b.fromMin && a.id < b.id) ? -1 : 1));
  if (!next) return [];
  const starts = seats.flatMap(({ fromMin, fromMax, term }) => {
    const from = later.find(({ id }) => id === term)?.fromMin ?? next.fromMin;
    if (fromMin < next.fromMin && !later.some(({ id }) => id === term)) return [];
    return [{ untilMin: latest(fromMin, from), untilMax: latest(fromMax, from) }];
  });
  if (starts.length === 0) return [];
  return [
    { ...starts.reduce((a, b) => ({ untilMin: earliest(a.untilMin, b.untilMin), untilMax: earliest(a.untilMax, b.untilMax) })), cause: 'TERM', by: next.id },
  ];
};

/**
 * Where terms bound a row. One that names its term lies in it. Any other ends by the end of every term that goes on after
 * its last certain day, and begins no earlier than every term that has begun by its first; without such a day it lies in
 * the term that holds all of the days on which it may begin, else end.
 */
export const boundsOfTerms = (own: OwnDates, terms: Terms): { starts: Start[]; ends: Ending[] } => {
  const { all, named, seats } = terms;
  const namedTerm = namedTermOf(terms);
  const days = certainDays(own);
  const around = (): { starts: TermInterval[]; ends: TermInterval[] } => {
    if (named !== null) return { starts: namedTerm ? [namedTerm] : [], ends: namedTerm ? [namedTerm] : [] };
    if (!days) return { starts: termsOfSpan(own, all), ends: termsOfSpan(own, all) };
    return {
      starts: all.filter(({ fromMin, fromMax }) => fromMax <= days.last && fromMin <= days.first),
      ends: all.filter(({ untilMin, untilMax }) => untilMin > days.first && untilMax > days.last),
    };
  };
  if (seats) return { starts: namedTerm ? [startOf(namedTerm)] : [], ends: endByNextSeats(own, { ...terms, seats }) };
  const { starts, ends } = around();
  return { starts: starts.filter(({ begins }) => begins !== false).map(startOf), ends: ends.filter((term) => term.ends !== false).map(endOf) };
};
