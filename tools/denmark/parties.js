import { groupedBy, linesOf, rowsOf } from './tables.js';

/** @typedef {import('./elected.js').Seat} Seat */

const WIKIDATA = 'doc:valg-2025-wikidata';
const COLOURS = 'doc:denmark-parties';

export const DOCUMENTS = [
  {
    id: WIKIDATA,
    title: 'Groups of the Folketing on Wikidata (EveryPolitician)',
    kind: 'register',
    url: 'https://github.com/everypolitician/everypolitician-data/blob/0002bdd91f46/data/Denmark/Folketing/sources/wikidata/groups.json',
  },
];

/** What the register of the election calls the lists that were one party's. @param {readonly Seat[]} seats */
const listsOf = (seats) =>
  [...groupedBy(seats, ({ listId }) => listId).values()].map(([{ listId, source }]) => ({ scheme: 'valg.dk', value: listId, sources: [source] }));

/**
 * National parties with their colour, and with what the register of the election and Wikidata call them.
 * @param {string} tables @param {readonly Seat[]} seats @param {(seat: Seat) => string} partyOf @param {(letter: string) => string} partyByLetter
 */
export const nationalParties = (tables, seats, partyOf, partyByLetter) => {
  const won = groupedBy(seats, partyOf);
  const known = new Map(rowsOf('denmark', 'parties').map((party) => [party.id, party]));
  const found = linesOf(tables, 'parties').flatMap((line) => {
    const party = known.get(partyByLetter(line.letter));
    if (!party) return [];
    const shown = { id: `${party.id.replace('party:', 'source:valg-2025-colour-')}`, document: COLOURS, quote: `${line.name}, ${line.colour_altinget}` };
    const wikidata = line.wikidata && {
      id: party.id.replace('party:', 'source:valg-2025-wikidata-'),
      document: WIKIDATA,
      quote: `${line.wikidata} ${line.name_en}`,
    };
    const identifiers = [...(wikidata ? [{ scheme: 'wikidata', value: line.wikidata, sources: [wikidata.id] }] : []), ...listsOf(won.get(party.id) ?? [])];
    const row = {
      id: party.id,
      name: party.name,
      colour: line.colour_altinget.toLowerCase(),
      ...(identifiers.length > 0 && { identifiers }),
      sources: [shown.id],
    };
    return [{ row, passages: [shown, ...(wikidata ? [wikidata] : [])] }];
  });
  return { rows: found.map(({ row }) => row), passages: found.flatMap(({ passages }) => passages) };
};
