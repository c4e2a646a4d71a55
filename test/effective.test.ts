import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { SeedError } from '../src/exchange/problems.js';
import { type World, ask, emptyGraph, seedWorld, seededGraph } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const SINCE = { from: '2018-01-01', open: true };
const seen = (on: string) => [{ on, in: 'doc:1' }];
const on = (id: string) => ({ dependsOn: [{ on: id, sources: S }] });
const seat = (body: string, person: string, more: object = SINCE) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  sources: S,
  ...more,
});
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const party = (more: object = SINCE) => ({ affiliations: [{ id: 'affiliation:anna-p', person: 'person:anna', with: 'party:p', sources: S, ...more }] });
const died = (on?: string) => ({ people: [named('person:anna', on ? { diedOn: on } : {}), named('person:bo')] });

/** A council that governs a municipality, a forum, its committee, two people and a party; and what a test says of them. */
const world = (more: World): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' }],
  municipalities: [named('municipality:x', { code: '0001' })],
  parties: [named('party:p')],
  ...died(),
  bodies: [named('body:council', { kind: 'COUNCIL' }), named('body:forum', { kind: 'FORUM' }), named('body:committee', { kind: 'COMMITTEE' })],
  relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', ...SINCE, sources: S }],
  ...more,
});

const intervalOf = async (id: string, lens = '') => {
  const { node } = await ask(
    graph,
    `{ node(id: "${id}"${lens}) { ... on Membership { because interval { untilMin untilMax boundedBy { edge date cause by { id } } } } ... on Affiliation { interval { untilMin untilMax boundedBy { cause by { id } } } } } }`,
  );
  return node;
};
const untilOf = async (id: string): Promise<[string, string]> => {
  const { interval } = await intervalOf(id);
  return [interval.untilMin, interval.untilMax];
};
const certaintyOn = async (id: string, day: string): Promise<string | null> =>
  (await ask(graph, `{ node(id: "${id}", asOf: "${day}") { ... on Membership { certainty } ... on Affiliation { certainty } } }`)).node.certainty;
const changes = async (from: string, until: string): Promise<string[]> => {
  const { changes } = await ask(graph, `{ changes(from: "${from}", until: "${until}") { nodes { id on kind cause basis } } }`);
  return changes.nodes.map(
    ({ id, on, kind, cause, basis }: Record<string, string>) => `${on} ${kind} ${/^change:([^@]+)/.exec(id as string)?.[1]} ${cause} ${basis}`,
  );
};

describe('death', () => {
  test('ends every seat and tie on the day after, with the reason; on the day itself they are held', async () => {
    await seedWorld(graph, world({ ...died('2021-05-05'), ...party(), memberships: [seat('forum', 'anna'), seat('forum', 'bo')] }));
    for (const id of ['membership:forum-anna', 'affiliation:anna-p'])
      expect([await certaintyOn(id, '2021-05-05'), await certaintyOn(id, '2021-05-06')]).toEqual(['CERTAIN', null]);
    expect(await certaintyOn('membership:forum-bo', '2021-05-06')).toBe('CERTAIN');
    expect(await changes('2021-01-01', '2022-01-01')).toEqual([
      '2021-05-06 LEFT membership:forum-anna DEATH DERIVED',
      '2021-05-06 PARTY_LEFT affiliation:anna-p DEATH DERIVED',
    ]);
    expect((await ask(graph, '{ person(id: "person:anna") { diedOn } }')).person.diedOn).toBe('2021-05-05');
  });

  test('that comes to light bounds seats and ties anew in its transaction; the past stays what it was', async () => {
    const seats = { ...party(), memberships: [seat('forum', 'anna')] };
    await seedWorld(graph, world(seats));
    const { at } = await readRevision(graph);
    expect(await seedWorld(graph, world({ ...seats, ...died('2021-05') }))).toMatchObject({ learnt: 1, corrected: 0, derived: 2 });
    expect(await intervalOf('membership:forum-anna')).toMatchObject({
      because: 'DERIVED',
      interval: { untilMin: '2021-05-02', untilMax: '2021-06-01', boundedBy: [{ cause: 'DEATH', by: { id: 'person:anna' } }, { cause: 'DEATH' }] },
    });
    expect(await intervalOf('membership:forum-anna', `, knownAt: "${new Date(at).toISOString()}"`)).toMatchObject({
      because: 'RECORDED',
      interval: { untilMax: null, boundedBy: [] },
    });
    expect(await seedWorld(graph, world(seats))).toMatchObject({ corrected: 1, derived: 2 });
    expect(await untilOf('membership:forum-anna')).toEqual([null, null]);
  });
});

