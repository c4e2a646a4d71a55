import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

type Named = { id: string; name: string };
const namesOf = (all: Named[]): string[] => all.map(({ name }) => name);

describe('the merger of two regions on 1 January 2027', () => {
  const REGION = 'region { name council { name phase } }';

  test.each([
    ['2026-12-31', 'Region Hovedstaden', 'Region Sjælland'],
    ['2027-01-01', 'Region Østdanmark', 'Region Østdanmark'],
    ['2029-12-31', 'Region Østdanmark', 'Region Østdanmark'],
  ])('as of %s, Gentofte lies in %s and Greve in %s, with its council', async (day, north, south) => {
    const { gentofte, greve } = await ask(
      graph,
      `{ gentofte: municipality(id: "municipality:gentofte", asOf: "${day}") { ${REGION} } greve: municipality(id: "municipality:greve", asOf: "${day}") { ${REGION} } }`,
    );
    for (const [place, name] of [
      [gentofte, north],
      [greve, south],
    ])
      expect(place.region).toEqual({ name, council: { name: `Regionsrådet i ${name}`, phase: 'CURRENT' } });
  });

  test('hands over every municipality on the day, and no other region changes', async () => {
    const counted = async (day: string) => {
      const one = (id: string) => `${id}: region(id: "region:${id}", asOf: "${day}") { municipalities { id } council { id } }`;
      const answer = await ask(graph, `{ ${['hovedstaden', 'sjaelland', 'oestdanmark', 'syddanmark', 'midtjylland', 'nordjylland'].map(one).join(' ')} }`);
      return Object.fromEntries(
        Object.entries(answer as Record<string, { municipalities: unknown[] }>).map(([id, { municipalities }]) => [id, municipalities.length]),
      );
    };
    const others = { syddanmark: 22, midtjylland: 19, nordjylland: 11 };
    expect(await counted('2026-12-31')).toEqual({ hovedstaden: 29, sjaelland: 17, oestdanmark: 0, ...others });
    expect(await counted('2027-01-01')).toEqual({ hovedstaden: 0, sjaelland: 0, oestdanmark: 46, ...others });
  });

  test('is a change of that day: the old councils are succeeded, the new one begins, 46 municipalities move', async () => {
    const kinds = '[TERRITORY_CHANGED, BODY_ESTABLISHED, BODY_SUCCEEDED, BODY_DISSOLVED]';
    const { changes } = await ask(
      graph,
      `{ changes(from: "2026-12-31", until: "2027-01-01", filter: { kinds: ${kinds} }, first: 500) { nodes { kind before after body { id } relation { to { id } } } } }`,
    );
    const told = (kind: string) =>
      changes.nodes.filter((one: { kind: string; before: string; after: string }) => one.kind === kind && 'CERTAIN' === (one.after ?? one.before));
    expect(
      told('BODY_SUCCEEDED')
        .map(({ body }: { body: Named }) => body.id)
        .sort(),
    ).toEqual(['body:forberedende-regionsraad-oestdanmark', 'body:regionsraadet-hovedstaden', 'body:regionsraadet-sjaelland']);
    expect(told('BODY_ESTABLISHED').map(({ body }: { body: Named }) => body.id)).toEqual(['body:regionsraadet-oestdanmark']);
    const moved = told('TERRITORY_CHANGED').map(({ relation }: { relation: { to: Named } }) => relation.to.id);
    expect([moved.length, moved.filter((id: string) => id === 'region:oestdanmark').length]).toEqual([92, 46]);
  });

  test('a body to come is upcoming, one that will end is still current, and afterwards it is former', async () => {
    const phases = async (day: string) => {
      const one = (id: string) => `${id}: body(id: "body:regionsraadet-${id}", asOf: "${day}") { phase }`;
      const { oestdanmark, hovedstaden } = await ask(graph, `{ ${one('oestdanmark')} ${one('hovedstaden')} }`);
      return [hovedstaden.phase, oestdanmark.phase];
    };
    expect([await phases('2026-11-25'), await phases('2026-12-31'), await phases('2027-01-01')]).toEqual([
      ['CURRENT', 'UPCOMING'],
      ['CURRENT', 'UPCOMING'],
      ['FORMER', 'CURRENT'],
    ]);
    const listed = async (day: string) =>
      namesOf((await ask(graph, `{ bodies(filter: { name: "regionsråd", kinds: [COUNCIL] }, asOf: "${day}") { nodes { id name } } }`)).bodies.nodes).filter(
        (name) => /Øst|Hoved/.test(name),
      );
    expect(await listed('2026-11-25')).toEqual(['Det forberedende regionsråd for Region Østdanmark', 'Regionsrådet i Region Hovedstaden']);
    expect(await listed('2027-01-01')).toEqual(['Regionsrådet i Region Østdanmark']);
  });
});

