import { groupedBy, rowsOf } from './tables.js';
import { ELECTION, councilSource } from './lists.js';

/** @typedef {import('./elected.js').Seat} Seat @typedef {import('./people.js').Person} Person */

const LAW = 'source:denmark-valgloven-6';
const PREPARING = 'source:sundhed-overgangsloven-128';
const FIRST_TERM = 'source:sundhed-overgangsloven-62-5';
/** Region Østdanmark takes over on the first day of 2027; those elected prepare it until then. */
const TO_COME = 'region:oestdanmark';
const FIRST_DAY = '2026-01-01';

const nameOf = (id) => id.replace(/^[a-z]+:/, '');

/** The councils that a seat was won in, each with the first day of the seat. */
const councilsOf = ({ regional, place, slug }) => {
  if (!regional) return [{ body: `body:kommunalbestyrelse-${slug}`, term: 'term:municipal-2026', from: FIRST_DAY }];
  if (place !== TO_COME) return [{ body: `body:regionsraadet-${slug}`, term: 'term:regional-2026', from: FIRST_DAY }];
  return [
    { body: `body:forberedende-regionsraad-${slug}`, from: FIRST_DAY },
    { body: `body:regionsraadet-${slug}`, term: `term:regionsraadet-${slug}-2027`, from: '2027-01-01' },
  ];
};

const REASONS = {
  [FIRST_DAY]: 'Elected on 18 November 2025 for the term that begins on 1 January 2026.',
  '2027-01-01': 'Elected on 18 November 2025; the council takes over from the preparatory one on 1 January 2027.',
};

/** Seats that the same people held in the same roles in an earlier term. */
const EARLIER = new Set(rowsOf('kkr', 'memberships').map(({ id }) => id));

/** The election of the council that those elected sit in, or will. */
const electionOf = (seat) => `election:${nameOf(/** @type {any} */ (councilsOf(seat).at(-1)).body)}-${ELECTION}`;

export const seatId = (body, role, person) => {
  const id = `membership:${nameOf(body)}-${role.toLowerCase()}-${nameOf(person)}`;
  return EARLIER.has(id) ? `${id}-2026` : id;
};

export const tieId = (person, party) => `affiliation:${nameOf(person)}-${nameOf(party)}`;

/** The seat of a councillor. @param {string} person @param {Seat} seat @param {(seat: Seat) => string} partyOf */
export const councillor = (person, seat, partyOf) =>
  councilsOf(seat).map(({ body, term, from }) => ({
    id: seatId(body, 'COUNCILLOR', person),
    person,
    body,
    role: 'COUNCILLOR',
    began: 'ELECTED',
    ...(term && { term }),
    from,
    fromBasis: 'INFERRED',
    reason: REASONS[from],
    appointment: { designatedOn: ELECTION, elected: { election: electionOf(seat), list: partyOf(seat), sources: [seat.source] } },
    sources: [seat.source, LAW, ...(seat.place === TO_COME ? [from === FIRST_DAY ? PREPARING : FIRST_TERM] : [])],
  }));

/** Who is elected for a list is tied to it as long as one of the seats lasts. @param {Person} person @param {(seat: Seat) => string} partyOf */
export const tiesOf = ({ id, seats }, partyOf) =>
  [...groupedBy(seats, partyOf)].map(([party, all]) => ({
    id: tieId(id, party),
    person: id,
    with: party,
    from: ELECTION,
    narrowed: { untilMin: '2026-01-02' },
    dependsOn: all.flatMap((seat) => councilsOf(seat).map(({ body }) => seatId(body, 'COUNCILLOR', id))),
    basis: 'INFERRED',
    fromBasis: 'INFERRED',
    untilBasis: 'INFERRED',
    reason: 'Elected for its list on 18 November 2025, and tied to it as long as the seat lasts, until a source says otherwise.',
    sources: [...new Set(all.map(({ source }) => source))],
  }));

/** What each list won in each election. @param {Seat[]} seats @param {(seat: Seat) => string} partyOf */
export const electionsOf = (seats, partyOf) =>
  [...groupedBy(seats, ({ place }) => place).values()].map((all) => ({
    id: electionOf(all[0]),
    body: /** @type {any} */ (councilsOf(all[0]).at(-1)).body,
    on: ELECTION,
    results: [...groupedBy(all, partyOf)].map(([list, won]) => ({ list, seats: won.length, sources: [won[0].source] })),
    sources: [councilSource(all[0])],
  }));

/** How many members each council has from the day on which those elected take their seats. @param {Seat[]} seats */
export const sizesOf = (seats) => {
  const bodies = new Map([...rowsOf('denmark', 'bodies'), ...rowsOf('sundhed', 'bodies')].map((body) => [body.id, body]));
  return [...groupedBy(seats, ({ place }) => place).values()].flatMap((all) =>
    councilsOf(all[0]).map(({ body, from }) => {
      const { id, kind, name } = bodies.get(body);
      return { id, kind, name, sizes: [{ from, maximum: all.length }], sources: [councilSource(all[0])] };
    }),
  );
};
