import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, errorsOf, queriesOf, rewrittenGraph, seedWorld } from './world.js';

const S = { sources: ['source:register'] };
const place = (slug: string, code: string, existence?: object) => ({ id: `municipality:${slug}`, code, name: slug, ...(existence && { existence }), ...S });
const OLD = { from: '1970-04-01', until: '2007-01-01' };
const NEW = { from: '2007-01-01', open: true };

// Of "limbo" nobody says when it exists; "merged" ends on an unknown day of 2011; "renamed" had another code before.
const world = (corrected: boolean) => ({
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'as printed' }],
  municipalities: [
    place('svendborg-1970', '0479', OLD),
    place('egebjerg', '0427', OLD),
    place('svendborg', '0479', NEW),
    place('limbo', '0111'),
    place('merged', '0222', { from: '1970-04-01', until: '2011' }),
    place('merger', '0222', { from: '2011-01-01', open: true }),
    place('renamed', corrected ? '0334' : '0333', corrected ? NEW : undefined),
  ],
  regions: [
    { id: 'region:county', name: 'County', existence: { until: '2007-01-01' }, ...S },
    { id: 'region:south', code: '1083', name: 'South', existence: NEW, ...S },
    { id: 'region:east', name: 'East', ...S },
  ],
  parties: [
    { id: 'party:gone', name: 'Gone', letters: [{ text: 'G', ...S }], existence: { from: '1990', until: '2000-06' }, ...S },
    { id: 'party:here', name: 'Here', ...S },
  ],
  bodies: [{ id: 'body:pact', kind: 'BOARD', name: 'Pact', ...S }],
  relations: ['egebjerg', 'svendborg', 'svendborg-1970'].flatMap((slug) => [
    { id: `relation:lies-${slug}`, kind: 'LIES_IN', subject: `municipality:${slug}`, object: 'region:south', open: true, ...S },
    { id: `relation:covers-${slug}`, kind: 'COVERS', subject: 'body:pact', object: `municipality:${slug}`, open: true, ...S },
  ]),
});

let graph: Graph;
let before: string;
beforeAll(async () => {
  ({ graph, before } = await rewrittenGraph(world(false), world(true)));
});
afterAll(() => graph.close());

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id.slice(id.indexOf(':') + 1));

describe('municipalities', () => {
  const listed = async (args: string) => {
    const { municipalities } = await ask(graph, `{ municipalities(${args}) { totalCount nodes { id } } }`);
    expect(municipalities.totalCount).toBe(municipalities.nodes.length);
    return idsOf(municipalities.nodes);
  };

  test.each([
    ['that exist on the day, and those of which nobody says', 'asOf: "2020-06-01"', ['limbo', 'merger', 'renamed', 'svendborg']],
    ['on the first day of a reform', 'asOf: "2007-01-01"', ['limbo', 'merged', 'renamed', 'svendborg']],
    ['on the day before it', 'asOf: "2006-12-31"', ['egebjerg', 'limbo', 'merged', 'svendborg-1970']],
    ['that possibly exist', 'asOf: "2011-06-01"', ['limbo', 'merged', 'merger', 'renamed', 'svendborg']],
    ['before all that is known', 'asOf: "1900-01-01"', ['limbo']],
    ['by a name', 'asOf: "2020-06-01", filter: { name: "svend" }', ['svendborg']],
    ['by another name', 'asOf: "2000-06-01", filter: { name: "svend" }', ['svendborg-1970']],
    ['of a region', 'asOf: "2020-06-01", filter: { region: "region:south" }', ['svendborg']],
    ['that a body covers', 'asOf: "2000-06-01", filter: { coveredBy: "body:pact" }', ['egebjerg', 'svendborg-1970']],
  ])('are listed %s', async (_, args, ids) => expect(await listed(args)).toEqual(ids));

  test('are listed as the record had them', async () => expect(await listed(`asOf: "1999-01-01", knownAt: "${before}"`)).toContain('renamed'));

  test.each([1, 2, 3])('are paged by %i', async (first) => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { municipalities } = await ask(
        graph,
        'query ($first: Int, $after: String) { municipalities(first: $first, after: $after, asOf: "2011-06-01") { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { first, after },
      );
      ids.push(...idsOf(municipalities.nodes));
      ({ hasNextPage: more, endCursor: after } = municipalities.pageInfo);
    }
    expect(ids).toEqual(await listed('asOf: "2011-06-01"'));
  });

  test.each([
    ['0479', '2005-06-01', 'svendborg-1970'],
    ['0479', '2007-01-01', 'svendborg'],
    ['0479', '1969-12-31', null],
    ['0427', '2020-06-01', null],
    ['0427', '2000-06-01', 'egebjerg'],
    ['0111', '1850-01-01', 'limbo'],
    ['0222', '2010-12-31', 'merged'],
    ['0222', '2011-06-01', 'merger'],
    ['0334', '2020-01-01', 'renamed'],
    ['0333', '2020-01-01', null],
  ])('%s on %s is %s', async (code, asOf, slug) => {
    const { municipality } = await ask(graph, `{ municipality(code: "${code}", asOf: "${asOf}") { id } }`);
    expect(municipality).toEqual(slug && { id: `municipality:${slug}` });
  });

  test.each([
    ['0333', { id: 'municipality:renamed' }],
    ['0334', null],
  ])('%s is in a past record what it was there', async (code, municipality) =>
    expect(await ask(graph, `{ municipality(code: "${code}", knownAt: "${before}") { id } }`)).toEqual({ municipality }),
  );

  test.each([
    ['egebjerg', '1960-01-01', 'UPCOMING'],
    ['egebjerg', '2006-12-31', 'CURRENT'],
    ['egebjerg', '2007-01-01', 'FORMER'],
    ['limbo', '2007-01-01', 'CURRENT'],
  ])('%s on %s is by its id %s', async (slug, asOf, phase) =>
    expect(await ask(graph, `{ municipality(id: "municipality:${slug}", asOf: "${asOf}") { phase } }`)).toEqual({ municipality: { phase } }),
  );

  test('say when they exist', async () => {
    const query =
      '{ nodes(ids: ["municipality:merged", "municipality:limbo"]) { ... on Municipality { existence { fromMin fromMax untilMin untilMax open } } } }';
    expect((await ask(graph, query)).nodes).toEqual([
      { existence: { fromMin: '1970-04-01', fromMax: '1970-04-01', untilMin: '2011-01-01', untilMax: '2012-01-01', open: false } },
      { existence: { fromMin: null, fromMax: null, untilMin: null, untilMax: null, open: false } },
    ]);
    expect(await queriesOf(graph, query)).toEqual(['places/municipalities-by-ids', 'principals/existences-by-ids']);
  });

  test('say when they existed in a past record', async () => {
    const query = `{ node(id: "municipality:renamed", asOf: "2000-01-01", knownAt: "${before}") { ... on Municipality { phase existence { fromMin } } } }`;
    expect((await ask(graph, query)).node).toEqual({ phase: 'CURRENT', existence: { fromMin: null } });
  });
});

