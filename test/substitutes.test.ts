import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const people = ['member', 'first', 'second', 'party', 'place', 'behind', 'any'];
const seat = (person: string, role: string, appointment?: object) => ({
  id: `membership:${person}`,
  person: `person:${person}`,
  body: 'body:committee',
  role,
  from: '2022-01-01',
  open: true,
  ...(appointment && { appointment }),
  sources: S,
});
const of = (principal: string, rank?: number) => ({ substituteOf: { principal, ...(rank && { rank }), sources: S } });

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'Stedfortrædere.' }],
    people: people.map((name) => ({ id: `person:${name}`, name, sources: S })),
    bodies: [{ id: 'body:committee', kind: 'COMMITTEE', name: 'Udvalg', sources: S }],
    parties: [{ id: 'party:p', name: 'P', sources: S }],
    municipalities: [{ id: 'municipality:by', code: '0999', name: 'By', sources: S }],
    memberships: [
      seat('member', 'MEMBER'),
      seat('first', 'SUBSTITUTE', of('body:committee', 1)),
      seat('second', 'SUBSTITUTE', of('body:committee', 2)),
      seat('party', 'SUBSTITUTE', of('party:p', 1)),
      seat('place', 'SUBSTITUTE', of('municipality:by')),
      seat('behind', 'SUBSTITUTE', { substituteFor: { membership: 'membership:member', rank: 1, sources: S } }),
      seat('any', 'SUBSTITUTE'),
    ],
    'stand-ins': [
      { id: 'stand-in:1', substitute: 'membership:first', holder: 'membership:member', from: '2023-01-01', until: '2023-02-01', sources: S },
      { id: 'stand-in:2', substitute: 'membership:any', holder: 'membership:member', seen: [{ on: '2022-06-21', in: 'doc:1' }], sources: S },
    ],
  });
});
afterAll(() => graph.close());

test('a substitute stands behind one seat, or is in the pool of a list, a place or a body, each with their ranks', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:committee", asOf: "2022-06-21") { members(roles: [SUBSTITUTE]) { nodes { id rank substituteOf { id } substituteFor { id } } } } }',
  );
  const told = Object.fromEntries(
    (body.members.nodes as { id: string; rank: number | null; substituteOf: { id: string } | null; substituteFor: { id: string } | null }[]).map(
      ({ id, rank, substituteOf, substituteFor }) => [id.split(':')[1], [rank, substituteOf?.id ?? null, substituteFor?.id ?? null]],
    ),
  );
  expect(told).toEqual({
    first: [1, 'body:committee', null],
    second: [2, 'body:committee', null],
    party: [1, 'party:p', null],
    place: [null, 'municipality:by', null],
    behind: [1, null, 'membership:member'],
    any: [null, null, null],
  });
});

test('a pool makes nobody a representative of whose it is', async () => {
  const { representations } = await ask(
    graph,
    '{ representations(filter: { where: "body:committee", whom: "party:p", includeSubstitutes: true }, asOf: "2022-06-21") { nodes { person { id } } } }',
  );
  expect(representations.nodes).toEqual([]);
});

test('general substitutes, and who of them sat in, contradict nothing', async () => {
  expect((await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]);
});
