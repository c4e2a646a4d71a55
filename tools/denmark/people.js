import { groupedBy, rowsOf, slugOf } from './tables.js';

/**
 * @typedef {import('./elected.js').Seat} Seat
 * @typedef {{ id: string, name: string, names: string[], seats: Seat[], asListed: string[] }} Person `asListed`: how data sets that come along have the name
 * @typedef {{ id: string, name: string, places: Set<string>, parties: Set<string> }} Known Somebody whom a data set that comes along has already
 */

/** Where those elected to the council of Region Østdanmark sit in 2026 too, and who sat in the councils before it. */
const REGION_OF = { 'body:forberedende-regionsraad-oestdanmark': 'region:oestdanmark' };

const placeOf = (body) =>
  REGION_OF[body] ??
  (/^body:(kommunalbestyrelse|regionsraadet)-/.test(body)
    ? body.replace('body:kommunalbestyrelse-', 'municipality:').replace('body:regionsraadet-', 'region:')
    : null);

/** @returns {Known[]} */
const knownPeople = () =>
  ['kkr', 'more/sundhed-members'].flatMap((dataSet) => {
    const seats = groupedBy(rowsOf(dataSet, 'memberships'), ({ person }) => person);
    const ties = groupedBy(rowsOf(dataSet, 'affiliations'), ({ person }) => person);
    return rowsOf(dataSet, 'people').map(({ id, name, aliases = [] }) => {
      const tied = (ties.get(id) ?? []).flatMap((tie) => tie.with ?? []);
      const held = seats.get(id) ?? [];
      const places = [
        ...held.flatMap(({ body }) => placeOf(body) ?? []),
        ...held.flatMap(({ appointment }) => (appointment?.represents ?? []).map(({ principal }) => principal)),
        ...tied,
      ];
      return { id, name, aliases: aliases.map(({ text }) => text), places: new Set(places), parties: new Set(tied.filter((one) => one.startsWith('party:'))) };
    });
  });

const isSameTown = (regional, municipal) => {
  const town = regional.town.replace(/ Kommune$/, '');
  return town === '' || municipal.area.startsWith(town) || town === municipal.town;
};

/** Whether a municipal and a regional candidate are one person: the full name, the party and the town on the ballot say so together. */
const areOne = (partyOf, a, b) => {
  const [municipal, regional] = a.regional ? [b, a] : [a, b];
  return a.regional !== b.regional && a.full === b.full && partyOf(a) === partyOf(b) && isSameTown(regional, municipal);
};

/** First and last word of a name: what its spellings with more or fewer names between have in common. */
const endsOf = (name) => name.replace(/^(\S+)\s.*\s(\S+)$/, '$1 $2');

const isKnownAs = (known, { name, full }) => [known.name, ...known.aliases].some((one) => one === name || one === full);
const isNearly = (known, { name, full }) => [name, full].some((one) => endsOf(one) === endsOf(known.name));

/**
 * The people elected, each with all seats won. Who is known already, by name, party and place together, keeps the id; where the name on
 * the ballot is that of several, the id of each adds the place.
 * @param {Seat[]} seats @param {(seat: Seat) => string} partyOf @returns {Person[]}
 */
export const joined = (seats, partyOf) => {
  const groups = [...groupedBy(seats, ({ full }) => full).values()].flatMap((all) => {
    /** @type {Seat[][]} */
    const people = [];
    for (const seat of all) {
      const same = people.find(([first]) => areOne(partyOf, first, seat));
      if (same) same.push(seat);
      else people.push([seat]);
    }
    return people;
  });
  const holders = groupedBy(
    groups.flatMap((group) => [...new Set(group.flatMap(({ name, full }) => [slugOf(name), slugOf(full)]))].map((slug) => ({ slug, group }))),
    ({ slug }) => slug,
  );
  const knownBy = (all, isCalled) => {
    const found = new Map();
    for (const known of all) {
      const fits = groups.filter((group) =>
        group.some((seat) => isCalled(known, seat) && known.places.has(seat.place) && (known.parties.size === 0 || known.parties.has(partyOf(seat)))),
      );
      if (fits.length === 1) found.set(fits[0], [...(found.get(fits[0]) ?? []), known]);
    }
    return found;
  };
  const all = knownPeople();
  const exactly = knownBy(all, isKnownAs);
  const found = new Set([...exactly.values()].flat());
  const nearly = knownBy(
    all.filter((known) => !found.has(known)),
    isNearly,
  );
  return groups.map((group) => {
    const known = [...(exactly.get(group) ?? []), ...(nearly.get(group) ?? [])];
    const [{ name, slug, regional }] = group;
    const own = slugOf(name);
    const isShared = /** @type {any[]} */ (holders.get(own)).length > 1;
    return {
      id: known[0]?.id ?? `person:${own}${isShared ? `-${regional ? 'region-' : ''}${slug}` : ''}`,
      name,
      names: [...new Set(group.flatMap((seat) => [seat.name, seat.full]))],
      seats: group,
      asListed: [...new Set(known.map((one) => `${one.id} ${one.name}`))],
    };
  });
};
