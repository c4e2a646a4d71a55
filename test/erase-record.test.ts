import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, type Told, aKey, askAs, clerkOf } from './clerk.js';
import { everyText } from './every-text.js';
import { type Stored, stateOf } from './state.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from './world.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const sources = ['source:1'];
const open = { open: true, sources };
const seat = (name: string, more: object = {}) => ({
  ...{ id: `membership:board-member-${name}`, person: `person:${name}`, body: 'body:board', role: 'MEMBER', from: '2022-01-01' },
  ...open,
  ...more,
});
const WORLD: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Members: Ida Vang, Per Dahl.' }],
  people: [
    { id: 'person:ida-vang', name: 'Ida Vang', sources },
    { id: 'person:per-dahl', name: 'Per Dahl', sources },
  ],
  bodies: ['board', 'office'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name, sources })),
  memberships: [seat('ida-vang'), seat('per-dahl')],
};
const SAID = { source: { recorded: 'source:1' } };
const admin = () => clerkOf(graph, ADMIN);
const record = async (acts: object[], more: object = {}): Promise<Told> => {
  const told = await admin().record(acts, { ...SAID, ...more });
  expect({ status: told.status, problems: told.problems }).toMatchObject({ status: expect.stringMatching(/WRITTEN|PROPOSED/) });
  return told;
};
const erase = (person = 'person:ida-vang', more: object = {}): Promise<Told> => admin().record([{ erase: { person, why: 'Asked for.' } }], more);
const holding = async (name: RegExp): Promise<string[]> => (await everyText(graph)).filter((text) => name.test(text));
const withoutLog = (stored: Stored[]): Stored[] => stored.filter(({ id }) => !String(id).startsWith('entry:'));
const IDA = /ida.{1,3}vang|vang.{1,3}ida|ida.{1,3}holt/iu;

const newIda = { person: { new: { name: 'Ida Holt', id: 'person:ida-holt', aliases: ['Ida V. Holt'], identifiers: [{ scheme: 'wikidata', value: 'Q99' }] } } };
const appoint = (more: object) => ({ appoint: { body: 'body:office', role: 'MEMBER', from: '2023-01-01', ...more } });

describe('a history that names the person', () => {
  /** What is recorded before. */
  const HISTORIES: [string, () => Promise<unknown>][] = [
    ['a rename', () => record([{ rename: { thing: 'person:ida-vang', name: 'Ida Holt', from: '2023-01-01' } }])],
    ['a correction of the name', () => record([{ correct: { thing: 'person:ida-vang', set: { name: 'Ida Holt' }, why: 'Ida Vang is misspelt.' } }])],
    [
      'a merge',
      async () => {
        await record([appoint(newIda)]);
        await record([{ mergePeople: { keep: 'person:ida-vang', gone: 'person:ida-holt', why: 'Ida Holt is Ida Vang.' } }]);
      },
    ],
    [
      'an entry that was taken back',
      async () => {
        const told = await record([appoint({ person: { id: 'person:ida-vang' } })]);
        await admin().undo(told.entry?.id, { why: 'Ida Vang was not there.' });
      },
    ],
    [
      'a proposal',
      () => record([appoint({ person: { id: 'person:ida-vang' }, title: 'Chair for Ida Vang' })], { mode: 'PROPOSE', note: 'Ida Vang wants it.' }),
    ],
    [
      'a list of members, in a passage that names the person',
      () =>
        record([{ list: { body: 'body:board', on: '2023-03-01', complete: true, members: [{ person: { id: 'person:ida-vang' }, role: 'MEMBER' }] } }], {
          source: { passage: { document: { new: { title: 'Ida Vangs list', kind: 'list', date: '2023-03-01' } }, quote: 'IDA VANG' } },
        }),
    ],
    [
      'a seat that another takes over',
      () =>
        record(
          [{ replace: { membership: 'membership:board-member-ida-vang', newHolder: { new: { name: 'Eva Bro' } }, from: '2023-01-01', cause: 'RESIGNED' } }],
          {
            accept: [],
          },
        ),
    ],
    [
      'meetings and decisions',
      () =>
        record([
          { hold: { body: 'body:board', date: '2023-01-01', items: [{ number: '1', title: 'Ida Vang resigns' }] } },
          { state: { about: ['person:ida-vang'], subject: 'Ida Vang', text: 'Ida Vang is ill.' } },
        ]),
    ],
    [
      'an end, and a retraction',
      async () => {
        await record([{ end: { thing: 'membership:board-member-ida-vang', ends: { until: '2023-01-01' }, cause: 'RESIGNED' } }]);
        await record([{ retract: { thing: 'membership:board-member-ida-vang', why: 'Ida Vang never sat.' } }]);
      },
    ],
  ];
  test.each(HISTORIES)('%s', async (_, happen) => {
    await seedWorld(graph, WORLD);
    await happen();
    const edges = (await stateOf(graph)).length;
    expect((await erase()).status).toBe('WRITTEN');
    expect(await holding(IDA)).toEqual([]);
    expect(await holding(/Q99/)).toEqual([]);
    expect((await stateOf(graph)).length).toBeLessThanOrEqual(edges + 1);
  });
  test('earlier entries taken back, in any order, do not bring the name back, and acts go on from what is left', async () => {
    await seedWorld(graph, WORLD);
    const renamed = await record([{ rename: { thing: 'person:ida-vang', name: 'Ida Holt', from: '2023-01-01' } }]);
    const sat = await record([appoint({ person: { id: 'person:ida-vang' } })]);
    await erase();
    for (const told of [renamed, sat]) await admin().undo(told.entry?.id);
    expect(await holding(IDA)).toEqual([]);
    const ended = await record([{ end: { thing: 'membership:board-member-erased-1', ends: { until: '2024-01-01' }, cause: 'RESIGNED' } }]);
    expect(ended.status).toBe('WRITTEN');
    const called = await record([{ affiliate: { person: 'person:erased-1', independent: true, from: '2023-01-01' } }]);
    expect(called.status).toBe('WRITTEN');
    const { person } = await ask(graph, '{ person(id: "person:erased-1") { name aliases memberships(all: true) { totalCount } } }');
    expect(person).toMatchObject({ name: 'erased', aliases: [], memberships: { totalCount: 1 } });
  });
});

