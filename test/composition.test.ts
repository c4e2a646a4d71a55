import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { seatsByRight, vacantSeats } from '../src/questions/composition/rules.js';
import { belongingsOn } from '../src/questions/composition/shares.js';
import type { Graph } from '../src/graph/port.js';
import { bounded } from '../src/time/bounds.js';
import { DAYS, ONE_EACH, assignments, countIn, day } from './small-worlds.js';
import { ask, emptyGraph, errorsOf, queriesOf, seedWorld, seededGraph } from './world.js';

const range = (min: number, max = min) => ({ min, max });

describe('seats are counted', () => {
  const counted = (min: number, max = min, open = false, lastKnown = max) => ({ min, max, open, lastKnown });
  const right = (count: number, dates: object) => ({ count, ...bounded(dates) });
  test.each([
    ['a right in force', [right(4, { from: '2022-01-01', open: true })], counted(4)],
    ['a right that may be in force', [right(4, { from: '2022' })], counted(0, 4, false, 0)],
    ['the one in force of two', [right(4, { from: '2022-01-01', open: true }), right(6, { from: '2022' })], counted(4)],
    ['the one begun last', [right(6, { from: '2022-01-01', open: true }), right(4, { from: '2020-01-01', open: true })], counted(4, 6)],
    ['the larger of two begun on one day', [right(4, { from: '2022-01-01', open: true }), right(6, { from: '2022-01-01', open: true })], counted(4, 6)],
    ['and so in any order', [right(6, { from: '2022-01-01', open: true }), right(4, { from: '2022-01-01', open: true })], counted(4, 6)],
    ['none', [], counted(0)],
  ] as const)('by %s', (_, rights, expected) => expect(seatsByRight(rights, '2022-06-21', false)).toEqual(expected));

  test.each([
    [counted(4), counted(1, 1, true), range(0, 3)],
    [counted(4), counted(1), range(3)],
    [counted(4), counted(1, 3), range(1, 3)],
    [counted(0, 4), counted(1), range(0, 3)],
    [counted(4), counted(5), range(0)],
  ])('of %j, held by %j, vacant are %j', (seats, held, expected) => expect(vacantSeats(seats, held)).toMatchObject(expected));
});

