import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from './world.js';

const S = { sources: ['source:register'] };
const SOURCES = {
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'as printed' }],
};
const OLD = { from: '1970-04-01', until: '2007-01-01' };
const NEW = { from: '2007-01-01', open: true };

const named = (id: string, existence?: object, more: object = {}) => ({
  id,
  name: id.slice(id.indexOf(':') + 1),
  ...(existence && { existence }),
  ...S,
  ...more,
});
const place = (slug: string, code: string, existence?: object) => named(`municipality:${slug}`, existence, { code });
const succeeds = (later: string, earlier: string, dates: object) => ({
  id: `relation:${`${later}-after-${earlier}`.replaceAll(':', '-')}`,
  kind: 'SUCCEEDS',
  subject: later,
  object: earlier,
  ...dates,
  ...S,
});

const REFORM = { from: '2007-01-01' };
// Six become three: two merge, one is split between them and another, and one goes on under its id and absorbs.
const PLACES: World = {
  ...SOURCES,
  municipalities: [
    place('alby', '0401', OLD),
    place('bro', '0403', OLD),
    place('cort', '0405', OLD),
    place('dal', '0407', OLD),
    place('bro-2007', '0403', NEW),
    place('east', '0411', { from: '1970-04-01', open: true }),
    place('lone', '0413'),
  ],
  regions: [named('region:north', { until: '2027-01-01' }), named('region:south', { until: '2027-01-01' }), named('region:east', { from: '2027-01-01' })],
  relations: [
    succeeds('municipality:bro-2007', 'municipality:bro', REFORM),
    succeeds('municipality:bro-2007', 'municipality:alby', REFORM),
    succeeds('municipality:bro-2007', 'municipality:cort', REFORM),
    succeeds('municipality:east', 'municipality:cort', REFORM),
    succeeds('municipality:east', 'municipality:dal', REFORM),
    succeeds('region:east', 'region:north', { from: '2027-01-01' }),
    succeeds('region:east', 'region:south', { from: '2027-01-01' }),
  ],
};

// One splits in two of which one goes by its letter; another follows it on a day that nobody says.
const PARTIES: World = {
  ...SOURCES,
  parties: [
    named('party:union', { from: '1990-05-01', until: '2013-02-06' }),
    named('party:green', { from: '2013-02-06' }),
    named('party:red', { from: '2013-02' }),
    named('party:later'),
  ],
  relations: [
    succeeds('party:green', 'party:union', { from: '2013-02-06' }),
    succeeds('party:red', 'party:union', { from: '2013-02' }),
    succeeds('party:later', 'party:red', { undated: 'Not said.' }),
  ],
};

const graphs: Graph[] = [];
const seeded = async (world: World): Promise<Graph> => {
  const graph = await emptyGraph();
  graphs.push(graph);
  await seedWorld(graph, world);
  return graph;
};
afterAll(async () => {
  for (const graph of graphs) await graph.close();
});

const slugs = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id.slice(id.indexOf(':') + 1));

/** What a thing of a type succeeds on a day, and what succeeds it. */
const around = async (graph: Graph, type: string, id: string, lens: string): Promise<[string[], string[]]> => {
  const source = `{ node(id: "${id}", ${lens}) { ... on ${type} { predecessors { id } successors { id } } } }`;
  const { predecessors, successors } = (await ask(graph, source)).node;
  return [slugs(predecessors), slugs(successors)];
};

describe('municipalities and regions', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seeded(PLACES);
  });

  test.each([
    ['the day before a reform', 'municipality:bro', '2006-12-31', [], []],
    ['the day of it', 'municipality:bro', '2007-01-01', [], ['bro-2007']],
    ['long after it', 'municipality:bro-2007', '2020-01-01', ['alby', 'bro', 'cort'], []],
    ['long before it exists', 'municipality:bro-2007', '1990-01-01', ['alby', 'bro', 'cort'], []],
    ['of one that is split', 'municipality:cort', '2020-01-01', [], ['bro-2007', 'east']],
    ['of one that goes on and absorbs', 'municipality:east', '2007-01-01', ['cort', 'dal'], []],
    ['of one that goes on, before', 'municipality:east', '2006-12-31', [], []],
    ['of one of which nothing is said', 'municipality:lone', '2020-01-01', [], []],
  ])('on %s: %s, %s', async (_, id, asOf, before, after) => expect(await around(graph, 'Municipality', id, `asOf: "${asOf}"`)).toEqual([before, after]));

  test.each([
    ['2026-12-31', 'region:north', [], []],
    ['2027-01-01', 'region:north', [], ['east']],
    ['2026-12-31', 'region:east', ['north', 'south'], []],
  ])('regions, on %s: %s', async (asOf, id, before, after) => expect(await around(graph, 'Region', id, `asOf: "${asOf}"`)).toEqual([before, after]));

  test('each is seen on the day that was asked', async () =>
    expect(await ask(graph, '{ municipality(id: "municipality:bro-2007", asOf: "2020-01-01") { predecessors { id asOf phase name } } }')).toMatchObject({
      municipality: {
        predecessors: [
          { asOf: '2020-01-01', phase: 'FORMER', name: 'alby' },
          { asOf: '2020-01-01', phase: 'FORMER', name: 'bro' },
          { asOf: '2020-01-01', phase: 'FORMER', name: 'cort' },
        ],
      },
    }));

  test('a code that is used again means each in its time', async () => {
    const on = async (asOf: string) => (await ask(graph, `{ municipality(code: "0403", asOf: "${asOf}") { id } }`)).municipality.id;
    expect([await on('2006-12-31'), await on('2007-01-01')]).toEqual(['municipality:bro', 'municipality:bro-2007']);
  });

  test('are in order', async () => expect((await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]));
});

