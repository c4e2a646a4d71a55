import { grouped } from '../record/grouped.js';
import { type CivilDate } from '../time/civil.js';
import { circlesOf } from './circles.js';
import { EVERLASTING, type Interval, givenInterval } from '../time/interval.js';
import { firstOf, isCertainOn, isPossibleOn, known, turnsOf } from './days.js';
import type { DatedTie, HeldMembership, Judgement, Lasting } from './model.js';

interface LineageRow {
  b: Lasting;
  successor: Lasting;
  r: DatedTie;
}

/**
 * The first day on which a successor does not follow: it begins after its predecessor has ended, or is over before that begins;
 * or, of a day that is known, either of them is not there to hand over or to take over. Whichever goes on absorbs, or splits off.
 */
const notFollowing = (b: Interval, successor: Interval, r: Interval): CivilDate | null => {
  if (b.untilMax < successor.fromMin) return b.untilMax;
  if (successor.untilMax <= b.fromMin) return successor.untilMax;
  const day = r.fromMin === r.fromMax ? known(r.fromMin) : null;
  return day && (b.fromMin >= day || b.untilMax < day || successor.fromMin > day || successor.untilMax <= day) ? day : null;
};

/** What nobody says the existence of may exist on any day. */
export const followsOn = ({ b, successor, r }: LineageRow): Judgement[] => {
  const on = notFollowing(givenInterval(b) ?? EVERLASTING, givenInterval(successor) ?? EVERLASTING, r);
  return on ? [{ verdict: 'BROKEN', on: known(on), things: [successor.id, b.id], says: `${successor.id} succeeds ${b.id} and does not follow it` }] : [];
};

interface ReplacedRow {
  replaced: readonly { m: HeldMembership; before: HeldMembership }[];
}

export const endsWhereReplaced = ({ replaced }: ReplacedRow): Judgement[] =>
  replaced
    .filter(({ m, before }) => m.fromMax < before.untilMin)
    .map(({ m, before }) => ({
      verdict: 'BROKEN',
      on: known(m.fromMax),
      things: [before.id, m.id],
      says: `${before.id} goes on after ${m.id} begins, which replaces it`,
    }));

export const replacesForward = (rows: readonly ReplacedRow[]): Judgement[] => {
  const pairs = rows.flatMap(({ replaced }) => replaced);
  const backward = pairs.filter(({ m, before }) => m.fromMax < before.fromMin);
  const circles = circlesOf(pairs.map(({ m, before }) => ({ ...EVERLASTING, id: m.id, fromId: m.id, toId: before.id })));
  return [
    ...backward.map(({ m, before }): Judgement => ({
      verdict: 'BROKEN',
      on: known(m.fromMax),
      things: [m.id, before.id],
      says: `${m.id} replaces ${before.id}, which begins later`,
    })),
    ...circles.map(({ ids }): Judgement => ({ verdict: 'BROKEN', on: null, things: ids, says: [...ids, ids[0]].join(' replaces ') })),
  ];
};

interface RankedSeat {
  /** The seat, or the list, place or body, whose substitutes are ranked. */
  of: string;
  rank: number;
  m: HeldMembership;
}

/** Two that have one rank on a day. */
const sharesRank = (substitutes: readonly RankedSeat[], day: CivilDate): boolean => {
  const certain = substitutes.filter(({ m }) => isCertainOn(m, day)).map(({ rank }) => rank);
  return new Set(certain).size < certain.length;
};

/** One with no one before it who may have the rank above. */
const leavesOutRank = (substitutes: readonly RankedSeat[], day: CivilDate): boolean => {
  const possible = new Set(substitutes.filter(({ m }) => isPossibleOn(m, day)).map(({ rank }) => rank));
  return substitutes.some(({ m, rank }) => rank > 1 && isCertainOn(m, day) && !possible.has(rank - 1));
};

const misranked = (substitutes: readonly RankedSeat[], isWrong: (own: readonly RankedSeat[], day: CivilDate) => boolean): Judgement[] =>
  [...grouped(substitutes, ({ of }) => of)].flatMap(([of, own]): Judgement[] => {
    const on = firstOf(turnsOf(own.map(({ m }) => m)), (day) => isWrong(own, day));
    const certain = own.filter(({ m }) => on && isCertainOn(m, on));
    const says = `the substitutes for ${of} have the ranks ${certain.map(({ rank }) => rank).join(', ')}`;
    return on ? [{ verdict: 'BROKEN', on, things: [of, ...certain.map(({ m }) => m.id)], says }] : [];
  });

interface RanksRow {
  substitutes: readonly RankedSeat[];
  pooled: readonly RankedSeat[];
}

/** In a pool ranks stay when whoever had the first moves up. */
export const ranksInOrder = ({ substitutes, pooled }: RanksRow): Judgement[] => [
  ...misranked(substitutes, (own, day) => sharesRank(own, day) || leavesOutRank(own, day)),
  ...misranked(pooled, sharesRank),
];
