import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Told, ADMIN, clerkOf } from './clerk.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Item, ANN, BO, FIRST, board, chain, itIs, line, lines, page, realTime, row, seat, seats } from './feed-world.js';
import { type World, ask, emptyGraph, errorsOf, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterEach(realTime);
afterAll(() => graph.close());

/** Seeds one world after another, and tells what each adds to the feed. */
const tells = async (...worlds: World[]): Promise<string[][]> => {
  const all: string[][] = [];
  let end: string | null = null;
  for (const world of worlds) {
    await seedWorld(graph, world);
    const { items, end: next } = await chain(graph, end);
    all.push(items.map(line));
    end = next;
  }
  return all;
};

describe('what is recorded', () => {
  test.each<[string, World, string[]]>([
    ['nothing, where the same is written again', board(), []],
    ['a thing that no event tells of', board({ documents: [...(board()['documents'] ?? []), { id: 'doc:2', title: 'More', kind: 'minutes' }] }), ['doc:2']],
    [
      'a meeting, what was on its agenda and what was decided',
      board({
        meetings: [row('meeting:board-1', { body: 'body:board', date: '2022-06-21' })],
        'agenda-items': [row('item:board-1-1', { meeting: 'meeting:board-1', number: '1', title: 'Seats' })],
        decisions: [row('decision:1', { item: 'item:board-1-1', text: 'So be it.', outcome: 'APPROVED' })],
      }),
      ['decision:1', 'item:board-1-1', 'meeting:board-1'],
    ],
    ['an allotment', board({ seats: [row('seats:town', { by: 'municipality:town', body: 'body:board', count: 2, from: '2021-01-01' })] }), ['seats:town']],
    [
      'a seat of which only a sighting is known',
      seats(ANN, BO, seat('bo-2', { person: 'person:bo', role: 'CHAIR', seen: [{ on: '2022-06-21', in: 'doc:1' }] })),
      ['membership:bo-2'],
    ],
    ['another source of a seat', seats({ ...ANN, sources: ['source:1', 'source:2'] }, BO), ['LEARNT membership:ann', 'JOINED membership:ann@FROM']],
    [
      'a date that was wrong, with what happened then instead',
      seats({ ...ANN, from: '2021-02-01' }, BO),
      ['CORRECTED membership:ann', 'JOINED membership:ann@FROM'],
    ],
    ['an end that came to light', seats({ ...ANN, until: '2022-01-01' }, BO), ['LEARNT membership:ann', 'LEFT membership:ann@UNTIL']],
    ['a seat that never was', seats(ANN), ['CORRECTED membership:bo gone']],
    [
      'another name of a person, under which events are listed',
      board({ people: [row('person:ann', { name: 'Anna' }), row('person:bo', { name: 'Bo' })] }),
      ['CORRECTED person:ann', 'MOVED affiliation:ann@FROM', 'JOINED membership:ann@FROM'],
    ],
    [
      'a death, by which a seat ends',
      board({ people: [row('person:ann', { name: 'Ann', diedOn: '2022-03-03' }), row('person:bo', { name: 'Bo' })] }),
      ['LEARNT person:ann', 'DIED person:ann@UNTIL', 'MOVED affiliation:ann@UNTIL', 'LEFT membership:ann@UNTIL'],
    ],
    [
      'a relation that is recorded, and one that is corrected',
      board({ relations: [row('relation:1', { kind: 'LIES_IN', subject: 'municipality:town', object: 'region:land', from: '2007-01-01' })] }),
      ['TERRITORY_CHANGED relation:1@FROM'],
    ],
  ])('is told: %s', async (_, world, expected) => {
    itIs('2023-01-10');
    expect(await tells(board(), world)).toEqual([FIRST, expected]);
  });

  test('of things that events or lists of corrections do not hold, is told too', async () => {
    const allotted = (count: number): World =>
      board({ seats: [row('seats:town', { by: 'municipality:town', body: 'body:board', count, from: '2021-01-01' })] });
    expect((await tells(board(), allotted(2), allotted(3), board())).slice(2)).toEqual([['CORRECTED seats:town'], ['CORRECTED seats:town gone']]);
  });

  test('is shown as it was by its revision, whatever is recorded later', async () => {
    await seedWorld(graph, board());
    const FIELDS =
      '{ feed { nodes { at event { id latest person { name } } correction { was { ... on Person { name } } is { ... on Person { name } } } recorded { id asOf ... on Person { name } } } } }';
    const before = (await ask(graph, FIELDS)).feed.nodes;
    const renamed = board({
      people: [row('person:ann', { name: 'Anna' }), row('person:bo', { name: 'Bo' })],
      memberships: [{ ...ANN, from: '2021-02-01' }, BO],
    });
    await seedWorld(graph, renamed);
    const after = (await ask(graph, FIELDS)).feed.nodes;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ at: _, ...one }: { at: string }) => one)).toEqual([
      { event: null, correction: { was: {}, is: {} }, recorded: null },
      { event: null, correction: { was: { name: 'Ann' }, is: { name: 'Anna' } }, recorded: null },
      { event: { id: 'event:affiliation:ann@FROM', latest: '2020-01-01', person: { name: 'Anna' } }, correction: null, recorded: null },
      { event: { id: 'event:membership:ann@FROM', latest: '2021-02-01', person: { name: 'Anna' } }, correction: null, recorded: null },
    ]);
  });
});

