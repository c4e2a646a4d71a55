import * as queries from '../generated/queries.js';
import { withinAllotment } from './allotments.js';
import { bodiesInCircles } from './circles.js';
import { mistaken, unreasoned, unsourced, versionsOverlap } from './record.js';
import { type Rule, rule } from './rule.js';
import { SINGLE_ROLES, boundedAsDerived, heldByOne, heldOnce, inOrder, substitutesAnother, withinBody } from './seats.js';

const ask = queries.integrity;

/** The integrity catalogue, in the order in which it is told. */
export const CATALOGUE: readonly Rule[] = [
  rule({ id: 'seat-once', title: 'a person holds a role in a body once at a time', of: 'people', query: ask.seatOnce, judge: heldOnce }),
  rule({
    id: 'seat-single',
    title: 'a role for one person (mayor; chair and vice chair unless the body says otherwise) has one certain holder a day',
    of: 'bodies',
    query: ask.seatSingle,
    given: { roles: SINGLE_ROLES },
    judge: heldByOne,
  }),
  rule({ id: 'seat-in-body', title: "a seat lies within its body's existence", of: 'bodies', query: ask.seatInBody, judge: withinBody }),
  rule({ id: 'seat-ordered', title: '`from` comes before `until`, and min before max', of: 'things', query: ask.seatOrdered, judge: inOrder }),
  rule({ id: 'seat-bounds', title: 'stored bounds are those that the rules of time give', of: 'bodies', query: ask.seatBounds, judge: boundedAsDerived }),
  rule({ id: 'seat-sourced', title: 'a seat, and each tie of its appointment, names a source', of: 'people', query: ask.seatSourced, judge: unsourced }),
  rule({ id: 'seat-reasoned', title: 'what is inferred or derived says why', of: 'things', query: ask.seatReasoned, judge: unreasoned }),
  rule({ id: 'allotment-kept', title: 'nobody fills more seats than their allotment', of: 'bodies', query: ask.allotmentKept, judge: withinAllotment }),
  rule({
    id: 'substitute-principal',
    title: 'a substitute has a seat to step in for, in the same body, and is not its holder',
    of: 'bodies',
    query: ask.substitutePrincipal,
    judge: substitutesAnother,
  }),
  rule({ id: 'body-acyclic', title: 'PART_OF and SUCCEEDS have no circle', of: 'bodies', query: ask.bodyAcyclic, whole: bodiesInCircles }),
  rule({ id: 'versions-disjoint', title: 'versions of one id do not overlap in recorded time', of: 'things', query: ask.versionsDisjoint, judge: versionsOverlap }),
  rule({ id: 'id-unique', title: 'no two nodes share an id, and every edge joins what its label allows', of: 'things', query: ask.idUnique, judge: mistaken }),
];
