import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const DATES = ['2022-01-01', '2023-02-01', '2024-03-01', '2025-04-01'];
const seen = (on: string) => [{ on, in: 'doc:1' }];
const SEAT = { id: 'membership:x', person: 'person:a', body: 'body:c', role: 'MEMBER', from: '2020-01-01', sources: S };
const TIE = { id: 'affiliation:a-p', person: 'person:a', with: 'party:p', from: '2020-01-01', sources: S };
const PART = { id: 'relation:c-d', kind: 'PART_OF', subject: 'body:c', object: 'body:d', from: '2020-01-01', sources: S };
const BASE: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Udvalget.' }],
  people: [{ id: 'person:a', name: 'A', sources: S }],
  parties: [{ id: 'party:p', name: 'P', letters: [{ text: 'P', from: '2020-01-01', sources: S }], sources: S }],
  bodies: ['c', 'd'].map((id) => ({ id: `body:${id}`, kind: 'BOARD', name: id, existence: { from: '2010-01-01' }, sources: S })),
};

/** Releases of a data set, each on its date. */
const released = async (worlds: readonly World[], head: object = { maintained: 'continuously' }) => {
  const reports = [];
  for (const [at, world] of worlds.entries()) {
    const { recorded, changed, learnt, corrected, retracted } = await seedWorld(graph, { ...BASE, ...world }, { date: DATES[at], ...head });
    reports.push({ recorded, changed, learnt, corrected, retracted });
  }
  return reports;
};
const NOTHING = { recorded: 0, changed: 0, learnt: 0, corrected: 0, retracted: 0 };
const FIRST = expect.objectContaining({ changed: 0 });

const history = async (id = SEAT.id, on = '2025-01-01') =>
  (await ask(graph, `{ node(id: "${id}", asOf: "${on}") { ... on Membership { certainty history { because interval { untilMin untilMax open } } } } }`)).node;
const corrections = async () =>
  (await ask(graph, '{ corrections(since: "2000-01-01T00:00:00Z") { nodes { because was { id } is { id } } } }')).corrections.nodes;

