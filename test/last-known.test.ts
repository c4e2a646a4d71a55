import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], sources: S, ...more });
const side = (person: string, to: string | null, dates: object) => ({
  id: `affiliation:${person}-${to ?? 'none'}`,
  person: `person:${person}`,
  ...(to === null ? { independent: true } : { with: `party:${to}` }),
  ...dates,
  sources: S,
});
const seat = (body: string, person: string, dates: object) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  ...dates,
  appointment: { represents: [{ principal: 'party:q', sources: S }] },
  sources: S,
});
const right = (body: string) => ({ id: `seats:${body}`, by: 'party:q', body: `body:${body}`, count: 1, from: '2020-01-01', open: true, sources: S });

const world: World = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sat there.' }],
  people: [
    ...['to-none', 'from-none', 'to-other', 'sooner-none', 'held', 'early'].map((id) => named(`person:${id}`)),
    named('person:dead', { diedOn: '2020-03-01' }),
  ],
  parties: [named('party:q'), named('party:r')],
  bodies: [
    named('body:after-death', { kind: 'BOARD' }),
    named('body:held-before', { kind: 'BOARD' }),
    named('body:not-yet', { kind: 'BOARD', existence: { from: '2021-01-01', open: true } }),
  ],
  affiliations: [
    side('to-none', 'q', { from: '2020-01-01', until: '2022' }),
    side('to-none', null, { from: '2022', until: '2024-01-01' }),
    side('from-none', null, { from: '2020-01-01', until: '2022' }),
    side('from-none', 'q', { from: '2022', until: '2024-01-01' }),
    side('to-other', 'q', { from: '2020-01-01', until: '2022' }),
    side('to-other', 'r', { from: '2022', until: '2024-01-01' }),
    side('sooner-none', 'q', { from: '2020-01-01', until: '2022' }),
    side('sooner-none', null, { from: '2022-03-01', until: '2024-01-01' }),
  ],
  memberships: [
    seat('after-death', 'dead', { from: '2021-01-01', until: '2022-01-01' }),
    seat('held-before', 'dead', { from: '2021-01-01', until: '2022-01-01' }),
    seat('held-before', 'held', { from: '2020-01-01', until: '2020-07-01' }),
    seat('not-yet', 'early', { until: '2020-06-01' }),
  ],
  seats: [right('after-death'), right('held-before'), right('not-yet')],
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world);
});
afterAll(() => graph.close());

describe('whose party is', () => {
  const Q = { id: 'party:q' };
  test.each([
    ['left for none in a year, has none that is surest in it', 'to-none', '2022-06-01', null, 'SEVERAL'],
    ['left for none in a year, has it before', 'to-none', '2021-12-31', Q, 'PARTY'],
    ['left for none in a year, has none after it', 'to-none', '2023-01-01', null, 'INDEPENDENT'],
    ['joined in a year out of none, has none that is surest in it', 'from-none', '2022-06-01', null, 'SEVERAL'],
    ['joined in a year out of none, has it after that', 'from-none', '2023-01-01', Q, 'PARTY'],
    ['left for another in a year, has none that is surest in it', 'to-other', '2022-06-01', null, 'SEVERAL'],
    ['left in a year, and is of none for certain, has none', 'sooner-none', '2022-06-01', null, 'INDEPENDENT'],
  ] as const)('%s', async (_, id, asOf, party, partyStatus) => {
    const { person } = await ask(graph, `{ person(id: "person:${id}", asOf: "${asOf}") { party { id } partyStatus } }`);
    expect(person).toEqual({ party, partyStatus });
  });
});

describe('the last holder of a vacant seat', () => {
  test.each([
    ['is nobody who was dead by then', 'after-death', '2021-06-01', null, null],
    ['is who held it before somebody who was dead by then', 'held-before', '2021-06-01', '2020-07-01', 'membership:held-before-held'],
    ['is nobody whose seat ended before the body was', 'not-yet', '2021-06-01', null, null],
  ])('%s', async (_, body, asOf, since, holder) => {
    const { vacancies } = await ask(graph, `{ vacancies(body: "body:${body}", asOf: "${asOf}") { since lastHolder { id } } }`);
    expect(vacancies).toEqual([{ since, lastHolder: holder && { id: holder } }]);
  });
});
