import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SeedError } from '../src/exchange/problems.js';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld, wipe } from './world.js';

const S = { sources: ['source:1'] };
const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], ...S, ...more });
const bears = (...identifiers: object[]) => ({ identifiers });
const OLD = { from: '1970-04-01', until: '2007-01-01' };
const NEW = { from: '2007-01-01', open: true };
const NUMBER = { scheme: 'cvr', value: '29 18 99 97' };
const CODES = [
  { scheme: 'kommunekode', value: '0333', until: '2010-01-01' },
  { scheme: 'kommunekode', value: '0334', from: '2010-01-01', open: true },
];

// A number goes over from the old to the new company; two people share a number that each has in a year of its own.
const world = (more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'as printed' },
    { id: 'source:2', document: 'doc:1', quote: 'beside it' },
  ],
  people: [
    named(
      'person:anna',
      bears({ scheme: 'wikidata', value: 'Q1', url: 'https://www.wikidata.org/wiki/Q1' }, { scheme: 'valg.dk', value: '7', from: '2020', until: '2021' }),
    ),
    named(
      'person:bo',
      bears({ scheme: 'valg.dk', value: '7', from: '2022-01-01', until: '2023-01-01', sources: ['source:2'] }, { scheme: 'isni', value: 'Q1' }),
    ),
  ],
  municipalities: [
    named('municipality:before', { code: '0479', existence: OLD }),
    named('municipality:after', { code: '0479', existence: NEW }),
    named('municipality:renumbered', { code: '0334', existence: { from: '1970-04-01', open: true }, ...bears(...CODES) }),
  ],
  regions: [named('region:south', { code: '1083', existence: NEW, ...bears({ scheme: 'nuts', value: 'DK03' }) })],
  parties: [named('party:list', bears({ scheme: 'valg.dk', value: '7', from: '2022-01-01', until: '2023-01-01' }))],
  bodies: [
    named('body:old', { kind: 'BOARD', existence: { from: '1990-01-01', until: '2010-01-01' }, ...bears(NUMBER) }),
    named('body:new', { kind: 'COUNCIL', existence: { from: '2010-01-01', open: true }, ...bears({ ...NUMBER, from: '2012-01-01', open: true }) }),
  ],
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

const at = (moment: number): string => `, knownAt: "${new Date(moment).toISOString()}"`;
const found = async (scheme: string, value: string, asOf: string, known = ''): Promise<string | null> =>
  (await ask(graph, `{ find(scheme: "${scheme}", value: "${value}", asOf: "${asOf}"${known}) { id } }`)).find?.id ?? null;

describe('find', () => {
  test.each([
    ['wikidata', 'Q1', '2000-01-01', 'person:anna'],
    ['isni', 'Q1', '2000-01-01', 'person:bo'],
    ['valg.dk', '7', '2020-06-01', 'person:anna'],
    ['cvr', NUMBER.value, '2009-12-31', 'body:old'],
    ['cvr', NUMBER.value, '2010-06-01', 'body:old'],
    ['cvr', NUMBER.value, '2011-06-01', 'body:new'],
    ['cvr', NUMBER.value, '2012-01-01', 'body:new'],
    ['cvr', NUMBER.value, '1900-01-01', 'body:old'],
    ['kommunekode', '0479', '2006-12-31', 'municipality:before'],
    ['kommunekode', '0479', '2007-01-01', 'municipality:after'],
    ['kommunekode', '0479', '1960-01-01', 'municipality:before'],
    ['kommunekode', '0333', '2009-12-31', 'municipality:renumbered'],
    ['kommunekode', '0334', '2009-12-31', 'municipality:renumbered'],
    ['regionskode', '1083', '2022-06-21', 'region:south'],
    ['regionskode', '1083', '2000-01-01', 'region:south'],
    ['kommunekode', '1083', '2022-06-21', null],
    ['regionskode', '0479', '2022-06-21', null],
    ['wikidata', 'Q2', '2022-06-21', null],
    ['Wikidata', 'Q1', '2022-06-21', null],
    ['none', 'Q1', '2022-06-21', null],
    ['none', '0479', '2022-06-21', null],
  ])('of %s %s on %s is %s', async (scheme, value, asOf, id) => expect(await found(scheme, value, asOf)).toBe(id));

  test('of what several bear, or bear equally near, is ambiguous', async () => {
    const ids = ['party:list', 'person:bo'];
    for (const asOf of ['2022-06-21', '2024-01-01'])
      await expect(ask(graph, `{ find(scheme: "valg.dk", value: "7", asOf: "${asOf}") { id } }`)).rejects.toMatchObject({
        extensions: { code: 'AMBIGUOUS', ids },
      });
  });

  test('sees what is below as of the day that was asked', async () => {
    const { find } = await ask(graph, '{ find(scheme: "cvr", value: "29 18 99 97", asOf: "2011-06-01") { asOf ... on Body { phase identifiers { value } } } }');
    expect(find).toEqual({ asOf: '2011-06-01', phase: 'CURRENT', identifiers: [] });
  });

  test('asks for the values once, and for codes where they are meant', async () => {
    expect(await queriesOf(graph, '{ find(scheme: "wikidata", value: "Q1") { id } }')).toEqual(['identifiers/by-value', 'people/by-ids']);
    expect(await queriesOf(graph, '{ find(scheme: "kommunekode", value: "0479") { id } }')).toEqual([
      'identifiers/by-value',
      'places/municipalities-by-ids',
      'places/municipality-ids-by-code',
    ]);
  });
});

