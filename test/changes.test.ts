import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { kindOf, shiftsOf } from '../src/questions/changes/rules.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { bounded } from '../src/time/bounds.js';
import type { Stated } from '../src/time/stated.js';
import { addDays, dayBefore } from '../src/time/civil.js';
import { certaintyOn } from '../src/time/in-force.js';
import { type World, ask, emptyGraph, errorsOf, seedWorld, seededGraph } from './world.js';

const EVER = ['0001-01-01', '9999-12-31'] as const;
const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));

describe('the days on which a state changes', () => {
  test.each<[string, Stated, string[]]>([
    ['known days', { from: '2022-01-01', until: '2022-06-21' }, ['2022-01-01 JOINED', '2022-06-21 LEFT']],
    [
      'a year and a year',
      { from: '2022', until: '2023' },
      ['2022-01-01 MAY_HAVE_JOINED', '2022-12-31 CONFIRMED', '2023-01-01 UNCONFIRMED', '2024-01-01 MAY_HAVE_LEFT'],
    ],
    ['one year, never certain', { from: '2026', until: '2026' }, ['2026-01-01 MAY_HAVE_JOINED', '2027-01-01 MAY_HAVE_LEFT']],
    ['seen on a day', { seen: seen('2022-06-21') }, ['2022-06-21 CONFIRMED', '2022-06-22 UNCONFIRMED']],
    ['seen over', { over: seen('2022-06-21') }, ['2022-06-21 MAY_HAVE_LEFT']],
    ['open', { from: '2022-01-01', open: true }, ['2022-01-01 JOINED']],
    ['nothing known', {}, []],
    ['a day in a leap year', { from: '2024-02-29', until: '2024-03-01' }, ['2024-02-29 JOINED', '2024-03-01 LEFT']],
  ])('%s', (_, stated, expected) => expect(shiftsOf(bounded(stated), ...EVER).map((shift) => `${shift.on} ${kindOf('SEAT', shift)}`)).toEqual(expected));

  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2024-02-01', days));
  const interval = fc.tuple(day, day, day, day).map((days) => {
    const [fromMin, a, b, untilMax] = [...days].sort() as [string, string, string, string];
    return { fromMin, fromMax: a, untilMin: b, untilMax: addDays(untilMax, 1) };
  });
  const shuffled = fc.tuple(interval, fc.boolean()).map(([x, crossed]) => (crossed ? { ...x, fromMax: x.untilMin, untilMin: x.fromMax } : x));

  test('split as the period is split, and lead from the first state to the last', () => {
    fc.assert(
      fc.property(shuffled, fc.tuple(day, day, day), (x, days) => {
        const [a, b, c] = [...days].sort() as [string, string, string];
        expect(shiftsOf(x, a, a)).toEqual([]);
        expect([...shiftsOf(x, a, b), ...shiftsOf(x, b, c)]).toEqual(shiftsOf(x, a, c));
        let state = certaintyOn(x, a);
        for (const { on, before, after } of shiftsOf(x, a, c)) {
          expect([before, certaintyOn(x, dayBefore(on))]).toEqual([state, state]);
          state = after;
        }
        expect(state).toBe(certaintyOn(x, c));
      }),
      { numRuns: 2_000 },
    );
  });
});

const S = ['source:1'];
const seat = (person: string, body: string, dates: object, more: object = {}) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  ...dates,
  sources: S,
  ...more,
});
const BOARD = { id: 'body:board', kind: 'BOARD', name: 'Board', existence: { from: '2020-01-01', until: '2023-01-01' }, sources: S };
const world = (until = '2021-06-01') => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  parties: [{ id: 'party:a', name: 'A', sources: S }],
  municipalities: [{ id: 'municipality:x', name: 'X', code: '0001', sources: S }],
  people: ['anna', 'bo', 'carl', 'dorte'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
  bodies: [
    BOARD,
    { id: 'body:after', kind: 'BOARD', name: 'After', existence: { from: '2023-01-01' }, sources: S },
    { id: 'body:council', kind: 'COUNCIL', name: 'Council', sources: S },
  ],
  terms: [{ id: 'term:council-1', body: 'body:council', name: '2018-2022', from: '2018-01-01', until: '2022-01-01', sources: S }],
  relations: [
    { id: 'relation:succeeds', kind: 'SUCCEEDS', subject: 'body:after', object: 'body:board', from: '2023-01-01', sources: S },
    { id: 'relation:covers', kind: 'COVERS', subject: 'body:board', object: 'municipality:x', from: '2020-07-01', sources: S },
    { id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', from: '2000-01-01', open: true, sources: S },
  ],
  seats: [{ id: 'seats:board-x', body: 'body:board', by: 'municipality:x', count: 2, from: '2020-01-01', sources: S }],
  affiliations: [{ id: 'affiliation:anna-a', person: 'person:anna', with: 'party:a', from: '2020-01-01', until: '2021-01-01', sources: S }],
  memberships: [
    seat('anna', 'board', { from: '2020-01-01', until }),
    seat('bo', 'board', { from: '2021-06-01' }, { appointment: { replaces: { membership: 'membership:board-anna', sources: S } } }),
    seat('carl', 'board', { from: '2020-01-01', until: '2022-03-01' }, { appointment: { represents: [{ principal: 'municipality:x', sources: S }] } }),
    seat('dorte', 'board', { from: '2020-01-01', until: '2021-01-01' }),
    seat('dorte', 'board', { from: '2021-01-01' }, { id: 'membership:board-dorte-chair', role: 'CHAIR' }),
    seat('carl', 'council', { seen: [{ on: '2021-05-01', in: 'doc:1' }] }),
  ],
});

