import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { Person } from '../src/words/people/definition.js';
import { commit } from '../src/write/commit.js';
import { recordTransaction, settle } from '../src/write/transaction.js';
import { writeNodes } from '../src/write/versions.js';
import { ANN, BO, FIRST, board, chain, itIs, line, lines, page, realTime, seat, seats } from './feed-world.js';
import { type World, anotherGraph, emptyGraph, onNeo4j, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterEach(realTime);
afterAll(() => graph.close());

describe('a day', () => {
  const effective = (items: readonly string[]): string[] => items.filter((one) => one.startsWith('*'));
  const turns = { kinds: ['EFFECTIVE'] };

  test('turns by a revision of its own when the feed is first asked on it, once', async () => {
    itIs('2023-04-30');
    await seedWorld(graph, board());
    const { end } = await chain(graph);
    const { number } = await readRevision(graph);
    itIs('2023-05-01');
    const [first, second] = [await chain(graph, end), await chain(graph, end)];
    expect(first.items.map(line)).toEqual(['* JOINED membership:bo@FROM']);
    expect(first.items[0]).toMatchObject({ kind: 'EFFECTIVE', revision: number + 1, at: expect.stringMatching(/^2023-05-01/) });
    expect(second).toEqual(first);
    expect((await readRevision(graph)).number).toBe(number + 1);
  });

  test('turns before what is first written on it', async () => {
    itIs('2023-04-30');
    await seedWorld(graph, board());
    itIs('2023-05-01');
    await seedWorld(graph, seats(ANN));
    expect((await lines(graph)).slice(FIRST.length)).toEqual(['* JOINED membership:bo@FROM', 'CORRECTED membership:bo gone']);
    expect((await readRevision(graph)).number).toBe(3);
  });

  test('without anything on it moves the revision all the same, and the same files still write nothing', async () => {
    itIs('2023-02-01');
    await seedWorld(graph, board());
    itIs('2023-02-02');
    expect(await lines(graph)).toEqual(FIRST);
    const before = await readRevision(graph);
    expect(before.number).toBe(2);
    await seedWorld(graph, board());
    expect(await readRevision(graph)).toEqual(before);
  });

  test.each<[string, [day: string, world: World | null][], string[]]>([
    [
      'days that were missed come first, in their order',
      [
        ['2023-04-01', board()],
        ['2024-06-01', null],
      ],
      ['* JOINED membership:bo@FROM', '* LEFT membership:bo@UNTIL'],
    ],
    [
      'what is recorded on its day, or after it, is not told again',
      [
        ['2023-04-30', seats(ANN)],
        ['2023-05-01', board()],
        ['2023-05-02', null],
      ],
      [],
    ],
    [
      'what was retracted before its day never comes',
      [
        ['2023-04-01', board()],
        ['2023-04-20', seats(ANN)],
        ['2023-06-01', null],
      ],
      [],
    ],
    [
      'what was moved comes on its new day alone',
      [
        ['2023-04-01', board()],
        ['2023-04-20', seats(ANN, { ...BO, from: '2023-05-10' })],
        ['2023-05-05', null],
        ['2023-05-10', null],
      ],
      ['* JOINED membership:bo@FROM'],
    ],
    [
      'what was moved after its day comes again',
      [
        ['2023-04-01', board()],
        ['2023-05-01', null],
        ['2023-05-02', seats(ANN, { ...BO, from: '2023-05-10' })],
        ['2023-05-20', null],
      ],
      ['* JOINED membership:bo@FROM', '* JOINED membership:bo@FROM'],
    ],
    [
      'what was only corrected after its day does not',
      [
        ['2023-04-01', board()],
        ['2023-05-01', null],
        ['2023-05-02', seats(ANN, { ...BO, sources: ['source:2'] })],
        ['2023-05-20', null],
      ],
      ['* JOINED membership:bo@FROM'],
    ],
    [
      'what begins in a month comes on its last day',
      [
        ['2023-04-01', seats(ANN, { ...BO, from: '2023-05' })],
        ['2023-05-30', null],
        ['2023-05-31', null],
      ],
      ['* JOINED membership:bo@FROM'],
    ],
    [
      'what nobody tells does not come',
      [
        ['2023-04-01', seats(ANN, seat('bo', { seen: [{ on: '2022-06-21', in: 'doc:1' }] }))],
        ['2024-06-01', null],
      ],
      [],
    ],
  ])('comes: %s', async (_, days, expected) => {
    for (const [day, world] of days) {
      itIs(day);
      if (world) await seedWorld(graph, world);
      await chain(graph);
    }
    expect(effective(await lines(graph))).toEqual(expected);
    expect(await lines(graph, null, turns)).toEqual(expected);
    for (const first of [1, 2]) expect((await chain(graph, null, first, turns)).items.map(line)).toEqual(expected);
  });

  test('that has come does not stop who looked at the graph before from writing', async () => {
    itIs('2023-04-30');
    await seedWorld(graph, board());
    const { number } = await readRevision(graph);
    itIs('2023-05-01');
    await chain(graph);
    const source = { id: 'editor', title: null, date: null, terms: null, hash: '' };
    const put = [{ word: 'people', row: { id: 'person:dee', name: 'Dee', sources: ['source:1'] } }];
    const write = (expectedRevision: number) =>
      commit(graph, { source, put, remove: [], expectedRevision, referredTo: 'REFUSE', judge: false } as never, 'WRITE');
    await expect(write(number + 2)).rejects.toThrow(/revision: required/);
    expect((await write(number)).revision).toBe(number + 2);
    await expect(write(number)).rejects.toThrow(/revision: required/);
  });
});

describe('a page that is read while something is written', () => {
  test('holds nothing of that, and the next one all of it', async () => {
    await seedWorld(graph, board());
    const { end } = await chain(graph);
    await recordTransaction(graph, async (tx, at) => {
      await writeNodes(tx, [{ element: Person.of('person:new', { name: 'New' } as never), because: 'RECORDED' }], at);
      expect(await page(graph, end)).toMatchObject({ nodes: [], hasMore: false });
    });
    expect(await lines(graph, end)).toEqual(['person:new']);
  });

  test('is behind what is settled, where that could not be said', async () => {
    await seedWorld(graph, board());
    const { end } = await chain(graph);
    let writes = 0;
    const failing: Graph = { ...graph, commitsWhole: false, write: (work) => ((writes += 1) > 2 ? Promise.reject(new Error('gone')) : graph.write(work)) };
    await seedWorld(failing, seats(ANN)).catch(() => undefined);
    expect([writes, (await readRevision(graph)).number]).toEqual([3, 2]);
    expect(await lines(graph, end)).toEqual([]);
    await settle(graph);
    expect(await lines(graph, end)).toEqual(['CORRECTED membership:bo gone']);
  });
});

onNeo4j('two servers on one graph', () => {
  test('turn a day once, and a chain goes on at either', async () => {
    itIs('2023-04-30');
    await seedWorld(graph, board());
    const { end } = await chain(graph);
    const other = await anotherGraph();
    try {
      itIs('2023-05-01');
      const [here, there] = await Promise.all([chain(graph, end), chain(other, end)]);
      const all = [...new Set([...here.items, ...there.items].map(line))];
      expect(all).toEqual(['* JOINED membership:bo@FROM']);
      await seedWorld(other, seats(ANN));
      expect(await lines(graph, end)).toEqual(['* JOINED membership:bo@FROM', 'CORRECTED membership:bo gone']);
    } finally {
      await other.close();
    }
  });
});