const borneBy = async (id: string, asOf: string, known = '') =>
  (
    await ask(
      graph,
      `{ node(id: "${id}", asOf: "${asOf}"${known}) {
        ... on Person { identifiers { scheme value } } ... on Body { identifiers { scheme value } } ... on Party { identifiers { scheme value } }
        ... on Municipality { identifiers { scheme value } } ... on Region { identifiers { scheme value } }
      } }`,
    )
  ).node.identifiers.map(({ scheme, value }: { scheme: string; value: string }) => `${scheme} ${value}`);

test.each([
  ['person:anna', '2020-06-01', ['wikidata Q1', 'valg.dk 7']],
  ['person:anna', '2022-06-21', ['wikidata Q1']],
  ['person:bo', '2022-06-21', ['isni Q1', 'valg.dk 7']],
  ['body:old', '2009-12-31', ['cvr 29 18 99 97']],
  ['body:old', '2010-01-01', []],
  ['body:new', '2011-12-31', []],
  ['body:new', '2012-01-01', ['cvr 29 18 99 97']],
  ['party:list', '2022-06-21', ['valg.dk 7']],
  ['party:list', '2023-01-01', []],
  ['municipality:before', '2006-12-31', ['kommunekode 0479']],
  ['municipality:before', '2007-01-01', []],
  ['municipality:renumbered', '2009-12-31', ['kommunekode 0333']],
  ['municipality:renumbered', '2010-01-01', ['kommunekode 0334']],
  ['region:south', '2022-06-21', ['nuts DK03', 'regionskode 1083']],
])('%s bears on %s %j', async (id, asOf, identifiers) => expect(await borneBy(id, asOf)).toEqual(identifiers));

test('an identifier is a node, with its dates, where it leads and who says so: without sources of its own those of its thing', async () => {
  const ALL = 'id scheme value from until url sources { id }';
  const asked = await ask(
    graph,
    `{ anna: person(id: "person:anna", asOf: "2020-06-01") { identifiers { ${ALL} } } bo: person(id: "person:bo", asOf: "2022-06-21") { identifiers { ${ALL} } }
       after: municipality(id: "municipality:after") { identifiers { ${ALL} } } }`,
  );
  const one = (id: string, more: object) => ({ id: `identifier:${id}`, from: null, until: null, url: null, sources: [{ id: 'source:1' }], ...more });
  expect(asked).toEqual({
    anna: {
      identifiers: [
        one('person:anna:wikidata:Q1', { scheme: 'wikidata', value: 'Q1', url: 'https://www.wikidata.org/wiki/Q1' }),
        one('person:anna:valg.dk:7', { scheme: 'valg.dk', value: '7', from: '2020', until: '2021' }),
      ],
    },
    bo: {
      identifiers: [
        one('person:bo:isni:Q1', { scheme: 'isni', value: 'Q1' }),
        one('person:bo:valg.dk:7', { scheme: 'valg.dk', value: '7', from: '2022-01-01', until: '2023-01-01', sources: [{ id: 'source:2' }] }),
      ],
    },
    after: { identifiers: [one('municipality:after:kommunekode:0479', { scheme: 'kommunekode', value: '0479' })] },
  });
  const all = Object.values(asked as Record<string, { identifiers: { id: string }[] }>).flatMap(({ identifiers }) => identifiers);
  const { nodes } = await ask(graph, `{ nodes(ids: ${JSON.stringify(all.map(({ id }) => id))}, asOf: "2022-06-21") { ... on Identifier { ${ALL} } } }`);
  expect(nodes).toEqual(all);
});

