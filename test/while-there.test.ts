import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, rewrittenGraph } from './world.js';

const S = { sources: ['source:1'] };
const named = (id: string, existence?: object, more: object = {}) => ({
  id,
  name: id.slice(id.indexOf(':') + 1),
  ...(existence && { existence }),
  ...more,
  ...S,
});
const relation = (kind: string, subject: string, object: string, dates: object = { from: '1970-04-01', open: true }) => ({
  id: `relation:${`${kind}-${subject}-${object}`.toLowerCase().replaceAll(/[:_]/g, '-')}`,
  kind,
  subject,
  object,
  ...dates,
  ...S,
});
const seat = (person: string, body: string, dates: object) => ({
  id: `membership:${body.slice(5)}-${person}`,
  person: `person:${person}`,
  body,
  role: 'COUNCILLOR',
  ...dates,
  ...S,
});

/**
 * A council that sits a year before its municipality is there; one that governs two, of which one ends before the other; a
 * pact that covers what is no more, and goes itself; a region with what nobody says has left it, and a committee of a body that goes.
 */
const world = (isCorrected: boolean): World => ({
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'as printed' }],
  municipalities: [
    named('municipality:new', { from: '2007-01-01', open: true }, { code: '0101' }),
    named('municipality:old', { from: '1970-04-01', until: isCorrected ? '2010-01-01' : '2009-01-01' }, { code: '0103' }),
    named('municipality:stays', undefined, { code: '0105' }),
  ],
  regions: [named('region:west', { until: '2015-01-01' })],
  bodies: [
    named('body:new', undefined, { kind: 'COUNCIL' }),
    named('body:both', undefined, { kind: 'COUNCIL' }),
    named('body:pact', { until: '2012-06-01' }, { kind: 'BOARD' }),
    named('body:part', undefined, { kind: 'COMMITTEE' }),
  ],
  relations: [
    relation('GOVERNS', 'body:new', 'municipality:new'),
    relation('GOVERNS', 'body:both', 'municipality:old'),
    relation('GOVERNS', 'body:both', 'municipality:stays'),
    relation('COVERS', 'body:pact', 'municipality:old'),
    relation('COVERS', 'body:pact', 'municipality:stays', { undated: 'Not said.' }),
    relation('LIES_IN', 'municipality:stays', 'region:west'),
    relation('LIES_IN', 'municipality:new', 'region:west'),
    relation('PART_OF', 'body:pact', 'body:both'),
    relation('PART_OF', 'body:part', 'body:pact'),
  ],
  people: [named('person:anna'), named('person:bo')],
  memberships: [
    seat('anna', 'body:new', { from: '2006-01-01', open: true }),
    seat('anna', 'body:part', { from: '2000-01-01', open: true }),
    seat('bo', 'body:both', { from: '2000-01-01', open: true }),
    seat('bo', 'body:part', { from: '2000-01-01', open: true }),
  ],
});

let graph: Graph;
let before: string;
beforeAll(async () => {
  ({ graph, before } = await rewrittenGraph(world(false), world(true)));
});
afterAll(() => graph.close());

const slug = ({ id }: { id: string }): string => id.slice(id.indexOf(':') + 1);
const slugs = (rows: readonly { id: string }[]): string[] => rows.map(slug);

describe.each([
  ['new', '2006-12-31', [], []],
  ['new', '2007-01-01', ['anna'], ['part-anna']],
  ['old', '2009-12-31', ['bo'], ['part-bo']],
  ['old', '2010-01-01', [], []],
  ['stays', '2010-01-01', ['bo'], ['part-bo']],
])('a municipality is the home of who sits in its council while it is there: %s on %s', (name, day, people, seats) => {
  const lens = `asOf: "${day}"`;
  const id = `municipality:${name}`;

  test('in the lists of people', async () => {
    const found = await ask(
      graph,
      `{ municipality(id: "${id}", ${lens}) { people { totalCount nodes { id } } ever: people(all: true) { nodes { id } } }
         people(filter: { municipality: "${id}" }, ${lens}) { nodes { id } }
         anna: person(id: "person:anna", ${lens}) { municipalities { id } } bo: person(id: "person:bo", ${lens}) { municipalities { id } } }`,
    );
    expect(slugs(found.municipality.people.nodes)).toEqual(people);
    expect(found.municipality.people.totalCount).toBe(people.length);
    expect(found.municipality.ever.nodes.length).toBe(1);
    expect(slugs(found.people.nodes)).toEqual(people);
    expect(['anna', 'bo'].filter((one) => slugs(found[one].municipalities).includes(name))).toEqual(people);
  });

  test('in whom their other seats come from', async () => {
    const found = await ask(
      graph,
      `{ municipality(id: "${id}", ${lens}) { representatives(how: [COMES_FROM]) { nodes { membership { id } } } }
         representations(filter: { fromMunicipality: "${id}", whom: "${id}" }, ${lens}) { nodes { membership { id } } } }`,
    );
    const held = ({ nodes }: { nodes: { membership: { id: string } }[] }) => slugs(nodes.map(({ membership }) => membership));
    expect([held(found.municipality.representatives), held(found.representations)]).toEqual([seats, seats]);
  });

  test('in what is counted', async () => {
    const found = await ask(
      graph,
      `{ counts(filter: { fromMunicipality: "${id}" }, by: [PERSON], ${lens}) { keys { thing { id } } }
         byPlace: counts(filter: {}, by: [MUNICIPALITY, PERSON], ${lens}) { keys { thing { id } } }
         body(id: "body:part", ${lens}) { composition { byMunicipality { principal { id } } } } }`,
    );
    const keys = (rows: { keys: { thing: { id: string } | null }[] }[]) => rows.map((row) => row.keys.map(({ thing }) => thing && slug(thing)));
    expect(keys(found.counts).flat()).toEqual(people);
    expect(
      keys(found.byPlace)
        .filter(([place]) => place === name)
        .map(([, person]) => person),
    ).toEqual(people);
    const shares: { principal: { id: string } | null }[] = found.body.composition.byMunicipality;
    expect(shares.filter(({ principal }) => principal?.id === id).length).toBe(people.length);
  });
});

