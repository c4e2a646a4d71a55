import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, errorsOf, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

const KKR = 'body:kkr-syddanmark';
const cursorOf = async (query: string, field: string): Promise<string> => (await ask(graph, query))[field].pageInfo.endCursor;

describe('bad input', () => {
  test.each([
    ['a malformed date', '{ person(id: "person:mads-skau", asOf: "2022-13-01") { id } }', 'YYYY-MM-DD', '2022-13-01'],
    ['a date that is no string', '{ person(id: "person:mads-skau", asOf: 2022) { id } }', 'YYYY-MM-DD', '2022'],
    ['the day that stands for no end', `{ body(id: "${KKR}", asOf: "9999-12-31") { phase } }`, 'a calendar day before 9999-12-31', '9999-12-31'],
    [
      'that day for what is hypothetical',
      `{ consequences(of: { dissolveBody: "${KKR}", on: "9999-12-31" }) { id } }`,
      'a calendar day before 9999-12-31',
      '9999-12-31',
    ],
    ['an unknown enum value', `{ body(id: "${KKR}") { members(roles: [KING]) { totalCount } } }`, 'Role', 'KING'],
    ['first below 0', '{ people(first: -1) { totalCount } }', '0 to 500', '-1'],
    ['first above the cap', '{ people(first: 501) { totalCount } }', '0 to 500', '501'],
    ['first above the cap, nested', `{ body(id: "${KKR}") { members(first: 501) { totalCount } } }`, '0 to 500', '501'],
    ['a broken cursor', '{ people(after: "nonsense") { totalCount } }', 'cursor', 'nonsense'],
    ['a knownAt in the future', '{ people(knownAt: "2999-01-01T00:00:00Z") { totalCount } }', 'future', '2999-01-01'],
    [
      'a period that ends before it begins',
      `{ body(id: "${KKR}") { members(during: { from: "2022-06-21", until: "2022-06-21" }) { totalCount } } }`,
      'from before until',
      '2022-06-21',
    ],
    ['neither id nor letter', '{ party { id } }', 'exactly one', ''],
    ['both id and code', '{ municipality(id: "municipality:varde", code: "0573") { id } }', 'exactly one', '0573'],
    [
      'an id of ten thousand letters, of which 200 are shown',
      `{ expiring(before: "2022-01-01", body: "body:${'æ'.repeat(10_000)}") { totalCount } }`,
      'a known id',
      `"body:${'æ'.repeat(195)}…"`,
    ],
    [
      'an id of as many letters as are shown',
      `{ expiring(before: "2022-01-01", body: "body:${'æ'.repeat(195)}") { totalCount } }`,
      'a known id',
      `"body:${'æ'.repeat(195)}"`,
    ],
    ['a code that is none', '{ municipality(code: "573") { id } }', 'four digits', '573'],
  ])('%s says what was required and what was given', async (_, query, required, given) => {
    const [error] = await errorsOf(graph, query);
    expect(error?.message).toContain(required);
    expect(error?.message).toContain(given);
    expect(error?.message).not.toMatch(/at \w+ \(|\/src\/|bolt:/);
  });

  test('representations without an anchor are FILTER_REQUIRED', async () => {
    for (const filter of ['', '(filter: {})', '(filter: { who: null, roles: [CHAIR] })'])
      expect(await errorsOf(graph, `{ representations${filter} { totalCount } }`)).toMatchObject([{ code: 'FILTER_REQUIRED' }]);
  });

  test('a letter that several hold is AMBIGUOUS, with their ids', async () => {
    const errors = await errorsOf(graph, '{ party(letter: "Æ", asOf: "2022-06-21") { id } }');
    expect(errors).toMatchObject([{ code: 'AMBIGUOUS' }]);
  });

  test('a cursor of another list, filter, lens or order is refused', async () => {
    const people = await cursorOf('{ people(first: 2, asOf: "2022-06-21") { pageInfo { endCursor } } }', 'people');
    const queries = [
      `{ people(first: 2, after: "${people}") { totalCount } }`,
      `{ people(first: 2, after: "${people}", asOf: "2022-06-22") { totalCount } }`,
      `{ people(first: 2, after: "${people}", orderBy: ID, asOf: "2022-06-21") { totalCount } }`,
      `{ people(first: 2, after: "${people}", filter: { name: "a" }, asOf: "2022-06-21") { totalCount } }`,
      `{ bodies(first: 2, after: "${people}", asOf: "2022-06-21") { totalCount } }`,
    ];
    for (const query of queries) expect(await errorsOf(graph, query)).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('what is not there', () => {
  test.each([
    ['a person', '{ found: person(id: "person:nobody") { id } }'],
    ['an id of another type', `{ found: person(id: "${KKR}") { id } }`],
    ['an id of no type', '{ found: node(id: "nonsense") { id } }'],
    ['an unknown letter', '{ found: party(letter: "QQ") { id } }'],
    ['an unknown code', '{ found: municipality(code: "0001") { id } }'],
  ])('%s is null', async (_, query) => expect(await ask(graph, query)).toEqual({ found: null }));

  test('nodes are in the order of the ids, null where unknown', async () => {
    const { nodes } = await ask(graph, `{ nodes(ids: ["person:mads-skau", "person:nobody", "${KKR}", "municipality:varde", "doc:001"]) { id __typename } }`);
    expect(nodes.map((node: { __typename: string } | null) => node?.__typename ?? null)).toEqual(['Person', null, 'Forum', 'Municipality', 'Document']);
  });
});

describe('an id in a filter that leads to nothing of its type', () => {
  const FILTERS = {
    people: { municipality: 'Municipality', party: 'Party', body: 'Body', region: 'Region' },
    bodies: { covers: 'Municipality', partOf: 'Body', governs: 'Principal', region: 'Region' },
    municipalities: { region: 'Region', coveredBy: 'Body' },
    documents: { issuer: 'Principal' },
    meetings: { body: 'Body' },
    decisions: { body: 'Body' },
    agreements: { party: 'Principal' },
    allocations: { municipality: 'Municipality' },
    statements: { about: 'Node', document: 'Document' },
    representations: { where: 'Body', who: 'Person', whom: 'Principal', fromMunicipality: 'Municipality', ofParty: 'Party', region: 'Region' },
  };

  test.each(Object.entries(FILTERS))('is the error UNKNOWN_ID of %s', async (field, filters) => {
    for (const [filter, type] of Object.entries(filters))
      for (const id of ['', 'nonsense', 'body:nobody', ...(type === 'Node' ? [] : ['term:kkr-syddanmark-2022', 'person:nobody'])])
        expect(await errorsOf(graph, `{ ${field}(filter: { ${filter}: "${id}" }, asOf: "2022-06-21") { totalCount } }`)).toMatchObject([
          { code: 'UNKNOWN_ID', message: `filter.${filter}: required: a known id of type ${type}; given: "${id}"` },
        ]);
  });

  test.each([
    ['of a list in a thing', `{ body(id: "${KKR}") { representatives(in: "person:mads-skau") { totalCount } } }`, 'in', 'person:mads-skau'],
    ['of a list of ids', `{ person(id: "person:mads-skau") { memberships(bodies: ["${KKR}", "body:none"]) { totalCount } } }`, 'bodies', 'body:none'],
    ['of what is hypothetical', '{ consequences(of: { dissolveBody: "body:none", on: "2022-01-01" }) { id } }', 'of.dissolveBody', 'body:none'],
    ['beside one that is known', '{ people(filter: { municipality: "", party: "party:nye-borgerlige" }) { totalCount } }', 'filter.municipality', ''],
    ['before it was recorded', `{ meetings(filter: { body: "${KKR}" }, knownAt: "2001-01-01T00:00:00Z") { totalCount } }`, 'filter.body', KKR],
  ])('is that error %s', async (_, query, argument, given) =>
    expect(await errorsOf(graph, query)).toEqual([
      { code: 'UNKNOWN_ID', message: expect.stringMatching(new RegExp(`^${argument}: required: a known id of type .*; given: "${given}"$`)) },
    ]),
  );

  test('is no error where the thing is out of force', async () =>
    expect(
      await ask(graph, '{ people(filter: { body: "body:sundhedskoordinationsudvalget", certainty: [CERTAIN] }, asOf: "1900-01-01") { totalCount } }'),
    ).toEqual({
      people: { totalCount: 0 },
    }));
});

describe('a filter', () => {
  const count = async (field: string, filter: string): Promise<number> =>
    (await ask(graph, `{ list: ${field}(filter: { ${filter} }, asOf: "2022-06-21") { totalCount } }`)).list.totalCount;

  test('by a blank name leaves all', async () => {
    for (const name of ['', '  ']) expect(await count('people', `name: "${name}"`)).toBe(24);
    expect(await count('people', 'name: " ", party: "party:nye-borgerlige"')).toBe(2);
    expect(await count('municipalities', 'name: " "')).toBe(98);
  });
});

describe('connections', () => {
  test('a cursor serves the same filter with null in the place of what is absent', async () => {
    const after = await cursorOf('{ people(first: 2, filter: { party: null }) { pageInfo { endCursor } } }', 'people');
    const { people } = await ask(graph, `{ people(first: 1, after: "${after}", filter: { name: null, roles: null }) { nodes { name } } }`);
    expect(people.nodes).toEqual([{ name: 'Anja Karlsson' }]);
  });

  test('pages of two make the whole list, in order and without repetition', async () => {
    const whole = (await ask(graph, '{ people(first: 500) { totalCount nodes { id } } }')).people;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { people } = await ask(
        graph,
        'query ($after: String) { people(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
        { after },
      );
      expect(people.pageInfo.hasPreviousPage).toBe(after !== null);
      ids.push(...people.nodes.map(({ id }: { id: string }) => id));
      after = people.pageInfo.endCursor;
      more = people.pageInfo.hasNextPage;
    }
    expect(ids).toEqual(whole.nodes.map(({ id }: { id: string }) => id));
    expect(ids).toHaveLength(whole.totalCount);
  });

  test('bodies go on from the certain to the possible ones', async () => {
    const query =
      'query ($after: String) { bodies(first: 40, after: $after, asOf: "2022-07-01") { nodes { id existence { fromMax } } pageInfo { hasNextPage endCursor } } }';
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { bodies } = await ask(graph, query, { after });
      ids.push(...bodies.nodes.map(({ id }: { id: string }) => id));
      ({ endCursor: after, hasNextPage: more } = bodies.pageInfo);
    }
    const { bodies } = await ask(graph, '{ bodies(first: 500, asOf: "2022-07-01") { totalCount nodes { id } } }');
    expect(ids).toEqual(bodies.nodes.map(({ id }: { id: string }) => id));
    expect(ids).toHaveLength(bodies.totalCount);
    expect(ids).not.toContain('body:sundhedskoordinationsudvalget');
    expect(ids.slice(0, 120)).toContain('body:sundhedssamarbejdsudvalget');
  });

  test('first: 0 counts and says whether there is more', async () => {
    const { people } = await ask(graph, '{ people(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }');
    expect(people).toEqual({ totalCount: 24, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });

  test('names are in Danish order', async () => {
    const { municipalities } = await ask(graph, '{ municipalities(first: 98) { nodes { name } } }');
    const names = municipalities.nodes.map(({ name }: { name: string }) => name);
    expect(names.slice(-3)).toEqual(['Aabenraa', 'Aalborg', 'Aarhus']);
    expect(names.indexOf('Ærø')).toBeGreaterThan(names.indexOf('Vordingborg'));
  });
});

describe('search', () => {
  const first = async (text: string, types = ''): Promise<string | undefined> =>
    (await ask(graph, `query ($text: String!) { search(text: $text${types}) { node { id } } }`, { text })).search[0]?.node.id;

  test.each([
    ['soenderborg', 'municipality:soenderborg'],
    ['SØNDERBORG', 'municipality:soenderborg'],
    ['Sønderborg kommune', 'municipality:soenderborg'],
    ['aabenraa', 'municipality:aabenraa'],
    ['Åbenrå', 'municipality:aabenraa'],
    ['muhs', 'person:kenneth-muhs'],
    ['johannes jen', 'person:johannes-lundsfryd-jensen'],
    ['SDEO', 'body:syddansk-eu-kontor'],
    ['Léngerich', 'person:karsten-laengerich'],
    ['laengerich', 'person:karsten-laengerich'],
    ['syddanmark region', 'region:syddanmark'],
  ])('%s finds %s', async (text, id) => expect(await first(text)).toBe(id));

  test.each([
    ['Aabenraa', 'municipality:aabenraa', 'Aabenraa'],
    ['åbenrå', 'municipality:aabenraa', 'Åbenrå'],
    ['abenra', 'municipality:aabenraa', 'Aabenraa'],
    ['Karsten Längerich', 'person:karsten-laengerich', 'Karsten Längerich'],
    ['Ø', 'party:enhedslisten', 'Ø'],
    ['o', 'party:dansk-folkeparti', 'O'],
  ])('%s finds %s first, as %s', async (text, id, matched) => {
    const { search } = await ask(graph, 'query ($text: String!) { search(text: $text, first: 1) { node { id } matched } }', { text });
    expect(search).toEqual([{ node: { id }, matched }]);
  });
  test('finds nothing for nothing', async () => expect((await ask(graph, '{ search(text: "  ") { score } }')).search).toEqual([]));
  test('finds only what is asked for', async () =>
    expect((await ask(graph, '{ search(text: "syddanmark", types: [REGION]) { node { id } matched score } }')).search).toEqual([
      { node: { id: 'region:syddanmark' }, matched: 'Region Syddanmark', score: expect.any(Number) },
    ]));
  test('finds what is not in force too', async () => expect(await first('sundhedskoordinationsudvalget')).toBe('body:sundhedskoordinationsudvalget'));
});
