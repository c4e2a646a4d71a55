import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

// Anna was elected to a council, and to another, for a list: she is tied to it as long as one of the seats lasts.

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const seat = (body: string, more: object = {}) => ({
  id: `membership:${body}-anna`,
  person: 'person:anna',
  body: `body:${body}`,
  role: 'COUNCILLOR',
  from: '2018-01-01',
  sources: S,
  ...more,
});
const tie = (seats: readonly string[], more: object = {}) => ({
  id: 'affiliation:anna-list',
  person: 'person:anna',
  with: 'party:list',
  from: '2017-11-21',
  dependsOn: seats.map((body) => `membership:${body}-anna`),
  basis: 'INFERRED',
  reason: 'Elected for it.',
  sources: S,
  ...more,
});

const world = (memberships: readonly object[], affiliations: readonly object[], more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: ['anna', 'bo'].map((id) => named(`person:${id}`)),
  parties: [named('party:list'), named('party:other')],
  municipalities: [named('municipality:town', { code: '0001' })],
  bodies: [named('body:town', { kind: 'COUNCIL' }), named('body:region', { kind: 'COUNCIL' }), named('body:board', { kind: 'BOARD' })],
  relations: [{ id: 'relation:town', kind: 'GOVERNS', subject: 'body:town', object: 'municipality:town', from: '1970', sources: S }],
  terms: ['town', 'region'].map((body) => ({
    id: `term:${body}-2018`,
    body: `body:${body}`,
    name: '2018-2021',
    from: '2018-01-01',
    until: '2022-01-01',
    sources: S,
  })),
  memberships,
  affiliations,
  ...more,
});

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const boundsOf = async (id = 'affiliation:anna-list'): Promise<[string, string | null]> => {
  const { node } = await ask(
    graph,
    `{ node(id: "${id}") { ... on Affiliation { interval { untilMin untilMax } } ... on Membership { interval { untilMin untilMax } } } }`,
  );
  return [node.interval.untilMin, node.interval.untilMax];
};
interface Told {
  kind: string;
  latest: string;
  told: boolean;
  ended: string | null;
}
const leavings = async (): Promise<string[]> => {
  const { events } = await ask(
    graph,
    '{ events(from: "2017-01-01", until: "2030-01-01", untold: true, filter: { kinds: [PARTY_LEFT] }) { nodes { kind latest told ended } } }',
  );
  return events.nodes.map(({ latest, told, ended }: Told) => `${latest} ${told ? 'told' : 'untold'} ${ended}`);
};