describe('changes', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, world());
  });
  afterAll(() => graph.close());

  const NODE =
    'id on kind before after edge earliest latest cause basis person { name } body { name } membership { id certainty } replaced { id } affiliation { id } relation { id }';
  interface Line {
    id: string;
    on: string;
    kind: string;
    cause: string | null;
    before: string | null;
    after: string | null;
  }
  const changes = async (from: string, until: string, filter = '{}', more = ''): Promise<Line[]> =>
    (await ask(graph, `{ changes(from: "${from}", until: "${until}", filter: ${filter}, first: 500${more}) { nodes { ${NODE} } } }`)).changes.nodes;
  const told = (all: Line[]) =>
    all.map(({ id, on, kind, cause }) => `${on} ${kind} ${/:(?:relation:|membership:|affiliation:)?([^@]+)@/.exec(id)?.[1]}${cause ? ` ${cause}` : ''}`);

  const WHOLE = [
    '2018-01-01 MAY_HAVE_JOINED council-carl',
    '2020-01-01 JOINED board-anna',
    '2020-01-01 JOINED board-carl',
    '2020-01-01 JOINED board-dorte',
    '2020-01-01 PARTY_JOINED anna-a',
    '2020-01-01 BODY_ESTABLISHED body:board',
    '2020-07-01 TERRITORY_CHANGED covers',
    '2020-07-02 UNCONFIRMED covers',
    '2021-01-01 LEFT board-dorte OWN_END',
    '2021-01-01 ROLE_CHANGED board-dorte-chair',
    '2021-01-01 PARTY_LEFT anna-a OWN_END',
    '2021-01-02 UNCONFIRMED board-dorte-chair',
    '2021-05-01 CONFIRMED council-carl',
    '2021-05-02 UNCONFIRMED council-carl',
    '2021-06-01 LEFT board-anna OWN_END',
    '2021-06-01 REPLACED board-bo',
    '2021-06-02 UNCONFIRMED board-bo',
    '2022-01-01 MAY_HAVE_LEFT council-carl TERM_ENDED',
    '2022-03-01 SEAT_VACATED board-carl OWN_END',
    '2023-01-01 MAY_HAVE_LEFT board-bo BODY_SUCCEEDED',
    '2023-01-01 MAY_HAVE_LEFT board-dorte-chair BODY_SUCCEEDED',
    '2023-01-01 BODY_ESTABLISHED body:after',
    '2023-01-01 BODY_SUCCEEDED body:board OWN_END',
    '2023-01-02 UNCONFIRMED body:after',
  ];

  test('are what happened to seats, bodies, party ties and territory, day by day, with the cause', async () => {
    expect(told(await changes('2010-01-01', '2030-01-01'))).toEqual(WHOLE);
    expect(told(await changes(...EVER))).toEqual(WHOLE);
  });

  test('say which start or end is behind them and between which days it lies', async () => {
    const [left] = await changes('2021-12-31', '2022-01-01', '{ person: "person:carl" }');
    expect(left).toMatchObject({
      kind: 'MAY_HAVE_LEFT',
      before: 'POSSIBLE',
      after: null,
      edge: 'UNTIL',
      earliest: '2021-05-02',
      latest: '2022-01-01',
      basis: 'DERIVED',
      membership: { id: 'membership:council-carl', certainty: null },
    });
    const [, replaced] = await changes('2021-05-31', '2021-06-01', '{ bodies: ["body:board"] }');
    expect(replaced).toMatchObject({
      kind: 'REPLACED',
      replaced: { id: 'membership:board-anna' },
      person: { name: 'bo' },
      body: { name: 'Board' },
      earliest: '2021-06-01',
      latest: '2021-06-01',
    });
  });

  test.each([
    [
      'a person',
      '{ person: "person:anna" }',
      ['2020-01-01 JOINED board-anna', '2020-01-01 PARTY_JOINED anna-a', '2021-01-01 PARTY_LEFT anna-a OWN_END', '2021-06-01 LEFT board-anna OWN_END'],
    ],
    ['whom a seat stands for', '{ whom: "municipality:x" }', ['2020-01-01 JOINED board-carl', '2022-03-01 SEAT_VACATED board-carl OWN_END']],
    [
      'a party, while the holder may belong to it',
      '{ party: "party:a" }',
      ['2020-01-01 JOINED board-anna', '2020-01-01 PARTY_JOINED anna-a', '2021-01-01 PARTY_LEFT anna-a OWN_END'],
    ],
    [
      'kinds and causes',
      '{ kinds: [LEFT, BODY_SUCCEEDED], causes: [OWN_END] }',
      ['2021-01-01 LEFT board-dorte OWN_END', '2021-06-01 LEFT board-anna OWN_END', '2023-01-01 BODY_SUCCEEDED body:board OWN_END'],
    ],
    [
      'a body without the unsure',
      '{ bodies: ["body:council"], exceptKinds: [CONFIRMED, UNCONFIRMED] }',
      ['2018-01-01 MAY_HAVE_JOINED council-carl', '2022-01-01 MAY_HAVE_LEFT council-carl TERM_ENDED'],
    ],
  ])('of %s', async (_, filter, expected) => expect(told(await changes('2010-01-01', '2030-01-01', filter))).toEqual(expected));

  test('of a municipality are those of its people and its territory', async () => {
    expect(told(await changes('2010-01-01', '2030-01-01', '{ municipality: "municipality:x", exceptKinds: [CONFIRMED, UNCONFIRMED] }'))).toEqual([
      '2018-01-01 MAY_HAVE_JOINED council-carl',
      '2020-01-01 JOINED board-carl',
      '2020-07-01 TERRITORY_CHANGED covers',
      '2022-01-01 MAY_HAVE_LEFT council-carl TERM_ENDED',
    ]);
  });

  test('split as the period is split, wherever it is split, with a filter and without', async () => {
    for (const filter of ['{}', '{ bodies: ["body:board"] }']) {
      const whole = await changes('2017-12-31', '2023-01-01', filter);
      for (const day of ['2018-01-01', '2020-01-01', '2021-06-01', '2022-12-31']) {
        expect([...(await changes('2017-12-31', day, filter)), ...(await changes(day, '2023-01-01', filter))]).toEqual(whole);
        expect(await changes(day, day, filter)).toEqual([]);
      }
    }
  });

  test('applied to the states on one day give the states on another', async () => {
    const states = async (day: string): Promise<Map<string, string>> => {
      const { body } = await ask(graph, `{ body(id: "body:board", asOf: "${day}") { members(all: true, includeSubstitutes: true) { nodes { id } } } }`);
      const ids = body.members.nodes.map(({ id }: { id: string }) => id) as string[];
      const { nodes } = await ask(graph, `query ($ids: [ID!]!) { nodes(ids: $ids, asOf: "${day}") { id ... on Membership { certainty } } }`, { ids });
      return new Map(
        nodes.filter((one: { certainty: string | null }) => one.certainty).map((one: { id: string; certainty: string }) => [one.id, one.certainty]),
      );
    };
    for (const [a, b] of [
      ['2019-01-01', '2020-12-31'],
      ['2020-12-31', '2021-06-01'],
      ['2021-05-31', '2024-01-01'],
    ] as const) {
      const now = await states(a);
      for (const { id, after } of await changes(a, b, '{ bodies: ["body:board"] }')) {
        const subject = id.slice('change:'.length, id.lastIndexOf('@'));
        if (!subject.startsWith('membership:')) continue;
        if (after) now.set(subject, after);
        else now.delete(subject);
      }
      expect(now).toEqual(await states(b));
    }
  });

  test('come page by page in one order, and are counted', async () => {
    const pages: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { changes: found } = await ask(
        graph,
        `{ changes(from: "2010-01-01", until: "2030-01-01", first: 3${after && `, after: "${after}"`}) { totalCount nodes { ${NODE} } pageInfo { endCursor hasNextPage } } }`,
      );
      expect(found.totalCount).toBe(WHOLE.length);
      pages.push(...told(found.nodes));
      if (!found.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
    expect(pages).toEqual(WHOLE);
  });

  test('are things of their own, found by id', async () => {
    const { node, none } = await ask(
      graph,
      '{ node(id: "change:membership:board-bo@2021-06-01") { id key ... on Change { kind } } none: node(id: "change:membership:board-bo@2021-06-03") { id } }',
    );
    expect([node, none]).toEqual([
      { id: 'change:membership:board-bo@2021-06-01', key: 'change:membership:board-bo@2021-06-01@2021-06-01', kind: 'REPLACED' },
      null,
    ]);
  });

  test('of one body are its timeline', async () => {
    const { body } = await ask(graph, '{ body(id: "body:board") { timeline(from: "2021-06-01") { id on kind cause } } }');
    expect(told(body.timeline)).toEqual(WHOLE.filter((line) => line > '2021-06-02' && /board/.test(line)));
  });

  test('of the past as it was known then stay what they were', async () => {
    const { at } = await readRevision(graph);
    const then = `, knownAt: "${new Date(at).toISOString()}"`;
    const before = await changes('2010-01-01', '2030-01-01', '{}', then);
    await seedWorld(graph, {
      ...world('2021-05-01'),
      bodies: [{ ...BOARD, existence: { from: '2020-01-01', until: '2022-12-31' } }, ...world().bodies.slice(1)],
    });
    expect(await changes('2010-01-01', '2030-01-01', '{}', then)).toEqual(before);
    expect(told(await changes('2021-04-30', '2021-05-31', '{ person: "person:anna" }'))).toEqual(['2021-05-01 LEFT board-anna OWN_END']);
  });

  test('from after until is refused', async () => {
    expect(await errorsOf(graph, '{ changes(from: "2022-01-02", until: "2022-01-01") { totalCount } }')).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringContaining('not after until') },
    ]);
  });
});

