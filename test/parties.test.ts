import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { SeedError } from '../src/exchange/problems.js';
import { ask, emptyGraph, errorsOf, seedWorld, seededGraph } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const world = (list: object) => ({
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Listerne.' }],
  municipalities: [{ id: 'municipality:by', code: '0999', name: 'By', sources: S }],
  parties: [{ id: 'party:list', name: 'Listen', sources: S, ...list }],
});
const LOCAL = { scope: 'LOCAL', municipality: 'municipality:by' };
const whereItRuns = async (lens = '') => (await ask(graph, `{ party(id: "party:list"${lens}) { scope municipality { name } } }`)).party;

test.each([
  ['in the country, where nobody says', {}, { scope: 'NATIONAL', municipality: null }],
  ['in a municipality', LOCAL, { scope: 'LOCAL', municipality: { name: 'By' } }],
  ['in one that is not known', { scope: 'LOCAL' }, { scope: 'LOCAL', municipality: null }],
])('a party runs %s', async (_, list, expected) => {
  await seedWorld(graph, world(list));
  expect(await whereItRuns()).toEqual(expected);
});

test('where a list runs is as the record had it', async () => {
  await seedWorld(graph, world({}));
  const { at } = await readRevision(graph);
  await seedWorld(graph, world(LOCAL));
  expect([await whereItRuns(), await whereItRuns(`, knownAt: "${new Date(at).toISOString()}"`)]).toMatchObject([{ scope: 'LOCAL' }, { scope: 'NATIONAL' }]);
});

test.each([{ municipality: 'municipality:by' }, { ...LOCAL, scope: 'NATIONAL' }, { ...LOCAL, municipality: 'municipality:x' }])(
  'a list of one municipality says that it is local: %j is refused',
  async (list) => {
    await expect(seedWorld(graph, world(list))).rejects.toThrow(SeedError);
  },
);

test('the lists with letters of their own in the data that come along run where they are named', async () => {
  await graph.close();
  graph = await seededGraph();
  const { nodes } = await ask(
    graph,
    '{ nodes(ids: ["party:aeroes-fremtid", "party:velfaerdslisten-randers", "party:venstre"]) { ... on Party { scope municipality { name } } } }',
  );
  expect(nodes).toEqual([
    { scope: 'LOCAL', municipality: { name: 'Ærø' } },
    { scope: 'LOCAL', municipality: { name: 'Randers' } },
    { scope: 'NATIONAL', municipality: null },
  ]);
});

describe('a letter that a national party and local lists share', () => {
  const held = (id: string, more: object, ...letters: object[]) => ({
    id: `party:${id}`,
    name: id,
    sources: S,
    letters: letters.map((dates) => ({ text: 'Æ', ...dates, sources: S })),
    ...more,
  });
  const list = (place: string) => ({ scope: 'LOCAL', municipality: `municipality:${place}` });
  const ALWAYS = { from: '2010-01-01', until: '2030-01-01' };
  const parties = [
    held('first', {}, { from: '2012-01-01', until: '2016-01-01' }),
    held('second', {}, { from: '2022', until: '2030-01-01' }),
    held('by-1', list('by'), ALWAYS),
    held('oe-1', list('oe'), ALWAYS),
    held('oe-2', list('oe'), { from: '2020-01-01', until: '2021' }),
  ];
  beforeEach(async () => {
    const municipalities = ['by', 'oe', 'aa'].map((name, at) => ({ id: `municipality:${name}`, code: `000${at}`, name, sources: S }));
    await seedWorld(graph, { ...world({}), municipalities, parties });
  });

  test.each([
    ['2013-01-01', '', 'party:first'],
    ['2013-01-01', 'municipality: "municipality:by"', 'party:by-1'],
    ['2013-01-01', 'municipality: "municipality:aa"', 'party:first'],
    ['2022-06-01', '', 'party:second'],
    ['2022-06-01', 'municipality: "municipality:oe"', 'party:oe-1'],
    ['2021-06-01', 'municipality: "municipality:oe"', 'party:oe-1'],
    ['2018-01-01', 'municipality: "municipality:by"', 'party:by-1'],
    ['2018-01-01', 'municipality: "municipality:aa"', null],
    ['2031-01-01', '', null],
  ])('on %s means, %s, %s', async (asOf, municipality, id) => {
    const found = (await ask(graph, `{ party(letter: "Æ", asOf: "${asOf}" ${municipality}) { id } }`)).party;
    expect(found?.id ?? null).toBe(id);
  });

  test.each([
    ['2018-01-01', '', 'AMBIGUOUS'],
    ['2020-06-01', 'municipality: "municipality:oe"', 'AMBIGUOUS'],
    ['2020-06-01', 'municipality: "municipality:x"', 'UNKNOWN_ID'],
  ])('on %s is, %s, the error %s', async (asOf, municipality, code) =>
    expect(await errorsOf(graph, `{ party(letter: "Æ", asOf: "${asOf}" ${municipality}) { id } }`)).toMatchObject([{ code }]),
  );

  test('a municipality is asked beside a letter alone', async () =>
    expect(await errorsOf(graph, '{ party(id: "party:first", municipality: "municipality:by") { id } }')).toMatchObject([{ code: 'BAD_USER_INPUT' }]));
});

