import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld } from './world.js';

const S = { sources: ['source:register'] };
const place = (slug: string, code: string, more: object) => ({ id: `municipality:${slug}`, code, name: slug, ...S, ...more });
const worldOf = (...municipalities: object[]): World => ({
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'as printed' }],
  municipalities,
});

// One that is no more when another takes its place, and one of which nobody says how many live in it.
const OLD = place('old', '0101', {
  existence: { from: '1970-04-01', until: '2007-01-01' },
  population: [
    { year: 2005, people: 900 },
    { year: 2006, people: 950 },
  ],
});
const NEW = place('new', '0101', {
  existence: { from: '2007-01-01' },
  population: [
    { year: 2010, people: 2100 },
    { year: 2007, people: 2000, basis: 'INFERRED', reason: 'The two before it together.', ...S },
  ],
});
const EMPTY = place('empty', '0102', {});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, worldOf(OLD, NEW, EMPTY));
});
afterAll(() => graph.close());

const population = async (of: Graph, slug: string, lens: string, year = ''): Promise<number | null> =>
  (await ask(of, `{ municipality(id: "municipality:${slug}"${lens}) { population${year} } }`)).municipality.population;

test.each([
  ['old', '2006-12-31', 950],
  ['old', '2005-06-01', 900],
  ['old', '2004-12-31', null],
  ['old', '2007-01-01', null],
  ['new', '2007-01-01', 2000],
  ['new', '2009-12-31', 2000],
  ['new', '2010-01-01', 2100],
  ['new', '2030-01-01', 2100],
  ['empty', '2010-01-01', null],
])('of %s on %s: %p', async (slug, asOf, expected) => expect(await population(graph, slug, `, asOf: "${asOf}"`)).toBe(expected));

test.each([
  ['old', 2005, 900],
  ['old', 2007, null],
  ['new', 2007, 2000],
  ['new', 2008, null],
])('of %s in %i, whatever the day: %p', async (slug, year, expected) => {
  const on = (asOf: string) => population(graph, slug, `, asOf: "${asOf}"`, `(year: ${year})`);
  expect([await on('1999-01-01'), await on('2020-01-01')]).toEqual([expected, expected]);
});

test('of many municipalities costs one query', async () =>
  expect(await queriesOf(graph, '{ municipalities(asOf: "2020-01-01") { nodes { population } } }')).toEqual([
    'places/municipalities/list',
    'population/by-municipality-ids',
  ]));

test('a year is one of four digits', async () =>
  expect(await errorsOf(graph, '{ municipality(id: "municipality:new") { population(year: 10000) } }')).toMatchObject([{ code: 'BAD_USER_INPUT' }]));

test('a year is counted once', async () => {
  const twice = place('new', '0101', { population: [...['1', '2'].map((people) => ({ year: 2010, people: Number(people) }))] });
  await expect(seedWorld(graph, worldOf(OLD, twice, EMPTY))).rejects.toThrow(/each year of the population once; given: 2010 twice/);
});

describe('what is corrected, withdrawn, or said by two registers', () => {
  let other: Graph;
  beforeAll(async () => {
    other = await emptyGraph();
  });
  afterAll(() => other.close());
  const counting = (...counts: (readonly [year: number, people: number])[]) =>
    worldOf(place('x', '0103', counts.length > 0 ? { population: counts.map(([year, people]) => ({ year, people })) } : {}));

  test('is as the record had it', async () => {
    const times: string[] = [];
    for (const world of [counting([2020, 10], [2021, 11]), counting([2020, 12], [2021, 11]), counting([2021, 11]), counting()]) {
      await seedWorld(other, world);
      times.push(new Date((await readRevision(other)).at).toISOString());
    }
    const known = (year: number) => Promise.all(times.map((at) => population(other, 'x', `, knownAt: "${at}"`, `(year: ${year})`)));
    expect([await known(2020), await known(2021)]).toEqual([
      [10, 12, null, null],
      [11, 11, 11, null],
    ]);
  });

  test('adds up, and of one year is what the first says', async () => {
    await seedWorld(other, counting([2020, 10]), { id: 'a', title: 'A' });
    await seedWorld(other, counting([2020, 12], [2022, 13]), { id: 'b', title: 'B' });
    const all = [2020, 2021, 2022].map((year) => population(other, 'x', '', `(year: ${year})`));
    expect(await Promise.all(all)).toEqual([10, null, 13]);
  });
});
