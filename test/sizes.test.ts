import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

// How many members a council has changes: four until 2022, two from then on.

const S = ['source:1'];
const seat = (name: string, from: string, until: string) => ({
  id: `membership:${name}-${from}`,
  person: `person:${name}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  from,
  until,
  sources: S,
});
const earlier = (...names: string[]) => names.map((name) => seat(name, '2018-01-01', '2022-01-01'));
const later = (...names: string[]) => names.map((name) => seat(name, '2022-01-01', '2026-01-01'));

const world = (body: object, memberships: readonly object[]): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: ['anna', 'bo', 'carl', 'dorte'].map((name) => ({ id: `person:${name}`, name, sources: S })),
  bodies: [{ id: 'body:council', kind: 'COUNCIL', name: 'Byråd', sources: S, ...body }],
  memberships,
});
const SIZES = {
  sizes: [
    { until: '2022-01-01', minimum: 4, maximum: 4 },
    { from: '2022-01-01', minimum: 2, maximum: 2 },
  ],
};

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const filledOn = async (asOf: string): Promise<{ min: number; max: number; open: boolean }> =>
  (await ask(graph, `{ body(id: "body:council", asOf: "${asOf}") { composition { filled { min max open } } } }`)).body.composition.filled;
const findings = async (): Promise<string[]> =>
  (await ask(graph, '{ integrity(rules: ["body-minimum", "body-maximum"]) { rule on message } }')).integrity.map(
    ({ rule, on, message }: { rule: string; on: string | null; message: string }) => `${rule} ${on} ${message}`,
  );

describe('how many members a body has, from a day on', () => {
  test.each<[string, object, readonly object[], string, boolean]>([
    ['closes a count that it is reached by', SIZES, later('anna', 'bo'), '2022-01-01', false],
    ['says nothing of the day before', { sizes: [{ from: '2022-01-01', maximum: 2 }] }, earlier('anna', 'bo'), '2021-12-31', true],
    ['is another before', SIZES, earlier('anna', 'bo'), '2021-12-31', true],
    ['is another before, which closes a count too', SIZES, earlier('anna', 'bo', 'carl', 'dorte'), '2021-12-31', false],
    ['holds no longer from its last day on', { sizes: [{ until: '2022-01-01', maximum: 2 }] }, later('anna', 'bo'), '2022-01-01', true],
    ['stands beside what holds on every day: the smaller counts', { maximum: 4, ...SIZES }, later('anna', 'bo'), '2024-01-01', false],
  ])('%s', async (_, body, memberships, asOf, open) => {
    await seedWorld(graph, world(body, memberships));
    expect(await filledOn(asOf)).toEqual({ min: memberships.length, max: memberships.length, open });
  });

  test.each<[string, object, readonly object[], string[]]>([
    ['is kept', SIZES, [...earlier('anna', 'bo', 'carl', 'dorte'), ...later('anna', 'bo')], []],
    [
      'is exceeded from the day on which it is smaller',
      SIZES,
      [...earlier('anna', 'bo', 'carl', 'dorte'), ...later('anna', 'bo', 'carl')],
      ['body-maximum 2022-01-01 broken: body:council has 3 members, and at most 2'],
    ],
    [
      'is exceeded by who sits over the day',
      { sizes: [{ from: '2020-01-01', maximum: 2 }] },
      earlier('anna', 'bo', 'carl'),
      ['body-maximum 2020-01-01 broken: body:council has 3 members, and at most 2'],
    ],
    [
      'is not reached before',
      SIZES,
      [...earlier('anna', 'bo', 'carl'), ...later('anna', 'bo')],
      ['body-minimum 2018-01-01 broken: body:council has 3 members, and at least 4'],
    ],
  ])('%s', async (_, body, memberships, told) => {
    await seedWorld(graph, world(body, memberships));
    expect((await findings()).filter((one) => !one.includes('cannot be decided'))).toEqual(told);
  });

  test('is what several sets say of several days, and the first says of one day', async () => {
    await seedWorld(graph, world({ sizes: [{ until: '2022-01-01', maximum: 4 }] }, [...earlier('anna', 'bo', 'carl', 'dorte'), ...later('anna', 'bo')]));
    const says = (from: string, maximum: number) => ({
      bodies: [{ id: 'body:council', kind: 'COUNCIL', name: 'Byråd', sizes: [{ from, maximum }], sources: S }],
    });
    expect((await filledOn('2023-01-01')).open).toBe(true);
    await seedWorld(graph, says('2022-01-01', 2), { id: 'second', after: ['world'] });
    expect([(await filledOn('2021-01-01')).open, (await filledOn('2023-01-01')).open]).toEqual([false, false]);
    await seedWorld(graph, says('2022-01-01', 3), { id: 'third', after: ['world'] });
    expect((await filledOn('2023-01-01')).open).toBe(false);
  });

  test('ends after it begins', async () => {
    const write = seedWorld(graph, world({ sizes: [{ from: '2022-01-01', until: '2022-01-01', maximum: 2 }] }, []));
    await expect(write).rejects.toThrow('required: `until` after `from` in `sizes`; given: from 2022-01-01, until 2022-01-01');
  });
});
