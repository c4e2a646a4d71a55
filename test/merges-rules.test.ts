import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { stateAt, stateOf } from './state.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], sources: S, ...more });
const mayor = (id: string, person: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: 'body:council',
  role: 'MAYOR',
  from: '2022-01-01',
  open: true,
  sources: S,
  ...more,
});
const relation = (kind: string, subject: string) => ({
  id: `relation:${kind.toLowerCase()}`,
  kind,
  subject,
  object: 'municipality:x',
  from: '2000-01-01',
  open: true,
  sources: S,
});

/** Two records of one mayor, who sits in the forum by virtue of the office. */
const world = (...merges: object[]): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'The mayor is a member.' }],
  municipalities: [named('municipality:x', { code: '0001' })],
  people: [named('person:anna'), named('person:a'), named('person:bo')],
  bodies: [named('body:council', { kind: 'COUNCIL' }), named('body:forum', { kind: 'FORUM' })],
  relations: [relation('GOVERNS', 'body:council'), relation('COVERS', 'body:forum')],
  rules: [{ id: 'rule:mayors', sentence: 'The mayor is a member.', body: 'body:forum', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', sources: S }],
  memberships: [mayor('anna', 'anna'), mayor('a', 'a', { from: '2022-03-01' })],
  ...(merges.length > 0 && { merges }),
});
const MERGE = { id: 'merge:a', keep: 'person:anna', gone: 'person:a', sources: S };

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const forum = async (knownAt: string) =>
  (await ask(graph, `{ body(id: "body:forum", asOf: "2023-01-01", knownAt: "${knownAt}") { members { nodes { id person { id } } } } }`)).body.members.nodes;

test('a seat by virtue of an office is that of who holds the office, once, and the other id leads to it', async () => {
  const known: [number, string][] = [];
  const states = [];
  for (const merges of [[], [MERGE], []]) {
    await seedWorld(graph, world(...merges));
    const { at } = await readRevision(graph);
    known.push([at, new Date(at).toISOString()]);
    states.push(await stateOf(graph));
  }
  const [before, merged] = known.map(([, time]) => time) as [string, string];
  expect(await forum(before)).toEqual([
    { id: 'rule:mayors:membership:a', person: { id: 'person:a' } },
    { id: 'rule:mayors:membership:anna', person: { id: 'person:anna' } },
  ]);
  expect(await forum(merged)).toEqual([{ id: 'rule:mayors:membership:anna', person: { id: 'person:anna' } }]);
  const { node } = await ask(graph, `{ node(id: "rule:mayors:membership:a", knownAt: "${merged}") { id } }`);
  expect(node).toEqual({ id: 'rule:mayors:membership:anna' });
  expect(states[2]).toEqual(states[0]);
  for (const [at, [time]] of known.entries()) expect(await stateAt(graph, time)).toEqual(states[at]);
});