describe('a seat that depends on another', () => {
  const dependent = (office: object, more: World = {}) =>
    world({
      memberships: [
        seat('council', 'anna', office),
        seat('forum', 'anna', { ...SINCE, ...on('membership:council-anna') }),
        seat('committee', 'anna', { ...SINCE, ...on('membership:forum-anna') }),
      ],
      ...more,
    });

  test('in a council ends with it, at however many removes: home mandate lost', async () => {
    await seedWorld(graph, dependent({ from: '2018-01-01', until: '2022-01-01' }));
    expect(await changes('2021-01-01', '2023-01-01')).toEqual([
      '2022-01-01 LEFT membership:committee-anna HOME_MANDATE_LOST DERIVED',
      '2022-01-01 LEFT membership:council-anna OWN_END STATED',
      '2022-01-01 LEFT membership:forum-anna HOME_MANDATE_LOST DERIVED',
    ]);
    expect(await intervalOf('membership:committee-anna')).toMatchObject({
      interval: { boundedBy: [{ cause: 'HOME_MANDATE', by: { id: 'membership:council-anna' } }] },
    });
  });

  test('is bounded anew when that ends or moves, and by what ends that: the end of its body too', async () => {
    await seedWorld(graph, dependent(SINCE));
    expect(await seedWorld(graph, dependent({ from: '2018-01-01', until: '2022-01-01' }))).toMatchObject({ derived: 2 });
    expect(await untilOf('membership:committee-anna')).toEqual(['2022-01-01', '2022-01-01']);
    expect(await seedWorld(graph, dependent({ from: '2018-01-01', until: '2022' }))).toMatchObject({ derived: 2 });
    expect(await untilOf('membership:forum-anna')).toEqual(['2022-01-01', '2023-01-01']);
    const bodies = [
      named('body:council', { kind: 'COUNCIL', existence: { from: '2000-01-01', until: '2020-01-01' } }),
      ...(world({})['bodies'] ?? []).slice(1),
    ];
    expect(await seedWorld(graph, dependent(SINCE, { bodies }))).toMatchObject({ derived: 2 });
    expect([await untilOf('membership:council-anna'), await untilOf('membership:forum-anna')]).toEqual([
      ['2020-01-01', '2020-01-01'],
      ['2020-01-01', '2020-01-01'],
    ]);
  });

  test('that is in no council, or in one that governs no place, ends by rule', async () => {
    await seedWorld(graph, dependent({ from: '2018-01-01', until: '2022-01-01' }, { relations: [] }));
    expect(await changes('2021-12-31', '2022-01-01')).toContain('2022-01-01 LEFT membership:forum-anna RULE DERIVED');
    expect(await seedWorld(graph, dependent({ from: '2018-01-01', until: '2022-01-01' }))).toMatchObject({ recorded: 1, derived: 2 });
    expect(await changes('2021-12-31', '2022-01-01')).toContain('2022-01-01 LEFT membership:forum-anna HOME_MANDATE_LOST DERIVED');
  });

  test('in a circle, or on itself, ends where any of them does', async () => {
    await seedWorld(
      graph,
      world({
        memberships: [
          seat('forum', 'anna', { ...SINCE, ...on('membership:committee-anna') }),
          seat('committee', 'anna', { from: '2018-01-01', until: '2022-01-01', ...on('membership:forum-anna') }),
        ],
      }),
    );
    expect(await untilOf('membership:forum-anna')).toEqual(['2022-01-01', '2022-01-01']);
  });

  test('says so, with its reason and sources', async () => {
    await seedWorld(graph, dependent(SINCE));
    const { node } = await ask(graph, '{ node(id: "membership:forum-anna") { ... on Membership { dependsOn { on { id } basis reason sources { quote } } } } }');
    expect(node.dependsOn).toEqual([{ on: { id: 'membership:council-anna' }, basis: 'STATED', reason: null, sources: [{ quote: 'Anna er medlem.' }] }]);
  });
});