describe('what is left', () => {
  test('is what there would be had the person had no name', async () => {
    await seedWorld(graph, WORLD);
    await erase();
    const left = withoutLog(await stateOf(graph));
    await wipe(graph);
    const nameless = JSON.stringify(WORLD).replaceAll('ida-vang', 'erased-1').replaceAll('Ida Vang', 'erased');
    await seedWorld(graph, JSON.parse(nameless) as World);
    expect(left).toEqual(withoutLog(await stateOf(graph)));
  });
  test('of somebody who was merged leads from one number to the other, by whichever id it is erased', async () => {
    await seedWorld(graph, WORLD);
    await record([appoint(newIda)]);
    await record([{ mergePeople: { keep: 'person:ida-vang', gone: 'person:ida-holt', why: 'One.' } }]);
    await erase('person:ida-holt');
    const { person } = await ask(graph, '{ person(id: "person:erased-2") { id mergedIds memberships(all: true) { totalCount } } }');
    expect(person).toEqual({ id: 'person:erased-1', mergedIds: ['person:erased-2'], memberships: { totalCount: 2 } });
    expect(await holding(IDA)).toEqual([]);
  });
  test.each<[string, string, string[], string[]]>([
    ['by the id that goes', 'person:ida-vang', ['ida-vang'], ['per-dahl']],
    ['by the id that stays', 'person:per-dahl', ['ida-vang'], ['per-dahl']],
    ['by an id that went to one that goes', 'person:eva-lund', ['eva-lund', 'ida-vang'], ['ida-vang', 'per-dahl']],
    ['by one of two that go to another', 'person:eva-lund', ['eva-lund', 'ida-vang'], ['per-dahl', 'per-dahl']],
  ])('of somebody who is merged in the same entry is what there would be after two: %s', async (_, person, gone, keep) => {
    const merges = gone.map((id, n) => ({ mergePeople: { keep: `person:${keep[n]}`, gone: `person:${id}`, why: 'Ida Vang is Per Dahl.' } }));
    const hasEva = gone.includes('eva-lund');
    const all = new RegExp(`ida.{1,3}vang|vang.{1,3}ida|per.{1,3}dahl|dahl.{1,3}per${hasEva ? '|eva.{1,3}lund' : ''}`, 'iu');
    const left = async (...entries: object[][]) => {
      await wipe(graph);
      await seedWorld(graph, WORLD);
      if (hasEva)
        await record([{ appoint: { person: { new: { id: 'person:eva-lund', name: 'Eva Lund' } }, body: 'body:office', role: 'MEMBER', from: '2023-01-01' } }]);
      const told: Told[] = [];
      for (const acts of entries) told.push(await record(acts));
      expect([JSON.stringify(told.at(-1)).match(all), await holding(all)]).toEqual([null, []]);
      return ask(graph, '{ people { nodes { id name aliases mergedIds memberships(all: true) { nodes { id person { id } } } } } }');
    };
    const erasing = { erase: { person, why: 'Ida Vang asked.' } };
    expect(await left([...merges, erasing])).toEqual(await left(merges, [erasing]));
  });
  test('of somebody who is erased is not merged by a later act of the entry', async () => {
    await seedWorld(graph, WORLD);
    const merging = { mergePeople: { keep: 'person:per-dahl', gone: 'person:ida-vang', why: 'One.' } };
    const told = await admin().record([{ erase: { person: 'person:ida-vang', why: 'Asked.' } }, merging], SAID);
    expect(told).toMatchObject({ status: 'REFUSED', problems: [{ code: 'BAD_VALUE', path: ['acts', '1', 'mergePeople', 'gone'], given: 'person:ida-vang' }] });
  });
  test('of an entry that says something of the person first holds no name either', async () => {
    await seedWorld(graph, WORLD);
    const acts = [appoint({ person: { id: 'person:ida-vang' }, title: 'Ida Vangs seat' }), { erase: { person: 'person:ida-vang', why: 'Ida Vang asked.' } }];
    const told = await record(acts, { note: 'Of Ida Vang.' });
    expect(JSON.stringify(told)).not.toMatch(IDA);
    expect(await holding(IDA)).toEqual([]);
  });
});

