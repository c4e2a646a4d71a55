import { linesOf } from './tables.js';
import { seatId } from './seats.js';

/** @typedef {import('./people.js').Person} Person */

const LIST = 'doc:sundhed-raad-2026-04';
const DAY = '2026-04-28';

/**
 * Who is shown as acting mayor, from their own seat in the council, for whom was named as mayor.
 * @param {string} tables @param {readonly Person[]} people @param {readonly any[]} mayors their seats
 */
export const actingMayors = (tables, people, mayors) =>
  linesOf(tables, 'sundhedsraad-members')
    .filter(({ role }) => role === 'Fg. borgmester')
    .map(({ name, party_letter: letter, municipality_as_written: place, municipality_code: code }) => {
      const isMeant = ({ names, seats }) => names.includes(name) && seats.some(({ regional, letter: own }) => !regional && own === letter);
      const { id, seats } = /** @type {Person} */ (people.find(isMeant));
      const body = `body:kommunalbestyrelse-${/** @type {any} */ (seats.find(({ regional }) => !regional)).slug}`;
      const source = { id: `source:valg-2025-acting-${code}`, document: LIST, section: place, quote: `${name} (${letter}, ${place}, Fg. borgmester)` };
      const substitute = seatId(body, 'COUNCILLOR', id);
      const [holder] = mayors.filter((seat) => seat.body === body);
      return {
        passage: source,
        row: {
          id: substitute.replace('membership:', 'stand-in:').replace('councillor', 'mayor'),
          substitute,
          holder: holder.id,
          seen: [{ on: DAY, in: LIST }],
          basis: 'INFERRED',
          reason: 'Shown as acting mayor; that it is for the one who was named for the term follows, as nothing says that their seat has ended.',
          sources: [source.id],
        },
      };
    });