describe('a seat that depends on a tie to a party', () => {
  const seats = { memberships: [seat('forum', 'anna', { ...SINCE, ...on('affiliation:anna-p') })] };

  test('ends when the holder leaves the party', async () => {
    await seedWorld(graph, world({ ...party(), ...seats }));
    expect(await seedWorld(graph, world({ ...party({ from: '2018-01-01', until: '2022-06-21' }), ...seats }))).toMatchObject({ derived: 1 });
    expect(await changes('2022-01-01', '2023-01-01')).toEqual([
      '2022-06-21 LEFT membership:forum-anna LEFT_PARTY DERIVED',
      '2022-06-21 PARTY_LEFT affiliation:anna-p OWN_END STATED',
    ]);
  });

  test("that is not the holder's, or not known, is refused", async () => {
    const theirs = { affiliations: [{ ...party().affiliations[0], person: 'person:bo' }] };
    for (const ties of [theirs, {}]) {
      const refused = seedWorld(graph, world({ ...ties, ...seats }));
      await expect(refused).rejects.toThrow(SeedError);
      await expect(refused).rejects.toThrow(/`dependsOn.0.on`: required: a tie of person:anna to a party or municipality; given: affiliation:anna-p/);
    }
  });
});

describe('a hand-over', () => {
  const replacing = (from: object) =>
    world({
      memberships: [seat('forum', 'anna'), seat('forum', 'bo', { ...from, appointment: { replaces: { membership: 'membership:forum-anna', sources: S } } })],
    });

  test('has exactly one holder on every day, and the one before ends as replaced', async () => {
    await seedWorld(graph, replacing({ from: '2022-06-21', open: true }));
    for (const [day, holder] of [
      ['2022-06-20', 'person:anna'],
      ['2022-06-21', 'person:bo'],
    ] as const) {
      const { body } = await ask(graph, `{ body(id: "body:forum", asOf: "${day}") { members { nodes { person { id } certainty } } } }`);
      expect(body.members.nodes).toEqual([{ person: { id: holder }, certainty: 'CERTAIN' }]);
    }
    expect(await changes('2022-06-20', '2022-06-21')).toEqual([
      '2022-06-21 LEFT membership:forum-anna REPLACED DERIVED',
      '2022-06-21 REPLACED membership:forum-bo null STATED',
    ]);
  });

  test('that moves bounds the replaced seat anew; so does a sighting of the new holder', async () => {
    await seedWorld(graph, replacing({ from: '2022-06-21', open: true }));
    expect(await seedWorld(graph, replacing({ from: '2022', open: true }))).toMatchObject({ derived: 1 });
    expect(await untilOf('membership:forum-anna')).toEqual(['2022-01-01', '2022-12-31']);
    expect(await seedWorld(graph, replacing({ seen: seen('2022-06-21') }))).toMatchObject({ derived: 1 });
    expect(await untilOf('membership:forum-anna')).toEqual(['2018-01-02', '2022-06-21']);
  });
});

test('a seat that its holder gave up ends by resignation, whoever replaces them', async () => {
  const gone = { from: '2018-01-01', until: '2022-06-21', ending: 'RESIGNATION' };
  await seedWorld(
    graph,
    world({
      memberships: [
        seat('forum', 'anna', gone),
        seat('forum', 'bo', { from: '2022-06-21', open: true, appointment: { replaces: { membership: 'membership:forum-anna', sources: S } } }),
      ],
    }),
  );
  expect(await changes('2022-06-20', '2022-06-21')).toEqual([
    '2022-06-21 LEFT membership:forum-anna RESIGNATION STATED',
    '2022-06-21 REPLACED membership:forum-bo null STATED',
  ]);
});

