import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { crowded } from './crowded.js';
import { FIELDS, TERMS, council, eventsIn, replaces, row, seat, seen } from './events-world.js';
import { ask, emptyGraph, errorsOf, queriesOf, seedWorld, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  const cover = (id: string, kind: string, subject: string, object: string, dates: object) => row(`relation:${id}`, { kind, subject, object, ...dates });
  await seedWorld(
    graph,
    council(
      [
        seat('a', 'anna', { from: '2020-01-01', until: '2022-05-01' }),
        seat('b', 'bo', { from: '2022-05-01' }, replaces('a')),
        seat('c', 'carl', { from: '2022' }, { body: 'body:board' }),
        seat('d', 'dora', { seen: seen('2022-06-21') }),
        seat(
          'e',
          'anna',
          { from: '2023-02-01' },
          { body: 'body:board', appointment: { represents: [{ principal: 'municipality:m', sources: ['source:1'] }] } },
        ),
      ],
      {
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board', existence: { from: '2021-07-01' } })],
        terms: TERMS,
        municipalities: [row('municipality:m', { name: 'M', code: '0101' }), row('municipality:n', { name: 'N', code: '0102' })],
        regions: [row('region:r', { name: 'R' })],
        parties: [row('party:p', { name: 'P' })],
        affiliations: [
          row('affiliation:am', { person: 'person:anna', with: 'municipality:m', from: '2019-01-01', until: '2022-12-31' }),
          row('affiliation:bp', { person: 'person:bo', with: 'party:p', from: '2022-05-01' }),
          row('affiliation:ap', { person: 'person:anna', with: 'party:p', from: '2021-01-01', until: '2022-04-30' }),
        ],
        relations: [
          cover('covers', 'COVERS', 'body:board', 'municipality:m', { from: '2021-07-01' }),
          cover('lies', 'LIES_IN', 'municipality:n', 'region:r', { from: '2007-01-01' }),
          cover('governs', 'GOVERNS', 'body:council', 'municipality:n', { from: '2007-01-01' }),
          cover('part', 'PART_OF', 'body:board', 'body:council', { until: '2022-10-01' }),
        ],
      },
    ),
  );
});
afterAll(() => graph.close());

const ALL = [
  '2007-01-01 TERRITORY_CHANGED  n',
  '2018-01-01 TERM_BEGAN council',
  '2019-01-01 MOVED anna m',
  '2020-01-01 JOINED anna',
  '2021-01-01 PARTY_JOINED anna p',
  '2021-07-01 BODY_ESTABLISHED board',
  '2021-07-01 TERRITORY_CHANGED board m',
  '2022-01-01 TERM_BEGAN council',
  '2022-04-30 PARTY_LEFT anna p',
  '2022-05-01 REPLACED bo < a',
  '2022-05-01 PARTY_JOINED bo p',
  '2022-01-01..2022-12-31 JOINED carl',
  '2022-12-31 MOVED anna m',
  '2023-02-01 JOINED anna',
];

