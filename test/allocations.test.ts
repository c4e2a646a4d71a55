import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { idsByPage, listed, seedCorrected } from './decided-world.js';
import { ask, emptyGraph, errorsOf, queriesOf } from './world.js';

let graph: Graph;
let before: string;
beforeAll(async () => {
  graph = await emptyGraph();
  before = await seedCorrected(graph, ({ allocations }) => {
    const [aabenraa, ...others] = allocations as [object];
    return { allocations: [{ ...aabenraa, value: 8, printed: '8' }, ...others.slice(0, -1)] };
  });
});
afterAll(() => graph.close());

const named = (ids: readonly string[]): string[] => ids.map((id) => `allocation:${id}`);

test('allocations are by municipality in Danish order, then by year and subject', async () => {
  const known = named(['varde-places', 'varde-2022', 'varde-2023', 'aeroe-2023', 'aabenraa-2023']);
  expect(await listed(graph, 'allocations', `(${before})`)).toEqual({ ids: known, totalCount: 5 });
  expect(await listed(graph, 'allocations')).toEqual({ ids: known.slice(1), totalCount: 4 });
  for (const first of [1, 2, 3]) expect(await idsByPage(graph, 'allocations', '{}', first)).toEqual(known.slice(1));
});

test.each([
  ['of a municipality', '{ municipality: "municipality:varde" }', ['varde-2022', 'varde-2023']],
  ['of a subject', '{ subject: "Flygtninge" }', ['varde-2022', 'varde-2023', 'aeroe-2023', 'aabenraa-2023']],
  ['not of a part of a subject', '{ subject: "Flygt" }', []],
  ['of a year', '{ year: 2023 }', ['varde-2023', 'aeroe-2023', 'aabenraa-2023']],
  ['of a year that is none', '{ year: 0 }', []],
  ['of all of it', '{ municipality: "municipality:varde", subject: "Flygtninge", year: 2022 }', ['varde-2022']],
])('allocations are found %s', async (_, filter, ids) => {
  expect(await listed(graph, 'allocations', `(filter: ${filter})`)).toEqual({ ids: named(ids), totalCount: ids.length });
  expect(await idsByPage(graph, 'allocations', filter, 2)).toEqual(named(ids));
});

test('a number, a zero and a dash stay what the source prints', async () => {
  const { allocations } = await ask(graph, '{ allocations { nodes { municipality { name } subject year value printed sources { quote } } } }');
  expect(
    allocations.nodes.map((one: { municipality: { name: string }; year: number; value: number | null; printed: string | null }) => [
      one.municipality.name,
      one.year,
      one.value,
      one.printed,
    ]),
  ).toEqual([
    ['Varde', 2022, 0, null],
    ['Varde', 2023, 5, '5'],
    ['Ærø', 2023, null, '-'],
    ['Aabenraa', 2023, 8, '8'],
  ]);
});

test('a municipality and an agenda item name theirs', async () => {
  const { varde, item } = await ask(
    graph,
    `{ varde: municipality(id: "municipality:varde") { all: allocations { id } year: allocations(year: 2023) { id } subject: allocations(subject: "Elevpladser") { id } }
       item: node(id: "item:june-2") { ... on AgendaItem { allocations { id value } } } }`,
  );
  expect(varde).toEqual({ all: [{ id: 'allocation:varde-2022' }, { id: 'allocation:varde-2023' }], year: [{ id: 'allocation:varde-2023' }], subject: [] });
  expect(item.allocations).toEqual([
    { id: 'allocation:varde-2023', value: 5 },
    { id: 'allocation:aeroe-2023', value: null },
    { id: 'allocation:aabenraa-2023', value: 8 },
  ]);
});

test('an allocation is what it was at a time of the record', async () => {
  const value = async (lens: string) => (await ask(graph, `{ node(id: "allocation:aabenraa-2023"${lens}) { ... on Allocation { value printed } } }`)).node;
  expect([await value(`, ${before}`), await value('')]).toEqual([
    { value: 7, printed: '7' },
    { value: 8, printed: '8' },
  ]);
  const { municipality } = await ask(graph, `{ municipality(id: "municipality:varde", ${before}) { allocations(subject: "Elevpladser") { value } } }`);
  expect(municipality.allocations).toEqual([{ value: 12 }]);
});

test('a page with its municipalities is one query', async () =>
  expect(await queriesOf(graph, '{ allocations(first: 2) { nodes { value municipality { name } } } }')).toEqual(['allocations/list']));

test.each([
  ['(first: 501)', '0 to 500'],
  ['(after: "nonsense")', 'cursor'],
  ['(filter: { year: "x" })', 'Int'],
])('allocations refuse %s', async (args, required) => {
  const [error] = await errorsOf(graph, `{ allocations${args} { totalCount } }`);
  expect(error?.message).toContain(required);
});