describe('a tie to a party for which somebody sits', () => {
  test.each<[string, readonly object[], readonly object[], [string, string | null], string[]]>([
    ['ends with the term, which nobody tells', [seat('town')], [tie(['town'])], ['2017-11-22', '2022-01-01'], ['2022-01-01 untold LOST_OFFICE']],
    [
      'ends when the seat is left, though who tells that tells nothing of the party',
      [seat('town', { until: '2019-05-01', ended: 'RESIGNED' })],
      [tie(['town'])],
      ['2017-11-22', '2019-05-01'],
      ['2019-05-01 untold LOST_OFFICE'],
    ],
    [
      'lasts as long as one of two seats',
      [seat('town', { until: '2019-05-01' }), seat('region')],
      [tie(['town', 'region'])],
      ['2017-11-22', '2022-01-01'],
      ['2022-01-01 untold RULE'],
    ],
    [
      'lasts as long as one of two seats, whichever is named first',
      [seat('town'), seat('region', { until: '2019-05-01' })],
      [tie(['region', 'town'])],
      ['2017-11-22', '2022-01-01'],
      ['2022-01-01 untold LOST_OFFICE'],
    ],
    [
      'goes on in another role in the same body',
      [seat('town', { until: '2019-05-01' }), seat('town', { id: 'membership:mayor', role: 'MAYOR', from: '2019-05-01', until: '2020-03-01' })],
      [tie(['town'])],
      ['2017-11-22', '2020-03-01'],
      ['2020-03-01 untold LOST_OFFICE'],
    ],
    [
      'begins before the seat, and is certain for as long as it is said to be',
      [seat('town')],
      [tie(['town'], { narrowed: { untilMin: '2018-01-02' } })],
      ['2018-01-02', '2022-01-01'],
      ['2022-01-01 untold LOST_OFFICE'],
    ],
    [
      'is not over while a later source shows it, but by the turn of the term',
      [seat('town', { until: '2019-05-01' })],
      [tie(['town'], { seen: [{ on: '2020-02-02', in: 'doc:1' }] })],
      ['2020-02-03', '2022-01-01'],
      ['2022-01-01 untold LOST_OFFICE'],
    ],
    ['ends by its own end before', [seat('town')], [tie(['town'], { until: '2018-09-01' })], ['2018-09-01', '2018-09-01'], ['2018-09-01 told OWN_END']],
    ['without a seat ends by none', [seat('town')], [tie(['town'], { dependsOn: undefined })], ['2017-11-22', null], []],
  ])('%s', async (_, memberships, affiliations, bounds, told) => {
    await seedWorld(graph, world(memberships, affiliations));
    expect([await boundsOf(), await leavings()]).toEqual([bounds, told]);
    expect((await checkGraph(graph)).filter(({ verdict }) => verdict === 'BROKEN')).toEqual([]);
  });

  const KEPT = seat('board', { dependsOn: [{ on: 'affiliation:anna-list', sources: S }] });

  test('ends what depends on it, at however many removes, and all of it moves with the seat', async () => {
    await seedWorld(graph, world([seat('town'), KEPT], [tie(['town'])]));
    expect([await boundsOf(), await boundsOf('membership:board-anna')]).toEqual([
      ['2017-11-22', '2022-01-01'],
      ['2018-01-02', '2022-01-01'],
    ]);
    await seedWorld(graph, world([seat('town', { until: '2019-05-01' }), KEPT], [tie(['town'])]));
    expect([await boundsOf(), await boundsOf('membership:board-anna'), await leavings()]).toEqual([
      ['2017-11-22', '2019-05-01'],
      ['2018-01-02', '2019-05-01'],
      ['2019-05-01 untold LOST_OFFICE'],
    ]);
    await seedWorld(graph, world([seat('town', { until: '2019-05-01' }), seat('region'), KEPT], [tie(['town', 'region'])]));
    expect([await boundsOf(), await boundsOf('membership:board-anna')]).toEqual([
      ['2017-11-22', '2022-01-01'],
      ['2018-01-02', '2022-01-01'],
    ]);
  });

  test('in a circle with the seat ends with the first end of both', async () => {
    const circle = (more: object, until?: string) =>
      world([seat('town', { dependsOn: [{ on: 'affiliation:anna-list', ends: true, sources: S }], ...more })], [tie(['town'], until ? { until } : {})]);
    await seedWorld(graph, circle({ until: '2020-05-01' }));
    expect([await boundsOf(), await boundsOf('membership:town-anna')]).toEqual([
      ['2017-11-22', '2020-05-01'],
      ['2020-05-01', '2020-05-01'],
    ]);
    await seedWorld(graph, circle({}, '2019-03-01'));
    expect([await boundsOf(), await boundsOf('membership:town-anna')]).toEqual([
      ['2019-03-01', '2019-03-01'],
      ['2018-01-02', '2019-03-01'],
    ]);
  });

  test.each<[string, string, string[]]>([
    ['its only seat', 'leaveSeat: "membership:town-anna"', ['PARTY_LEFT HOME_MANDATE_LOST', 'LEFT HOME_MANDATE_LOST']],
    ['its party', 'leaveParty: "affiliation:anna-list"', ['LEFT LEFT_PARTY']],
  ])('leaving %s carries with it what depends on both', async (_, of, expected) => {
    await seedWorld(graph, world([seat('town'), KEPT], [tie(['town'], { narrowed: { untilMin: '2021-01-01' } })]));
    const { consequences } = await ask(graph, `{ consequences(of: { ${of}, on: "2018-01-02" }) { kind cause } }`);
    expect(consequences.map(({ kind, cause }: { kind: string; cause: string }) => `${kind} ${cause}`).sort()).toEqual(expected.sort());
  });

  test('is not left with one of two seats', async () => {
    await seedWorld(graph, world([seat('town'), seat('region')], [tie(['town', 'region'])]));
    expect(await ask(graph, '{ consequences(of: { leaveSeat: "membership:town-anna", on: "2018-01-02" }) { kind } }')).toEqual({ consequences: [] });
  });

  test.each([
    ['seat of another person', 'membership:town-bo', 'a seat of person:anna; given: membership:town-bo'],
    ['seat that nobody says', 'membership:nowhere', 'the id of a thing that is known; given: appointment:membership:nowhere'],
  ])('depends on no %s', async (_, on, required) => {
    const other = { ...seat('town'), id: 'membership:town-bo', person: 'person:bo' };
    const write = seedWorld(graph, world([other], [{ ...tie([]), dependsOn: [on] }]));
    await expect(write).rejects.toThrow(`required: ${required}`);
  });

  test('of two records of one person is that of the seat of both', async () => {
    const bo = [
      { ...seat('town'), id: 'membership:town-bo', person: 'person:bo', until: '2019-05-01' },
      { ...seat('region'), id: 'membership:region-bo', person: 'person:bo' },
    ];
    const ties = [tie(['town']), { ...tie([]), id: 'affiliation:bo-list', person: 'person:bo', dependsOn: ['membership:town-bo', 'membership:region-bo'] }];
    const merges = [{ id: 'merge:1', keep: 'person:anna', gone: 'person:bo', reason: 'The same.', sources: S }];
    await seedWorld(graph, world([seat('town'), ...bo], ties, { merges }));
    expect(await boundsOf()).toEqual(['2017-11-22', '2022-01-01']);
  });
});
