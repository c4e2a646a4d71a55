// Makes the data set seeds/valg-2025 from tables of facts about Denmark: node tools/denmark.js [folder of the tables [folder of the data set]]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actingMayors } from './denmark/acting.js';
import { DOCUMENTS as OF_CHANGES, readChanges } from './denmark/changes.js';
import { readElected } from './denmark/elected.js';
import { partiesOf, passagesOf } from './denmark/lists.js';
import { readMayors } from './denmark/mayors.js';
import { namesakes } from './denmark/namesakes.js';
import { DOCUMENTS as OF_PARTIES, nationalParties } from './denmark/parties.js';
import { joined } from './denmark/people.js';
import { DOCUMENTS as OF_PLACES, placesOf } from './denmark/places.js';
import { councillor, electionsOf, sizesOf, tiesOf } from './denmark/seats.js';
import { groupedBy } from './denmark/tables.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [tables = join(root, '../shared/data/denmark'), folder = join(root, 'seeds/valg-2025')] = process.argv.slice(2);

const DATA_SET = {
  id: 'valg-2025',
  title: 'Who was elected to the municipal and regional councils of Denmark on 18 November 2025, for which lists, and who became mayor',
  date: '2026-02-01',
  terms: 'Facts from public registers and news, with short quotes; no file of theirs is included. See source.md.',
  after: ['denmark', 'sundhed'],
};

/** Other names of a person: the full one, and how others spell it. */
const aliasesOf = ({ name, names, seats }, spelt) => {
  const all = [...names.map((text) => ({ text, sources: [seats[0].source] })), ...spelt.map(({ text, source }) => ({ text, sources: [source] }))];
  return [...groupedBy(all, ({ text }) => text)].filter(([text]) => text !== name).map(([text, [{ sources }]]) => ({ text, sources }));
};

/** A row on a line of its own, so that a change of one is one in the file. */
const written = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

const seats = readElected(tables);
const { rows: localLists, partyOf, partyByLetter } = partiesOf(seats);
const national = nationalParties(tables, seats, partyOf, partyByLetter);
const places = placesOf(tables);
const people = joined(seats, partyOf);
const mayors = readMayors(tables, people);
const acting = actingMayors(tables, people, mayors.memberships);
const spelt = groupedBy(mayors.spelt, ({ person }) => person.id);

const ties = people.flatMap((person) => tiesOf(person, partyOf));
const changes = readChanges(tables, people, partyByLetter, ties);
const added = (word) => changes.flatMap((change) => change.added[word] ?? []);
/** A row with what has been said anew of it since. */
const anew = (row) =>
  changes.filter((change) => change.anew[row.id]).reduce((all, change) => ({ ...all, ...change.anew[row.id], sources: [...all.sources, change.source] }), row);

const words = {
  documents: [...mayors.documents, ...OF_CHANGES, ...OF_PARTIES, ...OF_PLACES],
  sources: [
    ...passagesOf(seats),
    ...mayors.passages,
    ...changes.map(({ passage }) => passage),
    ...national.passages,
    ...places.passages,
    ...acting.map(({ passage }) => passage),
  ],
  regions: places.regions,
  municipalities: places.municipalities,
  relations: places.relations,
  parties: [...national.rows, ...localLists],
  bodies: sizesOf(seats),
  elections: electionsOf(seats, partyOf),
  people: [
    ...people.map((person) => {
      const aliases = aliasesOf(person, spelt.get(person.id) ?? []);
      const identifiers = person.seats.map(({ candidate, source }) => ({ scheme: 'valg.dk', value: candidate, sources: [source] }));
      const sources = [...new Set(person.seats.map(({ source }) => source))];
      return { id: person.id, name: person.name, ...(aliases.length > 0 && { aliases }), identifiers, sources };
    }),
    ...added('people'),
  ],
  merges: namesakes(people),
  memberships: [
    ...people.flatMap(({ id, seats: won }) => won.flatMap((seat) => councillor(id, seat, partyOf))),
    ...mayors.memberships,
    ...added('memberships'),
  ].map(anew),
  affiliations: [...ties, ...added('affiliations')].map(anew),
  'stand-ins': [...added('stand-ins'), ...acting.map(({ row }) => row)],
  leaves: added('leaves'),
};

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'dataset.json'), `${JSON.stringify(DATA_SET, null, 2)}\n`);
for (const [word, rows] of Object.entries(words)) writeFileSync(join(folder, `${word}.json`), written(rows));
