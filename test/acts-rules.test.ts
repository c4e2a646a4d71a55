import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row } from './events-world.js';
import { type World, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

// What an entry says is judged with what others say elsewhere in the graph.

const S = { sources: ['source:1'] };
const bearing = (scheme: string, value: string, more: object = {}) => ({ identifiers: [{ scheme, value, ...more, ...S }] });
const lettered = (letter: string, more: object = {}) => ({ letters: [{ text: letter, ...more, ...S }] });

const WORLD: World = council([], {
  people: [row('person:anna', { name: 'Anna', ...bearing('wikidata', 'Q1') }), row('person:bo', { name: 'Bo' })],
  bodies: ['a', 'b', 'c'].map((one) => row(`body:${one}`, { kind: 'COMMITTEE', name: one.toUpperCase() })),
  municipalities: [row('municipality:east', { name: 'East', code: '0901' }), row('municipality:west', { name: 'West', code: '0902' })],
  parties: [
    row('party:old', { name: 'Old', ...lettered('X', { until: '2020-01-01' }) }),
    row('party:country', { name: 'Country', ...lettered('Y', { from: '2000-01-01', open: true }) }),
    row('party:east', { name: 'East list', scope: 'LOCAL', municipality: 'municipality:east', ...lettered('Z', { from: '2000-01-01', open: true }) }),
  ],
  relations: [
    row('relation:a-b', { kind: 'PART_OF', subject: 'body:a', object: 'body:b', from: '2018-01-01', open: true }),
    row('relation:b-c', { kind: 'PART_OF', subject: 'body:b', object: 'body:c', from: '2018-01-01', open: true }),
  ],
});

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterEach(() => graph.close());

const identify = (thing: string, scheme: string, value: string, more: object = {}) => ({ identify: { thing, identifier: { scheme, value }, ...more } });
const found = (letter: string, more: object = {}) => ({ foundParty: { name: 'New', letter, from: '2021-01-01', ...more } });
const partOf = (subject: string, object: string) => ({ relate: { kind: 'PART_OF', subject, object, from: '2022-01-01' } });

describe('an entry is judged with what stands elsewhere:', () => {
  test.each<[string, object[], string | null]>([
    ['an identifier that somebody else bears', [identify('person:bo', 'wikidata', 'Q1')], 'ID_TAKEN'],
    ['an identifier of another kind of thing', [identify('body:a', 'wikidata', 'Q1')], 'ID_TAKEN'],
    ['an identifier given twice by one entry', [identify('body:a', 'cvr', '1'), identify('body:b', 'cvr', '1')], 'ID_TAKEN'],
    [
      'an identifier given to one after the other',
      [identify('body:a', 'cvr', '1', { ends: { until: '2020' } }), identify('body:b', 'cvr', '1', { from: '2021' })],
      null,
    ],
    ['the same value of another scheme', [identify('person:bo', 'cvr', 'Q1')], null],
    ['a code that another place has', [{ addPlace: { kind: 'MUNICIPALITY', name: 'North', code: '0901' } }], 'ID_TAKEN'],
    ['a code that another place has, as an identifier', [identify('municipality:west', 'kommunekode', '0901')], 'ID_TAKEN'],
    ['a letter that another party has', [found('Y')], 'RULE_BROKEN'],
    ['a letter that another party had', [found('X')], null],
    ['a letter that a local list has', [found('Z')], null],
    ['a letter that another local list of the place has', [found('Z', { scope: 'LOCAL', municipality: 'municipality:east' })], 'RULE_BROKEN'],
    ['a letter that a local list of another place has', [found('Z', { scope: 'LOCAL', municipality: 'municipality:west' })], null],
    ['a letter taken up later', [{ rename: { thing: 'party:old', name: 'Y', kind: 'LETTER', from: '2022-01-01' } }], 'RULE_BROKEN'],
    ['a part of its own part', [partOf('body:b', 'body:a')], 'RULE_BROKEN'],
    ['a part of its own part, further on', [partOf('body:c', 'body:a')], 'RULE_BROKEN'],
    ['a part of two', [partOf('body:a', 'body:c')], null],
  ])('%s', async (_, acts, code) => {
    const { status, problems = [] } = await cameTo(graph, '2022-05-01', acts);
    expect([status, problems.map((one) => one.split(' ')[0])]).toEqual(code === null ? ['WRITTEN', []] : ['REFUSED', [code]]);
  });
});
