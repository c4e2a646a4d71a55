import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import type { Occupant } from '../src/questions/composition/model.js';
import { type Held, turnoverOf } from '../src/questions/turnover/rules.js';
import type { Part } from '../src/time/headcount.js';
import { DAYS, ONE_EACH, type Small, assignments, countIn, day, ordersOf, rowOf, small } from './small-worlds.js';
import { ask, emptyGraph, errorsOf, seedWorld } from './world.js';

/** How many of the people of a small world joined, left and stayed, for each assignment of the unknown days. */
const changesIn = (world: Small, on: number, later: number) =>
  assignments(world).map((days) => {
    const there = (day: number) =>
      ONE_EACH(world.rows)
        .filter((claim) => countIn(days, [claim], day) > 0)
        .map(({ person }) => person);
    const [before, after] = [there(on), there(later)];
    const stayed = after.filter((one) => before.includes(one)).length;
    return { joined: after.length - stayed, left: before.length - stayed, stayed };
  });

const heldOn = (world: Small, on: number): Held => {
  const occupants = ONE_EACH(world.rows).map(({ person, parts: [part] }, at): Occupant => ({
    m: { person, body: 'body:b', role: 'MEMBER', basis: 'STATED', ...rowOf(world, at), id: person },
    role: 'MEMBER',
    part: part as Part,
  }));
  return {
    occupancy: { worlds: ordersOf(world, on), rivals: world.rivals, places: occupants, seats: [], held: [], shared: new Map(), spare: 0 },
    day: day(on),
    open: true,
  };
};

test('is beyond no assignment of the unknown days, and in most small worlds no wider than all of them', () => {
  let [ranges, tight] = [0, 0];
  fc.assert(
    fc.property(small(4), fc.nat(DAYS - 1), fc.integer({ min: 1, max: 3 }), (world, on, days) => {
      const all = changesIn(world, on, on + days);
      if (all.length === 0) return;
      const told = turnoverOf(heldOn(world, on), heldOn(world, on + days));
      for (const key of ['joined', 'left', 'stayed'] as const) {
        const counts = all.map((one) => one[key]);
        const [min, max] = [Math.min(...counts), Math.max(...counts)];
        expect([told[key].min <= min, told[key].max >= max]).toEqual([true, true]);
        ranges += 1;
        if (told[key].min === min && told[key].max === max) tight += 1;
      }
    }),
    { numRuns: 2_000, seed: 20220621 },
  );
  expect(ranges).toBeGreaterThan(4_000);
  expect(tight / ranges).toBeGreaterThan(0.99);
}, 300_000);

const S = ['source:1'];
const seat = (person: string, body: string, dates: object, more: object = {}) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  ...dates,
  ...more,
  sources: S,
});
let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    parties: [
      { id: 'party:a', name: 'A', sources: S },
      { id: 'party:b', name: 'B', sources: S },
    ],
    municipalities: [{ id: 'municipality:x', name: 'X', code: '0001', sources: S }],
    people: ['anna', 'bo', 'carl', 'dora', 'eva', 'finn', 'gerd'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
    bodies: [
      { id: 'body:board', kind: 'BOARD', name: 'Board', sources: S },
      { id: 'body:council', kind: 'COUNCIL', name: 'Council', sources: S },
      { id: 'body:club', kind: 'BOARD', name: 'Club', sources: S },
    ],
    relations: [{ id: 'relation:governs-x', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', from: '2000-01-01', open: true, sources: S }],
    affiliations: [
      { id: 'affiliation:anna-a', person: 'person:anna', with: 'party:a', from: '2020-01-01', until: '2021-07-01', sources: S },
      { id: 'affiliation:anna-b', person: 'person:anna', with: 'party:b', from: '2021-07-01', open: true, sources: S },
    ],
    memberships: [
      seat('anna', 'board', { from: '2021-01-01', open: true }),
      seat('bo', 'board', { from: '2020-01-01', until: '2021-06-01' }),
      seat('carl', 'board', { from: '2021', until: '2022-01-01' }, { appointment: { represents: [{ principal: 'municipality:x', sources: S }] } }),
      seat('anna', 'council', { from: '2020-01-01', until: '2021-03-01' }),
      seat('dora', 'club', { from: '2020-01-01' }),
      seat('eva', 'club', { from: '2020-01-01', until: '2021-01-01' }),
      seat('finn', 'club', { from: '2021-06-01' }),
      seat('gerd', 'club', { from: '2021-07-01' }),
    ],
  });
});
afterAll(() => graph.close());

const P = '(from: "2020-12-31", until: "2022-01-01") { on certain possible }';

test('of a body between two days', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:board", asOf: "2022-01-01") { turnover(from: "2020-12-31", until: "2021-12-31") { joined { min max } left { min max } stayed { min max } } } }',
  );
  expect(body.turnover).toEqual({ joined: { min: 2, max: 2 }, left: { min: 1, max: 1 }, stayed: { min: 0, max: 0 } });
});

