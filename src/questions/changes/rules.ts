import { statedIn } from '../../record/dated-properties.js';
import { isAffiliationId } from '../../words/affiliations/model.js';
import type { EndCause } from '../../words/events/model.js';
import type { Basis } from '../../record/model.js';
import { weakest } from '../../record/basis.js';
import { bounded } from '../../time/bounds.js';
import { BEGINNING, type CivilDate, FOREVER, dayBefore } from '../../time/civil.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { BoundCause, Interval, IntervalEdge } from '../../time/interval.js';
import type { Dated } from '../../record/dated.js';
import type { ChangeCause, ChangeKind, Shift, SubjectKind } from './model.js';

const isDay = (date: CivilDate): boolean => date !== BEGINNING && date !== FOREVER;

/** The shifts of an interval on the days in (from, until]. */
export const shiftsOf = (x: Interval, from: CivilDate, until: CivilDate): Shift[] =>
  [...new Set([x.fromMin, x.fromMax, x.untilMin, x.untilMax])]
    .filter((day) => isDay(day) && from < day && day <= until)
    .sort()
    .flatMap((on) => {
      const [before, after] = [certaintyOn(x, dayBefore(on)), certaintyOn(x, on)];
      return before === after ? [] : [{ on, before, after, edge: certaintyRank(after) < certaintyRank(before) ? 'FROM' : 'UNTIL' } as const];
    });

const STARTS: Readonly<Record<SubjectKind, ChangeKind>> = {
  SEAT: 'JOINED',
  BODY: 'BODY_ESTABLISHED',
  PARTY_TIE: 'PARTY_JOINED',
  TERRITORY: 'TERRITORY_CHANGED',
  STAND_IN: 'SUBSTITUTED',
};
const ENDS: Readonly<Record<SubjectKind, ChangeKind>> = {
  SEAT: 'LEFT',
  BODY: 'BODY_DISSOLVED',
  PARTY_TIE: 'PARTY_LEFT',
  TERRITORY: 'TERRITORY_CHANGED',
  STAND_IN: 'SUBSTITUTED',
};

/** What a shift of a seat, body, party tie or piece of territory is called, looked at alone. */
export const kindOf = (subject: SubjectKind, { before, after, edge }: Shift): ChangeKind => {
  if (before && after) return edge === 'FROM' ? 'CONFIRMED' : 'UNCONFIRMED';
  if (subject === 'SEAT' && (before ?? after) === 'POSSIBLE') return edge === 'FROM' ? 'MAY_HAVE_JOINED' : 'MAY_HAVE_LEFT';
  return (edge === 'FROM' ? STARTS : ENDS)[subject];
};

/** Of several causes of an end on one day, the later in this list says more of why, and of rules the tie to a party. */
const TELLING: readonly BoundCause[] = [
  'OBSERVED',
  'LISTED',
  'REPLACED',
  'TERM',
  'RULE',
  'OFFICE_ABOLISHED',
  'HOME_MANDATE',
  'PARTY_EXISTENCE',
  'PLACE_EXISTENCE',
  'BODY_EXISTENCE',
  'DEATH',
];

/** The bound that decided where an edge of the interval lies at last; null: no rule but what is stated. */
const decidingBound = (row: Dated, edge: IntervalEdge): { cause: BoundCause; by: string } | null => {
  const date = edge === 'FROM' ? row.fromMin : row.untilMax;
  const bounds = row.boundCauses
    .map((cause, at) => ({ cause, by: row.boundBys[at] as string, isAsked: row.boundEdges[at] === edge && row.boundDates[at] === date }))
    .filter(({ isAsked }) => isAsked)
    .sort((a, b) => TELLING.indexOf(a.cause) - TELLING.indexOf(b.cause) || Number(isAffiliationId(a.by)) - Number(isAffiliationId(b.by)));
  return bounds.at(-1) ?? null;
};

/** Whether it would lie there by its own dates and sightings too, without anything around it. */
const isOwn = (row: Dated, edge: IntervalEdge): boolean => {
  const { fromMin, untilMax } = bounded(statedIn(row));
  return edge === 'FROM' ? fromMin === row.fromMin : untilMax === row.untilMax;
};

/** The days between which the start or end lies. null: unbounded. */
export const spanOfEdge = (x: Interval, edge: IntervalEdge): { earliest: CivilDate | null; latest: CivilDate | null } => {
  const [earliest, latest] = edge === 'FROM' ? [x.fromMin, x.fromMax] : [x.untilMin, x.untilMax];
  return { earliest: isDay(earliest) ? earliest : null, latest: isDay(latest) ? latest : null };
};

/** How the start or end is known: as weakly as the thing itself, or as what says where it lies. */
export const basisOf = (row: Dated, edge: IntervalEdge): Basis => {
  const bound = decidingBound(row, edge);
  if (bound && !isOwn(row, edge)) return weakest(row.basis, 'DERIVED');
  return weakest(row.basis, (edge === 'FROM' ? row.fromBasis : row.untilBasis) ?? 'STATED');
};

/** What is said of why a seat ended, in the words of changes: by its own end, where these have no other. */
const SAID: Readonly<Partial<Record<EndCause, ChangeCause>>> = {
  RESIGNED: 'RESIGNATION',
  LEFT_PARTY: 'LEFT_PARTY',
  LOST_OFFICE: 'HOME_MANDATE_LOST',
  TERM_ENDED: 'TERM_ENDED',
  BODY_DISSOLVED: 'BODY_DISSOLVED',
  BODY_SUCCEEDED: 'BODY_SUCCEEDED',
  OFFICE_ABOLISHED: 'OFFICE_ABOLISHED',
  RULE: 'RULE',
  DIED: 'DEATH',
  REPLACED: 'REPLACED',
  LISTED: 'LISTED',
};

/**
 * Why something is no longer in force: as it is said to have ended, else from the bound that decided its end; `isSucceeded`
 * says it of a body. A start has no cause but a rule. null: none is known.
 */
export const causeOf = (row: Dated & { ended?: EndCause | null }, { edge, after }: Shift, isSucceeded: (body: string) => boolean): ChangeCause | null => {
  if (edge === 'FROM') return row.basis === 'DERIVED' ? 'RULE' : null;
  if (after !== null) return null;
  const bound = decidingBound(row, edge);
  const own = isOwn(row, edge);
  if (own && row.ended) return SAID[row.ended] ?? 'OWN_END';
  switch (bound?.cause) {
    case 'BODY_EXISTENCE':
      return isSucceeded(bound.by) ? 'BODY_SUCCEEDED' : 'BODY_DISSOLVED';
    case 'PLACE_EXISTENCE':
      return 'BODY_DISSOLVED';
    case 'LISTED':
    case 'OFFICE_ABOLISHED':
      return bound.cause;
    case 'TERM':
      return 'TERM_ENDED';
    case 'HOME_MANDATE':
      return 'HOME_MANDATE_LOST';
    case 'REPLACED':
      return own && row.until ? 'OWN_END' : 'REPLACED';
    case 'DEATH':
      return 'DEATH';
    case 'RULE':
      return isAffiliationId(bound.by) ? 'LEFT_PARTY' : 'RULE';
    default:
      if (row.basis === 'DERIVED') return 'RULE';
      return row.until ? 'OWN_END' : null;
  }
};
