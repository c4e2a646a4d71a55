import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const says = { sources: ['source:list'] };
const seen = (on: string) => ({ seen: [{ on, in: 'doc:list' }], ...says });

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:list', title: 'A list', kind: 'list', date: '2022-06-21' }],
    sources: [{ id: 'source:list', document: 'doc:list', lines: [1, 1], quote: 'Anna and Bo' }],
    municipalities: [{ id: 'municipality:north', code: '0901', name: 'North', ...says }],
    parties: [{ id: 'party:green', name: 'Green', ...says }],
    people: [
      { id: 'person:anna', name: 'Anna', ...says },
      { id: 'person:bo', name: 'Bo', ...says },
    ],
    bodies: [
      { id: 'body:board', kind: 'BOARD', name: 'Board', ...says },
      { id: 'body:club', kind: 'ORGANISATION', name: 'Club', ...says },
      { id: 'body:guild', kind: 'ORGANISATION', name: 'Guild', ...says },
    ],
    affiliations: [
      { id: 'affiliation:anna-green', person: 'person:anna', with: 'party:green', ...seen('2022-06-20') },
      { id: 'affiliation:bo-green', person: 'person:bo', with: 'party:green', ...seen('2022-06-21') },
      { id: 'affiliation:anna-north', person: 'person:anna', with: 'municipality:north', ...seen('2022-06-20') },
      { id: 'affiliation:bo-north', person: 'person:bo', with: 'municipality:north', ...seen('2022-06-21') },
    ],
    seats: [
      { id: 'seats:a', body: 'body:board', by: 'body:club', count: 1, ...seen('2022-06-20') },
      { id: 'seats:b', body: 'body:board', by: 'body:guild', count: 2, ...seen('2022-06-21') },
    ],
    relations: [
      { id: 'relation:a', kind: 'SUCCEEDS', subject: 'body:board', object: 'body:club', ...seen('2022-06-20') },
      { id: 'relation:b', kind: 'SUCCEEDS', subject: 'body:board', object: 'body:guild', ...seen('2022-06-21') },
    ],
  });
});
afterAll(() => graph.close());

const names = (rows: { name: string }[]): string[] => rows.map(({ name }) => name);

test('who belongs to a party or municipality for certain comes before who may', async () => {
  for (const field of [
    'party(id: "party:green", asOf: "2022-06-21") { people: members',
    'municipality(id: "municipality:north", asOf: "2022-06-21") { people',
  ]) {
    const { thing } = await ask(graph, `{ thing: ${field} { nodes { name } } } }`);
    expect(names(thing.people.nodes)).toEqual(['Bo', 'Anna']);
  }
});

test('pages of people go on from the certain to the possible ones', async () => {
  const page = async (after: string | null): Promise<{ nodes: { name: string }[]; pageInfo: { endCursor: string } }> =>
    (
      await ask(
        graph,
        'query ($after: String) { party(id: "party:green", asOf: "2022-06-21") { members(first: 1, after: $after) { nodes { name } pageInfo { endCursor } } } }',
        { after },
      )
    ).party.members;
  const first = await page(null);
  expect(names(first.nodes)).toEqual(['Bo']);
  expect(names((await page(first.pageInfo.endCursor)).nodes)).toEqual(['Anna']);
});

test('certain seats and predecessors come before possible ones', async () => {
  const { body } = await ask(graph, '{ body(id: "body:board", asOf: "2022-06-21") { seats { by { name } } predecessors { predecessor { name } } } }');
  expect(names(body.seats.map(({ by }: { by: object }) => by))).toEqual(['Guild', 'Club']);
  expect(names(body.predecessors.map(({ predecessor }: { predecessor: object }) => predecessor))).toEqual(['Guild', 'Club']);
});
