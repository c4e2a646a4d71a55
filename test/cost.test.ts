import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { queriesOf, seedWorld, seededGraph, emptyGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

const MEMBERS = `members(first: 500) { nodes { role certainty person { name party { name letter } municipalities { name }
  memberships { nodes { role body { name kind } } } } } }`;

const OPERATIONS: readonly (readonly [title: string, query: string, ran: readonly string[]])[] = [
  ['a thing by its id', '{ person(id: "person:mads-skau") { name aliases } }', ['people/by-ids']],
  [
    'a body with its members, their parties, home municipalities and other seats',
    `{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { name ${MEMBERS} } }`,
    ['affiliations/by-person-ids', 'bodies/by-ids', 'memberships/by-body-ids', 'memberships/by-person-ids', 'places/homes-by-person-ids'],
  ],
  [
    "a person's seats, whom they represent and who says so",
    '{ person(id: "person:mads-skau", asOf: "2022-06-21") { memberships { nodes { body { name } represents { name } appointedBy { name } sources { quote } } } } }',
    ['appointments/ties-by-ids', 'documents/sources-by-ids', 'memberships/by-person-ids', 'people/by-ids'],
  ],
  [
    'who represents a principal in a body',
    '{ representations(filter: { where: "body:sydtrafik", whom: "body:kkr-syddanmark" }, asOf: "2022-06-21") { nodes { person { name } how basis } } }',
    ['affiliations/by-person-ids', 'appointments/ties-by-ids', 'memberships/by-body-ids', 'places/homes-by-person-ids'],
  ],
  ['a page of bodies', '{ bodies(first: 10, filter: { kinds: [COUNCIL] }, asOf: "2022-06-21") { nodes { name phase } } }', ['bodies/list']],
];

test.each(OPERATIONS)('%s asks only for what it needs', async (_, query, ran) => {
  expect(await queriesOf(graph, query)).toEqual(ran);
});

test('the number of members changes nothing', async () => {
  const large = await emptyGraph();
  const S = ['source:1'];
  const ids = Array.from({ length: 300 }, (_, at) => `p${at}`);
  await seedWorld(large, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'All.' }],
    parties: [{ id: 'party:a', name: 'A', sources: S }],
    people: ids.map((id) => ({ id: `person:${id}`, name: id, sources: S })),
    bodies: [{ id: 'body:kkr-syddanmark', kind: 'FORUM', name: 'Forum', sources: S }, { id: 'body:other', kind: 'BOARD', name: 'Other', sources: S }],
    affiliations: ids.map((id) => ({ id: `affiliation:${id}`, person: `person:${id}`, with: 'party:a', from: '2020', sources: S })),
    memberships: ids.flatMap((id) => ['kkr-syddanmark', 'other'].map((body) => ({ id: `membership:${body}-${id}`, person: `person:${id}`, body: `body:${body}`, role: 'MEMBER', from: '2020', sources: S }))),
  });
  expect(await queriesOf(large, OPERATIONS[1]?.[1] ?? '')).toEqual(OPERATIONS[1]?.[2]);
  await large.close();
});