describe('a letter that a party leaves behind', () => {
  const OVER = { existence: { from: '2000-01-01', until: '2020-01-01' } };
  const YOUNG = { existence: { from: '2020-01-01', open: true } };
  const since = (from: string) => ({ from, open: true });
  const lettered = (id: string, existence: object, dates: object) => ({
    id: `party:${id}`,
    name: id,
    sources: S,
    ...existence,
    letters: [{ text: 'M', ...dates, sources: S }],
  });
  const seeded = (oldOne: object, dates: object, youngOne: object, youngDates: object) =>
    seedWorld(graph, { ...world({}), parties: [lettered('old', oldOne, dates), lettered('young', youngOne, youngDates)] });
  const meant = (asOf: string) => `{ party(letter: "M", asOf: "${asOf}") { id letter } }`;

  test.each([
    ['dated', OVER, since('2000-01-01'), YOUNG, since('2020-01-01')],
    ['undated', OVER, {}, YOUNG, since('2020-01-01')],
    ['undated both times', OVER, {}, YOUNG, {}],
    ['dated as if the young had it before it was there', OVER, since('2000-01-01'), YOUNG, since('1990-01-01')],
  ])('means who is there: %s', async (_, oldOne, dates, youngOne, youngDates) => {
    await seeded(oldOne, dates, youngOne, youngDates);
    const found = await Promise.all(['2019-12-31', '2020-01-01', '2021-01-01'].map(async (asOf) => (await ask(graph, meant(asOf))).party));
    expect(found).toEqual(['old', 'young', 'young'].map((id) => ({ id: `party:${id}`, letter: 'M' })));
    const { party } = await ask(graph, '{ party(id: "party:old", asOf: "2021-01-01") { phase letter } }');
    expect(party).toEqual({ phase: 'FORMER', letter: null });
  });

  test.each([
    ['of two that are there', { existence: { from: '2000-01-01', until: '2022-01-01' } }, since('2000-01-01'), '2021-01-01'],
    ['where the end of the old is not told', { existence: since('2000-01-01') }, since('2000-01-01'), '2021-01-01'],
    ['where nobody says when the old is there', {}, since('2000-01-01'), '2021-01-01'],
  ])('is ambiguous %s', async (_, oldOne, dates, asOf) => {
    await seeded(oldOne, dates, YOUNG, since('2020-01-01'));
    expect(await errorsOf(graph, meant(asOf))).toMatchObject([{ code: 'AMBIGUOUS' }]);
  });
});

describe('the colour of a party', () => {
  const colourOf = async (lens = '') => (await ask(graph, `{ party(id: "party:list"${lens}) { colour } }`)).party.colour;

  test('is what a source says, as the record had it', async () => {
    await seedWorld(graph, world({}));
    const { at } = await readRevision(graph);
    await seedWorld(graph, world({ colour: '#cc0033' }));
    expect([await colourOf(), await colourOf(`, knownAt: "${new Date(at).toISOString()}"`)]).toEqual(['#cc0033', null]);
  });

  test.each(['red', '#C03', '#CC0033'])('%s is refused', async (colour) => {
    await expect(seedWorld(graph, world({ colour }))).rejects.toThrow(/a colour such as/);
  });
});