describe('parties', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seeded(PARTIES);
  });

  test.each([
    ['2013-01-31', 'party:union', [], []],
    ['2013-02-05', 'party:union', [], ['red']],
    ['2013-02-06', 'party:union', [], ['green', 'red']],
    ['2013-02-06', 'party:green', ['union'], []],
    ['1980-01-01', 'party:red', ['union'], ['later']],
    ['2020-01-01', 'party:later', ['red'], []],
  ])('on %s: %s', async (asOf, id, before, after) => expect(await around(graph, 'Party', id, `asOf: "${asOf}"`)).toEqual([before, after]));

  test.each([
    ['2013-01-31', ['later', 'union']],
    ['2013-02-05', ['later', 'red', 'union']],
    ['2014-01-01', ['green', 'later', 'red']],
  ])('that may exist on %s are listed', async (asOf, expected) =>
    expect(slugs((await ask(graph, `{ parties(asOf: "${asOf}") { nodes { id } } }`)).parties.nodes)).toEqual(expected),
  );

  test('are in order', async () => expect((await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]));

  test('a succession is as the record had it', async () => {
    const { at } = await readRevision(graph);
    await seedWorld(graph, { ...PARTIES, relations: [] });
    const knownAt = `knownAt: "${new Date(at).toISOString()}"`;
    expect(await around(graph, 'Party', 'party:union', `asOf: "2020-01-01"`)).toEqual([[], []]);
    expect(await around(graph, 'Party', 'party:union', `asOf: "2020-01-01", ${knownAt}`)).toEqual([[], ['green', 'red']]);
    const events = async (lens: string) =>
      (await ask(graph, `{ events(from: "2013-01-01", until: "2013-12-31"${lens}) { nodes { kind with { id } } } }`)).events.nodes;
    expect(await events('')).toContainEqual({ kind: 'PARTY_DISSOLVED', with: { id: 'party:union' } });
    expect(await events(`, ${knownAt}`)).not.toContainEqual({ kind: 'PARTY_DISSOLVED', with: { id: 'party:union' } });
    await seedWorld(graph, PARTIES);
    expect(await around(graph, 'Party', 'party:union', `asOf: "2020-01-01"`)).toEqual([[], ['green', 'red']]);
  });
});

describe('what is refused or found', () => {
  const worlds = { ...PLACES, ...PARTIES, relations: [] };
  let graph: Graph;
  beforeAll(async () => {
    graph = await seeded(worlds);
  });

  test.each([
    ['party:green', 'municipality:bro'],
    ['municipality:bro-2007', 'region:south'],
    ['region:east', 'party:union'],
  ])('%s does not succeed %s', async (later, earlier) =>
    expect(seedWorld(graph, { ...worlds, relations: [succeeds(later, earlier, REFORM)] })).rejects.toThrow(/of SUCCEEDS: the id of a/),
  );

  test.each([
    ['body-lineage', '2007-01-01', [succeeds('municipality:dal', 'municipality:bro', REFORM)]],
    ['body-lineage', '2012-01-01', [succeeds('party:green', 'party:red', { from: '2012-01-01' })]],
    ['body-lineage', '2027-01-01', [succeeds('region:north', 'region:south', { from: '2027-01-01' })]],
    ['body-acyclic', null, [succeeds('party:later', 'party:red', REFORM), succeeds('party:red', 'party:later', REFORM)]],
  ])('%s is broken', async (rule, on, relations) => {
    await wipe(graph);
    await seedWorld(graph, { ...worlds, relations });
    expect((await checkGraph(graph, { rules: [rule] })).map((finding) => [finding.verdict, finding.on])).toEqual([['BROKEN', on]]);
  });
});
