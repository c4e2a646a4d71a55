import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld } from './world.js';

const S = { sources: ['source:register'] };
const SOURCES = {
  documents: [{ id: 'doc:register', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [{ id: 'source:register', document: 'doc:register', quote: 'as printed' }],
};
const called = (...names: (readonly [text: string, from?: string, until?: string])[]) => ({
  names: names.map(([text, from, until]) => ({ text, ...(from && { from }), ...(until && { until }), ...S })),
});

const BO = called(['Bo Gammel', undefined, '2024-12-31'], ['Bo Nyholm', '2024-12-31']);
// Who marries and is divorced has the first name again; of Carl nobody says since when; Dorte's name of a document is in no register.
const WORLD: World = {
  ...SOURCES,
  people: [
    { id: 'person:bo', name: 'Bo Nyholm', ...BO, aliases: [{ text: 'B. Nyholm' }], ...S },
    {
      id: 'person:anna',
      name: 'Anna Holm',
      ...called(['Anna Holm', undefined, '2010-05-01'], ['Anna Berg', '2010-05-01', '2016'], ['Anna Holm', '2016']),
      ...S,
    },
    { id: 'person:carl', name: 'Carl Vest', ...S },
    { id: 'person:dorte', name: 'Dorte Dahl', ...called(['Dorte Ege', '1999-01-01', '2005-01-01']), ...S },
  ],
  parties: [
    {
      id: 'party:alliance',
      name: 'Liberal Alliance',
      ...called(['Ny Alliance', '2007-05-07', '2008-08-27'], ['Liberal Alliance', '2008-08-27']),
      letters: [
        { text: 'Y', until: '2010-01-01', ...S },
        { text: 'I', from: '2010-01-01', ...S },
      ],
      existence: { from: '2007-05-07' },
      ...S,
    },
  ],
  municipalities: [
    {
      id: 'municipality:b',
      code: '0810',
      name: 'Brønderslev',
      ...called(['Brønderslev-Dronninglund', '2007-01-01', '2008-01-01'], ['Brønderslev', '2008-01-01']),
      ...S,
    },
    { id: 'municipality:a', code: '0580', name: 'Aabenraa', ...S },
  ],
  regions: [{ id: 'region:r', name: 'Midt', ...called(['Midtjylland', undefined, '2020-01-01'], ['Midt', '2020-01-01']), ...S }],
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterAll(() => graph.close());

const nameOf = async (id: string, lens: string): Promise<string> => {
  const names = '... on Person { name } ... on Party { name } ... on Municipality { name } ... on Region { name }';
  return (await ask(graph, `{ node(id: "${id}", ${lens}) { ${names} } }`)).node.name as string;
};

test.each([
  ['person:bo', '2024-12-30', 'Bo Gammel'],
  ['person:bo', '2024-12-31', 'Bo Nyholm'],
  ['person:anna', '2010-04-30', 'Anna Holm'],
  ['person:anna', '2010-05-01', 'Anna Berg'],
  ['person:anna', '2017-01-01', 'Anna Holm'],
  ['person:carl', '1900-01-01', 'Carl Vest'],
  ['person:dorte', '2004-12-31', 'Dorte Ege'],
  ['person:dorte', '2005-01-01', 'Dorte Dahl'],
  ['party:alliance', '2008-08-26', 'Ny Alliance'],
  ['party:alliance', '2008-08-27', 'Liberal Alliance'],
  ['party:alliance', '1999-01-01', 'Ny Alliance'],
  ['municipality:b', '2007-12-31', 'Brønderslev-Dronninglund'],
  ['municipality:b', '2008-01-01', 'Brønderslev'],
  ['municipality:b', '1980-01-01', 'Brønderslev-Dronninglund'],
  ['municipality:a', '1980-01-01', 'Aabenraa'],
  ['region:r', '2019-12-31', 'Midtjylland'],
  ['region:r', '2020-01-01', 'Midt'],
])('%s on %s is called %s', async (id, asOf, name) => expect(await nameOf(id, `asOf: "${asOf}"`)).toBe(name));

describe('names over time', () => {
  const namesOf = async (type: string, id: string, asOf: string, all = ''): Promise<string[]> => {
    const source = `{ node(id: "${id}", asOf: "${asOf}") { ... on ${type} { names${all} { text kind from until certainty sources { id } } } } }`;
    const { names } = (await ask(graph, source)).node as { names: Record<string, string>[] };
    return names.map(({ text, kind, from, until, certainty }) => `${kind} ${text} ${from ?? ''}..${until ?? ''} ${certainty ?? 'no'}`);
  };
  const ALL = '(all: true)';

  test.each([
    ['Person', 'person:bo', '2020-01-01', '', ['NAME Bo Gammel ..2024-12-31 POSSIBLE', 'ALIAS B. Nyholm .. POSSIBLE']],
    ['Person', 'person:bo', '2025-01-01', '', ['NAME Bo Nyholm 2024-12-31.. POSSIBLE', 'ALIAS B. Nyholm .. POSSIBLE']],
    ['Person', 'person:bo', '2025-01-01', ALL, ['NAME Bo Nyholm 2024-12-31.. POSSIBLE', 'NAME Bo Gammel ..2024-12-31 no', 'ALIAS B. Nyholm .. POSSIBLE']],
    ['Person', 'person:anna', '2012-01-01', '', ['NAME Anna Berg 2010-05-01..2016 CERTAIN']],
    ['Person', 'person:anna', '2012-01-01', ALL, ['NAME Anna Berg 2010-05-01..2016 CERTAIN', 'NAME Anna Holm ..2010-05-01 no', 'NAME Anna Holm 2016.. no']],
    ['Person', 'person:carl', '2012-01-01', '', ['NAME Carl Vest .. POSSIBLE']],
    ['Party', 'party:alliance', '2008-01-01', '', ['NAME Ny Alliance 2007-05-07..2008-08-27 CERTAIN', 'LETTER Y ..2010-01-01 POSSIBLE']],
    ['Party', 'party:alliance', '2011-01-01', '', ['NAME Liberal Alliance 2008-08-27.. POSSIBLE', 'LETTER I 2010-01-01.. POSSIBLE']],
    ['Party', 'party:alliance', '2000-01-01', '', []],
    ['Municipality', 'municipality:b', '2007-06-01', '', ['NAME Brønderslev-Dronninglund 2007-01-01..2008-01-01 CERTAIN']],
    ['Region', 'region:r', '2022-01-01', ALL, ['NAME Midt 2020-01-01.. POSSIBLE', 'NAME Midtjylland ..2020-01-01 no']],
  ])('of a %s: %s on %s%s', async (type, id, asOf, all, expected) => expect(await namesOf(type, id, asOf, all)).toEqual(expected));

  test('each is found by its id', async () => {
    const [name] = (await ask(graph, '{ person(id: "person:bo", asOf: "2020-01-01") { names { id key asOf text sources { id } } } }')).person.names;
    expect(name).toMatchObject({ text: 'Bo Gammel', asOf: '2020-01-01', sources: [{ id: 'source:register' }] });
    expect(await ask(graph, `{ node(id: "${name.id}", asOf: "2020-01-01") { id key ... on DatedName { text certainty } } }`)).toEqual({
      node: { id: name.id, key: name.key, text: 'Bo Gammel', certainty: 'POSSIBLE' },
    });
    expect(await ask(graph, '{ node(id: "dated-name:person:bo:name:nobody") { id } }')).toEqual({ node: null });
  });

  test('of many people cost two queries', async () =>
    expect(await queriesOf(graph, '{ people { nodes { names(all: true) { text } } } }')).toEqual(['names/by-ids', 'people/list', 'relations/by-ids']));
});

test.each([
  ['gammel', 'person:bo'],
  ['nyholm', 'person:bo'],
  ['anna berg', 'person:anna'],
  ['dorte ege', 'person:dorte'],
  ['dorte dahl', 'person:dorte'],
  ['ny alliance', 'party:alliance'],
  ['dronninglund', 'municipality:b'],
  ['midtjylland', 'region:r'],
])('%s is found, whatever the day', async (text, id) => {
  const on = async (asOf: string) => (await ask(graph, `{ search(text: "${text}", asOf: "${asOf}") { node { id } } }`)).search as { node: { id: string } }[];
  expect([(await on('2000-01-01'))[0]?.node.id, (await on('2030-01-01'))[0]?.node.id]).toEqual([id, id]);
});

test('lists are ordered by the latest name', async () =>
  expect((await ask(graph, '{ people(asOf: "2012-01-01") { nodes { name } } }')).people.nodes.map(({ name }: { name: string }) => name)).toEqual([
    'Anna Berg',
    'Bo Gammel',
    'Carl Vest',
    'Dorte Dahl',
  ]));

interface Told {
  kind: string;
  earliest: string | null;
  latest: string;
  person: { name: string } | null;
  with: { id: string } | null;
}

describe('events', () => {
  const told = async (filter: string, lens = '') => {
    const { nodes } = (
      await ask(
        graph,
        `{ events(from: "1900-01-01", until: "2030-01-01", filter: { ${filter} }${lens}) { nodes { id kind earliest latest person { name } with { id } } } }`,
      )
    ).events;
    return nodes.map(({ kind, earliest, latest, person, with: thing }: Told) =>
      [earliest === latest ? latest : `${earliest}..${latest}`, kind, person?.name ?? thing?.id].join(' '),
    );
  };

  test.each([
    ['people: ["person:bo"]', ['2024-12-31 RENAMED Bo Nyholm']],
    ['people: ["person:anna"]', ['2010-05-01 RENAMED Anna Berg', '2016-01-01..2016-12-31 RENAMED Anna Holm']],
    ['people: ["person:carl", "person:dorte"]', ['1999-01-01 RENAMED Dorte Ege']],
    ['party: "party:alliance"', ['2007-05-07 PARTY_FOUNDED party:alliance', '2008-08-27 RENAMED party:alliance']],
    ['municipality: "municipality:b"', ['2008-01-01 RENAMED municipality:b']],
    ['region: "region:r"', ['2020-01-01 RENAMED region:r']],
  ])('of %s', async (filter, expected) => expect(await told(filter)).toEqual(expected));

  test('a name that is taken back, and put back, is told as the record had it', async () => {
    const { at } = await readRevision(graph);
    const knownAt = `, knownAt: "${new Date(at).toISOString()}"`;
    const [, ...others] = WORLD['people'] ?? [];
    const people = [{ id: 'person:bo', name: 'Bo Gammel', ...S }, ...others];
    await seedWorld(graph, { ...WORLD, people });
    expect([await told('people: ["person:bo"]'), await told('people: ["person:bo"]', knownAt)]).toEqual([[], ['2024-12-31 RENAMED Bo Nyholm']]);
    expect([await nameOf('person:bo', 'asOf: "2025-01-01"'), await nameOf('person:bo', `asOf: "2025-01-01"${knownAt}`)]).toEqual(['Bo Gammel', 'Bo Nyholm']);
    await seedWorld(graph, WORLD);
    expect(await told('people: ["person:bo"]')).toEqual(['2024-12-31 RENAMED Bo Nyholm']);
  });
});

describe('of several registers', () => {
  const head = (id: string) => ({ id, title: id });
  const person = (more: object) => ({ ...SOURCES, people: [{ id: 'person:x', ...S, ...more }] });
  const BOTH = called(['Ann Old', undefined, '2015-01-01'], ['Ann New', '2015-01-01']);

  test.each([
    ['the one knows the old name alone', { name: 'Ann Old' }, { name: 'Ann New', ...BOTH }, ['Ann Old', 'Ann New', 'Ann New']],
    ['the other knows the old name alone', { name: 'Ann New', ...BOTH }, { name: 'Ann Old' }, ['Ann Old', 'Ann New', 'Ann New']],
  ])('%s', async (_, first, second, expected) => {
    const other = await emptyGraph();
    try {
      await seedWorld(other, person(first), head('a'));
      await seedWorld(other, person(second), head('b'));
      const names = ['2010-01-01', '2017-01-01', '2022-01-01'].map(
        async (asOf) => (await ask(other, `{ person(id: "person:x", asOf: "${asOf}") { name } }`)).person.name,
      );
      expect(await Promise.all(names)).toEqual(expected);
      expect((await ask(other, '{ search(text: "old") { matched } }')).search).toEqual([{ matched: 'Ann Old' }]);
      expect((await checkGraph(other, { rules: ['name-single'] })).map(({ verdict }) => verdict)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

test.each([
  ['people', { id: 'person:two', name: 'Two' }],
  ['parties', { id: 'party:two', name: 'Two' }],
  ['municipalities', { id: 'municipality:two', name: 'Two', code: '0999' }],
  ['regions', { id: 'region:two', name: 'Two' }],
])('of %s: two names at a time are found, one after the other are not', async (word, row) => {
  const other = await emptyGraph();
  const found = async (until: string) => {
    await seedWorld(other, { ...SOURCES, [word]: [{ ...row, ...called(['One', '2000-01-01', until], ['Two', '2010-01-01', '2020-01-01']), ...S }] });
    return (await checkGraph(other, { rules: ['name-single'] })).map(({ verdict, on, things }) => [verdict, on, things[0]]);
  };
  try {
    expect(await found('2010-01-01')).toEqual([]);
    expect(await found('2010-01-02')).toEqual([['BROKEN', '2010-01-01', row.id]]);
  } finally {
    await other.close();
  }
});
