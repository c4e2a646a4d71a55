import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const tie = (id: string, person: string, to: string, dates: object) => ({ id: `affiliation:${id}`, person: `person:${person}`, with: to, ...dates, ...S });
const seat = (id: string, person: string, body: string, dates: object, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  ...dates,
  ...more,
  ...S,
});

// Anna changes party, and moves, while she sits; Bo leaves his party in his seat; Carl's tie is over before his seat begins; Dora only may have been of it.
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  people: ['anna', 'bo', 'carl', 'dora', 'eva'].map((id) => ({ id: `person:${id}`, name: id, ...S })),
  parties: ['l', 'n'].map((id) => ({ id: `party:${id}`, name: id, ...S })),
  municipalities: ['x', 'y'].map((id, at) => ({ id: `municipality:${id}`, name: id, code: `010${at}`, ...S })),
  bodies: [
    { id: 'body:board', kind: 'BOARD', name: 'Board', ...S },
    { id: 'body:council', kind: 'COUNCIL', name: 'Council', ...S },
  ],
  relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', from: '2023-01-01', open: true, ...S }],
  affiliations: [
    tie('anna-l', 'anna', 'party:l', { from: '2020-01-01', until: '2022-01-01' }),
    tie('anna-n', 'anna', 'party:n', { from: '2022-01-01', open: true }),
    tie('anna-x', 'anna', 'municipality:x', { from: '2019-01-01', until: '2021-01-01' }),
    tie('anna-y', 'anna', 'municipality:y', { from: '2021-01-01', open: true }),
    tie('bo-l', 'bo', 'party:l', { from: '2018-01-01', until: '2019-01-01' }),
    tie('carl-l', 'carl', 'party:l', { from: '2010-01-01', until: '2020-01-01' }),
    tie('dora-l', 'dora', 'party:l', { from: '2020', until: '2020-03-01' }),
  ],
  memberships: [
    seat('anna', 'anna', 'board', { from: '2020-01-01', until: '2024-01-01' }),
    seat('bo', 'bo', 'board', { from: '2018-01-01', until: '2022-01-01' }),
    seat('carl', 'carl', 'board', { from: '2020-01-01', until: '2021-01-01' }),
    seat('dora', 'dora', 'board', { from: '2019-01-01', until: '2020-02-01' }),
    seat('eva', 'eva', 'council', { from: '2020-01-01', until: '2022-01-01' }, { role: 'COUNCILLOR' }),
    seat('eva-board', 'eva', 'board', { from: '2020-01-01', until: '2024-01-01' }),
  ],
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterAll(() => graph.close());

const DAYS = ['1990-01-01', '2019-06-01', '2021-01-01', '2023-06-01', '2030-01-01'];

describe('all representations', () => {
  const rows = async (filter: string, asOf: string): Promise<string[]> => {
    const { representations } = await ask(
      graph,
      `{ representations(filter: { ${filter}, all: true }, asOf: "${asOf}") { nodes { membership { id } principal { id } how certainty } } }`,
    );
    return representations.nodes
      .map((row: { membership: { id: string }; principal: { id: string }; certainty: string | null }) =>
        [row.membership.id.slice('membership:'.length), row.principal.id, row.certainty].join(' '),
      )
      .sort();
  };
  const things = async (filter: string, asOf: string) => (await rows(filter, asOf)).map((row) => row.split(' ').slice(0, 2).join(' '));

  test.each([
    ['of a party', 'whom: "party:l"', ['anna party:l', 'bo party:l', 'dora party:l']],
    ['of the party after it', 'whom: "party:n"', ['anna party:n']],
    ['of a home that was left', 'whom: "municipality:x"', ['anna municipality:x']],
    ['by who is of a party', 'ofParty: "party:l", how: [BELONGS_TO]', ['anna party:l', 'bo party:l', 'dora party:l']],
    ['by who is of a party, from a home of the same time', 'ofParty: "party:l", whom: "municipality:x"', ['anna municipality:x']],
    ['by who is of a party, from a home of another time', 'ofParty: "party:n", whom: "municipality:x"', []],
    ['by who has a home and a party, both of one day', 'fromMunicipality: "municipality:x", ofParty: "party:l", whom: "party:l"', ['anna party:l']],
    ['by who has a home and a party, of no common day', 'fromMunicipality: "municipality:x", ofParty: "party:n"', []],
    ['of a person', 'who: "person:anna"', ['anna municipality:x', 'anna municipality:y', 'anna party:l', 'anna party:n']],
    ['in a body', 'where: "body:board", whom: "party:l"', ['anna party:l', 'bo party:l', 'dora party:l']],
  ])('%s are the same on whatever day they are asked', async (_, filter, expected) => {
    for (const asOf of DAYS) expect({ asOf, found: await things(filter, asOf) }).toEqual({ asOf, found: expected });
  });

  test('are as sure as they are on the day that is asked', async () => {
    expect(await rows('whom: "party:l"', '2020-01-15')).toEqual(['anna party:l CERTAIN', 'bo party:l ', 'dora party:l POSSIBLE']);
    expect(await rows('whom: "party:l", certainty: [CERTAIN]', '2021-06-01')).toEqual(['anna party:l CERTAIN']);
    expect(await rows('whom: "party:l"', '2023-01-01')).toEqual(['anna party:l ', 'bo party:l ', 'dora party:l ']);
  });
});

describe('a seat that was over before its council governed the place', () => {
  test.each(DAYS)("makes it nobody's home, on %s", async (asOf) => {
    const query = `{ municipality(id: "municipality:x", asOf: "${asOf}") { people(all: true) { totalCount nodes { id } } representatives(all: true) { nodes { person { id } } } } }`;
    expect((await ask(graph, query)).municipality).toEqual({
      people: { totalCount: 1, nodes: [{ id: 'person:anna' }] },
      representatives: { nodes: [{ person: { id: 'person:anna' } }] },
    });
  });
});
