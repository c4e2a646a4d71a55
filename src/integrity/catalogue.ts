import { integrity } from '../generated/queries.js';
import { NEVER } from '../record/time.js';
import { appointerIsThere, decidedByEntitled } from './appointing.js';
import { bodiesInCircles } from './circles.js';
import { aboveMaximum, allottedOnce, belowMinimum, withinAllotment } from './counts.js';
import { heldAlive, standsInWithin, withinDependency } from './dependency.js';
import { calledOnce, governedOnce, letterOfOne } from './naming.js';
import { heldByOffice, readDerivedRows } from './offices.js';
import { mistaken, readIdentities, recordedTooLate, unreasoned, unsourced, versionsOverlap } from './record.js';
import { type IntegrityRule, rule } from './rule.js';
import { boundedAsDerived, heldByOne, heldOnce, inOrder, readBounded, substitutesAnother, withinBody } from './seats.js';
import { completeLists, coversWhatExists, listedBetween, quotedFrom } from './sourcing.js';
import { SINGLE_ROLES } from '../words/conflicts/rules.js';
import { readWitnessed, witnessesConflict } from './witnesses.js';
import { chairSits, decidedBefore, heldInParty, homeIsCovered, inOneParty, isUndated, membersComeFrom, withinTerm } from './standing.js';
import { readHolders, readTermed, termsApart } from './terms.js';
import { endsWhereReplaced, followsOn, ranksInOrder, replacesForward } from './succession.js';

