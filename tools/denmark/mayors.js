import { groupedBy, linesOf, slugOf } from './tables.js';
import { seatId } from './seats.js';

/** @typedef {import('./people.js').Person} Person */

/** Who lists mayors, by how the table names them. */
const LISTS = [
  {
    begins: 'github:cykelsmed',
    short: 'dr',
    document: {
      id: 'doc:valg-2025-mayors-dr',
      title: 'Borgmestre efter kommunalvalget 2025 (DR)',
      kind: 'register',
      date: '2025-11',
      url: 'https://github.com/cykelsmed/valgdata/blob/fabec0e841e6/borgmestre_parsed.csv',
      note: 'A list of DR, copied on 20 and 21 November 2025, before the constituting meetings of December.',
    },
  },
  {
    begins: 'github:laurabejder',
    short: 'altinget',
    document: {
      id: 'doc:valg-2025-mayors-altinget',
      title: 'Borgmestre efter kommunalvalget 2025 (Altinget)',
      kind: 'register',
      date: '2025-11-27',
      url: 'https://github.com/laurabejder/KV_RV_25/tree/335853100d63/data/struktureret/kv/valgresultater/status',
      note: 'What Altinget had as agreed on 27 November 2025, before the constituting meetings of December.',
    },
  },
  {
    begins: 'https://nordicstoday.com',
    short: 'nordics-today',
    document: {
      id: 'doc:valg-2025-mayors-nordics-today',
      title: 'Political shift reshapes municipal leadership in Denmark (Nordics Today)',
      kind: 'news',
      url: 'https://nordicstoday.com/article/political-shift-reshapes-municipal-leadership-denmark',
    },
  },
];

const listOf = ({ source }) => LISTS.find(({ begins }) => source.startsWith(begins)) ?? LISTS[0];

const passageId = (line) => `source:valg-2025-mayor-${slugOf(line.municipality)}-${listOf(line).short}`;

const passageOf = (line) => ({
  id: passageId(line),
  document: listOf(line).document.id,
  section: line.municipality,
  quote: [`${line.name} (${line.party_letter})`, line.status, listOf(line).short === 'nordics-today' && line.note].filter(Boolean).join(', '),
});

/**
 * The mayors' seats. Where all lists name one, the seat begins with the term; where they name two, each was only announced.
 * A name without a candidacy is another spelling of the one that another list names for the same party.
 * @param {string} folder @param {Person[]} people
 */
export const readMayors = (folder, people) => {
  const lines = linesOf(folder, 'mayors').filter(({ from, status }) => from === '2026-01-01' && status !== 'earlier term');
  const byCandidacy = new Map(people.flatMap((person) => person.seats.map(({ candidate }) => [candidate, person])));
  const holderOf = (line) => {
    const same = lines.find((one) => one.candidate_id && one.code === line.code && one.party_letter === line.party_letter);
    return byCandidacy.get(line.candidate_id || same?.candidate_id);
  };
  const memberships = [...groupedBy(lines, ({ code }) => code).values()].flatMap((named) => {
    const holders = groupedBy(named, (line) => /** @type {Person} */ (holderOf(line)).id);
    return [...holders].map(([person, all]) => {
      const { slug } = /** @type {import('./elected.js').Seat} */ (people.find(({ id }) => id === person)?.seats.find(({ regional }) => !regional));
      const body = `body:kommunalbestyrelse-${slug}`;
      const sources = all.map(passageId);
      const dates =
        holders.size === 1
          ? {
              from: '2026-01-01',
              fromBasis: 'INFERRED',
              reason: 'Named as mayor after the election of 18 November 2025, for the term that begins on 1 January 2026.',
              sources: [...sources, 'source:denmark-valgloven-6'],
            }
          : { undated: 'Only announced, and another source names another mayor for the term.', appointment: { designatedOn: '2025-11', sources }, sources };
      return { id: seatId(body, 'MAYOR', person), person, body, role: 'MAYOR', term: 'term:municipal-2026', ...dates };
    });
  });
  const spelt = lines.map((line) => ({ person: /** @type {Person} */ (holderOf(line)), text: line.name, source: passageId(line) }));
  return { memberships, spelt, passages: lines.map(passageOf), documents: LISTS.map(({ document }) => document) };
};