test('of a body, by who has begun and whom nobody says to have ended', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:club", asOf: "2022-01-01") { turnover(from: "2020-12-31", until: "2021-12-31") { joined { min max lastKnown } left { min max lastKnown } stayed { min max lastKnown } } } }',
  );
  expect(body.turnover).toEqual({
    joined: { min: 0, max: 2, lastKnown: 2 },
    left: { min: 1, max: 2, lastKnown: 1 },
    stayed: { min: 0, max: 1, lastKnown: 1 },
  });
});

test('of a person: seats over time', async () => {
  const { person } = await ask(graph, `{ person(id: "person:anna") { seatCounts${P} } }`);
  expect(person.seatCounts).toEqual([
    { on: '2020-12-31', certain: 1, possible: 0 },
    { on: '2021-01-01', certain: 2, possible: 0 },
    { on: '2021-03-01', certain: 1, possible: 0 },
  ]);
});

test('of a party: the seats of its people go with them when they change', async () => {
  const { a, b } = await ask(graph, `{ a: party(id: "party:a") { seatCounts${P} } b: party(id: "party:b") { seatCounts${P} } }`);
  expect(a.seatCounts).toEqual([
    { on: '2020-12-31', certain: 1, possible: 0 },
    { on: '2021-01-01', certain: 2, possible: 0 },
    { on: '2021-03-01', certain: 1, possible: 0 },
    { on: '2021-07-01', certain: 0, possible: 0 },
  ]);
  expect(b.seatCounts).toEqual([
    { on: '2020-12-31', certain: 0, possible: 0 },
    { on: '2021-07-01', certain: 1, possible: 0 },
  ]);
});

test('of a municipality: its own council does not count, and who only may represent it is possible', async () => {
  const { municipality } = await ask(graph, `{ municipality(code: "0001") { seatCounts${P} } }`);
  expect(municipality.seatCounts).toEqual([
    { on: '2020-12-31', certain: 0, possible: 0 },
    { on: '2021-01-01', certain: 1, possible: 1 },
    { on: '2021-03-01', certain: 0, possible: 1 },
    { on: '2021-12-31', certain: 1, possible: 0 },
    { on: '2022-01-01', certain: 0, possible: 0 },
  ]);
});

describe('a seat in the council of a municipality', () => {
  const world = (governs: object, more: Record<string, object[]> = {}) => ({
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: [{ id: 'person:anna', name: 'Anna', sources: S }],
    municipalities: ['x', 'y'].map((id, at) => ({ id: `municipality:${id}`, name: id, code: `000${at}`, sources: S })),
    bodies: [{ id: 'body:council', kind: 'COUNCIL', name: 'Council', sources: S }],
    relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', ...governs, sources: S }],
    affiliations: ['x', 'y'].map((id) => ({
      id: `affiliation:${id}`,
      person: 'person:anna',
      with: `municipality:${id}`,
      from: '2010-01-01',
      open: true,
      sources: S,
    })),
    memberships: [seat('anna', 'council', { from: '2022-01-01', until: '2026-01-01' })],
    ...more,
  });
  const answer = async (rows: Record<string, object[]>, id: string) => {
    const empty = await emptyGraph();
    await seedWorld(empty, rows);
    const { municipality, expiring } = await ask(
      empty,
      `{ municipality(id: "municipality:${id}", asOf: "2023-01-01") { representatives { totalCount } ever: representatives(all: true) { totalCount }
         seatCounts(from: "2023-01-01", until: "2026-02-01") { on certain possible } }
         expiring(before: "2026-01-01", whom: "municipality:${id}", asOf: "2023-01-01") { totalCount } }`,
    );
    await empty.close();
    const counts = municipality.seatCounts.map(
      ({ on, certain, possible }: { on: string; certain: number; possible: number }) => `${on} ${certain} ${possible}`,
    );
    return [municipality.representatives.totalCount, municipality.ever.totalCount, expiring.totalCount, counts];
  };

  test.each([
    ['is not from it', 'x', { from: '2000-01-01', open: true }, [0, 0, 0, ['2023-01-01 0 0']]],
    ['is from another home', 'y', { from: '2000-01-01', open: true }, [1, 1, 1, ['2023-01-01 1 0', '2026-01-01 0 0']]],
    ['is from it before it governs it', 'x', { from: '2024-01-01', open: true }, [1, 1, 1, ['2023-01-01 1 0', '2024-01-01 0 0']]],
    ['is from it once it governs it no more', 'x', { until: '2025-01-01' }, [0, 1, 0, ['2023-01-01 0 0', '2025-01-01 1 0', '2026-01-01 0 0']]],
    ['is not from what it may govern', 'x', { from: '2024' }, [1, 1, 1, ['2023-01-01 1 0', '2024-01-01 0 0']]],
  ])('%s', async (_, id, governs, expected) => expect(await answer(world(governs), id)).toEqual(expected));

  test('is from it all the same where its holder is appointed by it', async () => {
    const memberships = [
      seat('anna', 'council', { from: '2022-01-01', until: '2026-01-01' }, { appointment: { by: { principal: 'municipality:x', sources: S } } }),
    ];
    expect(await answer(world({ open: true, from: '2000-01-01' }, { memberships }), 'x')).toEqual([1, 1, 1, ['2023-01-01 1 0', '2026-01-01 0 0']]);
  });
});