describe('regions and parties', () => {
  test.each([
    ['2020-01-01', ['east', 'south'], ['here']],
    ['2006-12-31', ['county', 'east'], ['here']],
    ['2000-06-15', ['county', 'east'], ['gone', 'here']],
    ['1990-06-01', ['county', 'east'], ['gone', 'here']],
    ['1989-12-31', ['county', 'east'], ['here']],
  ])('on %s are those that may exist', async (asOf, regions, parties) => {
    const answer = await ask(graph, `{ regions(asOf: "${asOf}") { id } parties(asOf: "${asOf}") { totalCount nodes { id } } }`);
    expect([idsOf(answer.regions), idsOf(answer.parties.nodes), answer.parties.totalCount]).toEqual([regions, parties, parties.length]);
  });

  test('are by their ids of any time, and say when', async () => {
    const query = `{ region(id: "region:county", asOf: "2020-01-01") { phase existence { untilMin untilMax } }
      party(id: "party:gone", asOf: "2020-01-01") { phase existence { fromMin fromMax untilMin untilMax } } }`;
    expect(await ask(graph, query)).toEqual({
      region: { phase: 'FORMER', existence: { untilMin: '2007-01-01', untilMax: '2007-01-01' } },
      party: { phase: 'FORMER', existence: { fromMin: '1990-01-01', fromMax: '1990-12-31', untilMin: '2000-06-01', untilMax: '2000-07-01' } },
    });
  });

  test('are none before anything was recorded', async () =>
    expect(await ask(graph, '{ regions(knownAt: "2001-01-01T00:00:00Z") { id } parties(knownAt: "2001-01-01T00:00:00Z") { totalCount } }')).toEqual({
      regions: [],
      parties: { totalCount: 0 },
    }));
});

describe('a code that several have', () => {
  const sharing = async (existences: readonly (object | undefined)[], asOf: string) => {
    const empty = await emptyGraph();
    const { documents, sources } = world(true);
    await seedWorld(empty, { documents, sources, municipalities: existences.map((one, at) => place(`m${at}`, '0101', one)) });
    const query = `{ municipality(code: "0101", asOf: "${asOf}") { id } }`;
    const errors = await errorsOf(empty, query);
    const answer = errors.length ? errors.map(({ code }) => code) : (await ask(empty, query)).municipality?.id;
    await empty.close();
    return answer;
  };

  test.each([
    ['on one day is AMBIGUOUS', [OLD, { from: '2000-01-01', open: true }], '2005-01-01', ['AMBIGUOUS']],
    [
      'is the one that certainly exists',
      [
        { from: '2000', until: '2002-01-01' },
        { from: '1990-01-01', until: '2001-01-01' },
      ],
      '2000-06-01',
      'municipality:m1',
    ],
    ['on no known day is AMBIGUOUS', [undefined, undefined], '2005-01-01', ['AMBIGUOUS']],
    ['one after the other is neither between them', [OLD, { from: '2008-01-01', open: true }], '2007-06-01', undefined],
  ])('%s', async (_, existences, asOf, answer) => expect(await sharing(existences, asOf)).toEqual(answer));
});
