import { groupedBy, rowsOf, slugOf } from './tables.js';

/** @typedef {import('./elected.js').Seat} Seat */

export const ELECTION = '2025-11-18';
const REGISTER = 'doc:denmark-elected-2025';

const lettersOnly = (text) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

const withoutPlace = (name) => name.replace(/ \(.*\)$/, '');

/** National parties as the register of the election shows them: their letters, and how their names begin on ballots. */
const nationalParties = (parties) =>
  parties
    .filter(({ scope }) => scope !== 'LOCAL')
    .flatMap(({ id, name, letters = [] }) =>
      letters.filter(({ seen = [] }) => seen.some(({ on }) => on === ELECTION)).map(({ text }) => ({ id, letter: text, name: lettersOnly(name) })),
    );

const isOfPlace = (party, { place, list }) => party.municipality === place && withoutPlace(party.name) === list;

/**
 * For which party each seat was won. What is no list of a national party is a party of its place, named as on the ballot, with the place
 * in brackets where another has that name. @param {Seat[]} seats
 */
export const partiesOf = (seats) => {
  const known = rowsOf('denmark', 'parties');
  const national = nationalParties(known);
  const nationalOf = ({ letter, list }) => national.find((one) => one.letter === letter && lettersOnly(list).includes(one.name))?.id;
  const local = groupedBy(
    seats.filter((seat) => nationalOf(seat) === undefined),
    ({ listId }) => listId,
  );
  const lists = [...local.values()].map(([seat]) => seat);
  const isTaken = (seat) =>
    known.some((party) => withoutPlace(party.name) === seat.list) || lists.some(({ list, listId }) => list === seat.list && listId !== seat.listId);
  const rows = lists.map((seat) => {
    const before = known.find((party) => isOfPlace(party, seat));
    const [id, name] = isTaken(seat) ? [`party:${slugOf(seat.list)}-${seat.slug}`, `${seat.list} (${seat.area})`] : [`party:${slugOf(seat.list)}`, seat.list];
    return {
      id: before?.id ?? id,
      name: before?.name ?? name,
      scope: 'LOCAL',
      ...(!seat.regional && { municipality: seat.place }),
      identifiers: [{ scheme: 'valg.dk', value: seat.listId }],
      letters: [{ text: seat.letter, seen: [{ on: ELECTION, in: REGISTER }], sources: [seat.source] }],
      sources: [seat.source],
    };
  });
  const idOf = new Map(lists.map(({ listId }, at) => [listId, rows[at].id]));
  return {
    rows,
    partyByLetter: (letter) => national.find((one) => one.letter === letter)?.id,
    partyOf: (/** @type {Seat} */ seat) => nationalOf(seat) ?? /** @type {string} */ (idOf.get(seat.listId)),
  };
};

/** The passages of the register: one for each list that won seats, and one for each council. @param {Seat[]} seats */
export const passagesOf = (seats) => [
  ...[...groupedBy(seats, ({ source }) => source).values()].map((all) => ({
    id: all[0].source,
    document: REGISTER,
    section: `${all[0].regional ? 'RV25' : 'KV25'}, ${all[0].area}`,
    quote: `${all[0].letter} ${all[0].list}: ${all.map(({ full }) => full).join(', ')}`,
  })),
  ...[...groupedBy(seats, ({ place }) => place).values()].map((all) => ({
    id: councilSource(all[0]),
    document: REGISTER,
    section: `${all[0].regional ? 'RV25' : 'KV25'}, ${all[0].area}`,
    quote: `${all.length} seats on ${new Set(all.map(({ listId }) => listId)).size} lists (${all[0].result})`,
  })),
];

/** The passage that says how many seats a council has. */
export const councilSource = ({ regional, slug }) => `source:valg-2025-${regional ? 'region-' : ''}${slug}`;
