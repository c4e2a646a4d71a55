import { readFileSync } from 'node:fs';

const TERMS = [2002, 2006, 2010, 2014, 2018, 2022];
const CURRENT_SHARE = 0.6;
const FIRST = (
  'Anne Kirsten Mette Hanne Anna Helle Susanne Lene Maria Marianne Inge Karen Lone Bente Camilla Pia Jette Louise Charlotte Inger Birgit Åse ' +
  'Peter Michael Lars Jens Henrik Thomas Søren Jan Christian Martin Niels Anders Morten Jesper Mads Hans Jørgen Per Ole Rasmus Erik Bjørn ' +
  'Ida Freja Astrid Sofie Emma Nanna Signe Gudrun Yrsa Æbeløs Villads Magnus Emil Oliver Viggo Ejnar Aage Øjvind Aksel Børge'
).split(' ');
const MIDDLE = 'Bech Holm Lund Friis Dahl Juul Krogh Bruun Skov Winther Kjær Vestergaard'.split(' ');
const STEMS = 'Nør Sønder Vester Øster Ny Store Lille Over Neder Gammel Kirke Møl Skov Bak Dal Eng Mark Sø Høj Aa'.split(' ');
const ENDS = 'gaard by strup sen holm lund bæk skov dal borg høj toft vang mose kær rup lev sted feldt bjerg'.split(' ');
const KINDS = [
  { kind: 'COMMITTEE', names: ['Teknisk Udvalg', 'Socialudvalget', 'Økonomiudvalget', 'Børne- og Ungeudvalget', 'Kulturudvalget', 'Ældreudvalget'] },
  { kind: 'BOARD', names: ['Bestyrelsen for Forsyningen', 'Bestyrelsen for Havnen', 'Bestyrelsen for Museet', 'Bestyrelsen for Teatret'] },
  { kind: 'ORGANISATION', names: ['Erhvervsforeningen', 'Idrætssamvirket', 'Turistforeningen'] },
  { kind: 'HEALTH_CLUSTER', names: ['Sundhedsklyngen'] },
];
const PARTIES = [
  ['A', 'Socialdemokratiet', 27],
  ['V', 'Venstre', 22],
  ['C', 'Det Konservative Folkeparti', 14],
  ['F', 'Socialistisk Folkeparti', 9],
  ['Ø', 'Enhedslisten', 7],
  ['B', 'Radikale Venstre', 6],
  ['O', 'Dansk Folkeparti', 5],
  ['I', 'Liberal Alliance', 4],
  ['D', 'Nye Borgerlige', 3],
  ['Å', 'Alternativet', 2],
  ['K', 'Kristendemokraterne', 1],
].map(([letter, name, weight]) => ({ id: `party:${letter.toLowerCase()}`, letter, name, weight }));
const RANKED = ['CHAIR', 'VICE_CHAIR'];

/** The same numbers for the same seed. */
export const randomFrom = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const one = (random, list) => list[Math.floor(random() * list.length)];

const partyOf = (random) => {
  let left = random() * 100;
  return PARTIES.find(({ weight }) => (left -= weight) < 0) ?? PARTIES[0];
};

const DOCUMENTS = TERMS.map((year) => ({ id: `doc:minutes-${year}`, title: `Referater ${year}`, kind: 'minutes', date: `${year + 2}-05-01` }));
const sourceOf = (year) => [`source:minutes-${year}`];
const LATEST = sourceOf(2022);

const municipalitiesOf = () =>
  JSON.parse(readFileSync(new URL('../seeds/denmark/municipalities.json', import.meta.url), 'utf8')).map(({ id, code, name }) => ({
    id,
    code,
    name,
    sources: LATEST,
  }));

const slugOf = (id) => id.slice(id.indexOf(':') + 1);

/** What is printed of a seat of a term: both dates, a year, a day on which it is seen, or that it lasts. */
const datesOf = (random, year, isCurrent) => {
  const draw = random();
  if (draw < 0.7) return { from: `${year}-01-01`, until: `${year + 4}-01-01` };
  if (draw < 0.8) return { from: `${year}`, until: `${year + 4}-01-01` };
  if (draw < 0.9) return { from: `${year}-01-01`, until: `${year + 3}-${random() < 0.5 ? '06' : '11'}` };
  return isCurrent && draw < 0.95
    ? { from: `${year}-01-01`, open: true }
    : { seen: [{ on: `${year + 2}-05-01`, in: `doc:minutes-${year}` }], until: `${year + 4}` };
};

/** Some bodies are no longer there. */
const isDissolved = (at) => at % 30 === 29;

const bodiesOf = (municipality, count, region) => {
  const slug = slugOf(municipality.id);
  const council = {
    id: `body:kommunalbestyrelse-${slug}`,
    kind: 'COUNCIL',
    name: `Kommunalbestyrelsen i ${municipality.name}`,
    existence: { from: '2002-01-01', open: true },
    sources: LATEST,
  };
  const others = Array.from({ length: count - 1 }, (_, at) => {
    const { kind, names } = KINDS[at % KINDS.length];
    const name = names[Math.floor(at / KINDS.length) % names.length];
    const existence = isDissolved(at) ? { from: '2002-01-01', until: '2018-01-01' } : { from: '2002-01-01', open: true };
    return { id: `body:${slug}-${at}`, kind, name: `${name} i ${municipality.name}${at < 12 ? '' : `, afdeling ${at}`}`, existence, sources: LATEST };
  });
  const since = { from: '2002-01-01', open: true, sources: LATEST };
  const relations = [
    { id: `relation:${slug}-lies-in`, kind: 'LIES_IN', subject: municipality.id, object: region.id, ...since },
    { id: `relation:${slug}-governs`, kind: 'GOVERNS', subject: council.id, object: municipality.id, ...since },
    ...others.map(({ id }) => ({ id: `relation:${slugOf(id)}-covers`, kind: 'COVERS', subject: id, object: municipality.id, ...since })),
    ...others
      .filter(({ kind }) => kind === 'COMMITTEE')
      .map(({ id }) => ({ id: `relation:${slugOf(id)}-part-of`, kind: 'PART_OF', subject: id, object: council.id, ...since })),
  ];
  return { bodies: [council, ...others], relations };
};