test('what changed in KKR Syddanmark in June 2022', async () => {
  const graph = await seededGraph();
  const { changes } = await ask(
    graph,
    `{ changes(from: "2022-06-20", until: "2022-06-21", filter: { bodies: ["body:kkr-syddanmark", "body:koordinationsudvalget-for-tandlaeger"], exceptKinds: [CONFIRMED] }) {
    nodes { kind before after person { name } body { name } replaced { person { name } } basis } } }`,
  );
  const told = changes.nodes.map(
    ({ kind, person, body, replaced }: { kind: string; person: { name: string }; body: { name: string }; replaced: { person: { name: string } } | null }) =>
      `${body.name}: ${kind} ${person.name}${replaced ? ` for ${replaced.person.name}` : ''}`,
  );
  expect(told.sort()).toMatchInlineSnapshot(`
[
  "KKR Syddanmark: JOINED Anja Karlsson",
  "KKR Syddanmark: MAY_HAVE_LEFT Andreas Møller",
  "KKR Syddanmark: REPLACED Jonas René Jensen for Andreas Møller",
  "Koordinationsudvalget for Tandlæger: LEFT Andreas Møller",
  "Koordinationsudvalget for Tandlæger: REPLACED Jack Odgaard for Andreas Møller",
]
`);
  await graph.close();
});