describe('somebody belongs to', () => {
  const tie = (to: string | null, dates: object) => ({ to, interval: { ...bounded(dates), stated: JSON.stringify(dates) } });
  const A2022 = tie('party:a', { from: '2020-01-01', until: '2022' });
  const UNKNOWN = { to: null, status: 'UNKNOWN' };
  test.each([
    ['nothing that is known', [], [{ ...UNKNOWN, sure: true, isLastKnown: true }]],
    ['a party for certain', [tie('party:a', { from: '2020-01-01', open: true })], [{ to: 'party:a', status: 'PARTY', sure: true, isLastKnown: true }]],
    ['no party for certain', [tie(null, { from: '2020-01-01', open: true })], [{ to: null, status: 'INDEPENDENT', sure: true, isLastKnown: true }]],
    [
      'a party perhaps',
      [A2022],
      [
        { to: 'party:a', status: 'PARTY', sure: false, isLastKnown: true },
        { ...UNKNOWN, sure: false, isLastKnown: false },
      ],
    ],
    [
      'the old party or the new, and to one of them',
      [A2022, tie('party:b', { from: '2022', open: true })],
      [
        { to: 'party:a', status: 'PARTY', sure: false, isLastKnown: true },
        { to: 'party:b', status: 'PARTY', sure: false, isLastKnown: false },
      ],
    ],
    [
      'the old party, as two say, or the new, and to one of them',
      [tie('party:a', { seen: [{ on: '2019-01-01', in: 'doc:1' }] }), A2022, tie('party:b', { from: '2022', open: true })],
      [
        { to: 'party:a', status: 'PARTY', sure: false, isLastKnown: true },
        { to: 'party:b', status: 'PARTY', sure: false, isLastKnown: false },
      ],
    ],
    [
      'the old party until the new one for certain',
      [tie('party:a', { seen: [{ on: '2019-01-01', in: 'doc:1' }] }), tie(null, { from: '2021-01-01', open: true })],
      [{ to: null, status: 'INDEPENDENT', sure: true, isLastKnown: true }],
    ],
  ])('%s', (_, ties, expected) => expect(belongingsOn(ties, '2022-06-21', true)).toEqual(expected));

  test('what any assignment of the unknown days says, where ties say nothing of each other: 2,000 small worlds', () => {
    const bounds = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)).map(([a, b, c, d]) => [a, a + b, a + c + 1, a + Math.max(b, c) + d + 1] as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('municipality:a', 'municipality:b'), bounds), { minLength: 1, maxLength: 3 }),
        fc.nat(DAYS),
        (drawn, on) => {
          const world = { rows: drawn.map(([, row]) => row), sequences: [], insides: [], rivals: [] };
          const all = assignments(world).map((days) =>
            drawn.filter((_, at) => countIn(days, ONE_EACH(world.rows).slice(at, at + 1), on) > 0).map(([to]) => to),
          );
          const ties = drawn.map(([to, [a, b, c, d]]) => ({ to, interval: { fromMin: day(a), fromMax: day(b), untilMin: day(c), untilMax: day(d) } }));
          const found = belongingsOn(ties, day(on), false);
          const expected = [...new Set(drawn.map(([to]) => to))].flatMap((to) =>
            all.some((held) => held.includes(to)) ? [{ to, sure: all.every((held) => held.includes(to)) }] : [],
          );
          const unknown = all.some((held) => held.length === 0) ? [{ to: null, sure: all.every((held) => held.length === 0) }] : [];
          expect(found.map(({ to, sure }) => ({ to, sure }))).toEqual([...expected, ...unknown]);
        },
      ),
      { numRuns: 2_000, seed: 20220621 },
    );
  });
});

const S = ['source:1'];
const thing = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], sources: S, ...more });
const seat = (person: string, dates: object, by?: string, more: object = {}) => ({
  id: `membership:board-${person}`,
  person: `person:${person}`,
  body: 'body:board',
  role: 'MEMBER',
  ...dates,
  sources: S,
  ...(by && { appointment: { by: { principal: by, sources: S } } }),
  ...more,
});
const YEARS = { from: '2022-01-01', until: '2024-01-01' };
const LISTED = [{ on: '2022-06-21', in: 'doc:list' }];

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [
      { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
      { id: 'doc:list', title: 'Members', kind: 'list', date: '2022-06-21' },
    ],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    parties: ['a', 'b'].map((id) => thing(`party:${id}`)),
    municipalities: [thing('municipality:x', { code: '0001' }), thing('municipality:y', { code: '0002' })],
    regions: [thing('region:r')],
    people: ['anna', 'bo', 'carl', 'dora', 'eva', 'finn'].map((id) => thing(`person:${id}`)),
    bodies: [
      thing('body:board', { kind: 'BOARD' }),
      thing('body:council', { kind: 'COUNCIL' }),
      thing('body:old', { kind: 'BOARD', existence: { until: '2020-01-01' } }),
    ],
    relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:y', from: '2000-01-01', open: true, sources: S }],
    seats: [
      { id: 'seats:r', by: 'region:r', body: 'body:board', count: 4, ...YEARS, sources: S },
      { id: 'seats:r-law', by: 'region:r', body: 'body:board', count: 9, status: 'superseded', ...YEARS, sources: S },
      { id: 'seats:x', by: 'municipality:x', body: 'body:board', count: 1, ...YEARS, sources: S },
      { id: 'seats:old', by: 'region:r', body: 'body:old', count: 1, from: '2019-01-01', sources: S },
    ],
    lists: [{ id: 'list:board', document: 'doc:list', body: 'body:board', complete: true, sources: S }],
    affiliations: [
      { id: 'affiliation:anna', person: 'person:anna', with: 'party:a', ...YEARS, sources: S },
      { id: 'affiliation:bo', person: 'person:bo', with: 'party:a', ...YEARS, sources: S },
      { id: 'affiliation:dora', person: 'person:dora', with: 'party:b', from: '2022', until: '2024-01-01', sources: S },
      { id: 'affiliation:anna-x', person: 'person:anna', with: 'municipality:x', ...YEARS, sources: S },
    ],
    memberships: [
      seat('anna', YEARS, 'region:r', { role: 'CHAIR' }),
      seat('bo', { ...YEARS, until: '2023' }, 'region:r'),
      seat('carl', { ...YEARS, until: '2022-03-01' }, 'region:r'),
      seat('dora', YEARS, 'municipality:x'),
      seat('eva', YEARS, undefined, {
        role: 'SUBSTITUTE',
        appointment: { by: { principal: 'region:r', sources: S }, substituteFor: { membership: 'membership:board-anna', sources: S } },
      }),
      seat('finn', { seen: LISTED }, 'municipality:x'),
      { ...seat('bo', YEARS), id: 'membership:council-bo', body: 'body:council', role: 'COUNCILLOR' },
    ],
  });
});
afterAll(() => graph.close());