test.each([
  'identifier:person:anna:wikidata:Q2',
  'identifier:municipality:after:kommunekode:0480',
  'identifier:municipality:x:kommunekode:0479',
  'identifier:',
])('%s is nothing', async (id) => expect((await ask(graph, `{ node(id: "${id}") { id } }`)).node).toBeNull());

test('the identifiers of a list are asked for together', async () => {
  expect(await queriesOf(graph, '{ people { nodes { identifiers { value } } } }')).toEqual(['identifiers/by-bearer-ids', 'people/list']);
});

test.each([
  ['Q1', '2022-06-21', '', ['person:anna', 'person:bo']],
  ['wikidata:Q1', '2022-06-21', '', ['person:anna']],
  ['wikidata:Q1', '2022-06-21', 'certainty: [CERTAIN]', ['person:anna']],
  ['isni:Q1', '2022-06-21', 'name: "anna"', []],
  ['7', '2020-06-01', '', ['person:anna']],
  ['7', '2022-06-21', '', ['person:bo']],
  ['7', '2024-06-21', '', []],
  ['29 18 99 97', '2022-06-21', '', []],
  ['Q', '2022-06-21', '', []],
  ['', '2022-06-21', '', []],
])('people with the identifier "%s" on %s, %s: %j', async (identifier, asOf, more, ids) => {
  const { people } = await ask(graph, `{ people(filter: { identifier: "${identifier}" ${more} }, asOf: "${asOf}") { totalCount nodes { id } } }`);
  expect(people).toEqual({ totalCount: ids.length, nodes: ids.map((id) => ({ id })) });
});

test.each([
  [{ scheme: 'Wikidata', value: 'Q1' }],
  [{ scheme: 'wikidata', value: ' ' }],
  [{ scheme: 'wikidata', value: 'Q1', url: 'Q1' }],
  [{ scheme: 'wikidata', value: 'Q1', from: '2020-01-01', until: '2019-01-01' }],
  [{ scheme: 'wikidata', value: 'Q1', sources: ['source:x'] }],
  [{ value: 'Q1' }],
])('%j is refused', async (identifier) => {
  const people = [named('person:anna', bears(identifier))];
  await expect(seedWorld(graph, world({ people }))).rejects.toThrow(SeedError);
});

test('no rule of integrity is broken but that an identifier is one thing’s a day', async () => {
  expect(new Set((await checkGraph(graph)).filter(({ verdict }) => verdict === 'BROKEN').map(({ rule, things }) => [rule, ...things].join(' ')))).toEqual(
    new Set(['code-single party:list person:bo']),
  );
});