describe('an erasure', () => {
  test('is not taken back, and an id that is erased already is UNCHANGED', async () => {
    await seedWorld(graph, WORLD);
    const told = await erase();
    const undone = await admin().undo(told.entry?.id);
    expect([undone.status, undone.problems.map(({ code, path }) => [code, ...path])]).toEqual(['REFUSED', [['BAD_VALUE', 'entry']]]);
    expect((await erase('person:erased-1')).status).toBe('UNCHANGED');
    expect((await erase('person:ida-vang')).problems.map(({ code }) => code)).toEqual(['UNKNOWN_ID']);
  });
  test('answers its key as before, without the name', async () => {
    await seedWorld(graph, WORLD);
    const key = aKey();
    const first = await erase('person:ida-vang', { key });
    const again = await erase('person:ida-vang', { key });
    expect({ ...again, replayed: false }).toEqual(first);
    expect(JSON.stringify(again)).not.toMatch(IDA);
  });
  test.each(['PROPOSER', 'EDITOR', 'IMPORT'] as const)('is not for %s', async (role) => {
    await seedWorld(graph, WORLD);
    const before = await everyText(graph);
    const entry = { key: aKey(), acts: [{ erase: { person: 'person:ida-vang', why: 'No.' } }] };
    const { codes } = await askAs(graph, { ...ADMIN, role }, 'mutation($entry: EntryInput!) { record(entry: $entry) { status } }', { entry });
    expect(codes).toEqual(['FORBIDDEN']);
    expect(await everyText(graph)).toEqual(before);
  });
  test('of one after the other gives each a number, and search finds neither', async () => {
    await seedWorld(graph, WORLD);
    const made = [await erase('person:ida-vang'), await erase('person:per-dahl')].map((told) => told.made[0]?.node?.id);
    expect(made).toEqual(['person:erased-1', 'person:erased-2']);
    expect(await holding(/dahl|vang/iu)).toEqual([]);
    const { search } = await ask(graph, '{ search(text: "Vang") { node { id } } }');
    expect(search).toEqual([]);
  });
});

describe('of two people of one name one is erased', () => {
  const second = (id: string): World => ({
    ...WORLD,
    sources: [...(WORLD['sources'] as object[]), { id: 'source:2', document: 'doc:2', quote: 'Ida Vang of Ribe.' }],
    documents: [...(WORLD['documents'] as object[]), { id: 'doc:2', title: 'Ribe', kind: 'register', date: '2022-01-01' }],
    people: [...(WORLD['people'] as object[]), { id, name: 'Ida Vang', sources: ['source:2'] }],
    memberships: [
      ...(WORLD['memberships'] as object[]),
      { ...seat('ida-vang'), id: `membership:office-member-${id.slice(7)}`, person: id, body: 'body:office', sources: ['source:2'] },
    ],
  });
  test.each([
    ['person:ida-vang', 'person:ida-vang-2'],
    ['person:ida-vang-2', 'person:ida-vang'],
  ])('%s, and not %s', async (gone, stays) => {
    await seedWorld(graph, second('person:ida-vang-2'));
    const of = (id: string) => ask(graph, `{ person(id: "${id}") { id name memberships(all: true) { nodes { id } } } }`);
    const [before, other] = [await of(stays), await of(gone)];
    expect((await erase(gone)).status).toBe('WRITTEN');
    expect(await of(stays)).toEqual(before);
    expect((await of(gone)).person).toBeNull();
    expect((await of('person:erased-1')).person).toMatchObject({ name: 'erased' });
    expect((await of('person:erased-1')).person.memberships.nodes).toHaveLength(other.person.memberships.nodes.length);
  });
});

describe('the next release of a data set', () => {
  const more: World = {
    ...WORLD,
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'Members of today: Ida Vang, Per Dahl.' }],
    memberships: [...(WORLD['memberships'] as object[]), { ...seat('ida-vang'), id: 'membership:office-member-ida-vang', body: 'body:office' }],
  };
  test('that says the same writes nothing', async () => {
    await seedWorld(graph, WORLD);
    await erase();
    const { number } = await readRevision(graph);
    await seedWorld(graph, WORLD);
    expect([(await readRevision(graph)).number, await holding(IDA)]).toEqual([number, []]);
  });
  test('that says more gives seats to whoever was erased, and does not bring the name back', async () => {
    await seedWorld(graph, WORLD);
    await erase();
    await seedWorld(graph, more);
    expect(await holding(IDA)).toEqual([]);
    const { person } = await ask(graph, '{ person(id: "person:erased-1") { name memberships(all: true) { totalCount } } }');
    expect(person).toEqual({ name: 'erased', memberships: { totalCount: 2 } });
  });
});
