import { linesOf, rowsOf, slugOf } from './tables.js';

/**
 * @typedef {object} Seat One seat won, as the register of the election has it
 * @property {string} area @property {string} place id of the municipality or region @property {string} slug of the place
 * @property {boolean} regional @property {string} candidate @property {string} name on the ballot, without the town @property {string} full
 * @property {string} town on the ballot; empty: none @property {string} letter @property {string} list name on the ballot @property {string} listId
 * @property {number} number of the seat @property {string} result @property {string} source id
 */

const placesByName = () =>
  new Map([...rowsOf('denmark', 'municipalities'), ...rowsOf('denmark', 'regions'), ...rowsOf('sundhed', 'regions')].map((place) => [place.name, place]));

/** The seats won on 18 November 2025, by area, list and number. @returns {Seat[]} */
export const readElected = (folder) => {
  const places = placesByName();
  const seats = linesOf(folder, 'elected-2025').map((line) => {
    const place = places.get(line.area);
    if (!place) throw new Error(`required: a municipality or region by that name; given: ${line.area}`);
    const slug = place.id.replace(/^\w+:/, '');
    const regional = line.election === 'RV25';
    const [name, ...town] = line.ballot_name.split(', ');
    return {
      ...{ area: line.area, place: place.id, slug, regional, candidate: line.candidate_id, name, full: line.full_name, town: town.join(', ') },
      ...{ letter: line.list_letter, list: line.list_name, listId: line.list_id, number: Number(line.mandate_no), result: line.result_kind },
      source: `source:valg-2025-${regional ? 'region-' : ''}${slug}-${slugOf(line.list_letter)}`,
    };
  });
  return seats.sort(
    (a, b) => Number(a.regional) - Number(b.regional) || a.area.localeCompare(b.area, 'da') || a.letter.localeCompare(b.letter, 'da') || a.number - b.number,
  );
};
