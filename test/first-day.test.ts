import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const FIRST = '0001-01-01';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: ['anna', 'bo'].map((id) => ({ id: `person:${id}`, name: id, ...S })),
    municipalities: [
      { id: 'municipality:old', name: 'Old', code: '0101', existence: { until: '2000-01-01' }, ...S },
      { id: 'municipality:new', name: 'New', code: '0102', existence: { from: '2000-01-01', open: true }, ...S },
    ],
    bodies: [
      { id: 'body:board', kind: 'BOARD', name: 'Board', ...S },
      { id: 'body:late', kind: 'BOARD', name: 'Late', existence: { from: '2000-01-01', open: true }, ...S },
    ],
    memberships: [
      { id: 'membership:anna', person: 'person:anna', body: 'body:board', role: 'MEMBER', until: '2022-01-01', ...S },
      { id: 'membership:bo', person: 'person:bo', body: 'body:board', role: 'MEMBER', from: '0001-01-01', until: '2021-01-01', ...S },
    ],
  });
});
afterAll(() => graph.close());

describe('the first day of the calendar', () => {
  test('is a day on which what began nobody knows when may be in force', async () => {
    const answer = await ask(
      graph,
      `{ bodies(asOf: "${FIRST}") { nodes { id } } municipalities(asOf: "${FIRST}") { nodes { id } } body(id: "body:board", asOf: "${FIRST}") { phase members { totalCount } }
         a: node(id: "membership:anna", asOf: "${FIRST}") { ... on Membership { phase certainty } } b: node(id: "membership:bo", asOf: "${FIRST}") { ... on Membership { phase } } }`,
    );
    expect(answer).toEqual({
      bodies: { nodes: [{ id: 'body:board' }] },
      municipalities: { nodes: [{ id: 'municipality:old' }] },
      body: { phase: 'CURRENT', members: { totalCount: 2 } },
      a: { phase: 'CURRENT', certainty: 'POSSIBLE' },
      b: { phase: 'CURRENT' },
    });
  });

  test.each(['body:late', 'municipality:new'])('is before %s', async (id) =>
    expect(await ask(graph, `{ node(id: "${id}", asOf: "${FIRST}") { ... on Board { phase } ... on Municipality { phase } } }`)).toEqual({
      node: { phase: 'UPCOMING' },
    }),
  );

  test('begins the seat counts that are asked from it', async () => {
    const { person } = await ask(graph, `{ person(id: "person:anna") { seatCounts(from: "${FIRST}", until: "2023-01-01") { on certain possible } } }`);
    expect(person.seatCounts).toEqual([
      { on: FIRST, certain: 0, possible: 1 },
      { on: '2021-12-31', certain: 1, possible: 0 },
      { on: '2022-01-01', certain: 0, possible: 0 },
    ]);
  });

  test('counts for those who sit together on it', async () => {
    const { person } = await ask(graph, `{ person(id: "person:anna", asOf: "${FIRST}") { colleagues { nodes { days { min max } } } } }`);
    expect(person.colleagues.nodes).toMatchObject([{ days: { max: 1 } }]);
  });
});