describe('of a small record that was corrected', () => {
  const S = { sources: ['source:1'] };
  const world = (name: string): World => ({
    documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'As printed.' }],
    bodies: [
      { id: 'body:council', kind: 'COUNCIL', name, ...S },
      { id: 'body:forum', kind: 'FORUM', name: `${name} forum`, existence: { from: '2010', until: '2030-05-01', ...S }, ...S },
    ],
    people: ['ann', 'bo'].map((id) => ({ id: `person:${id}`, name: id, ...S })),
    memberships: [
      { id: 'membership:ann', person: 'person:ann', body: 'body:council', role: 'MEMBER', from: '2020-01-01', open: true, ...S },
      { id: 'membership:bo', person: 'person:bo', body: 'body:council', role: 'CHAIR', until: '2040', ...S },
    ],
  });
  const asked = (until: string, more = ''): string => `{ changes(from: "0001-01-01", until: "${until}"${more}) { totalCount nodes { id } } }`;
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, world('Rådet'));
  });
  afterAll(() => graph.close());

  test.each(['9999-12-31', '9999-12-30', '2035-01-01'])('as many are counted as are listed until %s', async (until) => {
    const { changes } = await ask(graph, asked(until));
    expect(changes.totalCount).toBe(changes.nodes.length);
    expect(changes.totalCount).toBeGreaterThan(2);
  });

  test('a past record is asked as little of the years in which nothing happens as that of now, and answers as it did', async () => {
    const told = await ask(graph, asked('9999-12-31'));
    const knownAt = new Date((await readRevision(graph)).at).toISOString();
    await seedWorld(graph, world('Byrådet'));
    const asksFor = async (query: string): Promise<[answer: unknown, reads: number]> => {
      let reads = 0;
      const read: Graph['read'] = (...args) => {
        reads += 1;
        return graph.read(...args);
      };
      return [await ask({ ...graph, read }, query), reads];
    };
    const [[then, readThen], [, readNow]] = [await asksFor(asked('9999-12-31', `, knownAt: "${knownAt}"`)), await asksFor(asked('9999-12-31'))];
    expect(then).toEqual(told);
    expect(readThen).toBeLessThan(2 * readNow);
  });
});