describe('in the record', () => {
  beforeEach(async () => {
    await wipe(graph);
  });

  test('an identifier that is corrected or withdrawn is as it was known', async () => {
    const person = (...identifiers: object[]) => world({ people: [named('person:anna', identifiers.length ? bears(...identifiers) : {})] });
    const Q1 = { scheme: 'wikidata', value: 'Q1' };
    const times: number[] = [];
    for (const rows of [person(Q1), person({ ...Q1, until: '2020-01-01' }, { ...Q1, value: 'Q2' }), person(), person({ ...Q1, value: 'Q2' })]) {
      await seedWorld(graph, rows);
      times.push((await readRevision(graph)).at);
    }
    const history = await Promise.all(
      times.map(async (time) => [await borneBy('person:anna', '2022-06-21', at(time)), await found('wikidata', 'Q2', '2022-06-21', at(time))]),
    );
    expect(history).toEqual([
      [['wikidata Q1'], null],
      [['wikidata Q2'], 'person:anna'],
      [[], null],
      [['wikidata Q2'], 'person:anna'],
    ]);
    expect(await borneBy('person:anna', '2019-12-31', at(times[1] as number))).toEqual(['wikidata Q1', 'wikidata Q2']);
    expect(await found('wikidata', 'Q1', '2022-06-21')).toBeNull();
    const { corrections } = await ask(
      graph,
      '{ corrections(since: "2000-01-01T00:00:00Z", filter: { person: "person:anna" }) { nodes { because was { id } is { id } } } }',
    );
    const Q2 = { id: 'identifier:person:anna:wikidata:Q2' };
    expect(corrections.nodes.filter(({ was, is }: { was: unknown; is: unknown }) => [was, is].some((one) => isDeepStrictEqual(one, Q2)))).toEqual([
      { because: 'CORRECTED', was: null, is: Q2 },
      { because: 'CORRECTED', was: Q2, is: null },
      { because: 'CORRECTED', was: null, is: Q2 },
    ]);
  });

  test('of several writers add up: the same one gains sources, and what differs is theirs', async () => {
    const written = (source: string, ...identifiers: object[]): World =>
      world({ people: [{ ...named('person:anna', bears(...identifiers)), sources: [source] }] });
    await seedWorld(graph, written('source:1', { scheme: 'wikidata', value: 'Q1' }, { scheme: 'isni', value: '1' }));
    const other = written('source:2', { scheme: 'wikidata', value: 'Q1', url: 'https://example.org/Q1' }, { scheme: 'wikidata', value: 'Q9' });
    await seedWorld(graph, other, { id: 'other' });
    const { person } = await ask(graph, '{ person(id: "person:anna") { identifiers { scheme value url sources { id } } } }');
    expect(person.identifiers).toEqual([
      { scheme: 'isni', value: '1', url: null, sources: [{ id: 'source:1' }] },
      { scheme: 'wikidata', value: 'Q1', url: 'https://example.org/Q1', sources: [{ id: 'source:1' }, { id: 'source:2' }] },
      { scheme: 'wikidata', value: 'Q9', url: null, sources: [{ id: 'source:2' }] },
    ]);
  });
});

describe('an identifier that was used again', () => {
  const used = (existence: object | undefined, ...dates: object[]) => ({
    ...(existence && { existence }),
    ...bears(...dates.map((one) => ({ scheme: 'lau', value: '7', ...one }))),
  });

  test.each<[string, object, object, string, string]>([
    [
      'is of the one that exists, whose own dates say only since when',
      used(OLD, { from: '1970-04-01' }),
      used(NEW, { from: '2007-01-01' }),
      '2010-06-01',
      'after',
    ],
    ['is of the one that existed before', used(OLD, { from: '1970-04-01' }), used(NEW, { from: '2007-01-01' }), '2006-06-01', 'before'],
    [
      'is of the one that exists, where they say until further notice',
      used(OLD, { from: '1970', open: true }),
      used(NEW, { from: '2007' }),
      '2007-03-01',
      'after',
    ],
    [
      'is of the one that exists, where they say only until when',
      used(OLD, { until: '2007-01-01' }),
      used(NEW, { until: '2030-01-01' }),
      '2006-06-01',
      'before',
    ],
    [
      'is of the only one that exists on the day, though it bore it last before',
      used(NEW, { from: '1990' }),
      used(OLD, { from: '1980' }),
      '2008-01-01',
      'before',
    ],
    [
      'is borne by its own dates where nobody says when the thing exists',
      used(undefined, { from: '1970', until: '2007-01-01' }),
      used(NEW, { from: '2007' }),
      '2006-01-01',
      'before',
    ],
  ])('%s', async (_, before, after, asOf, expected) => {
    await wipe(graph);
    await seedWorld(
      graph,
      world({ municipalities: [named('municipality:before', { ...before, code: '0001' }), named('municipality:after', { ...after, code: '0002' })] }),
    );
    const asked = `find(scheme: "lau", value: "7", asOf: "${asOf}") { id ... on Municipality { identifiers { scheme } } }`;
    const { find } = await ask(graph, `{ ${asked} }`);
    expect(find.id).toBe(`municipality:${expected}`);
    expect(find.identifiers.map(({ scheme }: { scheme: string }) => scheme)).toContain('lau');
    expect(
      (await checkGraph(graph)).filter(({ rule, verdict, message }) => verdict !== 'UNDECIDED' && rule === 'code-single' && message.includes('lau 7')),
    ).toEqual([]);
  });
});
