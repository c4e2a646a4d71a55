import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, queriesOf, seedWorld, seededGraph, emptyGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

interface Listed {
  id: string;
  counted: { totalCount: number; peopleCount: number };
  listed: { nodes: { person: { id: string } }[] };
}

const MEMBERS = `members(first: 500) { nodes { role certainty person { name party { name letter } municipalities { name }
  memberships { nodes { role body { name kind } } } } } }`;

const OPERATIONS: readonly (readonly [title: string, query: string, ran: readonly string[]])[] = [
  ['a thing by its id', '{ person(id: "person:mads-skau") { name aliases } }', ['people/by-ids']],
  [
    'a body with its members, their parties, home municipalities and other seats',
    `{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { name ${MEMBERS} } }`,
    ['affiliations/parties-by-person-ids', 'bodies/with-seats', 'places/homes-by-person-ids', 'places/municipalities-by-ids'],
  ],
  [
    'a body with its members and their parties',
    '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { name members { nodes { role person { name party { name letter } } } } } }',
    ['bodies/with-parties'],
  ],
  [
    "a person's seats, whom they represent and who says so",
    '{ person(id: "person:mads-skau", asOf: "2022-06-21") { memberships { nodes { body { name } represents { name } appointedBy { name } sources { quote } } } } }',
    ['appointments/ties-by-ids', 'documents/sources-by-ids', 'memberships/also-declined-by-ids', 'people/with-seats'],
  ],
  [
    'who represents a principal in a body',
    '{ representations(filter: { where: "body:sydtrafik", whom: "body:kkr-syddanmark" }, asOf: "2022-06-21") { nodes { person { name } how basis } } }',
    ['affiliations/parties-by-person-ids', 'appointments/ties-by-ids', 'bodies/by-ids', 'memberships/by-body-ids', 'places/homes-by-person-ids'],
  ],
  [
    'a page of bodies with the number of their members',
    '{ bodies(first: 10, asOf: "2022-06-21") { nodes { name members { totalCount peopleCount } } } }',
    ['bodies/list', 'memberships/counts-by-body-ids'],
  ],
  [
    'the first people of a municipality',
    '{ municipality(id: "municipality:haderslev", asOf: "2022-06-21") { people(first: 2) { nodes { name } } } }',
    ['people/first-of-principals', 'places/municipalities-by-ids'],
  ],
  [
    'who of a party from a municipality sits where',
    `{ representations(filter: { fromMunicipality: "municipality:middelfart", ofParty: "party:nye-borgerlige", how: [BELONGS_TO] }, asOf: "2022-06-21") {
      nodes { person { name } body { name } } } }`,
    ['parties/by-ids', 'people/of-party-in', 'places/municipalities-by-ids'],
  ],
  [
    'the members of 105 councils by party, in batches,',
    '{ counts(filter: { kinds: [COUNCIL] }, by: [PARTY], asOf: "2022-06-21") { keys { thing { id } } people { min max } } }',
    [
      ...Array.from({ length: 5 }, () => 'composition/alternatives'),
      'counts/body-ids',
      'counts/parties',
      'counts/parties',
      'documents/complete-by-body-ids',
      'documents/complete-by-body-ids',
      'parties/by-ids',
      'registers/by-body-ids',
      'registers/by-body-ids',
    ],
  ],
  [
    'the people of two bodies by role and party',
    '{ counts(filter: { bodies: ["body:kkr-syddanmark", "body:sydtrafik"] }, by: [ROLE, PARTY], asOf: "2022-06-21") { keys { value } people { min max } } }',
    ['bodies/by-ids', 'composition/alternatives', 'counts/parties', 'documents/complete-by-body-ids', 'registers/by-body-ids'],
  ],
  [
    'the people of two bodies by their homes',
    `{ counts(filter: { bodies: ["body:kkr-syddanmark", "body:sydtrafik"] }, by: [MUNICIPALITY], asOf: "2022-06-21") {
      keys { thing { ... on Municipality { name } } } people { min max } } }`,
    ['bodies/by-ids', 'composition/alternatives', 'counts/homes', 'documents/complete-by-body-ids', 'registers/by-body-ids'],
  ],
  [
    'the people of a party by their homes and bodies',
    `{ counts(filter: { ofParty: "party:nye-borgerlige" }, by: [MUNICIPALITY, BODY], asOf: "2022-06-21") {
      keys { thing { ... on Municipality { name } } } people { min max } } }`,
    [
      'bodies/by-ids',
      'composition/alternatives',
      'counts/body-ids',
      'counts/homes',
      'counts/people-of-party',
      'documents/complete-by-body-ids',
      'parties/by-ids',
      'registers/by-body-ids',
    ],
  ],
  ['a page of bodies', '{ bodies(first: 10, filter: { kinds: [COUNCIL] }, asOf: "2022-06-21") { nodes { name phase } } }', ['bodies/list']],
];

