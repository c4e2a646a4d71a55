import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { commit } from '../src/write/commit.js';
import type { WordRow } from '../src/write/rows.js';
import { refusalOf as refused } from './folders.js';
import { type Stored, stateOf } from './state.js';
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
  bodies: ['forum', 'board'].map((name) => ({ id: `body:${name}`, kind: 'FORUM', name, sources: S })),
};
const seat = (id: string, person: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: 'body:forum',
  role: 'MEMBER',
  from: '2022-01-01',
  until: '2026-01-01',
  sources: ['source:2'],
  ...more,
});
const base = () => seedWorld(graph, BASE, { id: 'base' });
const says = (id: string, rows: World) => seedWorld(graph, rows, { id, after: ['base'] });
const council = (...memberships: object[]) => says('council', { people: [{ id: 'person:anna', name: 'Anna', sources: S }], memberships });
const register = (...memberships: object[]) => says('register', { people: [{ id: 'person:a', name: 'A.', sources: ['source:2'] }], memberships });

const MERGE = { id: 'merge:a', keep: 'person:anna', gone: 'person:a', sources: ['source:3'] };
const editors = (put: readonly object[], remove: readonly string[] = []) =>
  commit(
    graph,
    {
      source: { id: 'editor', title: null, date: null, terms: null, hash: '' },
      put: put.map((row) => ({ word: 'merges', row }) as unknown as WordRow),
      remove,
      expectedRevision: null,
      referredTo: 'REFUSE',
      judge: true,
    },
    'WRITE',
  );

const broken = async (): Promise<string[]> =>
  (await ask(graph, '{ integrity { message } }')).integrity
    .map(({ message }: { message: string }) => message)
    .filter((message: string) => !message.startsWith('cannot be decided'));

const seatNow = async (id: string): Promise<Stored | undefined> => (await stateOf(graph)).find((one) => one['id'] === `membership:${id}`);
const led = async (...ids: string[]): Promise<(string | null)[]> =>
  (await ask(graph, `{ nodes(ids: ${JSON.stringify(ids)}) { id } }`)).nodes.map((one: { id: string } | null) => one?.id ?? null);

describe('editors who merge people of two data sets', () => {
  beforeEach(async () => {
    await base();
    await council(seat('anna', 'anna'));
    await register(seat('a', 'a', { from: '2022-02-01' }), seat('a-board', 'a', { body: 'body:board' }));
  });

  test('correct both, find nothing broken, and take them apart again', async () => {
    const before = await stateOf(graph);
    const { changes, retracted, conflicts, findings } = await editors([MERGE]);
    expect(changes.map(({ id, because }) => [id, because]).sort()).toEqual([
      ['membership:a-board', 'CORRECTED'],
      ['membership:anna', 'CORRECTED'],
      ['merge:a', 'RECORDED'],
      ['person:anna', 'CORRECTED'],
    ]);
    expect(retracted.map(({ id }) => id).sort()).toEqual(['membership:a', 'person:a']);
    expect(conflicts.get('membership:anna')).toEqual([{ field: 'from', value: '2022-02-01', by: 'register', sources: ['source:2'] }]);
    expect(findings).toEqual([]);
    expect(await broken()).toEqual([]);
    await editors([], ['merge:a']);
    expect(await stateOf(graph)).toEqual(before);
    expect(await broken()).toEqual([]);
  });

  test('see the next release of either set told of the person who stays, and what it drops gone', async () => {
    await editors([MERGE]);
    await register(seat('a', 'a', { from: '2022-02-01', title: 'medlem' }), seat('a-board', 'a', { body: 'body:board', title: 'formand' }));
    expect(await seatNow('anna')).toMatchObject({ person: 'person:anna', title: 'medlem', from: '2022-01-01' });
    expect(await seatNow('a-board')).toMatchObject({ person: 'person:anna', title: 'formand' });
    expect(await led('membership:a')).toEqual(['membership:anna']);
    await council();
    expect(await seatNow('anna')).toBeUndefined();
    expect(await seatNow('a')).toMatchObject({ person: 'person:anna', from: '2022-02-01' });
    expect(await led('membership:a', 'membership:anna')).toEqual(['membership:a', null]);
    await council(seat('anna', 'anna'));
    expect(await led('membership:a')).toEqual(['membership:anna']);
    await register(seat('a-board', 'a', { body: 'body:board' }));
    expect(await led('membership:a', 'membership:anna')).toEqual([null, 'membership:anna']);
    expect((await seatNow('anna'))?.['title'] ?? null).toBeNull();
  });

  test('find a seat that is written later by either id, of both as one where it is one', async () => {
    await editors([MERGE]);
    await says('third', { memberships: [seat('third', 'a', { body: 'body:board', until: '2025-01-01' })] });
    expect(await seatNow('third')).toMatchObject({ person: 'person:anna' });
    await says('third', { memberships: [seat('third', 'anna', { id: 'membership:fourth', body: 'body:board', until: '2025-01-01' })] });
    expect(await led('membership:a-board')).toEqual(['membership:fourth']);
    await says('third', {});
    expect(await led('membership:a-board', 'membership:fourth')).toEqual(['membership:a-board', null]);
  });

  test('keep the id that is named: the set cannot take away who is merged', async () => {
    await editors([MERGE]);
    const { committed } = await says('register', {});
    expect(committed?.stayed).toEqual([{ id: 'person:a', word: 'people', referredToBy: ['merge:a'] }]);
    expect(await led('person:a', 'membership:a-board')).toEqual(['person:anna', null]);
  });

  test('merge nobody whom a data set knows to be different, nor does a data set whom they do', async () => {
    await says('names', { merges: [{ id: 'merge:not', different: ['person:anna', 'person:a'], sources: S }] });
    await expect(editors([MERGE])).rejects.toThrow('required: a person who is not known to be another, as merge:not says; given: person:a');
    await says('names', {});
    await editors([MERGE]);
    expect(await refused(says('names', { merges: [{ id: 'merge:not', different: ['person:anna', 'person:a'], sources: S }] }))).toEqual([
      expect.stringContaining('required: people who are not merged; given: person:anna, person:a'),
    ]);
  });
});

