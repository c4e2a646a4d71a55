import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { refusalOf as refused } from './folders.js';
import { type Stored, stateOf } from './state.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';
import { random } from './random.js';

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
const seatsOf = (id: string, ...memberships: object[]) => seedWorld(graph, { memberships }, { id, after: ['base'] });
const says = (id: string, more: object = {}) => seatsOf(id, { ...SEAT, sources: [`source:${id.slice(-1)}`], ...more });
const base = () => seedWorld(graph, BASE, { id: 'base' });

const refusalOf = async (seeding: Promise<unknown>): Promise<string[]> => (await refused(seeding)).map((line) => line.replace(/^mandat-world-\w+\//, ''));

const seatNow = async (): Promise<Stored | undefined> => (await stateOf(graph)).find(({ id }) => id === 'membership:anna');
const howNow = async (): Promise<Stored | undefined> => (await stateOf(graph)).find(({ id }) => id === 'appointment:membership:anna');

describe('two data sets that say the same seat', () => {
  test('are one, with the sources of both; what differs is told, and stands with how the seat came about', async () => {
    await base();
    await says('set-1');
    const { learnt, corrected, recorded, committed } = await says('set-2', { role: 'CHAIR', until: '2025-12-31' });
    expect([recorded, learnt, corrected]).toEqual([0, 1, 0]);
    const conflict = { field: 'role', value: 'CHAIR', by: 'set-2', sources: ['source:2'] };
    expect(committed?.conflicts).toEqual(new Map([['membership:anna', [conflict]]]));
    expect(await seatNow()).toMatchObject({ role: 'MEMBER', from: '2022', until: '2025-12-31', sources: ['source:1', 'source:2'] });
    expect(await howNow()).toMatchObject({ writers: ['set-1', 'set-2'], conflicts: JSON.stringify([conflict]) });
  });

  test('count in the order in which they first wrote, whoever wrote last', async () => {
    await base();
    await says('set-2');
    await says('set-1', { role: 'CHAIR' });
    await says('set-2', { role: 'OBSERVER' });
    expect(await seatNow()).toMatchObject({ role: 'OBSERVER' });
    await says('set-1', { role: 'CHAIR', title: 'formand' });
    expect(await seatNow()).toMatchObject({ role: 'OBSERVER', title: 'formand' });
    expect(await howNow()).toMatchObject({ writers: ['set-2', 'set-1'] });
  });

  test('go one by one: the values of who is left hold, and the seat goes with its last witness', async () => {
    await base();
    await says('set-1');
    await says('set-2', { role: 'CHAIR' });
    expect(await seatsOf('set-1')).toMatchObject({ corrected: 1, retracted: 0 });
    expect(await seatNow()).toMatchObject({ role: 'CHAIR', sources: ['source:2'] });
    expect(await howNow()).toMatchObject({ writers: ['set-2'] });
    expect((await howNow())?.['conflicts'] ?? null).toBeNull();
    await says('set-1');
    expect(await seatNow()).toMatchObject({ role: 'MEMBER', sources: ['source:1', 'source:2'] });
    await seatsOf('set-1');
    expect(await seatsOf('set-2')).toMatchObject({ corrected: 0, retracted: 1 });
    expect(await seatNow()).toBeUndefined();
  });

  test('never undo one another: the same files again write nothing', async () => {
    await base();
    await says('set-1');
    await says('set-2', { role: 'CHAIR' });
    const before = [await readRevision(graph), await stateOf(graph)];
    for (const again of [await says('set-1'), await says('set-2', { role: 'CHAIR' })]) expect(again.committed).toBeNull();
    expect([await readRevision(graph), await stateOf(graph)]).toEqual(before);
  });

  test('cannot give one id to two seats', async () => {
    await base();
    await says('set-1');
    expect(await refusalOf(says('set-2', { person: 'person:bo' }))).toEqual([
      'memberships.json, membership:anna, row 1, `person`: required: person:anna, or a new id for another person; given: person:bo',
    ]);
    await says('set-2', { role: 'CHAIR' });
    await says('set-2', { role: 'CO_CHAIR' });
  });
});

test('what is recorded depends on who wrote first and on what each says now, not on the way there', async () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const pick = random(seed);
    const maybe = (said: object): object => (pick(2) ? said : {});
    const rowFor = (id: string): object => ({
      ...SEAT,
      id: `membership:${id}`,
      role: pick(2) ? 'MEMBER' : 'CHAIR',
      sources: [`source:${1 + pick(3)}`],
      ...maybe({ title: `t${pick(3)}` }),
      ...maybe({ until: `${2023 + pick(3)}` }),
      ...maybe({ appointment: { by: { principal: pick(2) ? 'body:council' : 'body:forum', sources: S } } }),
      ...maybe({ dependsOn: [{ on: 'membership:office', sources: [`source:${1 + pick(3)}`] }] }),
    });
    const saidBy = (): object[] => ['a', 'b', 'c'].filter(() => pick(4) > 0).map(rowFor);
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, { ...BASE, memberships: [{ ...SEAT, id: 'membership:office', body: 'body:council' }] }, { id: 'base' });
    const sets = ['one', 'two', 'three'];
    const last = new Map<string, object[]>();
    for (let step = 0; step < 9; step += 1) {
      const id = step < 3 ? (sets[step] as string) : (sets[pick(3)] as string);
      last.set(id, saidBy());
      await seatsOf(id, ...(last.get(id) as object[]));
    }
    const arrived = await stateOf(graph);
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, { ...BASE, memberships: [{ ...SEAT, id: 'membership:office', body: 'body:council' }] }, { id: 'base' });
    for (const id of sets) await seatsOf(id, ...(last.get(id) as object[]));
    expect(await stateOf(graph)).toEqual(arrived);
  }
});

