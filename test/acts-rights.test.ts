import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, refused, written } from './writing.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(
    graph,
    council([seat('anna', 'anna', { from: '2018-01-01', open: true })], {
      municipalities: [row('municipality:east', { name: 'East', code: '0901' })],
      seats: [row('seats:old', { by: 'body:council', body: 'body:council', count: 2, from: '2018-01-01', open: true })],
    }),
  );
});
afterEach(() => graph.close());

describe('a right to fill seats', () => {
  const allot = (more: object) => ({ allot: { by: 'municipality:east', in: 'body:council', count: 3, from: '2022-01-01', ...more } });
  const old = { by: 'body:council', from: '2018-01-01', count: 2 };

  test('is there from that day on, and ends', async () => {
    expect(await cameTo(graph, '2022-05-01', [allot({ exOfficio: 'the mayor' })])).toEqual(written('seats:east-council RECORDED'));
    const seats = async (asOf: string) => (await ask(graph, `{ body(id: "body:council", asOf: "${asOf}") { seats { count exOfficio } } }`)).body.seats;
    expect(await seats('2022-06-01')).toContainEqual({ count: 3, exOfficio: 'the mayor' });
    expect(await cameTo(graph, '2022-05-02', [{ end: { thing: 'seats:east-council', ends: { until: '2022-07-01' } } }])).toEqual(
      written('seats:east-council CHANGED'),
    );
    expect(await cameTo(graph, '2022-07-02', [allot({ from: '2022-07-01', count: 4 })])).toEqual(written('seats:east-council-2 RECORDED'));
    expect((await seats('2022-08-01')).map(({ count }: { count: number }) => count).sort()).toEqual([2, 4]);
  });

  test.each<[string, object, object]>([
    ['that is recorded only gains the source', allot(old), written('seats:old LEARNT')],
    ['to another number', allot({ ...old, count: 3 }), refused('ALREADY_HELD')],
    ['of a person', allot({ by: 'person:anna' }), refused('WRONG_TYPE by')],
    ['in no body', allot({ in: 'body:none' }), refused('UNKNOWN_ID in')],
    ['that ends as it begins', allot({ ends: { until: '2022-01-01' } }), refused('ENDS_BEFORE_IT_BEGINS ends')],
  ])('%s', async (_, act, expected) => expect(await cameTo(graph, '2022-05-01', [act])).toEqual(expected));
});

describe('a register', () => {
  const keep = (more: object = {}) => ({ keep: { body: 'body:council', from: '2022-01-01', ...more } });
  const filled = async (asOf: string) =>
    (await ask(graph, `{ body(id: "body:council", asOf: "${asOf}") { composition { filled { min max open } } } }`)).body.composition.filled;

  test('closes counts from its day on, until it ends', async () => {
    expect(await cameTo(graph, '2022-01-01', [keep()])).toEqual(written('register:editor-council RECORDED'));
    expect(await filled('2022-01-01')).toEqual({ min: 1, max: 1, open: false });
    expect(await filled('2021-12-31')).toEqual({ min: 1, max: 1, open: true });
    expect(await cameTo(graph, '2022-01-01', [keep()])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-01-02', [keep()])).toEqual(written('register:editor-council LEARNT'));
    expect(await cameTo(graph, '2022-06-01', [{ end: { thing: 'register:editor-council', ends: { lastDay: '2022-05-31' } } }])).toEqual(
      written('register:editor-council CHANGED'),
    );
    expect(await filled('2022-06-01')).toEqual({ min: 1, max: 1, open: true });
    expect(await cameTo(graph, '2022-08-01', [keep({ from: '2022-08-01', ends: { until: '2023-01-01' } })])).toEqual(
      written('register:editor-council-2 RECORDED'),
    );
  });

  test.each<[string, object[], object]>([
    ['of no body', [keep({ body: 'person:anna' })], refused('WRONG_TYPE body')],
    ['with an end that is no day', [keep({ ends: { until: '2023' } })], refused('BAD_DATE ends')],
    ['with an end that nobody knows', [keep({ ends: { unknown: true } })], refused('BAD_DATE ends')],
    ['with an id that another has', [keep({ id: 'register:mine' }), keep({ id: 'seats:old', from: '2021-01-01' })], refused('ID_TAKEN id')],
    ['that ends on no day', [keep(), { end: { thing: 'register:editor-council', ends: { unknown: true } } }], refused('BAD_DATE ends')],
    ['that is kept already, to another day', [keep(), keep({ ends: { until: '2024-01-01' } })], refused('ALREADY_HELD')],
  ])('%s is refused', async (_, acts, expected) => expect(await cameTo(graph, '2022-05-01', acts)).toEqual(expected));
});
