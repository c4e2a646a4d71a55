import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const ALWAYS = { from: '2000-01-01', open: true, ...S };
const named = (id: string, more: object = {}) => ({ id, name: id.slice(id.indexOf(':') + 1), ...more, ...S });
const UNTIL_2020 = { from: '2019', until: '2020', ...S };
const seat = (body: string, person: string, role: string, dates: object = ALWAYS) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role,
  ...dates,
});
const tie = (person: string, to: string) => ({ id: `affiliation:${person}-${to.replace(':', '-')}`, person: `person:${person}`, with: to, ...ALWAYS });

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  // Two bodies of which every member is named: of bo nobody says the party, of cat nobody says the home.
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    parties: [named('party:a'), named('party:b')],
    municipalities: [named('municipality:m', { code: '0101' }), named('municipality:n', { code: '0103' })],
    bodies: [named('body:first', { kind: 'BOARD' }), named('body:second', { kind: 'FORUM' })],
    people: ['ann', 'bo', 'cat', 'dan'].map((one) => named(`person:${one}`)),
    memberships: [seat('first', 'ann', 'CHAIR'), seat('first', 'bo', 'MEMBER'), seat('second', 'cat', 'MEMBER'), seat('second', 'dan', 'MEMBER')],
    affiliations: [
      tie('ann', 'party:a'),
      tie('cat', 'party:a'),
      tie('dan', 'party:b'),
      tie('ann', 'municipality:m'),
      tie('bo', 'municipality:m'),
      tie('dan', 'municipality:n'),
    ],
    registers: ['first', 'second'].map((one) => ({ id: `register:${one}`, body: `body:${one}`, by: 'world', from: '2000-01-01', ...S })),
  });
});
afterAll(() => graph.close());

test.each([
  ['of a body', '{ bodies: ["body:first"] }', 'PARTY', { 'party:a': true, '': true }],
  ['in each body by itself', '{}', 'BODY, PARTY', { 'first party:a': true, 'first ': true, 'second party:a': false, 'second party:b': false }],
  ['in the role that they have', '{}', 'ROLE, PARTY', { 'CHAIR party:a': false, 'MEMBER party:a': true, 'MEMBER party:b': true, 'MEMBER ': true }],
  ['of people, each of whom is told apart', '{}', 'PERSON, PARTY', { 'ann party:a': false, 'bo ': true, 'cat party:a': false, 'dan party:b': false }],
  ['where a filter names the party', '{ ofParty: "party:a" }', 'ROLE', { CHAIR: false, MEMBER: true }],
  ['and a body in which all are of one', '{ ofParty: "party:a", bodies: ["body:second"] }', 'ROLE', { MEMBER: false }],
  ['or in bodies', '{ ofParty: "party:a" }', 'BODY', { first: true, second: false }],
  ['also in a body in which nobody is known to be of it', '{ ofParty: "party:b" }', 'ROLE', { MEMBER: true }],
  ['also where it is whom one stands for', '{ whom: "party:b" }', 'ROLE', { MEMBER: true }],
  ['of homes', '{}', 'MUNICIPALITY', { 'municipality:m': true, 'municipality:n': true, '': true }],
  ['where a filter names the home', '{ fromMunicipality: "municipality:m" }', 'ROLE', { CHAIR: false, MEMBER: true }],
  ['or the body too', '{ fromMunicipality: "municipality:m", bodies: ["body:first"] }', 'ROLE', { CHAIR: false, MEMBER: false }],
  ['also where it is whom one stands for', '{ whom: "municipality:n" }', 'BODY', { second: true }],
])('a count is open while somebody may be among it of whom nobody says so: %s, %s by %s', async (_, filter, by, expected) => {
  const { counts } = await ask(
    graph,
    `{ counts(filter: ${filter}, by: [${by}], asOf: "2020-01-01") { keys { thing { id } value } people { open } memberships { open } } }`,
  );
  const rows = counts as { keys: { thing: { id: string } | null; value: string | null }[]; people: { open: boolean }; memberships: { open: boolean } }[];
  const textOf = (id: string): string => id.replace(/^(body|person):/, '');
  const found = (of: 'people' | 'memberships') =>
    Object.fromEntries(rows.map((row) => [row.keys.map(({ thing, value }) => textOf(thing?.id ?? value ?? '')).join(' '), row[of].open]));
  expect(found('people')).toEqual(expected);
  expect(found('memberships')).toEqual(expected);
});

test.each([
  ['is on leave', false, [{ id: 'leave:dan', membership: 'membership:second-dan', ...ALWAYS }]],
  ['sits', true, []],
])('by party a count of a body that is closed is open while somebody of no known party %s: %s', async (_, expected, leaves) => {
  const world = await emptyGraph();
  await seedWorld(world, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    parties: [named('party:a')],
    bodies: [named('body:second', { kind: 'FORUM' })],
    people: ['cat', 'dan'].map((one) => named(`person:${one}`)),
    memberships: [seat('second', 'cat', 'MEMBER'), seat('second', 'dan', 'MEMBER')],
    affiliations: [tie('cat', 'party:a')],
    registers: [{ id: 'register:second', body: 'body:second', by: 'world', from: '2000-01-01', ...S }],
    leaves,
  });
  const { counts } = await ask(world, '{ counts(filter: {}, by: [PARTY], asOf: "2020-01-01") { keys { thing { id } } people { min max open } } }');
  const [ofParty] = (counts as { keys: { thing: { id: string } | null }[]; people: object }[]).filter(({ keys }) => keys[0]?.thing);
  expect(ofParty?.people).toEqual({ min: 1, max: 1, open: expected });
  await world.close();
});

test('who may sit in two bodies counts in neither where others fill both', async () => {
  const world = await emptyGraph();
  await seedWorld(world, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    bodies: [named('body:first', { kind: 'FORUM', maximum: 1 }), named('body:second', { kind: 'FORUM', maximum: 1 })],
    people: ['ann', 'bo', 'cat', 'dan'].map((one) => named(`person:${one}`)),
    memberships: [
      seat('first', 'ann', 'MEMBER'),
      seat('first', 'cat', 'MEMBER', UNTIL_2020),
      seat('first', 'dan', 'MEMBER', UNTIL_2020),
      seat('second', 'bo', 'MEMBER'),
      seat('second', 'cat', 'MEMBER', UNTIL_2020),
      seat('second', 'dan', 'MEMBER', UNTIL_2020),
    ],
  });
  const { counts } = await ask(world, '{ counts(filter: {}, by: [PARTY], asOf: "2020-06-01") { people { min max } } }');
  expect(counts).toEqual([{ people: { min: 2, max: 2 } }]);
  await world.close();
});
