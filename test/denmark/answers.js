// Answers to questions about Denmark, computed from tables of facts alone: node test/denmark/answers.js <folder of the tables> > test/denmark/answers.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const table = (name) => parse(readFileSync(join(process.argv[2], `${name}.csv`), 'utf8'), { columns: true, bom: true });

const elected = table('elected-2025').map((row) => ({ ...row, name: row.ballot_name.split(', ')[0], regional: row.election === 'RV25' }));
const municipalities = table('municipalities');
const mayors = table('mayors').filter((row) => row.from === '2026-01-01' && row.status !== 'earlier term');
const changes = table('membership-changes');
const health = table('sundhedsraad-members');
const councils = table('sundhedsraad');

const inDanish = (a, b) => a.localeCompare(b, 'da') || (a < b ? -1 : 1);
const sorted = (names) => [...names].sort();
const count = (rows, key) => {
  const found = {};
  for (const row of rows) found[key(row)] = (found[key(row)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
};
const top = (counts) => {
  const most = Math.max(...Object.values(counts));
  return { most, who: sorted(Object.keys(counts).filter((key) => counts[key] === most)) };
};
const of = (area) => elected.filter((row) => row.area === area);
const municipal = elected.filter((row) => !row.regional);
const regional = elected.filter((row) => row.regional);
const letters = (rows) => count(rows, (row) => row.list_letter);
/** How the names of national parties' lists are known from those of local ones under the same letter. */
const NATIONAL = {
  ...{ A: 'socialdemokratiet', B: 'radikale venstre', C: 'konservative', F: 'socialistisk folkeparti', I: 'liberal alliance', K: 'kristendemokraterne' },
  ...{ M: 'moderaterne', O: 'dansk folkeparti', Q: 'frie grønne', S: 'slesvigsk parti', V: 'venstre', Å: 'alternativet', Æ: 'danmarksdemokraterne' },
  Ø: 'enhedslisten',
};
const national = (row) => NATIONAL[row.list_letter] !== undefined && row.list_name.toLowerCase().includes(NATIONAL[row.list_letter]);
const seatsOn = (rows) => {
  const seats = letters(rows.filter(national));
  for (const { kind, date, list_or_party } of changes)
    if (kind === 'party switch' && date === '2025-11') {
      const [from, to] = list_or_party.split(' > ');
      seats[from] -= 1;
      seats[to] += 1;
    }
  return seats;
};
const byCode = (code) => municipalities.find((row) => row.code === code)?.name;
const agreed = [...new Set(mayors.map((row) => row.code))].filter(
  (code) => new Set(mayors.filter((row) => row.code === code).map((row) => row.party_letter)).size === 1,
);
const inBoth = sorted(
  new Set(
    regional.filter((one) => municipal.some((row) => row.full_name === one.full_name && row.list_letter === one.list_letter)).map((row) => row.full_name),
  ),
);
const nordjylland = municipalities.filter((row) => row.region === 'Region Nordjylland').map((row) => row.name);
const replaced = (body) => changes.find((row) => row.body === body && row.date > '2025-11' && row.kind.startsWith('leaves'));
/** The name on the ballot of whom a list names, with all words of that name or of the full one. */
const onBallot = (name, letter) =>
  elected.find((row) => row.list_letter === letter && [row.name, row.full_name].some((one) => name.split(' ').every((word) => one.split(' ').includes(word))))
    ?.name ?? name;
const memberOf = (id) => health.filter((row) => row.council_id === id);

const answers = {
  'mayor-of-soenderborg': mayors.find((row) => row.municipality === 'Sønderborg').name,
  'mayor-of-lolland': health.find((row) => row.role === 'Borgmester' && row.municipality_as_written === 'Lolland').name,
  'mayors-in-health-councils': sorted(new Set(health.filter((row) => row.role === 'Borgmester').map((row) => byCode(row.municipality_code)))),
  'municipality-with-most-seats-in-health-councils': top(
    count(
      health.filter((row) => row.side === 'municipal'),
      (row) => byCode(row.municipality_code),
    ),
  ),
  'seats-by-national-party': seatsOn(elected),
  'seats-in-region-syddanmark': letters(of('Region Syddanmark')),
  'seats-in-region-midtjylland': letters(of('Region Midtjylland')),
  'seats-in-koebenhavn': letters(of('København')),
  'seats-in-aalborg': letters(of('Aalborg')),
  'seats-in-odense': letters(of('Odense')),
  'people-in-both-kinds-of-council': inBoth.length,
  'largest-council': top(count(municipal, (row) => row.area)),
  'seats-of-each-council': count(municipal, (row) => row.area),
  'seats-of-each-regional-council': count(regional, (row) => row.area),
  'councillors-of-slesvigsk-parti': sorted(elected.filter((row) => row.list_name === 'Slesvigsk Parti').map((row) => row.name)),
  'councillors-of-alternativet': sorted(elected.filter((row) => row.list_letter === 'Å').map((row) => `${row.name}, ${row.area}`)),
  'councillors-of-laesoe': of('Læsø')
    .map((row) => row.name)
    .sort(inDanish),
  'councils-of-moderaterne': sorted(new Set(elected.filter((row) => row.list_letter === 'M').map((row) => row.area))),
  'local-lists-in-egedal': sorted(
    new Set(
      of('Egedal')
        .filter((row) => !national(row))
        .map((row) => row.list_name),
    ),
  ),
  'local-lists': new Set(elected.filter((row) => !national(row)).map((row) => row.list_id)).size,
  'list-l-in-ishoej': of('Ishøj').find((row) => row.list_letter === 'L').list_name,
  'list-q-in-randers': of('Randers').find((row) => row.list_letter === 'Q').list_name,
  'mayors-by-party': count(
    agreed.map((code) => mayors.find((row) => row.code === code)),
    (row) => row.party_letter,
  ),
  'two-mayors-announced': sorted(new Set(mayors.filter((row) => !agreed.includes(row.code)).map((row) => row.municipality))),
  'who-took-the-seat-in-morsoe': replaced('Morsø').person_in,
  'who-took-the-seat-in-gribskov': replaced('Gribskov').person_in,
  'stand-in-in-ishoej': changes.find((row) => row.kind === 'temporary substitute').person_in,
  'party-of-ulla-soerensen': changes.find((row) => row.person_out_or_subject === 'Ulla Sørensen').list_or_party.split(' > '),
  'seats-in-region-nordjylland': elected.filter((row) => row.area === 'Region Nordjylland' || nordjylland.includes(row.area)).length,
  'councils-of-jesper-larsen': sorted(elected.filter((row) => row.full_name === 'Jesper Larsen').map((row) => row.area)),
  'chairs-of-health-councils': Object.fromEntries(councils.map((row) => [row.name, onBallot(row.chair, row.chair_party)])),
  'members-of-the-health-council-fyn': memberOf('fyn').length,
  'region-oestdanmark-in-2027': letters(of('Region Østdanmark')),
  'spelt-jacob-spliid': elected.find((row) => row.candidate_id === mayors.find((one) => one.municipality === 'Sorø' && one.candidate_id).candidate_id).name,
};
process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