describe('the lineage of the health councils', () => {
  const lineage = async (id: string): Promise<string[]> => namesOf((await ask(graph, `{ body(id: "body:${id}") { lineage { id name } } }`)).body.lineage);

  test.each([
    [
      'from committee to committee to council',
      'sundhedsraad-midt-vestsjaelland',
      ['Sundhedskoordinationsudvalget i Region Sjælland', 'Sundhedssamarbejdsudvalget i Region Sjælland', 'Sundhedsråd Midt- og Vestsjælland'],
    ],
    [
      'from a committee to the councils it is split to',
      'sundhedskoordinationsudvalget-region-sjaelland',
      [
        'Sundhedskoordinationsudvalget i Region Sjælland',
        'Sundhedssamarbejdsudvalget i Region Sjælland',
        'Sundhedsråd Midt- og Vestsjælland',
        'Sundhedsråd Østsjælland og Øerne',
      ],
    ],
    [
      'from a cluster and a committee to one council, across two data sets',
      'sundhedsraad-soenderjylland',
      ['Praksisplanudvalget', 'Sundhedskoordinationsudvalget', 'Sundhedssamarbejdsudvalget', 'Sønderjysk klynge', 'Sundhedsråd Sønderjylland'],
    ],
    [
      'from three councils to one',
      'regionsraadet-oestdanmark',
      [
        'Regionsrådet i Region Hovedstaden',
        'Regionsrådet i Region Sjælland',
        'Det forberedende regionsråd for Region Østdanmark',
        'Regionsrådet i Region Østdanmark',
      ],
    ],
  ])('leads %s', async (_, id, expected) => expect(await lineage(id)).toEqual(expected));
});

test('17 health councils, each part of a regional council, cover all municipalities but the two of which the register contradicts itself', async () => {
  const { bodies } = await ask(
    graph,
    '{ bodies(filter: { name: "sundhedsråd", kinds: [COMMITTEE] }, asOf: "2026-11-25") { nodes { id name phase covers { id name } partOf { name } } } }',
  );
  const councils = bodies.nodes.filter(({ id }: Named) => id.startsWith('body:sundhedsraad-'));
  expect(councils.map(({ phase }: { phase: string }) => phase)).toEqual(Array<string>(17).fill('CURRENT'));
  expect(new Set(councils.flatMap(({ partOf }: { partOf: Named[] }) => partOf.map(({ name }) => name)))).toEqual(
    new Set([
      'Det forberedende regionsråd for Region Østdanmark',
      ...['Nordjylland', 'Midtjylland', 'Syddanmark'].map((name) => `Regionsrådet i Region ${name}`),
    ]),
  );
  const covered: string[] = councils.flatMap(({ covers }: { covers: Named[] }) => namesOf(covers));
  expect([covered.length, new Set(covered).size, covered.includes('Middelfart'), covered.includes('Billund')]).toEqual([96, 96, false, false]);
});

test('the size of a regional council is what the law of the time says', async () => {
  const { statements } = await ask(
    graph,
    '{ statements(filter: { about: "body:regionsraadet-syddanmark", text: "medlemmer" }) { nodes { value date sources { quote } } } }',
  );
  expect(statements.nodes.map(({ value, date }: { value: string; date: string }) => `${date} ${value}`).sort()).toEqual(['2021-12 41', '2025-04-24 31']);
});
