// Questions about all of Denmark; test/denmark/answers.js computes the answers from tables of facts, and knows nothing of this project.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { grouped } from '../src/record/grouped.js';
import { ask, denmarkGraph } from './world.js';

const answers = JSON.parse(readFileSync('test/denmark/answers.json', 'utf8')) as Record<string, unknown>;

/** The first day of the term. */
const DAY = 'asOf: "2026-01-01"';

/* eslint-disable @typescript-eslint/no-explicit-any -- JSON of any shape */
type Data = any;
type Question = [query: string, answer: (data: Data) => unknown];

const nodes = (data: Data): Data[] => data.nodes as Data[];
const council = (id: string, fields: string, lens = DAY): string => `{ body(id: "body:${id}", ${lens}) { ${fields} } }`;
const byLetter = (rows: Data[], of: (row: Data) => number): Record<string, number> =>
  Object.fromEntries(
    rows
      .filter(({ keys }) => keys[0].thing?.letter)
      .map((row) => [row.keys[0].thing.letter, of(row)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
/** How many seats each party has in a council. */
const seatsIn = (id: string): Question => [
  `{ counts(filter: { bodies: ["body:${id}"], roles: [COUNCILLOR] }, by: [PARTY], ${DAY}) { keys { thing { ... on Party { letter } } } memberships { min } } }`,
  ({ counts }) => byLetter(counts, ({ memberships }) => memberships.min),
];
const sizes = (kind: string): Question => [
  `{ elections(first: 200, asOf: "2027-01-01") { nodes { body { ... on Council { governs { __typename name } } } results { seats } } } }`,
  ({ elections }) =>
    Object.fromEntries(
      nodes(elections)
        .map(({ body, results }) => [body.governs, results.reduce((sum: number, { seats }: Data) => sum + seats, 0)])
        .filter(([place]) => place.__typename === kind)
        .map(([place, seats]) => [place.name, seats] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
];
const ofParty = (party: string): string =>
  `{ representations(filter: { ofParty: "party:${party}", roles: [COUNCILLOR] }, ${DAY}, first: 100) { nodes { person { name } membership { role body { ... on Council { governs { name } } } } } } }`;
const councillors = ({ representations }: Data): Data[] => nodes(representations).filter(({ membership }) => membership.role === 'COUNCILLOR');
const replacing = (id: string, holder: string): Question => [
  council(id, 'members { nodes { person { name } appointment { replaces { person { name } } } } }', 'asOf: "2026-02-01"'),
  ({ body }) => nodes(body.members).find(({ appointment }) => appointment?.replaces?.person.name === holder)?.person.name,
];
const namesOf = (members: Data): string[] => nodes(members).map(({ person }) => person.name);
const HEALTH = '{ bodies(filter: { kinds: [COMMITTEE], name: "sundhedsråd" }, first: 100, asOf: "2026-04-28")';

const questions: Record<string, Question> = {
  'mayor-of-soenderborg': [
    '{ municipality(code: "0540") { council { members(roles: [MAYOR]) { nodes { person { name } } } } } }',
    ({ municipality }) => namesOf(municipality.council.members).join(),
  ],
  'mayor-of-lolland': [
    council('kommunalbestyrelse-lolland', 'members(roles: [MAYOR]) { nodes { person { name } } }', 'asOf: "2026-04-28"'),
    ({ body }) => namesOf(body.members).join(),
  ],
  'mayors-in-health-councils': [
    `${HEALTH} { nodes { members(first: 100, includeSubstitutes: true) { nodes { person { memberships(roles: [MAYOR]) { nodes { certainty body { governs { name } } } } } } } } } }`,
    ({ bodies }) =>
      [
        ...new Set(
          nodes(bodies)
            .flatMap(({ members }) => nodes(members))
            .flatMap(({ person }) => nodes(person.memberships))
            .flatMap(({ certainty, body }) => (certainty === 'CERTAIN' ? [body.governs.name] : [])),
        ),
      ].sort(),
  ],
  'municipality-with-most-seats-in-health-councils': [
    `${HEALTH} { nodes { members(first: 100, includeSubstitutes: true) { nodes { appointment { represents { __typename name } } } } } } }`,
    ({ bodies }) => {
      const seats = nodes(bodies)
        .flatMap(({ members }) => nodes(members))
        .flatMap(({ appointment }) => (appointment?.represents ?? []) as Data[])
        .filter(({ __typename }) => __typename === 'Municipality');
      const all = [...grouped(seats, ({ name }: Data) => name as string)].map(([name, some]) => [name, some.length] as const);
      const most = Math.max(...all.map(([, count]) => count));
      return { most, who: all.flatMap(([name, count]) => (count === most ? [name] : [])).sort() };
    },
  ],
  'seats-by-national-party': [
    `{ counts(filter: { kinds: [COUNCIL], roles: [COUNCILLOR] }, by: [PARTY], ${DAY}) { keys { thing { ... on Party { letter scope } } } memberships { min } } }`,
    ({ counts }) =>
      byLetter(
        (counts as Data[]).filter(({ keys }) => keys[0].thing?.scope === 'NATIONAL'),
        ({ memberships }) => memberships.min,
      ),
  ],
  'seats-in-region-syddanmark': seatsIn('regionsraadet-syddanmark'),
  'seats-in-region-midtjylland': seatsIn('regionsraadet-midtjylland'),
  'seats-in-koebenhavn': seatsIn('kommunalbestyrelse-koebenhavn'),
  'seats-in-aalborg': seatsIn('kommunalbestyrelse-aalborg'),
  'seats-in-odense': seatsIn('kommunalbestyrelse-odense'),
  'region-oestdanmark-in-2027': [
    '{ counts(filter: { bodies: ["body:regionsraadet-oestdanmark"], roles: [COUNCILLOR] }, by: [PARTY], asOf: "2027-01-01") { keys { thing { ... on Party { letter } } } people { lastKnown } } }',
    ({ counts }) => byLetter(counts, ({ people }) => people.lastKnown),
  ],
  'people-in-both-kinds-of-council': [
    `{ counts(filter: { kinds: [COUNCIL], roles: [COUNCILLOR] }, by: [PERSON], first: 5000, ${DAY}) { memberships { min } } }`,
    ({ counts }) => (counts as Data[]).filter(({ memberships }) => memberships.min > 1).length,
  ],
  'largest-council': [
    `{ counts(filter: { kinds: [COUNCIL], roles: [COUNCILLOR] }, by: [BODY], first: 2, ${DAY}) { keys { thing { ... on Council { governs { name } } } } memberships { min } } }`,
    ({ counts: [{ keys, memberships }] }) => ({ most: memberships.min, who: [keys[0].thing.governs.name] }),
  ],
  'seats-of-each-council': sizes('Municipality'),
  'seats-of-each-regional-council': sizes('Region'),
  'councillors-of-slesvigsk-parti': [
    ofParty('slesvigsk-parti'),
    (data) =>
      councillors(data)
        .map(({ person }) => person.name)
        .sort(),
  ],
  'councillors-of-alternativet': [
    ofParty('alternativet'),
    (data) =>
      councillors(data)
        .map(({ person, membership }) => `${person.name}, ${membership.body.governs.name}`)
        .sort(),
  ],
  'councillors-of-laesoe': [
    council('kommunalbestyrelse-laesoe', 'members(roles: [COUNCILLOR]) { nodes { person { name } } }'),
    ({ body }) => namesOf(body.members),
  ],
  'councils-of-moderaterne': [
    `{ elections(first: 200, asOf: "2027-01-01") { nodes { body { ... on Council { governs { name } } } results { list { id } } } } }`,
    ({ elections }) =>
      nodes(elections)
        .filter(({ results }) => results.some(({ list }: Data) => list.id === 'party:moderaterne'))
        .map(({ body }) => body.governs.name)
        .sort(),
  ],
  'local-lists-in-egedal': [
    council('kommunalbestyrelse-egedal', 'elections { results { list { name scope } } }'),
    ({ body }) =>
      body.elections[0].results
        .map(({ list }: Data) => list)
        .filter(({ scope }: Data) => scope === 'LOCAL')
        .map(({ name }: Data) => name)
        .sort(),
  ],
  'local-lists': [
    `{ counts(filter: { kinds: [COUNCIL] }, by: [PARTY], ${DAY}) { keys { thing { ... on Party { scope } } } } }`,
    ({ counts }) => (counts as Data[]).filter(({ keys }) => keys[0].thing?.scope === 'LOCAL').length,
  ],
  'list-l-in-ishoej': [`{ party(letter: "L", municipality: "municipality:ishoej", ${DAY}) { name } }`, ({ party }) => party.name],
  'list-q-in-randers': [`{ party(letter: "Q", municipality: "municipality:randers", ${DAY}) { name } }`, ({ party }) => party.name],
  'mayors-by-party': [
    `{ counts(filter: { kinds: [COUNCIL], roles: [MAYOR] }, by: [PARTY], ${DAY}) { keys { thing { ... on Party { letter } } } people { min } } }`,
    ({ counts }) =>
      byLetter(
        (counts as Data[]).filter(({ people }) => people.min > 0),
        ({ people }) => people.min,
      ),
  ],
  'two-mayors-announced': [
    `{ bodies(filter: { kinds: [COUNCIL] }, first: 200, ${DAY}) { nodes { ... on Council { governs { name } } members(roles: [MAYOR]) { totalCount } } } }`,
    ({ bodies }) =>
      nodes(bodies)
        .filter(({ members }) => members.totalCount > 1)
        .map(({ governs }) => governs.name)
        .sort(),
  ],
  'who-took-the-seat-in-morsoe': replacing('kommunalbestyrelse-morsoe', 'Hans Ejner Bertelsen'),
  'who-took-the-seat-in-gribskov': replacing('kommunalbestyrelse-gribskov', 'Pernille Søndergaard'),
  'stand-in-in-ishoej': [
    '{ body(id: "body:kommunalbestyrelse-ishoej", asOf: "2026-02-15") { members(includeSubstitutes: true, roles: [SUBSTITUTE]) { nodes { person { name } } } } }',
    ({ body }) => namesOf(body.members).join(),
  ],
  'party-of-ulla-soerensen': [
    '{ person(id: "person:ulla-soerensen") { affiliations(all: true) { from with { ... on Party { letter } } } } }',
    ({ person }) => person.affiliations.sort((a: Data, b: Data) => (a.from < b.from ? 1 : -1)).map(({ with: party }: Data) => party.letter),
  ],
  'seats-in-region-nordjylland': [
    `{ counts(filter: { region: "region:nordjylland", kinds: [COUNCIL], roles: [COUNCILLOR] }, by: [ROLE], ${DAY}) { memberships { min } } }`,
    ({ counts: [{ memberships }] }) => memberships.min,
  ],
  'councils-of-jesper-larsen': [
    `{ people(filter: { name: "Jesper Larsen" }, ${DAY}) { nodes { name memberships(roles: [COUNCILLOR]) { nodes { body { governs { name } } } } } } }`,
    ({ people }) =>
      nodes(people)
        .filter(({ name }) => name === 'Jesper Larsen')
        .flatMap(({ memberships }) => nodes(memberships).map(({ body }) => body.governs.name))
        .sort(),
  ],
  'chairs-of-health-councils': [
    `${HEALTH} { nodes { name members(roles: [CHAIR]) { nodes { person { name } } } } } }`,
    ({ bodies }) => Object.fromEntries(nodes(bodies).map(({ name, members }) => [name, namesOf(members).join()])),
  ],
  'members-of-the-health-council-fyn': [
    '{ body(id: "body:sundhedsraad-fyn", asOf: "2026-04-28") { members(first: 50) { totalCount } } }',
    ({ body }) => body.members.totalCount,
  ],
  'spelt-jacob-spliid': ['{ search(text: "Jacob Spliid", types: [PERSON]) { matched node { ... on Person { name } } } }', ({ search: [hit] }) => hit.node.name],
};

let graph: Graph;
beforeAll(async () => {
  graph = await denmarkGraph();
}, 300_000);
afterAll(() => graph.close());

test('each answer has its question', () => expect(Object.keys(questions).sort()).toEqual(Object.keys(answers).sort()));

test.each(Object.entries(questions))('%s', async (id, [query, answerOf]) => {
  expect(answerOf(await ask(graph, query))).toEqual(answers[id]);
});
