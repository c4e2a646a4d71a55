import { integrity } from '../generated/queries.js';
import { says } from '../words/bodies/sizes.js';
import { aboveMaximum, allottedOnce, belowMinimum, withinAllotment } from './counts.js';
import { standsInForHeld, standsInWithin, withinDependency } from './dependency.js';
import { withinResults } from './elected.js';
import { heldAlive } from './lives.js';
import { heldByOffice, readDerivedRows } from './offices.js';
import { unreasoned, unsourced } from './record.js';
import { type IntegrityRule, rule } from './rule.js';
import { boundedAsDerived, heldByOne, heldOnce, inOrder, readBounded, substitutesAnother, withinBody } from './seats.js';
import { OFFICES } from '../words/rules/model.js';
import { SINGLE_ROLES } from '../words/conflicts/rules.js';
import { chairSits, homeIsCovered, isUndated, membersComeFrom, withinTerm } from './standing.js';
import { readTermed } from './terms.js';
import { endsWhereReplaced, ranksInOrder, replacesForward } from './succession.js';

/** The rules of seats, substitutes and replacing, in the order in which they are told. */
export const SEAT_RULES: readonly IntegrityRule[] = [
  rule({ id: 'seat-once', title: 'a person holds a role in a body once at a time', of: 'people', query: integrity.seatOnce, judge: heldOnce }),
  rule({
    id: 'seat-single',
    title: "a role for one person (mayor; chair and vice chair unless the body says otherwise) has one certain holder a day, the day of a holder's death aside",
    of: 'bodies',
    query: integrity.seatSingle,
    given: { roles: [...SINGLE_ROLES] },
    judge: heldByOne,
  }),
  rule({ id: 'seat-in-body', title: "a seat lies within its body's existence", of: 'bodies', query: integrity.seatInBody, judge: withinBody }),
  rule({ id: 'seat-in-term', title: 'a seat of a term lies within it', of: 'bodies', read: readTermed, judge: withinTerm }),
  rule({ id: 'seat-ordered', title: '`from` comes before `until`, and min before max', of: 'things', query: integrity.seatOrdered, judge: inOrder }),
  rule({ id: 'seat-bounds', title: 'stored bounds are those that the rules of time give', of: 'bodies', read: readBounded, judge: boundedAsDerived }),
  rule({ id: 'seat-dated', title: 'a seat has a date, a sighting or a reason why not', of: 'people', query: integrity.seatDated, judge: isUndated }),
  rule({ id: 'seat-sourced', title: 'a seat, and each tie of its appointment, names a source', of: 'people', query: integrity.seatSourced, judge: unsourced }),
  rule({ id: 'seat-reasoned', title: 'what is inferred or derived says why', of: 'things', query: integrity.seatReasoned, judge: unreasoned }),
  rule({
    id: 'seat-alive',
    title: 'nobody sits after their death',
    of: 'people',
    about: ['diedOn'],
    query: integrity.seatAlive,
    judge: heldAlive,
    needs: { in: ({ p }) => p.diedOn !== null, missing: 'of nobody it is recorded when they died' },
  }),
  rule({
    id: 'body-minimum',
    title: 'certain holders are not above the maximum, possible ones not below the minimum, on every day',
    of: 'bodies',
    about: ['minimum', 'sizes'],
    query: integrity.bodyMinimum,
    judge: belowMinimum,
    needs: { in: ({ b }) => says('minimum', b), missing: 'no body says how many members it has at least' },
  }),
  rule({
    id: 'body-maximum',
    title: 'certain holders are not above the maximum, possible ones not below the minimum, on every day',
    of: 'bodies',
    about: ['maximum', 'sizes'],
    query: integrity.bodyMaximum,
    judge: aboveMaximum,
    needs: { in: ({ b }) => says('maximum', b), missing: 'no body says how many members it has at most' },
  }),
  rule({
    id: 'allotment-kept',
    title: 'nobody fills more seats than their allotment',
    of: 'bodies',
    about: ['HAS_SEATS', 'FILLS'],
    query: integrity.allotmentKept,
    judge: (row) => [...withinAllotment(row), ...withinResults(row)],
    needs: { in: ({ allotments, elections }) => allotments.length + elections.length > 0, missing: 'no right to fill seats is recorded' },
  }),
  rule({
    id: 'allotment-status',
    title: 'of two allotments of one principal in one body at most one is in force',
    of: 'bodies',
    about: ['HAS_SEATS'],
    query: integrity.allotmentStatus,
    judge: allottedOnce,
    needs: { in: ({ allotments }) => allotments.length > 0, missing: 'no right to fill seats is recorded' },
  }),
  rule({
    id: 'chair-member',
    title: 'who chairs a body whose chair is a member sits in it',
    of: 'bodies',
    about: ['chairIsMember'],
    query: integrity.chairMember,
    judge: chairSits,
    needs: { in: ({ b }) => b.chairIsMember !== null, missing: 'no body says whether its chair is a member' },
  }),
  rule({
    id: 'members-from',
    title: 'members of a committee whose members come from a body sit in that body',
    of: 'bodies',
    about: ['membersFrom'],
    query: integrity.membersFrom,
    judge: membersComeFrom,
    needs: { in: ({ b }) => b.membersFrom !== null, missing: 'no body says where its members come from' },
  }),
  rule({
    id: 'home-covered',
    title: 'who represents a municipality in a body sits for one that the body covers',
    of: 'bodies',
    about: ['COVERS'],
    query: integrity.homeCovered,
    judge: homeIsCovered,
    needs: {
      in: ({ covers, seats }) => covers.length > 0 && seats.length > 0,
      missing: 'nobody is recorded to represent a municipality in a body whose territory is',
    },
  }),
  rule({
    id: 'home-mandate',
    title: 'a seat that rests on an office or another seat lies within it',
    of: 'bodies',
    about: ['DEPENDS_ON'],
    query: integrity.homeMandate,
    judge: withinDependency,
    needs: { in: ({ dependent }) => dependent.length > 0, missing: 'no seat is recorded to depend on another' },
  }),
  rule({
    id: 'ex-officio',
    title: 'every holder of the office has the derived seat, and every derived seat its holder',
    of: 'bodies',
    read: readDerivedRows,
    judge: heldByOffice,
    needs: { in: ({ rules }) => rules.length > 0, missing: 'no rule gives seats by virtue of an office' },
  }),
  rule({
    id: 'substitute-principal',
    title: 'a substitute has a seat to step in for, in the same body, and is not its holder; or the list or body whose pool it is',
    of: 'bodies',
    about: ['SUBSTITUTE_FOR'],
    query: integrity.substitutePrincipal,
    judge: substitutesAnother,
    needs: { in: ({ ties }) => ties.length > 0, missing: 'of no substitute it is recorded for which seat they step in' },
  }),
  rule({
    id: 'substitute-rank',
    title: "ranks of one seat's substitutes are 1, 2, 3 … once each",
    of: 'bodies',
    about: ['SUBSTITUTE_FOR', 'SUBSTITUTE_OF'],
    query: integrity.substituteRank,
    judge: ranksInOrder,
  }),
  rule({
    id: 'stand-in-prevented',
    title: "a stand-in lies within the substitute's own seat, and one at a time stands in for a seat",
    of: 'bodies',
    about: ['STOOD_IN'],
    query: integrity.standInPrevented,
    judge: standsInWithin,
    needs: { in: ({ standIns }) => standIns.length > 0, missing: 'nobody is recorded to have stood in' },
  }),
  rule({
    id: 'stand-in-possible',
    title: 'a stand-in is for a seat of the same body while it is held, or for an office that nobody holds, and never for oneself',
    of: 'bodies',
    about: ['STOOD_IN'],
    query: integrity.standInPossible,
    given: { offices: [...OFFICES] },
    judge: standsInForHeld,
    needs: { in: ({ standIns, acting }) => standIns.length + acting.length > 0, missing: 'nobody is recorded to have stood in' },
  }),
  rule({
    id: 'replaced-ended',
    title: 'a replaced seat ends no later than the day its replacement begins',
    of: 'bodies',
    about: ['REPLACES'],
    query: integrity.replacedEnded,
    judge: endsWhereReplaced,
  }),
  rule({
    id: 'replaced-acyclic',
    title: 'replacing goes forward in time, without a circle',
    of: 'bodies',
    about: ['REPLACES'],
    query: integrity.replacedAcyclic,
    whole: replacesForward,
    beside: async () => [],
    queries: [],
  }),
];
