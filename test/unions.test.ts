import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { Unions } from '../src/mutations/unions.js';
import { readWriters } from '../src/write/kept-rows.js';
import type { WordRow } from '../src/write/rows.js';
import { council, row, seat } from './events-world.js';
import { random } from './random.js';
import { emptyGraph, seedWorld } from './world.js';

const PEOPLE = ['anna', 'a', 'bo', 'b', 'carl'];
const IDS = [...PEOPLE.map((name) => `person:${name}`), ...PEOPLE.map((name) => `membership:${name}`)];
const WORLD = council(
  PEOPLE.map((name) => seat(name, name, { from: '2022-01-01', open: true })),
  { people: PEOPLE.map((name) => row(`person:${name}`, { name })) },
);
const MERGES = {
  merges: [
    { id: 'merge:a', keep: 'person:anna', gone: 'person:a', sources: ['source:1'] },
    { id: 'merge:b', keep: 'person:bo', gone: 'person:b', sources: ['source:1'] },
  ],
};

const graphs: Record<string, Graph> = {};
beforeAll(async () => {
  for (const [name, more] of Object.entries({ apart: {}, merged: MERGES })) {
    graphs[name] = await emptyGraph();
    await seedWorld(graphs[name] as Graph, { ...WORLD, ...more });
  }
});
afterAll(async () => {
  for (const graph of Object.values(graphs)) await graph.close();
});

const unions = async (name: string): Promise<Unions> => new Unions(graphs[name] as Graph, await readWriters(graphs[name] as Graph), name === 'merged');
const called = (id: string, title: string): WordRow =>
  ({
    word: id.startsWith('person:') ? 'people' : 'memberships',
    row: { id, ...(id.startsWith('person:') ? { name: title } : { title }) },
  }) as unknown as WordRow;

describe.each(['apart', 'merged'])('what all say of things, where people are %s,', (name) => {
  test('is what it would be put together anew, whatever is read, said and taken back in between', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const pick = random(seed);
      const one = await unions(name);
      const loaded = new Set<string>();
      const said = new Map<string, WordRow | null>();
      for (let step = 0; step < 30; step += 1) {
        const id = IDS[pick(IDS.length)] as string;
        if (!loaded.has(id) || pick(3) === 0) {
          await one.load([id]);
          loaded.add(id);
        } else {
          const row = [called(id, `t${pick(3)}`), null, undefined][pick(3)];
          one.say(id, row);
          if (row === undefined) said.delete(id);
          else said.set(id, row);
        }
        const anew = await unions(name);
        await anew.load(loaded);
        for (const [thing, row] of said) anew.say(thing, row);
        const seen = (all: Unions): unknown[] => [
          [...loaded].sort().map((thing) => all.now(thing)),
          all.entries().map(({ id: of, before, after }) => [of, before, after]),
        ];
        expect([seed, step, ...seen(one)]).toEqual([seed, step, ...seen(anew)]);
      }
    }
  });

  test('is put together once, until more is said of it', async () => {
    const all = await unions(name);
    await all.load(IDS);
    for (const id of ['person:carl', 'person:bo']) all.say(id, called(id, 'C'));
    const [carl, bo] = all.entries();
    all.say('person:bo', called('person:bo', 'B'));
    const [again, other] = all.entries();
    expect([again === carl, again?.after === carl?.after, other === bo, other?.after?.row.row]).toMatchObject([true, true, false, { name: 'B' }]);
    expect(all.elementsOf(again?.after ?? null)).toBe(all.elementsOf(carl?.after ?? null));
  });
});
