import { type Ending, type Stated, type TermInterval, bounded, statedInterval } from './bounds.js';
import { FOREVER, dayAfter, earliest, latest } from './civil.js';
import { certaintyIn } from './in-force.js';
import type { BoundCause, Interval } from './interval.js';
import { type PartialDate, spanOf } from './partial.js';

/** Nobody sits after the day of their death; on that day they still did. */
export const endOfLife = (person: string, diedOn: PartialDate): Ending => {
  const { first, last } = spanOf(diedOn);
  return { cause: 'DEATH', by: person, untilMin: dayAfter(first), untilMax: dayAfter(last) };
};

/** A seat ends at the latest where that which replaces it begins, by that one's stated or inferred start. */
export const endByReplacement = (by: string, stated: Stated): Ending => {
  const { fromMin, fromMax } = statedInterval(stated);
  return { cause: 'REPLACED', by, untilMin: fromMin, untilMax: fromMax };
};

/** What depends on a thing ends at the latest with it, by its own dates and not by what narrows them. */
export const endWith = (by: string, stated: Stated, cause: BoundCause): Ending => {
  const { untilMin, untilMax } = bounded(stated);
  return { cause, by, untilMin, untilMax };
};

interface TermSeat {
  term: string | null;
  stated: Stated;
}

type Start = Pick<Interval, 'fromMin' | 'fromMax'>;

/** Where a seat of the term begins, by its own dates; null: it is of another term, or nobody says which. */
const startIn = (term: TermInterval, terms: readonly TermInterval[], seat: TermSeat): Start | null => {
  const { fromMin, fromMax } = bounded(seat.stated);
  if (fromMax === FOREVER) return null;
  const isOnly = (): boolean => terms.every((one) => (certaintyIn(one, { start: fromMin, end: dayAfter(fromMax) }) !== null) === (one.id === term.id));
  if (seat.term ? seat.term !== term.id : !seat.stated.from || !isOnly()) return null;
  return { fromMin: latest(fromMin, term.fromMin), fromMax: latest(fromMax, term.fromMin) };
};

/** The terms of a body that holds over, each with where its first recorded seat begins. */
export const seatedTerms = (terms: readonly TermInterval[], seats: readonly TermSeat[]): TermInterval[] =>
  terms.map((term) => {
    const starts = seats.flatMap((seat) => startIn(term, terms, seat) ?? []);
    if (starts.length === 0) return term;
    const seated = starts.reduce((a, b) => ({ fromMin: earliest(a.fromMin, b.fromMin), fromMax: earliest(a.fromMax, b.fromMax) }));
    return { ...term, seated };
  });