test('a period that does not begin before it ends is refused', async () => {
  expect(await errorsOf(graph, '{ person(id: "person:anna") { seatCounts(from: "2022-01-01", until: "2022-01-01") { on } } }')).toMatchObject([
    { code: 'BAD_USER_INPUT' },
  ]);
});

test.each([
  ['seats that follow each other on unknown days of one month are one', '2021-12-31', '2022-06-15', [1, 1, 1], [0, 1], [0, 1], [0, 1]],
  ['over all of that month one has gone, and another come', '2022-05-31', '2022-07-01', [1, 1, 1], [1, 1], [1, 1], [0, 0]],
  ['each by itself may be there, or not', '2021-12-31', '2022-06-15', [0, 0, 0], [0, 2], [0, 1], [0, 1]],
])('of a body: %s', async (_, from, until, links, joined, left, stayed) => {
  const empty = await emptyGraph();
  const people = ['anna', 'bo', 'carl'];
  const JUNE = '2022-06';
  const linked = (at: number) => (links[at] && at > 0 ? { appointment: { replaces: { membership: `membership:board-${people[at - 1]}`, sources: S } } } : {});
  await seedWorld(empty, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: people.map((id) => ({ id: `person:${id}`, name: id, sources: S })),
    bodies: [{ id: 'body:board', kind: 'BOARD', name: 'Board', sources: S }],
    memberships: [
      seat('anna', 'board', { from: '2021-01-01', until: JUNE }),
      seat('bo', 'board', { from: JUNE, until: JUNE }, linked(1)),
      seat('carl', 'board', { from: JUNE, until: '2026-01-01' }, linked(2)),
      seat(
        'listens',
        'board',
        { person: 'person:bo', from: '2020-01-01', until: '2026-01-01' },
        { id: 'membership:listens', person: 'person:bo', role: 'OBSERVER' },
      ),
    ],
  });
  const RANGE = '{ min max }';
  const { body } = await ask(
    empty,
    `{ body(id: "body:board") { turnover(from: "${from}", until: "${until}") { joined ${RANGE} left ${RANGE} stayed ${RANGE} } } }`,
  );
  await empty.close();
  const range = ([min, max]: readonly number[]) => ({ min, max });
  expect(body.turnover).toEqual({ joined: range(joined), left: range(left), stayed: range(stayed) });
});

test.each([
  [
    'that is no more',
    { until: '2015-01-01' },
    [
      ['2014-12-01', 1],
      ['2015-01-01', 0],
    ],
  ],
  [
    'before it is there',
    { from: '2015-01-01' },
    [
      ['2014-12-01', 0],
      ['2015-01-01', 1],
    ],
  ],
  ['of which nobody says when it is there', undefined, [['2014-12-01', 1]]],
])('the seats that stand for a place %s are counted while it is there, as they are listed', async (_, existence, expected) => {
  const world = await emptyGraph();
  const sources = ['source:1'];
  await seedWorld(world, {
    documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'As printed.' }],
    municipalities: [{ id: 'municipality:a', code: '0101', name: 'Aby', ...(existence && { existence: { ...existence, sources } }), sources }],
    bodies: [{ id: 'body:f', kind: 'FORUM', name: 'Forum', sources }],
    people: [{ id: 'person:jo', name: 'Jo', sources }],
    memberships: [
      {
        ...{ id: 'membership:jo', person: 'person:jo', body: 'body:f', role: 'MEMBER', from: '2010-01-01', open: true, sources },
        appointment: { represents: [{ principal: 'municipality:a', sources }] },
      },
    ],
  });
  const { municipality } = await ask(world, '{ municipality(id: "municipality:a") { seatCounts(from: "2014-12-01", until: "2016-06-01") { on certain } } }');
  expect((municipality.seatCounts as { on: string; certain: number }[]).map(({ on, certain }) => [on, certain])).toEqual(expected);
  for (const [on, certain] of expected as [string, number][]) {
    const { at } = await ask(world, `{ at: municipality(id: "municipality:a", asOf: "${on}") { representatives { totalCount } } }`);
    expect([on, at.representatives.totalCount]).toEqual([on, certain]);
  }
  await world.close();
});
