import { type CivilDate } from '../time/civil.js';
import type { Interval } from '../time/interval.js';
import { circlesOf } from './circles.js';
import { EVERLASTING, firstOf, isCertainOn, isPossibleOn, known, turnsOf } from './days.js';
import type { HeldMembership, Judgement, RuledBody } from './model.js';

/** The first day that is wrong where the one cannot begin on the day on which the other ends. */
const apart = (before: Interval, after: Interval): CivilDate | null => {
  if (before.untilMax < after.fromMin) return before.untilMax;
  return after.fromMax < before.untilMin ? after.fromMax : null;
};

export const followsOn = ({ b, successor }: { b: RuledBody; successor: RuledBody }): Judgement[] => {
  const on = apart(b, successor);
  return on
    ? [{ verdict: 'BROKEN', on: known(on), things: [successor.id, b.id], says: `${successor.id} succeeds ${b.id} and does not begin when it ends` }]
    : [];
};

interface ReplacedRow {
  replaced: readonly { m: HeldMembership; before: HeldMembership }[];
}

export const endsWhereReplaced = ({ replaced }: ReplacedRow): Judgement[] =>
  replaced.flatMap(({ m, before }) => {
    const on = apart(before, m);
    return on
      ? [{ verdict: 'BROKEN' as const, on: known(on), things: [before.id, m.id], says: `${before.id} does not end on the day on which ${m.id} begins` }]
      : [];
  });

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
  seat: string;
  rank: number;
  m: HeldMembership;
}

/** A rank that two have, or one with no one before it who may have the rank above. */
const isMisranked = (substitutes: readonly RankedSeat[], day: CivilDate): boolean => {
  const certain = substitutes.filter(({ m }) => isCertainOn(m, day)).map(({ rank }) => rank);
  const possible = new Set(substitutes.filter(({ m }) => isPossibleOn(m, day)).map(({ rank }) => rank));
  return new Set(certain).size < certain.length || certain.some((rank) => rank > 1 && !possible.has(rank - 1));
};

export const ranksInOrder = ({ substitutes }: { substitutes: readonly RankedSeat[] }): Judgement[] =>
  [...new Set(substitutes.map(({ seat }) => seat))].flatMap((seat) => {
    const own = substitutes.filter((one) => one.seat === seat);
    const on = firstOf(turnsOf(own.map(({ m }) => m)), (day) => isMisranked(own, day));
    const certain = own.filter(({ m }) => on && isCertainOn(m, on));
    return on
      ? [
          {
            verdict: 'BROKEN' as const,
            on,
            things: [seat, ...certain.map(({ m }) => m.id)],
            says: `the substitutes for ${seat} have the ranks ${certain.map(({ rank }) => rank).join(', ')}`,
          },
        ]
      : [];
  });
