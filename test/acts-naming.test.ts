import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../src/record/actor.js';
import { EDITOR, clerkOf } from './clerk.js';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

const S = { sources: ['source:1'] };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const WORLD = council([seat('anna', 'anna', { from: '2018-01-01', open: true })], {
  parties: [
    row('party:blue', { name: 'Blue' }),
    row('party:red', {
      name: 'Red',
      names: [
        { text: 'Old Red', until: '2015-01-01', ...S },
        { text: 'Red', from: '2015-01-01', open: true, ...S },
      ],
    }),
    row('party:green', { name: 'Green', letters: [{ text: 'G', from: '2000-01-01', open: true, ...S }] }),
  ],
  municipalities: [row('municipality:north', { code: '0999', name: 'North' })],
  regions: [row('region:west', { name: 'West' })],
});

interface Dated {
  kind: string;
  text: string;
  from: string | null;
  until: string | null;
}

const namesOf = async (id: string): Promise<string[]> => {
  const of = ['Person', 'Party', 'Municipality', 'Region'].map((type) => `... on ${type} { names(all: true) { kind text from until } }`).join(' ');
  const { node } = await ask(graph, `{ node(id: "${id}", asOf: "2024-06-01") { ${of} } }`);
  return (node.names as Dated[]).map(({ kind, text, from, until }) => `${kind} ${text} ${from ?? ''}..${until ?? ''}`).sort();
};

const rename = (thing: string, name: string, from: string, more: object = {}) => ({ rename: { thing, name, from, ...more } });

