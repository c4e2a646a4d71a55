import { statedIn } from '../record/dated-properties.js';
import type { Role } from '../words/memberships/model.js';
import { isMember } from '../words/memberships/rules.js';
import { type CivilDate, FOREVER } from '../time/civil.js';
import type { Interval } from '../time/interval.js';
import { spanOf } from '../time/partial.js';
import type { TermInterval } from '../time/terms.js';
import { clashesOf, firstOf, isCertainOn, isPossibleOn, known, outside, turnsOf } from './days.js';
import type { DatedTie, Designated, HeldElection, HeldMembership, Judgement, OfDay, RuledBody } from './model.js';

type Seats = readonly { m: HeldMembership }[];

/** The first day on which the one is certain, and none of those that it depends on is possible. */
const firstUnfounded = (x: Interval, behind: readonly Interval[]): CivilDate | null =>
  firstOf(turnsOf([x, ...behind]), (day) => isCertainOn(x, day) && !behind.some((one) => isPossibleOn(one, day)));

/** The seat on the first day on which it is certain and nothing that it depends on is possible. */
export const unfounded = (m: Interval & { id: string }, behind: readonly Interval[], says: string, ...things: string[]): Judgement[] => {
  const on = firstUnfounded(m, behind);
  return on ? [{ verdict: 'BROKEN', on, things: [m.id, ...things], says }] : [];
};

/** In a body that holds over, a seat may go on after its term. */
export const withinTerm = ({ id, b, terms, seats }: { id: string; b: RuledBody; terms: readonly TermInterval[]; seats: Seats }): Judgement[] => {
  return seats.flatMap(({ m }): Judgement[] => {
    const term = terms.find((one) => one.id === m.term || one.insteadOf === m.term);
    if (!term) return [{ verdict: 'BROKEN', on: null, things: [m.id, id], says: `${m.id} is recorded in ${m.term}, which is no term of ${id}` }];
    const found = outside(m, { ...term, untilMax: b.holdsOver ? FOREVER : term.untilMax });
    return found ? [{ ...found, things: [m.id, term.id], says: `${m.id} lies outside ${term.id}` }] : [];
  });
};

export const isUndated = ({ seats }: { seats: readonly { id: string; stated: string }[] }): Judgement[] =>
  seats
    .filter(({ stated }) => Object.keys(statedIn({ stated })).length === 0)
    .map(({ id }) => ({ verdict: 'BROKEN', on: null, things: [id], says: `${id} has no date, no sighting and no reason why not` }));

const CHAIRS: readonly Role[] = ['CHAIR', 'CO_CHAIR'];
const LEADS: readonly Role[] = [...CHAIRS, 'VICE_CHAIR', 'CHAIRMANSHIP'];

export const chairSits = ({ b, seats }: { b: RuledBody; seats: Seats }): Judgement[] => {
  const held = seats.map(({ m }) => m);
  if (!b.chairIsMember) return [];
  return held
    .filter(({ role }) => CHAIRS.includes(role))
    .flatMap((m) => {
      const sits = held.filter((one) => one.person === m.person && isMember(one) && !LEADS.includes(one.role));
      return unfounded(m, sits, `${m.person} chairs ${b.id} and is none of its members`, b.id);
    });
};

export const membersComeFrom = ({ b, seats, behind }: { b: RuledBody; seats: Seats; behind: Seats }): Judgement[] => {
  const { membersFrom } = b;
  if (membersFrom === null) return [];
  return seats
    .map(({ m }) => m)
    .filter(isMember)
    .flatMap((m) => {
      const there = behind.map((one) => one.m).filter((one) => one.person === m.person && one.body === membersFrom && isMember(one));
      return unfounded(m, there, `${m.person} is a member of ${b.id} and none of ${membersFrom}`, membersFrom);
    });
};

interface CoveredRow {
  id: string;
  covers: readonly { r: DatedTie }[];
  seats: readonly { of: string; m: HeldMembership }[];
}

export const homeIsCovered = ({ id, covers, seats }: CoveredRow): Judgement[] =>
  covers.length === 0
    ? []
    : seats.flatMap(({ of, m }) =>
        unfounded(
          m,
          covers.map(({ r }) => r).filter(({ toId }) => toId === of),
          `${m.person} represents ${of}, which ${id} does not cover`,
          of,
          id,
        ),
      );

interface PartyRow {
  ties: readonly { r: DatedTie; party: string }[];
}

export const inOneParty = ({ id, ties }: PartyRow & { id: string }): Judgement[] =>
  clashesOf(
    ties.map(({ r, party }) => ({ ...r, party })),
    (a, b) => a.party !== b.party,
  ).map(({ verdict, on, pair: [first, second] }) => ({
    verdict,
    on,
    things: [id, first.id, second.id],
    says: `${id} belongs to ${first.party} and ${second.party} at a time`,
  }));

/** A tie that is not recorded says nothing of when it ended. */
export const heldInParty = ({ ties, seats }: PartyRow & { seats: readonly { party: string; reason: string | null; m: HeldMembership }[] }): Judgement[] =>
  seats.flatMap(({ party, reason, m }) => {
    const own = ties.filter((tie) => tie.party === party).map(({ r }) => r);
    if (own.length === 0 || reason !== null) return [];
    return unfounded(m, own, `${m.person} sits for ${party} without belonging to it, and no reason is given`, party);
  });

interface DecidedRow {
  seats: Seats;
  designated: readonly { a: Designated }[];
  met: readonly { membership: string; x: OfDay }[];
  itemised: readonly { membership: string; x: OfDay }[];
  elected: readonly { membership: string; e: HeldElection }[];
}

export const decidedBefore = ({ seats, designated, met, itemised, elected }: DecidedRow): Judgement[] => {
  const decisions = [
    ...designated.map(({ a }) => ({ membership: a.membership, on: a.designatedOn })),
    ...[...met, ...itemised].map(({ membership, x }) => ({ membership, on: x.date })),
    ...elected.map(({ membership, e }) => ({ membership, on: e.on })),
  ];
  return seats.flatMap(({ m }) => {
    const late = decisions.find(({ membership, on }) => membership === m.id && on !== null && spanOf(on).first > m.fromMax);
    return late
      ? [{ verdict: 'BROKEN' as const, on: known(m.fromMax), things: [m.id], says: `${m.id} began by ${m.fromMax} and was decided on ${late.on}` }]
      : [];
  });
};