describe('two records of one person', () => {
  const SEATS: [what: string, keep: object, gone: object, ids: string[]][] = [
    ['dates that meet', {}, { from: '2025-12-31' }, ['membership:anna']],
    ['dates that do not', {}, { from: '2026-01-01', until: '2030-01-01' }, ['membership:anna', 'membership:a']],
    ['starts within a year of each other', { until: undefined }, { from: '2022-11-01', until: undefined }, ['membership:anna']],
    ['starts years apart', { until: undefined }, { from: '2025-11-01', until: undefined }, ['membership:anna', 'membership:a']],
    ['years years apart', { from: '2014', until: undefined }, { from: '2022', until: undefined }, ['membership:anna', 'membership:a']],
    ['years that follow', { from: '2021', until: undefined }, { from: '2022', until: undefined }, ['membership:anna']],
    ['one end, and years', { from: undefined, until: '2022' }, { from: '2021', until: undefined }, ['membership:anna']],
    ['no dates on one side', {}, { from: undefined, until: undefined, undated: 'Nobody says.' }, ['membership:anna']],
    ['other districts', { district: '1. kreds' }, { district: '2. kreds' }, ['membership:anna', 'membership:a']],
    ['the district on one side', { district: '1. kreds' }, {}, ['membership:anna']],
    ['other roles', {}, { role: 'CHAIR' }, ['membership:anna', 'membership:a']],
    ['other bodies', {}, { body: 'body:board' }, ['membership:anna', 'membership:a']],
    ['a seat that replaces the other', {}, { appointment: { replaces: { membership: 'membership:anna', sources: S } } }, ['membership:anna', 'membership:a']],
  ];
  test.each(SEATS)('with %s', async (_, keep, gone, ids) => {
    await base();
    await council(seat('anna', 'anna', keep));
    await register(seat('a', 'a', gone));
    await editors([MERGE]);
    const { person } = await ask(graph, '{ person(id: "person:a") { memberships(all: true) { nodes { id } } } }');
    expect(person.memberships.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(await led('membership:a')).toEqual([ids.length > 1 ? 'membership:a' : 'membership:anna']);
  });

  test('with a seat that one of them declined: it is the other’s, and another seat', async () => {
    await base();
    await council(seat('anna', 'anna'));
    await register(seat('a', 'a', { until: undefined, declined: true }));
    const before = await stateOf(graph);
    await editors([MERGE]);
    expect(await seatNow('a')).toMatchObject({ person: 'person:anna', declined: true });
    expect(await led('membership:a', 'membership:anna')).toEqual(['membership:a', 'membership:anna']);
    await editors([], ['merge:a']);
    expect(await stateOf(graph)).toEqual(before);
  });
});