test('a body that is dissolved ends the seats that end on that day with the reason', async () => {
  const bodies = [
    named('body:council', { kind: 'COUNCIL' }),
    named('body:forum', { kind: 'FORUM', existence: { from: '2018-01-01', until: '2022-07-01' } }),
    named('body:committee', { kind: 'COMMITTEE' }),
  ];
  await seedWorld(graph, world({ bodies, memberships: [seat('forum', 'anna', { from: '2018-01-01', until: '2022-07-01' }), seat('forum', 'bo')] }));
  expect(await changes('2022-06-30', '2022-07-01')).toEqual([
    '2022-07-01 LEFT membership:forum-anna BODY_DISSOLVED STATED',
    '2022-07-01 LEFT membership:forum-bo BODY_DISSOLVED DERIVED',
    '2022-07-01 BODY_DISSOLVED body:forum OWN_END STATED',
  ]);
});

describe('in a body that holds over', () => {
  const term = (from: string, until: string) => ({
    id: `term:${from}`,
    body: 'body:forum',
    name: from,
    from: `${from}-01-01`,
    until: `${until}-01-01`,
    sources: S,
  });
  const holding = (holdsOver: boolean, ...more: object[]) =>
    world({
      bodies: [named('body:council', { kind: 'COUNCIL' }), named('body:forum', { kind: 'FORUM', holdsOver }), named('body:committee', { kind: 'COMMITTEE' })],
      terms: [term('2018', '2022'), term('2022', '2026')],
      memberships: [seat('forum', 'anna', { ...SINCE, term: 'term:2018' }), ...more],
    });

  test('a term over without successor goes on', async () => {
    await seedWorld(graph, holding(false));
    expect(await certaintyOn('membership:forum-anna', '2023-01-01')).toBeNull();
    expect(await seedWorld(graph, holding(true))).toMatchObject({ derived: 1 });
    expect(await certaintyOn('membership:forum-anna', '2023-01-01')).toBe('CERTAIN');
  });

  test('a seat ends where the seats of the next term begin', async () => {
    await seedWorld(graph, holding(true));
    expect(await seedWorld(graph, holding(true, seat('forum', 'bo', { from: '2022-03-05', open: true })))).toMatchObject({ derived: 1 });
    expect(await untilOf('membership:forum-anna')).toEqual(['2022-03-05', '2022-03-05']);
    expect(await changes('2022-03-04', '2022-03-05')).toEqual([
      '2022-03-05 JOINED membership:forum-bo null STATED',
      '2022-03-05 LEFT membership:forum-anna TERM_ENDED DERIVED',
    ]);
    expect(await seedWorld(graph, holding(true))).toMatchObject({ retracted: 1, derived: 1 });
    expect(await untilOf('membership:forum-anna')).toEqual([null, null]);
  });
});

test('Andreas Møller lost three seats as he left his party, on the days that the minutes say', async () => {
  await graph.close();
  graph = await seededGraph();
  const lost = ['kkr-syddanmark-member', 'kkr-syddanmark-forretningsudvalg-member', 'koordinationsudvalget-for-tandlaeger-member'].map(
    (key) => `membership:${key}-andreas-moeller`,
  );
  const told: (string | null)[][] = [];
  for (const id of lost) told.push([await certaintyOn(id, '2022-06-20'), await certaintyOn(id, '2022-06-21'), ...(await untilOf(id))]);
  expect(told).toEqual([
    ['POSSIBLE', null, null, '2022-06-21'],
    ['POSSIBLE', null, null, '2022-06-21'],
    ['CERTAIN', null, '2022-06-21', '2022-06-21'],
  ]);
  const { changes } = await ask(
    graph,
    '{ changes(from: "2022-06-20", until: "2022-06-21", filter: { person: "person:andreas-moeller" }) { nodes { kind cause basis } } }',
  );
  expect(changes.nodes).toEqual([
    { kind: 'LEFT', cause: 'LEFT_PARTY', basis: 'INFERRED' },
    { kind: 'MAY_HAVE_LEFT', cause: 'LEFT_PARTY', basis: 'INFERRED' },
    { kind: 'MAY_HAVE_LEFT', cause: 'LEFT_PARTY', basis: 'STATED' },
    { kind: 'PARTY_LEFT', cause: null, basis: 'STATED' },
  ]);
});
