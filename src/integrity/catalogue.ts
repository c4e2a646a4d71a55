import { givenInterval } from '../time/interval.js';
import { calendars, identifiers, integrity, parties, places, terms } from '../generated/queries.js';
import { NEVER } from '../record/time.js';
import { appointerIsThere, decidedByEntitled } from './appointing.js';
import { bodiesInCircles, furtherOn } from './circles.js';
import { mayEnd, tiedAlive } from './lives.js';
import { calledOnce, governedOnce, identifiedAlike, identifiedOnce, letterOfOne, ofSameLetters } from './naming.js';
import { mistaken, readIdentities, readVersions, recordedTooLate, versionsOverlap } from './record.js';
import { type IntegrityRule, rule } from './rule.js';
import { completeLists, coversWhatExists, listedWhoSits, quotedFrom } from './sourcing.js';
import { holdersConflict, readWitnessed } from './witnesses.js';
import { decidedBefore, heldInParty, inOneParty } from './standing.js';
import { followsOn } from './succession.js';
import { readHolders, termsApart } from './terms.js';
import { SEAT_RULES } from './seat-rules.js';

/** The integrity catalogue, in the order in which it is told. */
export const CATALOGUE: readonly IntegrityRule[] = [
  ...SEAT_RULES,
  rule({
    id: 'party-single',
    title: 'a person has one certain party a day',
    of: 'people',
    news: ['AFFILIATED_WITH'],
    about: ['AFFILIATED_WITH'],
    query: integrity.partySingle,
    judge: inOneParty,
  }),
  rule({
    id: 'party-changed',
    title: 'a seat held for a party ends or goes on for a reason when its holder leaves the party',
    of: 'people',
    about: ['REPRESENTING'],
    query: integrity.partyChanged,
    judge: heldInParty,
  }),
  rule({
    id: 'tie-alive',
    title: 'nobody has a party or a home after their death, or after the end of the party or place',
    of: 'people',
    about: ['AFFILIATED_WITH'],
    query: integrity.tieAlive,
    judge: tiedAlive,
    needs: { in: mayEnd, missing: 'of nobody with a party or a home it is recorded when they died, nor of a party or home when it ended' },
  }),
  rule({
    id: 'code-single',
    title: "a code, and an identifier of a scheme, is one thing's a day",
    of: 'things',
    about: ['code', 'BEARS'],
    query: integrity.codeSingle,
    whole: identifiedOnce,
    beside: identifiedAlike,
    queries: [identifiers.bySchemes, places.municipalityIdsByCode],
    needs: { in: ({ x, identifiers }) => x.code !== null || identifiers.length > 0, missing: 'nothing has a code or another identifier' },
  }),
  rule({
    id: 'letter-single',
    title: 'a letter has one certain party a day',
    of: 'principals',
    about: ['CALLED'],
    query: integrity.letterSingle,
    whole: letterOfOne,
    beside: ofSameLetters,
    queries: [parties.idsByLetter],
  }),
  rule({
    id: 'terms-disjoint',
    title: 'terms of a body, or of a calendar, do not overlap',
    of: 'things',
    about: ['HAS_TERM'],
    read: readHolders,
    queries: [terms.of, calendars.stepsUp],
    judge: termsApart,
  }),
  rule({
    id: 'body-lineage',
    title: 'a successor begins when its predecessor ends, unless one of them goes on (absorbed, split off)',
    of: 'principals',
    about: ['SUCCEEDS'],
    query: integrity.bodyLineage,
    judge: followsOn,
  }),
  rule({
    id: 'body-acyclic',
    title: 'PART_OF and SUCCEEDS have no circle',
    of: 'principals',
    query: integrity.bodyAcyclic,
    whole: bodiesInCircles,
    beside: furtherOn,
    queries: [],
  }),
  rule({
    id: 'council-single',
    title: 'a place has one certain council a day, and a council one place',
    of: 'principals',
    about: ['GOVERNS'],
    query: integrity.councilSingle,
    judge: governedOnce,
  }),
  rule({
    id: 'territory-exists',
    title: 'what a body covers exists while it is covered',
    of: 'bodies',
    about: ['COVERS'],
    query: integrity.territoryExists,
    judge: coversWhatExists,
    needs: { in: ({ covers }) => covers.some(({ place }) => givenInterval(place) !== null), missing: 'no municipality that a body covers says when it exists' },
  }),
  rule({
    id: 'appointed-before',
    title: 'a seat is decided no later than it begins',
    of: 'people',
    news: ['designated', 'known appointment', 'known seat', 'DECIDED_AT', 'ELECTED_AT', 'ON_AGENDA_OF', 'AgendaItem', 'Election', 'Meeting'],
    query: integrity.appointedBefore,
    judge: decidedBefore,
  }),
  rule({
    id: 'appointer-exists',
    title: 'who appoints, nominates or decides exists on that day',
    of: 'people',
    about: ['BY', 'NOMINATED_BY', 'DELEGATED_BY', 'DECIDED_AT'],
    query: integrity.appointerExists,
    judge: appointerIsThere,
  }),
  rule({
    id: 'decided-by-appointer',
    title: 'a decision that fills a seat is taken by a body that may appoint to it',
    of: 'bodies',
    about: ['DECIDED_AT'],
    query: integrity.decidedByAppointer,
    judge: decidedByEntitled,
  }),
  rule({
    id: 'list-complete',
    title: 'on the day of a complete list nobody in a counted role certainly sits, leave and stand-ins aside, who is not on it',
    of: 'bodies',
    about: ['LISTS'],
    query: integrity.listComplete,
    judge: listedWhoSits,
    needs: { in: (row) => completeLists(row).length > 0, missing: 'of no body a document of a day lists all members' },
  }),
  rule({
    id: 'source-quoted',
    title: "a quote stands in its document at its lines (where the document's text is at hand)",
    of: 'things',
    query: integrity.sourceQuoted,
    judge: quotedFrom,
    needs: { in: ({ d }) => d.text !== null, missing: 'the text of no document is at hand' },
  }),
  rule({
    id: 'source-conflict',
    title: 'two sources state different holders of one seat on one day',
    of: 'bodies',
    about: ['OFFICE_OF', 'in a single role', 'known appointment', 'Body', 'Office', 'Source'],
    read: readWitnessed,
    judge: holdersConflict,
  }),
  rule({
    id: 'name-single',
    title: 'a thing has one certain name a day',
    of: 'things',
    news: ['CALLED', 'Name'],
    about: ['CALLED'],
    query: integrity.nameSingle,
    judge: calledOnce,
  }),
  rule({
    id: 'versions-disjoint',
    title: 'versions of one id do not overlap in recorded time',
    of: 'things',
    news: [],
    read: readVersions,
    judge: versionsOverlap,
  }),
  rule({
    id: 'revision-monotonic',
    title: 'recorded times follow the revisions',
    of: 'things',
    news: [],
    query: integrity.revisionMonotonic,
    given: { never: NEVER },
    judge: recordedTooLate,
  }),
  rule({
    id: 'id-unique',
    title: 'no two nodes share an id, and every edge joins what its label allows',
    of: 'things',
    news: [],
    read: readIdentities,
    judge: mistaken,
  }),
];
