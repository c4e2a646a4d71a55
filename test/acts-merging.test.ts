import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { EDITOR, askAs, clerkOf } from './clerk.js';
import { type World, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const sources = ['source:1'];
const WORLD: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: ['ann', 'bo'].map((name) => ({ id: `person:${name}`, name, sources })),
};
const SAID = { source: { recorded: 'source:1' } };
const record = (acts: object[], more: object = {}) => clerkOf(graph).record(acts, { ...SAID, ...more });
const merge = (keep: string, gone: string) => ({ mergePeople: { keep: `person:${keep}`, gone: `person:${gone}`, why: 'One and the same.' } });
const ann = (id: string) => ({ addPerson: { id: `person:${id}`, name: 'ann' } });

const leadsTo = async (id: string): Promise<unknown> =>
  (await askAs(graph, EDITOR, 'query ($id: ID!) { person(id: $id) { id } }', { id: `person:${id}` })).data.person?.id;

/** Enters people although others are called alike. */
const enter = async (...acts: object[]): Promise<void> => {
  const { problems } = await record(acts);
  expect(await record(acts, { accept: problems.map(({ id }) => id) })).toMatchObject({ status: 'WRITTEN' });
};

describe('a merge', () => {
  test('tells of who leads to the other, and its undoing of who is there again', async () => {
    await seedWorld(graph, WORLD);
    const told = await record([merge('ann', 'bo')]);
    expect(told.made).toEqual([{ act: 0, because: 'CORRECTED', node: null, was: { id: 'person:bo' } }]);
    const { made } = await clerkOf(graph).undo(told.entry?.id);
    expect(made).toEqual([{ act: 0, because: 'CORRECTED', node: { id: 'person:bo' }, was: { id: 'person:ann' } }]);
  });

  test.each<[string, string[]]>([
    ['one who was entered again', ['ann-2']],
    ['two who were', ['ann-2', 'ann-3']],
  ])('of %s, accepted as another, is taken as what it is', async (_, others) => {
    await seedWorld(graph, WORLD);
    for (const id of others) await enter(ann(id));
    for (const id of others) {
      const checked = await record([merge('ann', id)], { mode: 'CHECK' });
      const told = await record([merge('ann', id)]);
      expect([checked.status, told.status, told.problems, told.made]).toEqual(['CHECKED', 'WRITTEN', [], checked.made]);
      expect(told.made).toEqual([{ act: 0, because: 'CORRECTED', node: null, was: { id: `person:${id}` } }]);
      expect(await leadsTo(id)).toBe('person:ann');
      const undone = await clerkOf(graph).undo(told.entry?.id);
      expect([undone.status, await leadsTo(id)]).toEqual(['WRITTEN', `person:${id}`]);
      expect((await record([merge('ann', id)])).status).toBe('WRITTEN');
    }
  });

  test.each<[string, object[][]]>([
    ['have said something', [[{ correct: { thing: 'person:bo', set: { gender: 'MALE' }, why: 'As printed.' } }]]],
    ['have said a name', [[{ rename: { thing: 'person:bo', name: 'Bo Holm', from: '2023-01-01' } }]]],
    ['say something in the same entry', [[{ identify: { thing: 'person:bo', identifier: { scheme: 'register', value: '7' } } }, merge('ann', 'bo')], []]],
    ['have said something of both', [['ann', 'bo'].map((name) => ({ correct: { thing: `person:${name}`, set: { gender: 'FEMALE' }, why: 'As printed.' } }))]],
  ])('of one of a data set of whom editors %s', async (_, [before, after = [merge('ann', 'bo')]]) => {
    await seedWorld(graph, WORLD);
    expect(await record(before as object[])).toMatchObject({ status: 'WRITTEN', problems: [] });
    if (after.length > 0) expect(await record(after)).toMatchObject({ status: 'WRITTEN', problems: [] });
    const told = await askAs(graph, EDITOR, '{ person(id: "person:bo") { id name aliases } }');
    expect(told.data.person).toEqual({ id: 'person:ann', name: 'ann', aliases: expect.arrayContaining(['bo']) });
  });

  test('of two whom a data set knows to be different is refused', async () => {
    await seedWorld(graph, { ...WORLD, merges: [{ id: 'merge:not', different: ['person:ann', 'person:bo'], sources }] });
    const told = await record([merge('ann', 'bo')]);
    expect([told.status, told.problems.map(({ path }) => path.at(-1))]).toEqual(['REFUSED', expect.arrayContaining(['gone'])]);
    expect(await leadsTo('bo')).toBe('person:bo');
  });
});