describe('what is kept up to date', () => {
  test.each([
    ['gains an end', { ...SEAT, until: '2022-12-01' }, { untilMin: '2022-12-01', untilMax: '2022-12-01' }],
    ['gains an end, and another sighting', { ...SEAT, until: '2022-12', seen: seen('2021-05-05') }, { untilMin: '2022-12-01', untilMax: '2023-01-01' }],
    ['is seen over', { ...SEAT, over: seen('2022-12-01') }, { untilMax: '2022-12-01' }],
    ['is known to have ended by a day', { ...SEAT, narrowed: { untilMax: '2022-12-01' }, reason: 'A new board sat.' }, { untilMax: '2022-12-01' }],
  ])('has changed where it was open and %s', async (_, ended, interval) => {
    expect(await released([{ memberships: [SEAT] }, { memberships: [ended] }])).toEqual([FIRST, { ...NOTHING, changed: 1 }]);
    expect(await history()).toMatchObject({
      certainty: null,
      history: [
        { because: 'RECORDED', interval: { open: true } },
        { because: 'CHANGED', interval },
      ],
    });
    expect(await corrections()).toEqual([]);
  });

  test.each([
    ['a seat', 'memberships', SEAT],
    ['a tie', 'affiliations', TIE],
    ['a relation', 'relations', PART],
  ])('is over on the date of the data set where %s that was open is gone', async (_, word, row) => {
    const worlds = [{ [word]: [row] }, {}, {}];
    expect(await released(worlds)).toEqual([FIRST, { ...NOTHING, changed: 1 }, NOTHING]);
    expect(await corrections()).toEqual([]);
  });

  test('has ended by then, and before it is as it was at every time of the record', async () => {
    await released([{ memberships: [SEAT] }]);
    const knownAt = new Date((await readRevision(graph)).at).toISOString();
    const before = await ask(
      graph,
      `{ body(id: "body:c", asOf: "2024-01-01", knownAt: "${knownAt}") { members { nodes { certainty history { because } } } } }`,
    );
    await released([{ memberships: [SEAT] }, {}]);
    expect(await history()).toMatchObject({
      certainty: null,
      history: [{ because: 'RECORDED' }, { because: 'CHANGED', interval: { untilMax: '2023-02-01', open: false } }],
    });
    expect(
      await ask(graph, `{ body(id: "body:c", asOf: "2024-01-01", knownAt: "${knownAt}") { members { nodes { certainty history { because } } } } }`),
    ).toEqual(before);
  });

  test('stays, with all that it names, where whom it is about is gone too', async () => {
    const { people: _, parties: __, ...rest } = BASE;
    await released([{ memberships: [SEAT], affiliations: [TIE] }]);
    await seedWorld(graph, rest, { date: DATES[1], maintained: 'continuously' });
    const asked = '{ person(id: "person:a", asOf: "2022-06-21") { name party { letter } memberships { nodes { body { name } } } } }';
    const told = { person: { name: 'A', party: { letter: 'P' }, memberships: { nodes: [{ body: { name: 'c' } }] } } };
    expect(await ask(graph, asked)).toEqual(told);
    expect(await seedWorld(graph, rest, { date: DATES[2], maintained: 'continuously' })).toMatchObject({ changed: 0, retracted: 0 });
    expect(await ask(graph, asked)).toEqual(told);
  });

  test('exists no longer where a body that was open is gone, and its letter is nobody’s where a party is', async () => {
    await released([{}, { bodies: BASE['bodies']?.slice(0, 1) ?? [], parties: [] }]);
    const { body, party } = await ask(
      graph,
      '{ body(id: "body:d", asOf: "2024-01-01") { phase existence { untilMax } } party(id: "party:p", asOf: "2024-01-01") { name letter } }',
    );
    expect(body).toEqual({ phase: 'FORMER', existence: { untilMax: '2023-02-01' } });
    expect(party).toEqual({ name: 'P', letter: null });
  });

  test('has changed where a body or a letter that was open gains an end', async () => {
    const bodies = (BASE['bodies'] ?? []).map((one) => ({ ...one, existence: { from: '2010-01-01', until: '2022-07-01' } }));
    const parties = [{ ...BASE['parties']?.[0], letters: [{ text: 'P', from: '2020-01-01', until: '2022-07-01', sources: S }] }];
    expect(await released([{}, { bodies, parties }])).toEqual([FIRST, { ...NOTHING, changed: 3 }]);
  });

  test.each([
    ['gains an end and another role', { ...SEAT, role: 'CHAIR', until: '2022-12-01' }],
    ['gains an end and another start', { ...SEAT, from: '2019-01-01', until: '2022-12-01' }],
    ['comes back after it was gone', SEAT],
  ])('was wrong where it %s', async (_, last) => {
    await released([{ memberships: [SEAT] }, { memberships: [] }, { memberships: [last] }]);
    expect((await history()).history.map(({ because }: { because: string }) => because)).toEqual(['RECORDED', 'CHANGED', 'CORRECTED']);
  });

  test.each([
    ['begins later', { ...SEAT, from: '2024-01-01' }],
    ['is seen on that day', { ...SEAT, seen: seen('2023-02-01') }],
    ['had an end', { ...SEAT, until: '2022-12-01' }],
  ])('was wrong where what is gone %s', async (_, seat) => {
    expect((await released([{ memberships: [seat] }, {}]))[1]).toEqual({ ...NOTHING, retracted: 1 });
    expect(await history()).toBeNull();
  });

  test('is open though nobody says since when: a start that is told later is learnt', async () => {
    const { from: _, ...undated } = SEAT;
    expect(await released([{ memberships: [{ ...undated, undated: 'Not said.' }] }, { memberships: [SEAT] }])).toEqual([FIRST, { ...NOTHING, learnt: 1 }]);
    expect(await history()).toMatchObject({ certainty: 'CERTAIN', history: [{ interval: { open: true } }, { because: 'LEARNT', interval: { open: true } }] });
  });

  test('is learnt to last where a data set was not kept up to date before', async () => {
    await released([{ memberships: [SEAT] }], {});
    expect((await released([{ memberships: [SEAT] }]))[0]).toMatchObject({ learnt: 4, corrected: 0, changed: 0 });
  });
});