describe('a new name', () => {
  test.each<[string, string, object]>([
    ['a person', 'person:eva', { addPerson: { id: 'person:eva', name: 'Eva' } }],
    ['a person with another name', 'person:eva', { addPerson: { id: 'person:eva', name: 'Eva', aliases: ['E. Holm'] } }],
    ['a party', 'party:eva', { foundParty: { id: 'party:eva', name: 'Eva', from: '2020-01-01' } }],
    ['a municipality', 'municipality:eva', { addPlace: { id: 'municipality:eva', kind: 'MUNICIPALITY', name: 'Eva', code: '0997' } }],
  ])('is had by %s whom an act recorded, in the same entry or a later one', async (_, thing, act) => {
    for (const entries of [
      [[act, rename(thing, 'New', '2023-04-10')]],
      [[act], [rename(thing, 'New', '2023-04-10')], [rename(thing, 'Newest', '2024-01-01')]],
    ]) {
      await graph.close();
      graph = await emptyGraph();
      await seedWorld(graph, WORLD);
      for (const acts of entries) expect(await cameTo(graph, '2024-05-01', acts)).toMatchObject({ status: 'WRITTEN' });
      const [until, ...later] = entries.length > 1 ? ['2024-01-01', 'NAME Newest 2024-01-01..'] : [''];
      const names = (await namesOf(thing)).filter((name) => name.startsWith('NAME'));
      expect(names).toEqual(['NAME Eva ..2023-04-10', `NAME New 2023-04-10..${until}`, ...later]);
    }
  });

  test.each<[string, string, string]>([
    ['a person', 'person:anna', 'anna'],
    ['a party', 'party:blue', 'Blue'],
    ['a region', 'region:west', 'West'],
  ])('of %s, said after one of later days, takes its place among them', async (_, thing, name) => {
    await seedWorld(graph, WORLD);
    await cameTo(graph, '2024-05-01', [rename(thing, 'Third', '2024-04-10')]);
    expect(await cameTo(graph, '2024-05-02', [rename(thing, 'Second', '2023-04-10')])).toMatchObject({ status: 'WRITTEN' });
    expect(await namesOf(thing)).toEqual(['NAME Second 2023-04-10..2024-04-10', 'NAME Third 2024-04-10..', `NAME ${name} ..2023-04-10`].sort());
  });

  test.each<[string, object, string[]]>([
    ['of a party', rename('party:blue', 'Sky', '2024-04-10'), ['NAME Blue ..2024-04-10', 'NAME Sky 2024-04-10..']],
    ['after others', rename('party:red', 'Rose', '2024-04'), ['NAME Old Red ..2015-01-01', 'NAME Red 2015-01-01..2024-04', 'NAME Rose 2024-04..']],
    [
      'that it had before',
      rename('party:red', 'Old Red', '2024-04-10'),
      ['NAME Old Red 2024-04-10..', 'NAME Old Red ..2015-01-01', 'NAME Red 2015-01-01..2024-04-10'],
    ],
    ['between others', rename('party:red', 'Rust', '2014-01-01'), ['NAME Old Red ..2014-01-01', 'NAME Red 2015-01-01..', 'NAME Rust 2014-01-01..2015-01-01']],
    ['of a municipality', rename('municipality:north', 'Norther', '2024-04-10'), ['NAME North ..2024-04-10', 'NAME Norther 2024-04-10..']],
    ['of a region', rename('region:west', 'Wester', '2024'), ['NAME West ..2024', 'NAME Wester 2024..']],
    ['of a person', rename('person:anna', 'anna holm', '2024-04-10'), ['NAME anna ..2024-04-10', 'NAME anna holm 2024-04-10..']],
  ])('%s ends the one before it, and is told', async (_, act, names) => {
    await seedWorld(graph, WORLD);
    const { thing } = (act as { rename: { thing: string } }).rename;
    const told = await cameTo(graph, '2024-05-01', [act]);
    expect(told).toEqual({ status: 'WRITTEN', made: [`${thing} CHANGED`], events: [expect.stringContaining('RENAMED') as unknown] });
    expect(await namesOf(thing)).toEqual([...names].sort());
    expect(await cameTo(graph, '2024-05-01', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-05-02', [act])).toEqual({ status: 'WRITTEN', made: [`${thing} LEARNT`] });
    expect(await namesOf(thing)).toEqual([...names].sort());
  });

  test('of a body is that of its days, and found by both', async () => {
    await seedWorld(graph, WORLD);
    expect((await cameTo(graph, '2024-05-01', [rename('body:council', 'Assembly', '2024-04-10')])).events).toEqual(['RENAMED']);
    const on = (day: string) => `body(id: "body:council", asOf: "${day}") { name }`;
    expect(await ask(graph, `{ a: ${on('2024-04-09')} b: ${on('2024-04-10')} search(text: "Assembly", types: [BODY]) { node { id } } }`)).toEqual({
      a: { name: 'Council' },
      b: { name: 'Assembly' },
      search: [{ node: { id: 'body:council' } }],
    });
  });

  test.each<[string, object, string[]]>([
    ['a letter', rename('party:green', 'N', '2024-04-10', { kind: 'LETTER' }), ['LETTER G 2000-01-01..2024-04-10', 'LETTER N 2024-04-10..', 'NAME Green ..']],
    ['an alias', rename('party:blue', 'Blues', '2024-04-10', { kind: 'ALIAS' }), ['ALIAS Blues ..', 'NAME Blue ..']],
    ['an abbreviation', rename('party:blue', 'B', '2024-04-10', { kind: 'ABBREVIATION' }), ['ABBREVIATION B ..', 'NAME Blue ..']],
  ])('of another kind is beside it: %s', async (_, act, names) => {
    await seedWorld(graph, WORLD);
    const { thing } = (act as { rename: { thing: string } }).rename;
    expect(await cameTo(graph, '2024-05-01', [act])).toEqual({ status: 'WRITTEN', made: [`${thing} CHANGED`] });
    expect(await namesOf(thing)).toEqual(names);
    expect(await cameTo(graph, '2024-05-01', [act])).toEqual({ status: 'UNCHANGED' });
  });

  test.each<[string, object, string]>([
    ['of nothing', rename('party:none', 'Sky', '2024-04-10'), 'UNKNOWN_ID thing'],
    ['of a seat', rename('membership:anna', 'Sky', '2024-04-10'), 'WRONG_TYPE thing'],
    ['that it has already since another day', rename('party:red', 'Red', '2024-04-10'), 'CONTRADICTS from'],
    ['that it always had', rename('party:blue', 'Blue', '2024-04-10'), 'CONTRADICTS name'],
    ['of a kind that it does not have', rename('municipality:north', 'N', '2024-04-10', { kind: 'LETTER' }), 'BAD_VALUE kind'],
    ['under an id of another', rename('party:blue', 'Sky', '2024-04-10', { id: 'name:other' }), 'BAD_VALUE id'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-05-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});

describe('an editor of a body that is part of none', () => {
  beforeEach(() =>
    seedWorld(graph, {
      ...WORLD,
      bodies: [...(WORLD['bodies'] ?? []), row('body:own', { kind: 'BOARD', name: 'Own', existence: { from: '2000-01-01' } })],
      people: [
        ...(WORLD['people'] ?? []),
        row('person:named', {
          name: 'Ny',
          names: [
            { text: 'Gammel', until: '2015-01-01', ...S },
            { text: 'Ny', from: '2015-01-01', ...S },
          ],
        }),
      ],
    }),
  );
  const owner: Actor = { ...EDITOR, bodies: ['body:own'] };
  test.each<[string, object]>([
    ['renames it', { rename: { thing: 'body:own', name: 'The Council', from: '2024-01-01' } }],
    ['gives it another name beside', { rename: { thing: 'body:own', name: 'Rådet', from: '2024-01-01', kind: 'ALIAS' } }],
    ['says more of a person who has names over time', { identify: { thing: 'person:named', identifier: { scheme: 'web', value: 'n' } } }],
    ['corrects what it is called', { correct: { thing: 'body:own', set: { name: 'The Council' }, why: 'As printed.' } }],
  ])('%s, which is not to begin or end it', async (_, act) => {
    expect(await clerkOf(graph, owner).record([act], { mode: 'CHECK' })).toMatchObject({ status: 'CHECKED', problems: [] });
  });

  test.each<[string, object]>([
    ['ends it', { dissolve: { thing: 'body:own', ends: { until: '2024-01-01' } } }],
    ['corrects when it was', { correct: { thing: 'body:own', set: { from: '2001-01-01' }, why: 'As printed.' } }],
    ['renames a person', { rename: { thing: 'person:anna', name: 'Anne', from: '2024-01-01' } }],
  ])('but neither %s', async (_, act) => {
    expect(await clerkOf(graph, owner).record([act], { mode: 'CHECK' })).toMatchObject({ status: 'REFUSED', problems: [{ code: 'OUTSIDE_YOUR_BODIES' }] });
  });
});