describe('pages', () => {
  beforeEach(async () => {
    await tells(board(), seats(ANN), seats({ ...ANN, until: '2022-01-01' }, BO));
  });

  test.each([1, 2, 7, 100])('of %d give the same list from every cursor on', async (first) => {
    const { items } = await chain(graph);
    expect(items.length).toBeGreaterThan(FIRST.length);
    expect((await chain(graph, null, first)).items).toEqual(items);
    for (const [index, { cursor }] of items.entries()) expect((await chain(graph, cursor, first)).items).toEqual(items.slice(index + 1));
  });

  test('go on for ever: an empty one has a cursor, behind which is what comes', async () => {
    const { end } = await chain(graph);
    const empty = await page(graph, end);
    expect(empty).toEqual({ nodes: [], endCursor: expect.any(String), hasMore: false });
    expect(await page(graph, end, 0)).toMatchObject({ nodes: [], hasMore: false });
    await seedWorld(graph, seats(ANN, BO));
    expect((await page(graph, end, 0)).hasMore).toBe(true);
    expect((await page(graph, empty.endCursor)).nodes.map(line)).toEqual(['CORRECTED membership:ann']);
  });

  test('are in the order of revisions, and of time', async () => {
    const { items } = await chain(graph);
    const moments = items.map(({ revision, at }) => `${String(revision).padStart(4, '0')} ${at}`);
    expect(moments).toEqual([...moments].sort());
    expect(items.at(-1)?.revision).toBe((await readRevision(graph)).number);
    expect((await ask(graph, '{ graph { revision } }')).graph.revision).toBe(items.at(-1)?.revision);
  });

  test.each([
    ['{ feed(after: "x") { hasMore } }', 'BAD_USER_INPUT', /^after: required: a cursor of this list/],
    ['{ feed(first: 501) { hasMore } }', 'BAD_USER_INPUT', /^first: /],
    ['{ feed(filter: { people: ["person:nobody"] }) { hasMore } }', 'UNKNOWN_ID', /type Person/],
    ['{ feed(filter: { bodies: ["person:ann"] }) { hasMore } }', 'UNKNOWN_ID', /type Body/],
    ['{ feed(filter: { municipality: "region:land" }) { hasMore } }', 'UNKNOWN_ID', /type Municipality/],
  ])('%s is the error %s', async (question, code, message) => {
    expect(await errorsOf(graph, question)).toEqual([{ code, message: expect.stringMatching(message) }]);
  });

  test('a cursor of another filter is an error, of the same in another order none', async () => {
    const { endCursor } = await page(graph, null, 1, { people: ['person:ann', 'person:bo'], kinds: ['RECORDED'] });
    await expect(page(graph, endCursor, 1, { people: ['person:ann'] })).rejects.toThrow(/after: required: a cursor/);
    expect((await page(graph, endCursor, 1, { kinds: ['RECORDED'], people: ['person:bo', 'person:ann', 'person:bo'] })).nodes).toHaveLength(1);
  });
});

