import { statedIn } from '../../record/dated-properties.js';
import { weakest } from '../../record/basis.js';
import type { Dated } from '../../record/dated.js';
import type { Basis } from '../../record/model.js';
import { BEGINNING, type CivilDate, FOREVER, dayAfter, earliest } from '../../time/civil.js';
import type { BoundCause, Interval, IntervalEdge } from '../../time/interval.js';
import { type PartialDate, type Span, endSpanOf, spanOf } from '../../time/partial.js';
import type { Sequence } from '../../time/sequences.js';
import type { Stated } from '../../time/stated.js';

/** The days between which something lies; `earliest` null: open. */
export interface Days {
  earliest: CivilDate | null;
  latest: CivilDate;
}

export interface Decider {
  cause: BoundCause;
  by: string;
}

/** The start or end of a dated row, when it is known to have happened by some day. */
export interface Edge extends Days {
  printed: PartialDate | null;
  /** Whether its own date, or what says that it is over, tells of it. */
  dated: boolean;
  /** Whether anybody tells of it: not only a sighting or a term implies it. */
  told: boolean;
  /** What decided by when it has happened, beside its own dates. */
  deciders: Decider[];
  basis: Basis;
}

/** What the dates of a row are read from. */
export type DatedRow = Pick<
  Dated,
  'fromMin' | 'fromMax' | 'untilMin' | 'untilMax' | 'stated' | 'fromBasis' | 'untilBasis' | 'basis' | 'boundEdges' | 'boundDates' | 'boundCauses' | 'boundBys'
>;

/** What is not read from dates that somebody printed has none. */
type Printed = Partial<Pick<Dated, 'stated'>>;

const isKnown = (date: CivilDate): boolean => date !== BEGINNING && date !== FOREVER;

/** A rule narrows its seats to the days that others imply: only a day that is known is told, and only as what decided it is. */
const narrowedOf = ({ narrowed = {}, exact }: Stated): NonNullable<Stated['narrowed']> => (exact ? {} : narrowed);

const spanBetween = (first: CivilDate | undefined, last: CivilDate | undefined): Span | null =>
  last === undefined || !isKnown(last) ? null : { first: first ?? BEGINNING, last };

const ownStart = (stated: Stated): Span | null => {
  const { fromMin, fromMax } = narrowedOf(stated);
  const printed = stated.from ? spanOf(stated.from) : undefined;
  return spanBetween(fromMin ?? printed?.first, fromMax ?? printed?.last);
};

/** Between which days a row ends, by its own date or what says that it is over; null: nobody says. */
export const ownEnd = (stated: Stated): Span | null => {
  const { untilMin, untilMax } = narrowedOf(stated);
  const printed = stated.until ? endSpanOf(stated.until) : undefined;
  const over = (stated.over ?? []).map(({ on }) => spanOf(on).last);
  const last = [...[untilMax ?? printed?.last].filter((day) => day !== undefined), ...over];
  return spanBetween(untilMin ?? printed?.first, last.length > 0 ? last.reduce(earliest) : undefined);
};

const meets = (span: Span | null, min: CivilDate, max: CivilDate): boolean => span !== null && span.first <= max && span.last >= min;

/** The last day that a printed end can mean, which is the last of its month or year and not the day after it. */
export const lastPrinted = (until: PartialDate | null | undefined, min: CivilDate, max: CivilDate): CivilDate => {
  if (!until || endSpanOf(until).last !== max) return max;
  const { last } = spanOf(until);
  return last < min ? max : last;
};

/** Whether what decided an edge tells of it. */
export type Tells = (decider: Decider, edge: IntervalEdge) => boolean;

/** A term only implies what it decides. */
export const tellsAlone: Tells = ({ cause }) => cause !== 'TERM';

/** The start or end of a row; null: nobody knows that it has happened, or the row is in force on no day. */
export const edgeOf = (row: DatedRow, edge: IntervalEdge, tells: Tells = tellsAlone): Edge | null => {
  const starts = edge === 'FROM';
  const [min, max] = starts ? [row.fromMin, row.fromMax] : [row.untilMin, row.untilMax];
  if (!isKnown(max) || row.fromMin >= row.untilMax) return null;
  const stated = statedIn(row);
  const own = starts ? ownStart(stated) : ownEnd(stated);
  const date = starts ? stated.from : stated.until;
  const dated = meets(own, min, max);
  const deciders = row.boundCauses
    .map((cause, at) => ({ cause, by: row.boundBys[at] as string, at }))
    .filter(({ cause, at }) => cause !== 'OBSERVED' && row.boundEdges[at] === edge && row.boundDates[at] === max)
    .map(({ cause, by }): Decider => ({ cause, by }));
  const known = dated ? ((starts ? row.fromBasis : row.untilBasis) ?? 'STATED') : deciders.length > 0 ? 'DERIVED' : 'STATED';
  return {
    earliest: isKnown(min) ? min : null,
    latest: starts ? max : lastPrinted(stated.until, min, max),
    printed: date && meets(starts ? spanOf(date) : endSpanOf(date), min, max) ? date : null,
    dated,
    told: (dated && !(stated.exact && deciders.length > 0)) || deciders.some((decider) => tells(decider, edge)),
    deciders,
    basis: weakest(row.basis, known),
  };
};

/** Whether a row ends by the same date by which another begins. */
export const printTheSame = (earlier: Printed, later: Printed): boolean => {
  if (earlier.stated === undefined || later.stated === undefined) return false;
  const { until } = statedIn({ stated: earlier.stated });
  return until !== undefined && until === statedIn({ stated: later.stated }).from;
};

/** Whether the one ends on the days on which the other begins; a year or month that is printed for both lasts a day longer as an end. */
export const endsAsBegins = (earlier: Interval & Printed, later: Interval & Printed): boolean =>
  earlier.untilMin === later.fromMin && (earlier.untilMax === later.fromMax || (earlier.untilMax === dayAfter(later.fromMax) && printTheSame(earlier, later)));

/**
 * Which of somebody's rows follow which on the same day. Of a day that is not known one ends and one begins: where more do, it may be any of them.
 */
export const turnsAmong = (rows: readonly (Interval & Printed & { id: string })[]): Sequence[] => {
  if (rows.length < 2) return [];
  const pairs = rows.flatMap((earlier) =>
    rows
      .filter((later) => later !== earlier && earlier.untilMax !== FOREVER && endsAsBegins(earlier, later))
      .map((later) => ({ earlier: earlier.id, later: later.id, shared: true, isKnown: earlier.untilMin === earlier.untilMax })),
  );
  const isOnly = (one: Sequence): boolean => pairs.filter(({ earlier, later }) => earlier === one.earlier || later === one.later).length === 1;
  return pairs.filter((one) => one.isKnown || isOnly(one)).map(({ earlier, later, shared }) => ({ earlier, later, shared }));
};

const firstOf = ({ earliest: first }: Days): CivilDate => first ?? BEGINNING;

export const sameDays = (a: Days, b: Days): boolean => a.earliest === b.earliest && a.latest === b.latest;

export const daysMeet = (a: Days, b: Days): boolean => firstOf(a) <= b.latest && firstOf(b) <= a.latest;

/** The days that two have in common. */
export const sharedDays = (a: Days, b: Days): Days => ({
  earliest: a.earliest === null ? b.earliest : b.earliest === null || a.earliest > b.earliest ? a.earliest : b.earliest,
  latest: earliest(a.latest, b.latest),
});