/** The integrity catalogue, in the order in which it is told. */
export const CATALOGUE: readonly IntegrityRule[] = [
  rule({ id: 'seat-once', title: 'a person holds a role in a body once at a time', of: 'people', query: integrity.seatOnce, judge: heldOnce }),
  rule({
    id: 'seat-single',
    title: 'a role for one person (mayor; chair and vice chair unless the body says otherwise) has one certain holder a day',
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
    query: integrity.seatAlive,
    judge: heldAlive,
    needs: { in: ({ p }) => p.diedOn !== null, missing: 'of nobody it is recorded when they died' },
  }),
  rule({
    id: 'body-minimum',
    title: 'the possible members of a body are not below its minimum, on every day',
    of: 'bodies',
    query: integrity.bodyMinimum,
    judge: belowMinimum,
    needs: { in: ({ b }) => b.minimum !== null, missing: 'no body says how many members it has at least' },
  }),
  rule({
    id: 'body-maximum',
    title: 'the certain members of a body are not above its maximum, on every day',
    of: 'bodies',
    query: integrity.bodyMaximum,
    judge: aboveMaximum,
    needs: { in: ({ b }) => b.maximum !== null, missing: 'no body says how many members it has at most' },
  }),
  rule({
    id: 'allotment-kept',
    title: 'nobody fills more seats than their allotment',
    of: 'bodies',
    query: integrity.allotmentKept,
    judge: withinAllotment,
    needs: { in: ({ allotments }) => allotments.length > 0, missing: 'no right to fill seats is recorded' },
  }),
  rule({
    id: 'allotment-status',
    title: 'of two allotments of one principal in one body at most one is in force',
    of: 'bodies',
    query: integrity.allotmentStatus,
    judge: allottedOnce,
    needs: { in: ({ allotments }) => allotments.length > 0, missing: 'no right to fill seats is recorded' },
  }),
  rule({
    id: 'chair-member',
    title: 'who chairs a body whose chair is a member sits in it',
    of: 'bodies',
    query: integrity.chairMember,
    judge: chairSits,
    needs: { in: ({ b }) => b.chairIsMember !== null, missing: 'no body says whether its chair is a member' },
  }),
  rule({
    id: 'members-from',
    title: 'members of a committee whose members come from a body sit in that body',
    of: 'bodies',
    query: integrity.membersFrom,
    judge: membersComeFrom,
    needs: { in: ({ b }) => b.membersFrom !== null, missing: 'no body says where its members come from' },
  }),
  rule({
    id: 'home-covered',
    title: 'who represents a municipality in a body sits for one that the body covers',
    of: 'bodies',
    query: integrity.homeCovered,
    judge: homeIsCovered,
    needs: {
      in: ({ covers, seats }) => covers.length > 0 && seats.length > 0,
      missing: 'nobody is recorded to represent a municipality in a body whose territory is',
    },
  }),
  rule({
    id: 'home-mandate',
    title: 'a seat that depends on an office or another seat lies within it',
    of: 'bodies',
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
    title: 'a substitute has a seat to step in for, in the same body, and is not its holder',
    of: 'bodies',
    query: integrity.substitutePrincipal,
    judge: substitutesAnother,
  }),
  rule({
    id: 'substitute-rank',
    title: "ranks of one seat's substitutes are 1, 2, 3 … once each",
    of: 'bodies',
    query: integrity.substituteRank,
    judge: ranksInOrder,
  }),
  rule({
    id: 'stand-in-prevented',
    title: "a stand-in lies within the substitute's own seat, and one at a time stands in for a seat",
    of: 'bodies',
    query: integrity.standInPrevented,
    judge: standsInWithin,
    needs: { in: ({ standIns }) => standIns.length > 0, missing: 'nobody is recorded to have stood in' },
  }),
  rule({
    id: 'replaced-ended',
    title: 'a replaced seat ends on the day its replacement begins',
    of: 'bodies',
    query: integrity.replacedEnded,
    judge: endsWhereReplaced,
  }),
  rule({
    id: 'replaced-acyclic',
    title: 'replacing goes forward in time, without a circle',
    of: 'bodies',
    query: integrity.replacedAcyclic,
    whole: replacesForward,
  }),
  rule({ id: 'party-single', title: 'a person has one certain party a day', of: 'people', query: integrity.partySingle, judge: inOneParty }),
  rule({
    id: 'party-changed',
    title: 'a seat held for a party ends or goes on for a reason when its holder leaves the party',
    of: 'people',
    query: integrity.partyChanged,
    judge: heldInParty,
  }),
  rule({ id: 'letter-single', title: 'a letter has one certain party a day', of: 'principals', query: integrity.letterSingle, whole: letterOfOne }),
  rule({ id: 'terms-disjoint', title: 'terms of a body, or of a calendar, do not overlap', of: 'things', read: readHolders, judge: termsApart }),
  rule({ id: 'body-lineage', title: 'a successor begins when its predecessor ends', of: 'bodies', query: integrity.bodyLineage, judge: followsOn }),
  rule({ id: 'body-acyclic', title: 'PART_OF and SUCCEEDS have no circle', of: 'bodies', query: integrity.bodyAcyclic, whole: bodiesInCircles }),
  rule({
    id: 'council-single',
    title: 'a place has one certain council a day, and a council one place',
    of: 'principals',
    query: integrity.councilSingle,
    judge: governedOnce,
  }),
  rule({
    id: 'territory-exists',
    title: 'what a body covers exists while it is covered',
    of: 'bodies',
    query: integrity.territoryExists,
    judge: coversWhatExists,
    needs: { in: ({ covers }) => covers.length > 0, missing: 'no municipality that a body covers says when it exists' },
  }),
  rule({ id: 'appointed-before', title: 'a seat is decided no later than it begins', of: 'people', query: integrity.appointedBefore, judge: decidedBefore }),
  rule({
    id: 'appointer-exists',
    title: 'who appoints, nominates or decides exists on that day',
    of: 'people',
    query: integrity.appointerExists,
    judge: appointerIsThere,
  }),
  rule({
    id: 'decided-by-appointer',
    title: 'a decision that fills a seat is taken by a body that may appoint to it',
    of: 'bodies',
    query: integrity.decidedByAppointer,
    judge: decidedByEntitled,
  }),
  rule({
    id: 'list-complete',
    title: 'between two complete lists nobody sits who is on neither',
    of: 'bodies',
    query: integrity.listComplete,
    judge: listedBetween,
    needs: { in: (row) => completeLists(row).length > 1, missing: 'of no body two documents of a day list all members' },
  }),
  rule({
    id: 'source-quoted',
    title: "a quote stands in its document at its lines (where the document's text is at hand)",
    of: 'things',
    query: integrity.sourceQuoted,
    judge: quotedFrom,
    needs: { in: () => true, missing: 'the text of no document is at hand' },
  }),
  rule({
    id: 'source-conflict',
    title: 'sources and data sets state one holder of one seat on one day, and of one seat one value',
    of: 'bodies',
    read: readWitnessed,
    judge: witnessesConflict,
  }),
  rule({ id: 'name-single', title: 'a thing has one certain name a day', of: 'things', query: integrity.nameSingle, judge: calledOnce }),
  rule({
    id: 'versions-disjoint',
    title: 'versions of one id do not overlap in recorded time',
    of: 'things',
    query: integrity.versionsDisjoint,
    judge: versionsOverlap,
  }),
  rule({
    id: 'revision-monotonic',
    title: 'recorded times follow the revisions',
    of: 'things',
    query: integrity.revisionMonotonic,
    given: { never: NEVER },
    judge: recordedTooLate,
  }),
  rule({
    id: 'id-unique',
    title: 'no two nodes share an id, and every edge joins what its label allows',
    of: 'things',
    read: readIdentities,
    judge: mistaken,
  }),
];