const R = '{ min max }';
const COMPOSITION = `{ seats ${R} filled ${R} vacant ${R} overfilled ${R} allotments { count by { id } } byParty { principal { id } people ${R} } byMunicipality { principal { id } people ${R} } byRole { role people ${R} } }`;
const compositionOn = async (asOf: string) => (await ask(graph, `{ body(id: "body:board", asOf: "${asOf}") { composition ${COMPOSITION} } }`)).body.composition;
const share = (id: string | null, min: number, max = min) => ({ principal: id && { id }, people: range(min, max) });

describe('the composition of a body', () => {
  test('counts seats by right, without a superseded right, and neither substitutes', async () => {
    expect(await compositionOn('2022-06-21')).toEqual({
      seats: range(5),
      filled: range(4),
      vacant: range(2),
      overfilled: range(1),
      allotments: [
        { count: 4, by: { id: 'region:r' } },
        { count: 1, by: { id: 'municipality:x' } },
      ],
      byParty: [share('party:a', 2), share('party:b', 0, 1), share(null, 1, 2)],
      byMunicipality: [share('municipality:x', 1), share('municipality:y', 1), share(null, 2)],
      byRole: [
        { role: 'CHAIR', people: range(1) },
        { role: 'MEMBER', people: range(3) },
      ],
    });
  });

  test('counts who is only possible at most, and calls no seat vacant for certain unless everybody is listed', async () => {
    expect(await compositionOn('2023-06-21')).toMatchObject({
      filled: range(2, 4),
      vacant: range(0, 3),
      overfilled: range(0, 1),
      byParty: [share('party:a', 1, 2), share('party:b', 1), share(null, 0, 1)],
      byRole: [{ people: range(1) }, { people: range(1, 3) }],
    });
  });

  test('says nothing of seats by right where none is recorded', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "body:council", asOf: "2022-06-21") { composition { body { id } seats ${R} vacant ${R} overfilled ${R} filled ${R} allotments { count } } } }`,
    );
    expect(body.composition).toEqual({ body: { id: 'body:council' }, seats: null, vacant: null, overfilled: null, filled: range(1), allotments: [] });
  });

  test('asks a handful of questions, however many members there are', async () => {
    // Which of two that run beside each other is first decides what one of them finds read already.
    expect((await queriesOf(graph, `{ body(id: "body:board", asOf: "2022-06-21") { composition ${COMPOSITION} } }`)).length).toBeLessThanOrEqual(18);
  });
});

const VACANCY = `{ body { id } by { id } seats ${R} since lastHolder { person { id } } }`;
const vacancies = async (args: string) => (await ask(graph, `{ vacancies(${args}) ${VACANCY} }`)).vacancies;

describe('vacancies', () => {
  const empty = { body: { id: 'body:board' }, by: { id: 'region:r' }, since: '2022-03-01', lastHolder: { person: { id: 'person:carl' } } };

  test('are seats that nobody is known to hold, with who held one last: certainly vacant where a list is complete', async () => {
    const found = [{ ...empty, seats: range(2) }];
    for (const args of ['', 'body: "body:board",', 'by: "region:r",', 'body: "body:board", by: "region:r",'])
      expect(await vacancies(`${args} asOf: "2022-06-21"`)).toEqual(found);
    expect(await vacancies('asOf: "2022-06-22"')).toEqual([{ ...empty, seats: range(0, 2) }]);
    expect(await vacancies('by: "municipality:x", asOf: "2022-06-21"')).toEqual([]);
  });

  test('a seat that was never held has no last holder', async () => {
    expect(await vacancies('asOf: "2022-02-01"')).toEqual([{ ...empty, since: null, lastHolder: null, seats: range(0, 1) }]);
  });

  test('are none in a body that is no more', async () => expect(await vacancies('body: "body:old", asOf: "2022-06-21"')).toEqual([]));
});

const expiring = async (args: string) =>
  (await ask(graph, `{ expiring(${args}) { totalCount peopleCount pageInfo { hasNextPage endCursor } nodes { id } } }`)).expiring;

describe('expiring seats', () => {
  const ids = async (args: string) => (await expiring(args)).nodes.map(({ id }: { id: string }) => id.slice('membership:'.length));

  test('are those in force that end by a day whatever is unknown, the soonest first, without substitutes', async () => {
    expect(await ids('before: "2022-03-01", asOf: "2022-02-01"')).toEqual(['board-carl']);
    expect(await ids('before: "2023-12-31", asOf: "2022-02-01"')).toEqual(['board-carl']);
    expect(await ids('before: "2024-01-01", asOf: "2022-02-01"')).toEqual(['board-carl', 'board-anna', 'board-bo', 'board-dora', 'council-bo']);
    expect(await ids('before: "9999-12-31", asOf: "2022-06-21"')).not.toContain('board-finn');
    expect(await ids('before: "2022-03-01", asOf: "2022-03-01"')).toEqual([]);
  });

  test('of a body, and those that stand for a principal', async () => {
    expect(await ids('before: "2024-01-01", body: "body:council", asOf: "2022-02-01"')).toEqual(['council-bo']);
    expect(await ids('before: "2024-01-01", whom: "party:a", asOf: "2022-02-01"')).toEqual(['board-anna', 'board-bo', 'council-bo']);
    expect(await ids('before: "2024-01-01", whom: "municipality:y", asOf: "2022-02-01"')).toEqual(['board-bo']);
    expect(await ids('before: "2024-01-01", whom: "party:a", body: "body:board", asOf: "2022-02-01"')).toEqual(['board-anna', 'board-bo']);
  });

  test.each(['', 'body: "body:board",'])('come page by page (%s)', async (more) => {
    const args = `${more} before: "2024-01-01", asOf: "2022-02-01", first: 2`;
    const one = await expiring(args);
    expect(one).toMatchObject({
      totalCount: more ? 4 : 5,
      peopleCount: 4,
      pageInfo: { hasNextPage: true },
      nodes: [{ id: 'membership:board-carl' }, { id: 'membership:board-anna' }],
    });
    expect(await ids(`${args}, after: "${one.pageInfo.endCursor}"`)).toEqual(['board-bo', 'board-dora']);
    expect(await errorsOf(graph, `{ expiring(${args}, after: "x") { totalCount } }`)).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('in the documents', () => {
  let documents: Graph;
  beforeAll(async () => {
    documents = await seededGraph();
  });
  afterAll(() => documents.close());

  test('the region may fill four seats in each cluster, not the two of the law that were superseded', async () => {
    const { vacancies: found } = await ask(documents, `{ vacancies(by: "region:syddanmark", asOf: "2022-07-01") { body { id } seats ${R} } }`);
    expect(
      found
        .filter(({ body }: { body: { id: string } }) => body.id.endsWith('klynge') || body.id.endsWith('klyngen'))
        .map(({ seats }: { seats: object }) => seats),
    ).toEqual([range(0, 3), range(0, 3), range(0, 3), range(0, 3)]);
  });
});