test.each(OPERATIONS)('%s asks only for what it needs', async (_, query, ran) => {
  expect(await queriesOf(graph, query)).toEqual(ran);
});

test('what is counted in the graph is what is listed', async () => {
  const args = [
    '',
    '(includeSubstitutes: true)',
    '(roles: [SUBSTITUTE])',
    '(all: true)',
    '(roles: [CHAIR, VICE_CHAIR], all: true)',
    '(during: { from: "2022-01-01", until: "2023-01-01" })',
  ];
  for (const one of args) {
    const open = one ? `${one.slice(0, -1)}, first: 500)` : '(first: 500)';
    const { bodies } = await ask(
      graph,
      `{ bodies(first: 500, all: true, asOf: "2022-06-21") { nodes { id counted: members${one} { totalCount peopleCount } listed: members${open} { nodes { person { id } } } } } }`,
    );
    const counted = bodies.nodes.map(({ id, counted: { totalCount, peopleCount } }: Listed) => [id, totalCount, peopleCount]);
    const listed = bodies.nodes.map(({ id, listed: { nodes } }: Listed) => [id, nodes.length, new Set(nodes.map(({ person }) => person.id)).size]);
    expect(counted).toEqual(listed);
  }
});

test('the pages of the people of a municipality are those whom a filter finds', async () => {
  const { municipalities } = await ask(
    graph,
    '{ municipalities(first: 500, asOf: "2022-06-21") { nodes { id people(first: 500) { totalCount nodes { id } } first: people(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } } } }',
  );
  let found = 0;
  for (const { id, people, first } of municipalities.nodes) {
    const ids = people.nodes.map((one: { id: string }) => one.id);
    const filtered = await ask(graph, `{ people(first: 500, filter: { municipality: "${id}" }, asOf: "2022-06-21") { nodes { id } } }`);
    expect([...ids].sort()).toEqual(filtered.people.nodes.map((one: { id: string }) => one.id).sort());
    expect([people.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([ids.length, Math.min(ids.length, 1), ids.length > 1]);
    found += ids.length;
    if (ids.length < 2) continue;
    // Pages after the first are found in another way, in the same order.
    const next = await ask(
      graph,
      `{ municipality(id: "${id}", asOf: "2022-06-21") { people(first: 500, after: "${first.pageInfo.endCursor}") { nodes { id } } } }`,
    );
    expect(next.municipality.people.nodes.map((one: { id: string }) => one.id)).toEqual(ids.slice(1));
  }
  expect(found).toBeGreaterThan(10);
});

test('the number of members changes nothing but how many hundreds are asked for', async () => {
  const large = await emptyGraph();
  const S = ['source:1'];
  const ids = Array.from({ length: 300 }, (_, at) => `p${at}`);
  await seedWorld(large, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'All.' }],
    parties: [{ id: 'party:a', name: 'A', sources: S }],
    municipalities: [{ id: 'municipality:a', code: '0101', name: 'A', sources: S }],
    people: ids.map((id) => ({ id: `person:${id}`, name: id, sources: S })),
    bodies: [
      { id: 'body:kkr-syddanmark', kind: 'FORUM', name: 'Forum', sources: S },
      { id: 'body:other', kind: 'BOARD', name: 'Other', sources: S },
    ],
    affiliations: ids.flatMap((id) =>
      ['party', 'municipality'].map((kind) => ({ id: `affiliation:${kind}-${id}`, person: `person:${id}`, with: `${kind}:a`, from: '2020', sources: S })),
    ),
    memberships: ids.flatMap((id) =>
      ['kkr-syddanmark', 'other'].map((body) => ({
        id: `membership:${body}-${id}`,
        person: `person:${id}`,
        body: `body:${body}`,
        role: 'MEMBER',
        from: '2020',
        sources: S,
      })),
    ),
  });
  const ran = await queriesOf(large, OPERATIONS[1]?.[1] ?? '');
  expect([...new Set(ran)]).toEqual(OPERATIONS[1]?.[2]);
  const times = ran.map((name) => ran.filter((one) => one === name).length);
  expect(Math.max(...times)).toBe(ids.length / 100);
  await large.close();
});