test('of a past record it is while that said that it is there', async () => {
  const on = async (lens: string) =>
    slugs((await ask(graph, `{ municipality(id: "municipality:old", ${lens}) { people { nodes { id } } } }`)).municipality.people.nodes);
  expect(await on('asOf: "2009-06-01"')).toEqual(['bo']);
  expect(await on(`asOf: "2009-06-01", knownAt: "${before}"`)).toEqual([]);
});

test.each([
  ['covered by a body', 'municipalities(filter: { coveredBy: "body:pact" }', '2009-01-01', ['old', 'stays']],
  ['that is no more', 'municipalities(filter: { coveredBy: "body:pact" }', '2012-06-01', []],
  ['in a region', 'municipalities(filter: { region: "region:west" }', '2014-12-31', ['new', 'stays']],
  ['that is no more', 'municipalities(filter: { region: "region:west" }', '2015-01-01', []],
  ['that cover a municipality', 'bodies(filter: { covers: "municipality:old" }', '2009-12-31', ['pact']],
  ['that is no more', 'bodies(filter: { covers: "municipality:old" }', '2010-01-01', []],
  ['that govern one that is not yet there', 'bodies(filter: { governs: "municipality:new" }', '2006-12-31', []],
  ['that govern one that is', 'bodies(filter: { governs: "municipality:new" }', '2007-01-01', ['new']],
  ['that are part of a body', 'bodies(filter: { partOf: "body:pact" }', '2012-05-31', ['part']],
  ['that is no more', 'bodies(filter: { partOf: "body:pact" }', '2012-06-01', []],
  ['within a region, when one of its municipalities is not there', 'bodies(filter: { region: "region:west" }', '2006-12-31', ['pact', 'both', 'part']],
  ['within a region, when all of it is there', 'bodies(filter: { region: "region:west" }', '2007-01-01', ['pact', 'both', 'new', 'part']],
  ['within a region, when what one is part of is no more', 'bodies(filter: { region: "region:west" }', '2012-06-01', ['both', 'new']],
  ['within a region that is no more', 'bodies(filter: { region: "region:west" }', '2015-01-01', []],
])('a list of what is %s: %s) on %s', async (_, list, day, expected) => {
  const [found] = Object.values(await ask(graph, `{ ${list}, asOf: "${day}") { nodes { id } } }`)) as { nodes: { id: string }[] }[];
  expect(slugs(found?.nodes ?? []).sort()).toEqual([...expected].sort());
});

test.each([
  ['2006-12-31', ['anna', 'bo']],
  ['2007-01-01', ['anna', 'bo']],
  ['2012-06-01', ['anna', 'bo']],
  ['2015-01-01', []],
])('people are counted in a region while it, its places and bodies are there: %s', async (day, expected) => {
  const found = await ask(
    graph,
    `{ counts(filter: { region: "region:west" }, by: [PERSON], asOf: "${day}") { keys { thing { id } } }
       byRegion: counts(filter: {}, by: [REGION, PERSON], asOf: "${day}") { keys { thing { id } } } }`,
  );
  type Rows = { keys: { thing: { id: string } | null }[] }[];
  const people = (rows: Rows, at: number): string[] => slugs(rows.flatMap(({ keys }) => keys[at]?.thing ?? [])).sort();
  expect(people(found.counts, 0)).toEqual(expected);
  const within = (found.byRegion as Rows).filter(({ keys }) => keys[0]?.thing?.id === 'region:west');
  expect(people(within, 1)).toEqual(expected);
});
