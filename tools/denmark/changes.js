import { linesOf, slugOf } from './tables.js';
import { seatId, tieId } from './seats.js';

/** @typedef {import('./people.js').Person} Person */

/** The election was in this month. */
const SINCE = '2025-11';

export const DOCUMENTS = [
  {
    id: 'doc:valg-2025-kommunen',
    title: 'Ansættelser og fyringer, partihop og eksklusioner (Kommunen)',
    kind: 'news',
    date: '2026-01',
    url: 'https://www.kommunen.dk/artikel/ansaettelser-og-fyringer-partihop-og-eksklusioner',
  },
  {
    id: 'doc:valg-2025-mayor-dramas',
    title: 'Mayor dramas: the final four Danish municipalities (Nordics Today)',
    kind: 'news',
    date: '2025-11',
    url: 'https://nordicstoday.com/article/mayor-dramas-final-four-danish-municipalities',
  },
];

const monthAfter = (month, months) => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
};

/** Whoever comes into a council in the place of somebody, for the same list. */
const newcomer = (name, { body, source, held }, role, more) => {
  const person = { id: `person:${slugOf(name)}`, name, sources: [source] };
  const seat = { id: seatId(body, role, person.id), person: person.id, body, role, term: 'term:municipal-2026', ...more, sources: [source] };
  const { id: _, ...tie } = held.tie;
  const entered = { id: tieId(person.id, tie.with), ...tie, person: person.id, from: more.from ?? more.seen[0].on, sources: [source] };
  return {
    person,
    seat,
    tie: {
      ...entered,
      narrowed: undefined,
      untilBasis: undefined,
      dependsOn: [seat.id],
      reason: 'Took a seat of its list, and is tied to it as long as the seat lasts, until a source says otherwise.',
    },
  };
};

/**
 * What each kind of change adds, and what it says anew of rows that are there. Why somebody is on leave, or left, is told in none.
 * @type {Record<string, (change: any) => { quote: string, added?: any, anew?: Record<string, object> }>}
 */
const KINDS = {
  'temporary substitute': (change) => {
    const { date, source, document, held, line } = change;
    const substituteFor = { membership: held.seat, sources: [source] };
    const { person, seat, tie } = newcomer(line.person_in, change, 'SUBSTITUTE', { seen: [{ on: date, in: document }], appointment: { substituteFor } });
    const days = { from: date, until: monthAfter(date, 2), sources: [source] };
    const standIn = { id: seat.id.replace('membership:', 'stand-in:'), substitute: seat.id, holder: held.seat, ...days };
    const leave = { id: held.seat.replace('membership:', 'leave:'), membership: held.seat, ...days };
    return {
      quote: `${line.person_in} stands in for ${line.person_out_or_subject} for two months`,
      added: { people: [person], memberships: [seat], affiliations: [tie], 'stand-ins': [standIn], leaves: [leave] },
    };
  },
  'leaves, substitute enters': (change) => {
    const { date, source, held, line } = change;
    const replaces = { membership: held.seat, sources: [source] };
    const { person, seat, tie } = newcomer(line.person_in, change, 'COUNCILLOR', { from: date, began: 'SUBSTITUTE_MOVED_UP', appointment: { replaces } });
    return {
      quote: `${line.person_in} takes the seat of ${line.person_out_or_subject}`,
      added: { people: [person], memberships: [seat], affiliations: [tie] },
      anew: { [held.seat]: { until: date } },
    };
  },
  'party switch': ({ date, source, held, line, partyByLetter }) => {
    const { id: before, ...tie } = held.tie;
    const joined = partyByLetter(line.list_or_party.slice(-1));
    const after = { id: tieId(tie.person, joined), ...tie, with: joined, from: date, basis: undefined, fromBasis: undefined, sources: [source] };
    return {
      quote: `${line.person_out_or_subject}: ${line.list_or_party}`,
      added: { affiliations: [{ ...after, reason: 'Tied to the party as long as the seat lasts, until a source says otherwise.' }] },
      anew: { [before]: { until: date, untilBasis: undefined, narrowed: undefined } },
    };
  },
};

/**
 * What has happened to those elected since. @param {string} folder @param {Person[]} people
 * @param {(letter: string) => string} partyByLetter @param {any[]} ties those of the people
 */
export const readChanges = (folder, people, partyByLetter, ties) => {
  const lines = linesOf(folder, 'membership-changes').filter(({ date }) => date >= SINCE);
  return lines.map((line) => {
    const isMeant = (person) => person.seats.some(({ area }) => area === line.body) && person.names.includes(line.person_out_or_subject);
    const { id } = /** @type {Person} */ (people.find(isMeant));
    const body = `body:kommunalbestyrelse-${slugOf(line.body)}`;
    const { id: document } = /** @type {any} */ (DOCUMENTS.find(({ url }) => line.source.startsWith(url)));
    const source = `source:valg-2025-change-${slugOf(`${line.body} ${line.person_out_or_subject}`)}`;
    const held = { seat: seatId(body, 'COUNCILLOR', id), tie: ties.find(({ person }) => person === id) };
    const { quote, added = {}, anew = {} } = /** @type {any} */ (KINDS)[line.kind]({ line, date: line.date, body, document, source, held, partyByLetter });
    return { source, passage: { id: source, document, section: line.body, quote }, added, anew };
  });
};