describe('a period', () => {
  test('holds what lies in it by its last day', async () => {
    expect(await eventsIn(graph)).toEqual(ALL);
    expect(await eventsIn(graph, { from: '2021-12-31', until: '2022-05-01' })).toEqual(ALL.slice(7, 11));
    expect(await eventsIn(graph, { from: '2022-05-01', until: '2022-12-30' })).toEqual([]);
  });

  test('says how sure it is that all its days lie in it', async () => {
    const carl = (from: string, until: string) =>
      ask(graph, `{ events(from: "${from}", until: "${until}", filter: { people: ["person:carl"] }) { nodes { certainty key } } }`);
    const key = 'event:membership:c@FROM@2022-12-31';
    expect((await carl('2021-12-31', '2022-12-31')).events.nodes).toEqual([{ certainty: 'CERTAIN', key }]);
    expect((await carl('2022-01-01', '2022-12-31')).events.nodes).toEqual([{ certainty: 'POSSIBLE', key: `${key}?POSSIBLE` }]);
  });

  test('ends no sooner than it begins', async () => {
    for (const field of [
      'events(from: "2023-01-01", until: "2022-01-01") { totalCount }',
      'person(id: "person:bo") { events(from: "2023-01-01", until: "2022-01-01") { totalCount } }',
    ])
      expect((await errorsOf(graph, `{ ${field} }`)).map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a filter', () => {
  test.each<[string, string[]]>([
    ['{ people: ["person:bo"] }', ['2022-05-01 REPLACED bo < a', '2022-05-01 PARTY_JOINED bo p']],
    ['{ people: [] }', []],
    ['{ bodies: ["body:board"] }', [ALL[5], ALL[6], ALL[11], ALL[13]] as string[]],
    ['{ people: ["person:anna"], bodies: ["body:board"] }', ['2023-02-01 JOINED anna']],
    ['{ kinds: [TERM_BEGAN, REPLACED] }', [ALL[1], ALL[7], ALL[9]] as string[]],
    ['{ whom: "municipality:m" }', ['2023-02-01 JOINED anna']],
    ['{ municipality: "municipality:m" }', [ALL[2], ALL[3], ALL[4], ALL[6], ALL[8], ALL[12]] as string[]],
    ['{ municipality: "municipality:n" }', [ALL[0], ALL[3], ALL[4], ALL[8], ALL[9], ALL[10]] as string[]],
    ['{ party: "party:p" }', [ALL[4], ALL[8], ALL[9], ALL[10]] as string[]],
    ['{ region: "region:r" }', [ALL[0], ALL[1], ALL[3], ALL[5], ALL[6], ALL[7], ALL[9]] as string[]],
    ['{ region: "region:r", kinds: [JOINED] }', ['2020-01-01 JOINED anna']],
  ])('%s', async (filter, expected) => {
    const found = await eventsIn(graph, { filter });
    expect(found).toEqual(expected);
    const counted = await ask(graph, `{ events(from: "0001-01-01", until: "9999-12-31", filter: ${filter}) { totalCount } }`);
    expect(counted.events.totalCount).toBe(found.length);
    expect(await eventsIn(crowded(graph), { filter })).toEqual(expected);
  });

  test.each(['municipality: "municipality:m"', 'party: "party:p"'])('%s with many people reads no list of them', async (filter) => {
    const source = `{ events(from: "2022-04-01", until: "2022-06-01", filter: { ${filter} }) { nodes { id } } }`;
    const ofPeople = (names: string[]): boolean => names.some((name) => /of-people|of-things|by-principal-ids/.test(name));
    expect([ofPeople(await queriesOf(graph, source)), ofPeople(await queriesOf(crowded(graph), source))]).toEqual([true, false]);
  });

  test.each(['CERTAIN', 'POSSIBLE'])('by certainty: %s', async (certainty) => {
    const of = await ask(
      graph,
      `{ events(from: "2022-01-01", until: "2023-12-31", filter: { certainty: [${certainty}] }) { totalCount nodes { certainty person { id } } } }`,
    );
    expect(of.events.totalCount).toBe(certainty === 'CERTAIN' ? 5 : 1);
    expect(new Set(of.events.nodes.map((one: { certainty: string }) => one.certainty))).toEqual(new Set([certainty]));
  });
});

describe('a page', () => {
  const FILTERS = ['{}', '{ bodies: ["body:board", "body:council"] }', '{ municipality: "municipality:m" }', '{ party: "party:p" }'];
  test.each([1, 2, 3, 7].flatMap((first) => FILTERS.map((filter) => [first, filter] as const)))(
    'of %i goes on where the one before ended: %s',
    async (first, filter) => {
      const found: { id: string }[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const { events } = await ask(
          graph,
          `query($after: String) { events(from: "0001-01-01", until: "9999-12-31", untold: true, filter: ${filter}, first: ${first}, after: $after) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        found.push(...events.nodes);
        [after, more] = [events.pageInfo.endCursor, events.pageInfo.hasNextPage];
        if (!more) expect(events.totalCount).toBe(found.length);
      }
      const whole = await ask(
        graph,
        `{ events(from: "0001-01-01", until: "9999-12-31", untold: true, filter: ${filter}, first: 100) { nodes { ${FIELDS} } } }`,
      );
      expect(found).toEqual(whole.events.nodes);
    },
  );
});

describe('of a thing', () => {
  const of = async (field: string, args = '') => {
    const data = await ask(graph, `{ thing: ${field} { events${args} { totalCount nodes { ${FIELDS} } } } }`);
    return (data.thing.events.nodes as { kind: string; latest: string; certainty: string }[]).map(
      ({ kind, latest, certainty }) => `${latest} ${kind} ${certainty}`,
    );
  };

  test('its own, of all time or of a period', async () => {
    expect(await of('person(id: "person:carl")')).toEqual(['2022-12-31 JOINED CERTAIN']);
    expect(await of('person(id: "person:carl")', '(from: "2022-06-30")')).toEqual(['2022-12-31 JOINED POSSIBLE']);
    expect(await of('person(id: "person:carl")', '(until: "2022-12-30")')).toEqual([]);
    expect(await of('body(id: "body:board")', '(until: "2022-12-31")')).toEqual([
      '2021-07-01 BODY_ESTABLISHED CERTAIN',
      '2021-07-01 TERRITORY_CHANGED CERTAIN',
      '2022-12-31 JOINED CERTAIN',
    ]);
    expect(await of('municipality(id: "municipality:m")', '(from: "2022-05-01")')).toEqual(['2022-12-31 MOVED CERTAIN']);
  });

  test('reads one page of it', async () => {
    const page = 'events(first: 2) { nodes { kind } }';
    expect(await queriesOf(graph, `{ person(id: "person:anna") { ${page} } }`)).toEqual(['events/of-people/list', 'people/by-ids']);
    expect(await queriesOf(graph, `{ body(id: "body:board") { ${page} } }`)).toEqual(['bodies/by-ids', 'events/of-bodies/list']);
    expect(await queriesOf(graph, '{ events(from: "2021-12-31", until: "2022-01-01", first: 2) { nodes { kind } } }')).toEqual(['events/list']);
  });
});

test('KKR Syddanmark: nothing in 1990, four events in 2022, nothing from 2023 to 2027', async () => {
  const seeded = await seededGraph();
  const filter = '{ bodies: ["body:kkr-syddanmark"] }';
  expect(await eventsIn(seeded, { from: '1989-12-31', until: '1990-12-31', filter, untold: true })).toEqual([]);
  expect(await eventsIn(seeded, { from: '2021-12-31', until: '2022-12-31', filter })).toEqual([
    '2022-01-24 TERM_BEGAN kkr-syddanmark',
    '..2022-06-21 LEFT andreas-moeller',
    '2022-06-21 JOINED anja-karlsson',
    '2022-06-21 REPLACED jonas-rene-jensen < kkr-syddanmark-member-andreas-moeller',
  ]);
  expect(await eventsIn(seeded, { from: '2022-12-31', until: '2027-12-31', filter })).toEqual([]);
  await seeded.close();
});
