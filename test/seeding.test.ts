import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkFolders } from '../src/exchange/check.js';
import { readDataSet } from '../src/exchange/data-set.js';
import { bundledFolders } from '../src/exchange/data-sets.js';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph, Reader } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { keptByAll } from '../src/write/kept-rows.js';
import type { WordRow } from '../src/write/rows.js';
import { type Files, HEAD, folderOf, refusalOf } from './folders.js';
import { emptyGraph, seededGraph } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const people = (count: number): Files => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Alle.' }],
  people: Array.from({ length: count }, (_, at) => ({ id: `person:p${at}`, name: `P ${at}`, sources: S })),
});

describe('a data set that would retract much', () => {
  test('is refused, and nothing is written, unless it says so; what is wrong beside that is told too', async () => {
    await seedFolders(graph, [folderOf(people(100))]);
    const before = await readRevision(graph);
    const half = folderOf({ ...people(50), bodies: [{ id: 'body:x', kind: 'FORUM', name: 'X', sources: ['source:9'] }] });
    expect(await refusalOf(seedFolders(graph, [half]))).toEqual([
      ': required: a data set that retracts at most a tenth of its rows, or --retract; given: world, which would retract 50 of 102 rows',
      'bodies.json, body:x, row 1, `sources.0`: required: the id of a thing that is known; given: source:9',
    ]);
    expect(await readRevision(graph)).toEqual(before);
    expect(await refusalOf(seedFolders(graph, [folderOf(people(50))], { mode: 'CHECK' }))).toHaveLength(1);
    expect(await seedFolders(graph, [folderOf(people(50))], { retract: true })).toMatchObject([{ retracted: 50, rows: 52 }]);
  });

  test('is not asked about fewer than twenty rows, or a tenth', async () => {
    await seedFolders(graph, [folderOf(people(30))]);
    expect(await seedFolders(graph, [folderOf(people(11))])).toMatchObject([{ retracted: 19 }]);
    await seedFolders(graph, [folderOf(people(248))]);
    expect(await seedFolders(graph, [folderOf(people(223))])).toMatchObject([{ retracted: 25 }]);
  });

  test('is not thought to retract what stands in a file that cannot be read', async () => {
    await seedFolders(graph, [folderOf(people(100))]);
    expect(await refusalOf(seedFolders(graph, [folderOf({ ...people(100), people: '[' })]))).toEqual([
      'people.json: required: JSON; given: in line 1: a file that ends before it is complete',
    ]);
  });
});

describe('a rehearsal', () => {
  test('of data sets that build on each other says what seeding them says, and writes nothing', async () => {
    const folders = [
      folderOf({ ...people(1), dataset: { ...HEAD, id: 'first' } }),
      folderOf({ people: [{ id: 'person:x', name: 'X', sources: S }], dataset: { ...HEAD, id: 'second', after: ['first'] } }),
    ];
    const rehearsed = await seedFolders(graph, folders, { mode: 'CHECK' });
    expect(await readRevision(graph)).toMatchObject({ number: 0, at: 0, writing: false });
    expect(await seedFolders(graph, folders)).toEqual(rehearsed);
    expect(rehearsed).toMatchObject([{ recorded: 3 }, { recorded: 1 }]);
  });
});

test('where one of several data sets is refused, none that comes after it is written', async () => {
  const good = (id: string) => folderOf({ ...people(1), dataset: { ...HEAD, id } });
  const bad = folderOf({ people: [{ id: 'person:x', name: 'X', sources: ['source:9'] }], dataset: { ...HEAD, id: 'bad' } });
  await refusalOf(seedFolders(graph, [bad, good('good')]));
  expect((await readRevision(graph)).number).toBe(0);
  const wrong = folderOf({ people: '[', dataset: { ...HEAD, id: 'wrong' } });
  await refusalOf(seedFolders(graph, [good('good'), wrong]));
  expect((await readRevision(graph)).number).toBe(0);
});

test('files that are written otherwise and say the same write nothing', async () => {
  await seedFolders(graph, [folderOf(people(3))]);
  const before = await readRevision(graph);
  const spaced = Object.fromEntries(Object.entries(people(3)).map(([name, rows]) => [name, JSON.stringify([...(rows as object[])].reverse(), null, 2)]));
  expect(await seedFolders(graph, [folderOf(spaced)])).toMatchObject([{ committed: null }]);
  expect(await readRevision(graph)).toEqual(before);
});