/** What a filter lets pass. */
describe('a filter', () => {
  const council = { id: 'body:council', kind: 'COUNCIL', name: 'Council', sources: ['source:1'] };
  const world = board({
    people: ['ann', 'bo', 'cy'].map((name) => row(`person:${name}`, { name })),
    bodies: [row('body:board', { kind: 'BOARD', name: 'Board' }), council],
    affiliations: [
      row('affiliation:ann', { person: 'person:ann', with: 'municipality:town', from: '2020-01-01', until: '2022-01-01' }),
      row('affiliation:ann-2', { person: 'person:ann', with: 'municipality:other', from: '2022-01-01' }),
    ],
    relations: [row('relation:1', { kind: 'GOVERNS', subject: 'body:council', object: 'municipality:town', from: '2007-01-01' })],
    memberships: [ANN, BO, seat('cy', { body: 'body:council', from: '2018-01-01', until: '2022-01-01' })],
    leaves: [row('leave:bo', { membership: 'membership:bo', from: '2023-06-01', until: '2023-07-01' })],
    meetings: [row('meeting:board-1', { body: 'body:board', date: '2022-06-21' })],
    'agenda-items': [row('item:board-1-1', { meeting: 'meeting:board-1', number: '1', title: 'Seats' })],
    decisions: [row('decision:1', { item: 'item:board-1-1', text: 'So be it.', outcome: 'APPROVED' })],
    allocations: [row('allocation:1', { municipality: 'municipality:town', subject: 'Seats', year: 2022, value: 3 })],
  });
  const later = { ...world, memberships: [ANN, seat('cy', { body: 'body:council', from: '2018-01-01', until: '2022-02-01' })], leaves: [] };

  test.each<[object, string[]]>([
    [
      { people: ['person:bo'] },
      [
        'person:bo',
        'JOINED membership:bo@FROM',
        'LEAVE_BEGAN leave:bo@FROM',
        'LEAVE_ENDED leave:bo@UNTIL',
        'LEFT membership:bo@UNTIL',
        'CORRECTED leave:bo gone',
        'CORRECTED membership:bo gone',
      ],
    ],
    [
      { bodies: ['body:council'] },
      ['body:council', 'relation:1', 'JOINED membership:cy@FROM', 'LEFT membership:cy@UNTIL', 'CORRECTED membership:cy', 'LEFT membership:cy@UNTIL'],
    ],
    [{ bodies: ['body:board'], kinds: ['RECORDED'], people: ['person:ann'] }, ['JOINED membership:ann@FROM']],
    [
      { bodies: ['body:board'] },
      [
        'body:board',
        'decision:1',
        'item:board-1-1',
        'meeting:board-1',
        'JOINED membership:ann@FROM',
        'JOINED membership:bo@FROM',
        'LEAVE_BEGAN leave:bo@FROM',
        'LEAVE_ENDED leave:bo@UNTIL',
        'LEFT membership:bo@UNTIL',
        'CORRECTED leave:bo gone',
        'CORRECTED membership:bo gone',
      ],
    ],
    [
      { municipality: 'municipality:town' },
      [
        'allocation:1',
        'municipality:town',
        'person:ann',
        'person:cy',
        'relation:1',
        'JOINED membership:cy@FROM',
        'MOVED affiliation:ann@FROM',
        'JOINED membership:ann@FROM',
        'LEFT membership:cy@UNTIL',
        'MOVED affiliation:ann-2@FROM',
        'MOVED affiliation:ann@UNTIL',
        'CORRECTED membership:cy',
        'LEFT membership:cy@UNTIL',
      ],
    ],
    [{ municipality: 'municipality:other' }, ['municipality:other', 'person:ann', 'MOVED affiliation:ann-2@FROM', 'MOVED affiliation:ann@UNTIL']],
    [{ municipality: 'municipality:other', bodies: ['body:board'] }, []],
    [{ kinds: ['EFFECTIVE'] }, []],
    [{ kinds: [] }, []],
    [{ people: [] }, []],
  ])('%j lets pass what it is about, page by page', async (filter, expected) => {
    itIs('2023-01-10');
    await seedWorld(graph, world);
    await seedWorld(graph, later);
    const { items, end } = await chain(graph, null, 100, filter);
    expect(items.map(line)).toEqual(expected);
    for (const first of [1, 2, 3]) expect((await chain(graph, null, first, filter)).items).toEqual(items);
    for (const [index, { cursor }] of items.entries()) expect((await chain(graph, cursor, 2, filter)).items).toEqual(items.slice(index + 1));
    expect((await page(graph, end, 1, filter)).nodes).toEqual([]);
  });

  test('may name what is recorded no longer, and whom another record leads to', async () => {
    await seedWorld(graph, world);
    const filter = { people: ['person:cy'] };
    const { end } = await chain(graph, null, 100, filter);
    const merged = { ...world, merges: [row('merge:1', { keep: 'person:bo', gone: 'person:cy' })] };
    await seedWorld(graph, merged);
    expect(await lines(graph, end, filter)).toContain('CORRECTED person:cy gone');
    expect(await lines(graph, null, { people: ['person:bo'] })).toEqual(expect.arrayContaining(['JOINED membership:cy@FROM', 'JOINED membership:bo@FROM']));
    const gone = {
      ...world,
      bodies: [council],
      memberships: [seat('cy', { body: 'body:council', from: '2018-01-01' })],
      leaves: [],
      meetings: [],
      'agenda-items': [],
      decisions: [],
    };
    await seedWorld(graph, gone);
    expect(await lines(graph, null, { bodies: ['body:board'] })).toContain('CORRECTED body:board gone');
  });
});