test('what another data set says too is over where one that is kept up to date has it no longer, and each keeps its word', async () => {
  await released([{ memberships: [SEAT] }]);
  const other = { ...SEAT, title: 'medlem' };
  expect(await seedWorld(graph, { memberships: [other] }, { id: 'other', after: ['world'] })).toMatchObject({ learnt: 1 });
  expect(await seedWorld(graph, BASE, { date: DATES[1], maintained: 'continuously' })).toMatchObject({ changed: 1, retracted: 0 });
  expect(await history()).toMatchObject({ certainty: null });
  expect(await history(SEAT.id, '2022-06-21')).toMatchObject({ certainty: 'POSSIBLE' });
  expect(await seedWorld(graph, { memberships: [] }, { id: 'other', after: ['world'], date: DATES[2] })).toMatchObject({ corrected: 1 });
  expect(await history()).toMatchObject({ certainty: null, history: expect.arrayContaining([expect.objectContaining({ because: 'CHANGED' })]) });
});

test('elsewhere an end of what was open is a correction, and what is gone was wrong', async () => {
  const open = { ...SEAT, open: true };
  const { open: _, ...ended } = { ...open, until: '2022-12-01' };
  expect(await released([{ memberships: [open] }, { memberships: [ended] }, {}], {})).toEqual([
    FIRST,
    { ...NOTHING, corrected: 1 },
    { ...NOTHING, retracted: 1 },
  ]);
});

test('another sighting of a letter is learnt, another letter is not', async () => {
  const lettered = (...letters: object[]) => ({ parties: [{ ...BASE['parties']?.[0], letters }] });
  const letter = { text: 'P', from: '2020-01-01', sources: S };
  const last = lettered({ ...letter, seen: seen('2021-05-05') }, { text: 'Q', seen: seen('2021-05-05'), sources: S });
  expect(await released([lettered(letter), lettered({ ...letter, seen: seen('2021-05-05') }), last], {})).toEqual([
    FIRST,
    { ...NOTHING, learnt: 1 },
    { ...NOTHING, corrected: 1 },
  ]);
});

describe('what was retracted and comes back was wrong to be retracted', () => {
  test('a seat: its history and the corrections say so', async () => {
    expect(await released([{ memberships: [SEAT] }, {}, { memberships: [SEAT] }], {})).toEqual([
      FIRST,
      { ...NOTHING, retracted: 1 },
      { ...NOTHING, corrected: 1 },
    ]);
    expect((await history()).history.map(({ because }: { because: string }) => because)).toEqual(['RECORDED', 'CORRECTED']);
    expect(await corrections()).toEqual([
      { because: 'CORRECTED', was: { id: SEAT.id }, is: null },
      { because: 'CORRECTED', was: null, is: { id: SEAT.id } },
    ]);
  });

  test.each([
    ['a tie', { affiliations: [TIE] }, TIE.id],
    ['a person', { people: [...(BASE['people'] ?? []), { id: 'person:b', name: 'B', sources: S }] }, 'person:b'],
    ['a seat that is another now', { memberships: [{ ...SEAT, role: 'CHAIR' }] }, SEAT.id],
  ])('%s', async (_, world, id) => {
    const first: World = id === SEAT.id ? { memberships: [SEAT] } : world;
    await released([first, {}, world], {});
    expect(await corrections()).toEqual([
      { because: 'CORRECTED', was: { id }, is: null },
      { because: 'CORRECTED', was: null, is: { id } },
    ]);
  });

  test('a relation is no first entry either', async () => {
    expect((await released([{ relations: [PART] }, {}, { relations: [PART] }], {}))[2]).toEqual({ ...NOTHING, corrected: 1 });
  });

  test('but not what is new', async () => {
    expect((await released([{ memberships: [SEAT] }, {}, { memberships: [{ ...SEAT, id: 'membership:y' }] }], {}))[2]).toEqual({ ...NOTHING, recorded: 1 });
  });
});