describe('what the rows of both ends say', () => {
  const minutes = (meeting: boolean, documents: boolean): World => ({
    ...BASE,
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21', ...(meeting && { meeting: 'meeting:1' }) }],
    meetings: [{ id: 'meeting:1', body: 'body:forum', date: '2022-06-21', ...(documents && { documents: ['doc:1'] }), sources: S }],
  });
  const reports = async (): Promise<number> => (await stateOf(graph)).filter(({ id }) => id === 'reports:doc:1>meeting:1').length;

  test('is one edge while either says it, and goes when none does', async () => {
    for (const [meeting, documents] of [
      [true, true],
      [false, true],
      [true, true],
      [true, false],
      [false, false],
      [false, true],
      [true, false],
      [false, false],
    ] as const) {
      await seedWorld(graph, minutes(meeting, documents), { id: 'base' });
      expect({ meeting, documents, edges: await reports() }).toEqual({ meeting, documents, edges: Number(meeting || documents) });
    }
  });

  test('stays where one data set says it of the document and another of the meeting, whichever goes', async () => {
    const meeting = (id: string, documents: boolean) => seedWorld(graph, { meetings: minutes(false, documents)['meetings'] as object[] }, { id });
    const document = (id: string, said: boolean) => seedWorld(graph, { documents: minutes(said, false)['documents'] as object[] }, { id });
    await seedWorld(graph, minutes(false, false), { id: 'base' });
    await meeting('set-1', true);
    await document('set-2', true);
    expect(await reports()).toBe(1);
    await meeting('set-1', false);
    expect(await reports()).toBe(1);
    await meeting('set-1', true);
    await document('set-2', false);
    expect(await reports()).toBe(1);
    await meeting('set-1', false);
    expect(await reports()).toBe(0);
  });
});

test('an edge that joins other things under the same id is there once, and the past shows the old one', async () => {
  const covers = (name: string): World => ({
    ...BASE,
    municipalities: ['odense', 'vejle'].map((slug, at) => ({ id: `municipality:${slug}`, name: slug, code: `046${at}`, sources: S })),
    relations: [{ id: 'relation:1', kind: 'COVERS', subject: 'body:forum', object: `municipality:${name}`, from: '2020', sources: S }],
  });
  await seedWorld(graph, covers('odense'), { id: 'base' });
  const { at } = await readRevision(graph);
  await seedWorld(graph, covers('vejle'), { id: 'base' });
  const covered = async (lens = '') =>
    (await ask(graph, `{ body(id: "body:forum", asOf: "2022-06-21"${lens}) { ... on Forum { covers { id } } } }`)).body.covers.map(
      ({ id }: { id: string }) => id,
    );
  expect(await covered()).toEqual(['municipality:vejle']);
  expect(await covered(`, knownAt: "${new Date(at).toISOString()}"`)).toEqual(['municipality:odense']);
  expect((await stateOf(graph)).filter(({ id }) => id === 'relation:1')).toHaveLength(1);
});

describe('what is taken away', () => {
  test('stays while a row of another data set refers to it, and is told; it goes when the reference does', async () => {
    await base();
    await seatsOf('set-1', SEAT);
    const without: World = { ...BASE, people: [{ id: 'person:bo', name: 'bo', sources: S }] };
    const report = await seedWorld(graph, without, { id: 'base' });
    expect(report.retracted).toBe(0);
    expect(report.committed?.stayed).toEqual([{ id: 'person:anna', word: 'people', referredToBy: ['membership:anna'] }]);
    const holders = async () =>
      (await ask(graph, '{ body(id: "body:forum", asOf: "2023-01-01") { members { nodes { person { name } } } } }')).body.members.nodes;
    expect(await holders()).toEqual([{ person: { name: 'anna' } }]);
    expect((await seedWorld(graph, without, { id: 'base' })).committed?.stayed).toHaveLength(1);
    await seatsOf('set-1');
    expect(await seedWorld(graph, without, { id: 'base' })).toMatchObject({ retracted: 1, committed: { stayed: [] } });
    expect(await ask(graph, '{ person(id: "person:anna") { id } }')).toEqual({ person: null });
  });

  test('takes what it refers to with it only where that is not needed either', async () => {
    await seedWorld(graph, { ...BASE, sources: [...(BASE['sources'] ?? []), { id: 'source:4', document: 'doc:1', quote: 'Hun.' }] }, { id: 'base' });
    await seedWorld(
      graph,
      { people: [{ id: 'person:eva', name: 'Eva', sources: ['source:5'] }], sources: [{ id: 'source:5', document: 'doc:1', quote: 'Eva.' }] },
      { id: 'eva' },
    );
    await seatsOf('set-1', { ...SEAT, id: 'membership:eva', person: 'person:eva' });
    const { committed } = await seedWorld(graph, {}, { id: 'eva' });
    expect(committed?.stayed.map(({ id, referredToBy }) => [id, referredToBy])).toEqual([
      ['person:eva', ['membership:eva']],
      ['source:5', ['person:eva']],
    ]);
  });

  test('is refused where a row of the same data set, which has not changed, still refers to it', async () => {
    const world: World = { ...BASE, memberships: [SEAT] };
    await seedWorld(graph, world, { id: 'base' });
    const before = await readRevision(graph);
    const without = seedWorld(graph, { ...world, people: [{ id: 'person:bo', name: 'bo', sources: S }] }, { id: 'base' });
    expect(await refusalOf(without)).toEqual([
      'memberships.json, membership:anna, row 1, `person`: required: the id of a thing that is known; given: person:anna',
    ]);
    expect(await readRevision(graph)).toEqual(before);
  });
});
