import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from '../world.js';

const SAID = { sources: ['source:register'] };

const world = (party: object, tie: object, more: World = {}): World => ({
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register', date: '2020-05-01' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'Anna' }],
  people: [{ id: 'person:anna', name: 'Anna', ...SAID }],
  parties: [{ id: 'party:list', name: 'The List', ...party, ...SAID }],
  affiliations: [{ id: 'affiliation:anna', person: 'person:anna', with: 'party:list', ...tie, ...SAID }],
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

interface Told {
  fromMin: string | null;
  untilMax: string | null;
  boundedBy: { cause: string; by: { id: string } | null }[];
}

const boundsOf = async (id: string, type: 'Affiliation' | 'Membership'): Promise<unknown[]> => {
  const { node } = await ask(graph, `{ node(id: "${id}") { ... on ${type} { interval { fromMin untilMax boundedBy { cause by { id } } } } } }`);
  const { fromMin, untilMax, boundedBy } = node.interval as Told;
  return [fromMin, untilMax, ...new Set(boundedBy.filter(({ cause }) => cause.endsWith('EXISTENCE')).map(({ cause, by }) => `${cause} ${by?.id ?? ''}`))];
};
const tie = (): Promise<unknown[]> => boundsOf('affiliation:anna', 'Affiliation');

const CAUSE = 'PARTY_EXISTENCE party:list';
const EXISTENCE = { existence: { from: '2010-01-01', until: '2022-06-01' } };
const OPEN = { from: '2015-01-01', open: true };
const SEEN = { seen: [{ on: '2020-05-01', in: 'doc:register' }] };

describe('a tie to a party', () => {
  test.each([
    ['that nobody limits is as its own dates are', {}, SEEN, [null, null]],
    ['ends with it', EXISTENCE, OPEN, ['2015-01-01', '2022-06-01', CAUSE]],
    ['seen once begins no earlier, and ends with it', EXISTENCE, SEEN, ['2010-01-01', '2022-06-01', CAUSE]],
    ['that is printed to begin before it begins with it', EXISTENCE, { from: '2005', until: '2018-01-01' }, ['2010-01-01', '2018-01-01', CAUSE]],
    ['that is printed to end after it ends with it', EXISTENCE, { from: '2015-01-01', until: '2025-01-01' }, ['2015-01-01', '2022-06-01', CAUSE]],
  ])('%s', async (_, party, dates, expected) => {
    await seedWorld(graph, world(party, dates));
    expect(await tie()).toEqual(expected);
  });

  test.each([
    ['begun after it', { from: '2023-01-01', open: true }, '2023-06-01'],
    ['over before it', { from: '2005-01-01', until: '2009-01-01' }, '2008-01-01'],
  ])('%s is in force on no day', async (_, dates, asOf) => {
    await seedWorld(graph, world(EXISTENCE, dates));
    const { person } = await ask(graph, `{ person(id: "person:anna", asOf: "${asOf}") { party { id } affiliations { id } } }`);
    expect(person).toEqual({ party: null, affiliations: [] });
  });

  test('moves with it, as does the seat that depends on the tie', async () => {
    const seat = {
      bodies: [{ id: 'body:group', name: 'The group', kind: 'COMMITTEE', ...SAID }],
      memberships: [
        {
          id: 'membership:group',
          person: 'person:anna',
          body: 'body:group',
          role: 'MEMBER',
          ...OPEN,
          ...SAID,
          dependsOn: [{ on: 'affiliation:anna', ...SAID }],
        },
      ],
    };
    const told: unknown[] = [];
    for (const until of ['2022-06-01', '2021-01-01', '2024-01-01']) {
      await seedWorld(graph, world({ existence: { from: '2010-01-01', until } }, OPEN, seat));
      const [, seatEnd] = await boundsOf('membership:group', 'Membership');
      told.push([...(await tie()), seatEnd]);
    }
    expect(told).toEqual([
      ['2015-01-01', '2022-06-01', CAUSE, '2022-06-01'],
      ['2015-01-01', '2021-01-01', CAUSE, '2021-01-01'],
      ['2015-01-01', '2024-01-01', CAUSE, '2024-01-01'],
    ]);
  });
});

test('who lives in a municipality, or governs a region, does so no longer than it is there', async () => {
  const existence = { from: '1970-04-01', until: '2007-01-01' };
  const municipality = { id: 'municipality:old', code: '0001', name: 'Old', existence, ...SAID };
  const region = { id: 'region:county', name: 'County', existence, ...SAID };
  await seedWorld(
    graph,
    world({}, OPEN, {
      municipalities: [municipality],
      regions: [region],
      bodies: [{ id: 'body:county', name: 'County council', kind: 'COUNCIL', ...SAID }],
      relations: [{ id: 'relation:county', kind: 'GOVERNS', subject: 'body:county', object: 'region:county', from: '1970-04-01', open: true, ...SAID }],
      affiliations: [{ id: 'affiliation:anna', person: 'person:anna', with: 'municipality:old', from: '2002-01-01', open: true, ...SAID }],
      memberships: [{ id: 'membership:county', person: 'person:anna', body: 'body:county', role: 'COUNCILLOR', from: '2002-01-01', open: true, ...SAID }],
    }),
  );
  expect(await tie()).toEqual(['2002-01-01', '2007-01-01', 'PLACE_EXISTENCE municipality:old']);
  expect(await boundsOf('membership:county', 'Membership')).toEqual(['2002-01-01', '2007-01-01', 'PLACE_EXISTENCE region:county']);
});