describe('what was told is told for ever', () => {
  const clerk = () => clerkOf(graph, ADMIN);
  const said = async (...acts: object[]): Promise<Told> => {
    const told = await clerk().record(acts, { source: { recorded: 'source:1' } });
    expect(told).toMatchObject({ status: 'WRITTEN', problems: [] });
    return told;
  };
  /** All items until now, after those of before. */
  const goneOn = async (before: readonly Item[]): Promise<Item[]> => {
    const { items } = await chain(graph);
    expect(items.slice(0, before.length)).toEqual(before);
    expect(items.every(({ correction }) => !correction || correction.was !== null || correction.is !== null)).toBe(true);
    expect(items.map(line).join()).not.toContain('merge:');
    return items;
  };
  /** What was corrected by what came after some items, and was not recorded before. */
  const unknownBefore = (items: readonly Item[], before: readonly Item[]): string[] =>
    items.slice(before.length).flatMap(({ correction }) => (correction && !correction.was ? [correction.id.split('@')[0] as string] : []));

  test('though what it is of is another person\u2019s since, and then not any more', async () => {
    await seedWorld(graph, board({ parties: [row('party:red', { name: 'Red' })] }));
    await said({ addPerson: { id: 'person:anne', name: 'Anne' } });
    await said(
      {
        list: { body: 'body:board', on: '2022-06-21', complete: false, members: [{ id: 'membership:anne', person: { id: 'person:anne' }, role: 'OBSERVER' }] },
      },
      { affiliate: { id: 'affiliation:anne', person: 'person:anne', with: 'party:red', from: '2020-01-01' } },
      { appoint: { id: 'membership:anne-2', person: { id: 'person:anne' }, body: 'body:board', role: 'SUBSTITUTE', from: '2022-01-01' } },
      { standIn: { id: 'stand-in:anne', substitute: 'membership:anne-2', holder: 'membership:ann', from: '2022-02-01', ends: { until: '2022-03-01' } } },
    );
    await said(
      { correct: { thing: 'membership:anne', set: { title: 'guest' }, why: 'As printed.' } },
      { correct: { thing: 'affiliation:anne', set: { from: '2020-02-01' }, why: 'As printed.' } },
      { correct: { thing: 'stand-in:anne', set: { from: '2022-02-02' }, why: 'As printed.' } },
    );
    let before = await goneOn([]);
    let told = await said({ mergePeople: { keep: 'person:bo', gone: 'person:anne', why: 'One.' } });
    for (let times = 0; times < 4; times += 1) {
      const items = await goneOn(before);
      expect(items.slice(before.length).map(line)).toEqual(expect.arrayContaining(['CORRECTED membership:anne', 'CORRECTED affiliation:anne']));
      // It is gone by a merge, and there again without one.
      expect(unknownBefore(items, before)).toEqual(times % 2 ? ['correction:person:anne'] : []);
      before = items;
      told = await clerk().undo(told.entry?.id);
      expect(told.status).toBe('WRITTEN');
    }
  });

  test('but by what else somebody was known, once they are erased', async () => {
    await seedWorld(graph, board());
    await said({ addPerson: { id: 'person:cy', name: 'Cy Ulf', identifiers: [{ scheme: 'web', value: 'cy-ulf' }], municipality: 'municipality:town' } });
    await said({ identify: { thing: 'person:cy', identifier: { scheme: 'wikidata', value: 'Q5' }, from: '2022' } });
    const { items } = await chain(graph);
    expect(items.map(line).join()).toContain('identifier:person:cy:');
    await said({ erase: { person: 'person:cy', why: 'Asked.' } });
    const after = (await chain(graph)).items.map(line);
    expect(after).toEqual(expect.arrayContaining(['person:erased-1']));
    expect(after.join()).not.toContain('identifier:');
    const places = new Set(items.map(({ cursor }) => cursor));
    const left = (await chain(graph)).items;
    for (const [at, { cursor }] of left.entries()) if (places.has(cursor)) expect((await chain(graph, cursor)).items).toEqual(left.slice(at + 1));
    expect((await chain(graph, items.at(-1)?.cursor)).items.every(({ cursor }) => !places.has(cursor))).toBe(true);
  });
});