describe('checking folders', () => {
  const onSundhed = (more: Files = {}) =>
    folderOf({
      dataset: { ...HEAD, after: ['sundhed'] },
      people: [{ id: 'person:x', name: 'X', sources: ['source:mine'] }],
      documents: [{ id: 'doc:mine', title: 'Mine', kind: 'register', issuer: 'body:kkr-syddanmark', date: '2026-01-01' }],
      sources: [{ id: 'source:mine', document: 'doc:mine', quote: 'X.' }],
      ...more,
    });

  test('that build on what comes along says nothing that is not so, as seeding does', async () => {
    expect(await checkFolders([onSundhed()])).toMatchObject([{ rows: 3 }]);
    const bad = onSundhed({ people: [{ id: 'person:x', name: 'X', sources: ['source:other'] }] });
    const said = ['people.json, person:x, row 1, `sources.0`: required: the id of a thing that is known; given: source:other'];
    expect(await refusalOf(checkFolders([bad]))).toEqual(said);
    const seeded = await seededGraph();
    expect(await refusalOf(seedFolders(seeded, [bad]))).toEqual(said);
    expect(await seedFolders(seeded, [onSundhed()])).toMatchObject([{ recorded: 3 }]);
    await seeded.close();
  });

  test('finds what they build on in a graph where it is neither given nor comes along, and asks no graph otherwise', async () => {
    await seedFolders(graph, [folderOf({ ...people(1), dataset: { ...HEAD, id: 'first' } })]);
    const second = folderOf({ people: [{ id: 'person:x', name: 'X', sources: S }], dataset: { ...HEAD, id: 'second', after: ['first'] } });
    let asked = 0;
    const readWritten = async () => {
      asked += 1;
      const rows: WordRow[] = [];
      for await (const { row } of keptByAll(graph)) rows.push(row);
      return { writers: ['first'], rows };
    };
    expect(await checkFolders([second], readWritten)).toMatchObject([{ dataSet: 'second', rows: 1 }]);
    expect(asked).toBe(1);
    expect(await refusalOf(checkFolders([second]))).toEqual(['dataset.json, `after`: required: a data set that is given too, or in the graph; given: first']);
    await checkFolders([onSundhed()], readWritten);
    expect(asked).toBe(1);
  });
});

test('a large data set is read in turns: what else waits has its own between them', async () => {
  const turns: number[] = [];
  const timer = setInterval(() => turns.push(performance.now()), 1);
  const began = performance.now();
  const { rows, problems } = await readDataSet('seeds/valg-2025');
  const took = performance.now() - began;
  clearInterval(timer);
  expect([rows.length > 9_000, problems]).toEqual([true, []]);
  const gaps = [...turns, began + took].map((at, place) => at - (turns[place - 1] ?? began));
  expect(Math.max(...gaps)).toBeLessThan(took / 3);
});

/** Counts the rows that are read. */
const counting = (one: Graph): { graph: Graph; read: () => number; names: () => Record<string, number> } => {
  const names: Record<string, number> = {};
  const watching = <R extends Reader>(reader: R): R => ({
    ...reader,
    read: async (query, params, withinMs) => {
      const rows = await reader.read(query, params, withinMs);
      names[query.name] = (names[query.name] ?? 0) + rows.length;
      return rows;
    },
  });
  return {
    graph: { ...watching(one), write: (work) => one.write((tx) => work(watching(tx))) },
    read: () => Object.values(names).reduce((sum, count) => sum + count, 0),
    names: () => names,
  };
};

test('reads only what a change touches: one name of two thousand rows', async () => {
  const seeded = await seededGraph();
  const folder = mkdtempSync(join(tmpdir(), 'mandat-denmark-'));
  cpSync(bundledFolders().find((one) => one.endsWith('denmark')) as string, folder, { recursive: true });
  const file = join(folder, 'parties.json');
  const parties = JSON.parse(readFileSync(file, 'utf8')) as { name: string }[];
  (parties[0] as { name: string }).name += ' X';
  writeFileSync(file, JSON.stringify(parties));
  const counted = counting(seeded);
  expect(await seedFolders(counted.graph, [folder])).toMatchObject([{ corrected: 1, recorded: 0, retracted: 0 }]);
  expect({ read: counted.read(), isFew: counted.read() <= 50, of: counted.names() }).toMatchObject({ isFew: true });
  rmSync(folder, { recursive: true });
  await seeded.close();
});
