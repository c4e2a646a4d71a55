import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { seedFolders } from '../src/exchange/seed.js';
import { commit } from '../src/write/commit.js';
import { type ToldConflict, conflictsIn } from '../src/write/conflicts.js';
import type { WordName, WordRow } from '../src/write/rows.js';
import { HEAD, folderOf } from './folders.js';
import { random } from './random.js';
import { stateOf } from './state.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const BASE: World = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: ['1', '2', '3'].map((n) => ({ id: `source:${n}`, document: 'doc:1', quote: `Passage ${n}.` })),
  people: ['anna', 'bo'].map((name) => ({ id: `person:${name}`, name, sources: S })),
  bodies: ['forum', 'council'].map((name) => ({ id: `body:${name}`, kind: 'FORUM', name, sources: S })),
};
const SEAT = { id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER', from: '2022', sources: S };

const base = () => seedWorld(graph, BASE, { id: 'base' });
const says = (id: string, rows: World) => seedWorld(graph, rows, { id, after: ['base'] });
const editors = (rows: Partial<Record<WordName, readonly object[]>>, more: Partial<WordRow> = {}, remove: readonly string[] = []) =>
  commit(
    graph,
    {
      source: { id: 'editor', title: null, date: null, terms: null, hash: '' },
      put: Object.entries(rows).flatMap(([word, some]) => some.map((row) => ({ word, row, ...more }) as unknown as WordRow)),
      remove,
      expectedRevision: null,
      referredTo: 'REFUSE',
      judge: false,
    },
    'WRITE',
  );

const told = async (among: 'ALL' | 'EDITORS' = 'ALL'): Promise<ToldConflict[]> => {
  const found: ToldConflict[] = [];
  for await (const one of conflictsIn(graph, among)) found.push(one);
  return found.sort((a, b) => (`${a.id} ${a.field} ${a.by}` < `${b.id} ${b.field} ${b.by}` ? -1 : 1));
};
const lines = async (among: 'ALL' | 'EDITORS' = 'ALL'): Promise<string[]> =>
  (await told(among)).map(({ id, field, value, by, counts }) => `${id} ${field}: ${counts.value} (${counts.by}), ${value} (${by})`);

interface Case {
  word: WordName;
  /** What a data set says, what the editors say of it, and what its next release says. */
  set: object;
  edited: object;
  next: object;
  now: string[];
  then: string[];
}

const CASES: [string, Case][] = [
  [
    'the role of a seat',
    {
      word: 'memberships',
      ...{ set: SEAT, edited: { ...SEAT, role: 'CHAIR', sources: ['source:2'] }, next: { ...SEAT, role: 'OBSERVER' } },
      now: ['membership:anna role: CHAIR (editor), MEMBER (set)'],
      then: ['membership:anna role: CHAIR (editor), OBSERVER (set)'],
    },
  ],
  [
    'the name of a party, and nothing once both say the same',
    {
      word: 'parties',
      ...{ set: { id: 'party:a', name: 'A', sources: S }, edited: { id: 'party:a', name: 'Alliance', sources: ['source:2'] } },
      next: { id: 'party:a', name: 'Alliance', sources: S },
      now: ['party:a name: Alliance (editor), A (set)'],
      then: [],
    },
  ],
  [
    'when a body exists',
    {
      word: 'bodies',
      set: { id: 'body:board', kind: 'BOARD', name: 'Board', existence: { from: '2010', sources: S }, sources: S },
      edited: { id: 'body:board', kind: 'BOARD', name: 'Board', existence: { from: '2012', sources: ['source:2'] }, sources: S },
      next: { id: 'body:board', kind: 'BOARD', name: 'Board', existence: { from: '2011', until: '2020', sources: S }, sources: S },
      now: ['body:board existence.from: 2012 (editor), 2010 (set)'],
      then: ['body:board existence.from: 2012 (editor), 2011 (set)'],
    },
  ],
];

describe('what the editors say counts, and what a data set says otherwise is told', () => {
  test.each(CASES)('%s', async (_, { word, set, edited, next, now, then }) => {
    await base();
    await says('set', { [word]: [set] });
    expect(await lines()).toEqual([]);
    await editors({ [word]: [edited] });
    expect([await lines(), await lines('EDITORS')]).toEqual([now, now]);
    await says('set', { [word]: [next] });
    expect([await lines(), await lines('EDITORS')]).toEqual([then, then]);
    await says('set', {});
    expect(await lines()).toEqual([]);
  });
});

test('what the editors retracted stays away, and whoever says that it is is told', async () => {
  await base();
  await says('one', { memberships: [SEAT] });
  await editors({ memberships: [{ id: SEAT.id }] }, { retracted: true });
  expect(await ask(graph, '{ node(id: "membership:anna") { id } }')).toEqual({ node: null });
  const back = (by: string): object => ({ id: 'membership:anna', word: 'memberships', field: null, value: null, by, counts: { value: null, by: 'editor' } });
  expect([await told(), await told('EDITORS')]).toMatchObject([[back('one')], [back('one')]]);
  await says('two', { memberships: [{ ...SEAT, role: 'CHAIR', sources: ['source:2'] }] });
  expect(await told('EDITORS')).toMatchObject([back('one'), back('two')]);
  await says('one', {});
  await says('two', {});
  expect(await told()).toEqual([]);
});

describe('what a data set has no longer, and others need, stays and is told', () => {
  const stays = (id: string, by: string, ...neededBy: string[]): object => ({ id, by, field: null, value: null, neededBy });
  const conflictsNow = async (): Promise<unknown> =>
    (await ask(graph, '{ node(id: "membership:anna") { ... on Membership { title conflicts { field value by } } } }')).node;
  const title = (value: string, by: string): object => ({ field: 'title', value, by });

  test('where the editors change some of it, and in the place of what it said otherwise; it is back with it, and goes with what they say', async () => {
    await base();
    await says('set', { memberships: [{ ...SEAT, title: 'A' }] });
    await editors({ memberships: [{ id: SEAT.id, title: 'B', sources: ['source:2'] }] });
    expect([await lines(), await conflictsNow()]).toEqual([['membership:anna title: B (editor), A (set)'], { title: 'B', conflicts: [title('A', 'set')] }]);
    for (let release = 0; release < 2; release += 1) {
      const report = await says('set', {});
      expect([report.retracted, report.learnt, report.corrected, report.committed?.stayed.length]).toEqual([0, 0, 0, 1]);
      expect([await told(), await told('EDITORS')]).toMatchObject(Array(2).fill([stays(SEAT.id, 'set', 'editor')]));
      expect(await conflictsNow()).toEqual({ title: 'B', conflicts: [] });
    }
    await says('set', { memberships: [{ ...SEAT, title: 'C' }] });
    expect([await lines('EDITORS'), await conflictsNow()]).toEqual([
      ['membership:anna title: B (editor), C (set)'],
      { title: 'B', conflicts: [title('C', 'set')] },
    ]);
    await says('set', {});
    await editors({}, {}, [SEAT.id]);
    expect(await told()).toEqual([]);
    await says('set', {});
    expect(await conflictsNow()).toBeNull();
  });

  test('where rows of others refer to it, whoever keeps the most, until they do not', async () => {
    await base();
    const eva = { people: [{ id: 'person:eva', name: 'Eva', sources: ['source:5'] }], sources: [{ id: 'source:5', document: 'doc:1', quote: 'Eva.' }] };
    const many = Array.from({ length: 40 }, (_, at) => ({ id: `person:p${at}`, name: `P ${at}`, sources: S }));
    await says('set', { ...eva, people: [...eva.people, ...many] });
    await says('seats', { memberships: [{ ...SEAT, person: 'person:eva' }] });
    await says('set', { people: many });
    const both = [stays('person:eva', 'set', 'membership:anna'), stays('source:5', 'set', 'person:eva')];
    expect([await told(), await told('EDITORS')]).toMatchObject([both, []]);
    await editors({ memberships: [{ ...SEAT, id: 'membership:eva', person: 'person:eva', body: 'body:council', sources: ['source:2'] }] });
    const byEditors = stays('person:eva', 'set', 'membership:anna', 'membership:eva');
    expect([await told(), await told('EDITORS')]).toMatchObject([[byEditors, both[1]], [byEditors]]);
    await says('seats', {});
    await editors({}, {}, ['membership:eva']);
    await says('set', { people: many });
    expect(await told()).toEqual([]);
    expect(await ask(graph, '{ person(id: "person:eva") { id } }')).toEqual({ person: null });
  });

  test('and counts as little of what a release retracts as it did', async () => {
    await base();
    const names = Array.from({ length: 50 }, (_, at) => `p${at}`);
    const people = names.map((name) => ({ id: `person:${name}`, name, sources: S }));
    await says('set', { people });
    await says('seats', { memberships: names.slice(0, 30).map((name) => ({ ...SEAT, id: `membership:${name}`, person: `person:${name}` })) });
    const fewer = folderOf({ dataset: { ...HEAD, id: 'set', after: ['base'] }, people: people.slice(30) });
    await expect(seedFolders(graph, [fewer])).rejects.toThrow('which would retract 30 of 50 rows');
    await seedFolders(graph, [fewer], { retract: true });
    expect(await seedFolders(graph, [fewer])).toMatchObject([{ retracted: 0, kept: 0 }]);
    expect(await told()).toHaveLength(30);
  });
});

describe('data sets that differ', () => {
  test('are told whichever is the larger, each once, and not as conflicts with the editors', async () => {
    await base();
    await says('one', { memberships: [SEAT] });
    await says('two', { memberships: [{ ...SEAT, role: 'CHAIR', sources: ['source:2'] }] });
    await says('three', { memberships: [{ ...SEAT, role: 'OBSERVER', from: '2021', sources: ['source:3'] }] });
    const all = [
      'membership:anna from: 2022 (one), 2021 (three)',
      'membership:anna role: MEMBER (one), OBSERVER (three)',
      'membership:anna role: MEMBER (one), CHAIR (two)',
    ];
    expect(await lines()).toEqual(all);
    const many = Array.from({ length: 90 }, (_, at) => ({ id: `person:p${at}`, name: `P ${at}`, sources: S }));
    for (const id of ['one', 'three'])
      await says(id, { people: many, memberships: [{ ...SEAT, ...(id === 'three' && { role: 'OBSERVER', from: '2021', sources: ['source:3'] }) }] });
    expect(await lines()).toEqual(all);
    expect(await lines('EDITORS')).toEqual([]);
  });

  test('and what two records of one person say otherwise, in one set or in two, is told under the one', async () => {
    const people = [
      { id: 'person:eva', name: 'Eva', gender: 'FEMALE', sources: S },
      { id: 'person:e', name: 'Eva', gender: 'MALE', sources: ['source:2'] },
    ];
    const merges = [{ id: 'merge:eva', keep: 'person:eva', gone: 'person:e', sources: S }];
    await base();
    await says('one', { people, merges });
    const differ = (by: string, value: string): string => `person:eva gender: ${value}, MALE (${by})`;
    expect(await lines()).toEqual([differ('one', 'FEMALE (one)')]);
    await says('two', { people: people.slice(1) });
    await says('one', { people: people.slice(0, 1) });
    await editors({ merges });
    expect([await lines(), await lines('EDITORS')]).toEqual([[differ('two', 'FEMALE (one)')], [differ('two', 'FEMALE (one)')]]);
  });
});

test('of seats they are those that stand with how each came about, whatever three data sets and the editors say', async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const pick = random(seed);
    const maybe = (said: object): object => (pick(2) ? said : {});
    const rows = (): object[] =>
      ['a', 'b', 'c', 'd']
        .filter(() => pick(4) > 0)
        .map((id) => ({
          ...SEAT,
          id: `membership:${id}`,
          role: pick(2) ? 'MEMBER' : 'CHAIR',
          sources: [`source:${1 + pick(3)}`],
          ...maybe({ title: `t${pick(3)}` }),
          ...maybe({ until: `${2023 + pick(3)}` }),
          ...maybe({ appointment: { by: { principal: pick(2) ? 'body:council' : 'body:forum', sources: S } } }),
        }));
    await graph.close();
    graph = await emptyGraph();
    await base();
    for (const id of ['one', 'two', 'three']) await says(id, { memberships: rows() });
    await editors({ memberships: rows() });
    await says('two', { memberships: rows() });
    const stored = (await stateOf(graph)).flatMap(({ id, conflicts }) =>
      (JSON.parse((conflicts as string | null | undefined) ?? '[]') as object[]).map((one) => ({ id: String(id).replace('appointment:', ''), ...one })),
    );
    const found = (await told()).map(({ word: _, counts: __, ...one }) => one);
    const sorted = (all: readonly object[]): string[] => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    expect([seed, sorted(found)]).toEqual([seed, sorted(stored)]);
  }
});

test('of what only one writer keeps nothing is read but where its rows are', async () => {
  await base();
  await says('one', { memberships: [SEAT] });
  const read: string[] = [];
  const watched: Graph = {
    ...graph,
    read: (query, params) => (read.push(`${query.name} ${JSON.stringify((params as { ids?: string[] }).ids ?? '')}`), graph.read(query, params)),
  };
  for await (const one of conflictsIn(watched, 'EDITORS')) throw new Error(one.id);
  expect(read).toEqual(['write/writers ""']);
  expect((await ask(graph, '{ graph { people } }')).graph.people).toBe(2);
});