const peopleOf = (random, municipality, count) => {
  const people = [];
  const affiliations = [];
  for (let at = 0; at < count; at += 1) {
    const middle = random() < 0.3 ? ` ${one(random, MIDDLE)}` : '';
    const last = `${one(random, STEMS)}${one(random, ENDS)}`;
    const first = one(random, FIRST);
    const key = `${slugOf(municipality.id)}-${at}`;
    const id = `person:${key}`;
    people.push({ id, name: `${first}${middle} ${last}`, ...(random() < 0.03 && { aliases: [{ text: `${first[0]}. ${last}` }] }), sources: LATEST });
    affiliations.push({ id: `affiliation:${key}-home`, person: id, with: municipality.id, from: '2002-01-01', open: true, sources: LATEST });
    affiliations.push({ id: `affiliation:${key}-party`, person: id, with: partyOf(random).id, from: '2002-01-01', open: true, sources: LATEST });
  }
  return { people, affiliations };
};

const membershipsOf = (random, bodies, people, perBody) =>
  bodies.flatMap((body, nth) => {
    const isOver = body.existence?.until !== undefined;
    const past = isOver ? TERMS.slice(0, 4) : TERMS.slice(0, 5);
    const current = isOver ? 0 : Math.round(perBody * CURRENT_SHARE);
    return Array.from({ length: perBody }, (_, at) => {
      const isCurrent = at < current;
      const year = isCurrent ? 2022 : past[at % past.length];
      const role = isCurrent ? (RANKED[at] ?? (at % 25 === 24 ? 'SUBSTITUTE' : body.kind === 'COUNCIL' ? 'COUNCILLOR' : 'MEMBER')) : 'MEMBER';
      const person = people[((nth * perBody + at) * 7 + Math.floor(random() * 7)) % people.length].id;
      return { id: `membership:${slugOf(body.id)}-${at}`, person, body: body.id, role, ...datesOf(random, year, isCurrent), sources: sourceOf(year) };
    });
  });

/** How many of `total` fall to one of `parts`. */
const shareOf = (total, parts, at) => Math.floor((total * (at + 1)) / parts) - Math.floor((total * at) / parts);

const bodiesIn = (memberships, parts, at) => Math.max(shareOf(memberships / 50, parts, at), 1);
const peopleIn = (memberships, parts, at) => shareOf(memberships / 2.5, parts, at);

/**
 * A country of so many memberships, made up, as rows of data sets: first what all share, then one municipality after
 * another. People = memberships / 2.5, bodies = memberships / 50; the same number always makes the same country.
 */
export function* country(memberships) {
  const municipalities = municipalitiesOf();
  const regions = ['Nord', 'Midt', 'Syd', 'Sjælland', 'Hovedstaden'].map((name, at) => ({ id: `region:${at}`, name: `Region ${name}`, sources: LATEST }));
  yield {
    documents: DOCUMENTS,
    sources: DOCUMENTS.map(({ id }) => ({ id: id.replace('doc:', 'source:'), document: id, quote: 'Made up.' })),
    regions,
    municipalities,
    parties: PARTIES.map(({ id, letter, name }) => ({ id, name, letters: [{ text: letter, from: '2002-01-01' }], sources: LATEST })),
    memberships: [],
  };
  for (const [at, municipality] of municipalities.entries()) {
    const random = randomFrom(memberships + at);
    const parts = municipalities.length;
    const { bodies, relations } = bodiesOf(municipality, bodiesIn(memberships, parts, at), regions[at % regions.length]);
    const { people, affiliations } = peopleOf(random, municipality, peopleIn(memberships, parts, at));
    yield { people, bodies, relations, affiliations, memberships: membershipsOf(random, bodies, people, 50) };
  }
}

/** What to ask a country of so many memberships for: things that are in it, drawn at random. */
export const drawFrom = (memberships, seed) => {
  const random = randomFrom(seed);
  const municipalities = municipalitiesOf();
  const place = () => {
    const at = Math.floor(random() * municipalities.length);
    return { at, id: municipalities[at].id, slug: slugOf(municipalities[at].id) };
  };
  return {
    day: () => `2024-05-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
    municipality: () => place().id,
    party: () => PARTIES.at(-2 - Math.floor(random() * 3)).id,
    person: () => {
      const { at, slug } = place();
      return `person:${slug}-${Math.floor(random() * peopleIn(memberships, municipalities.length, at))}`;
    },
    body: () => {
      const { at, slug } = place();
      const other = Math.floor(random() * bodiesIn(memberships, municipalities.length, at)) - 1;
      return other < 0 || isDissolved(other) ? `body:kommunalbestyrelse-${slug}` : `body:${slug}-${other}`;
    },
    familyName: () => `${one(random, STEMS)}${one(random, ENDS)}`,
    // A first name and how a family name begins: some few people, whatever the size. Aa folds to a, as many names begin.
    name: () =>
      `${one(random, FIRST)} ${one(
        random,
        STEMS.filter((stem) => stem !== 'Aa'),
      )}${memberships > 100_000 ? one(random, ENDS).slice(0, 2) : ''}`,
  };
};
