import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { idsByPage, listed, seedCorrected } from './decided-world.js';
import { ask, emptyGraph, errorsOf } from './world.js';

let graph: Graph;
let before: string;
beforeAll(async () => {
  graph = await emptyGraph();
  before = await seedCorrected(graph, ({ agreements }) => {
    const [climate, care] = agreements as [object, object];
    return { agreements: [{ ...climate, title: 'Klimaaftale', parties: ['municipality:varde'], until: '2025', status: 'expired' }, care] };
  });
});
afterAll(() => graph.close());

const CLIMATE = `id title status from until interval { fromMin fromMax untilMin untilMax open } parties { id name __typename } sources { quote }`;

test('an agreement says who concluded it, from when until when, as it is now and as it was known', async () => {
  const { now, then } = await ask(
    graph,
    `{ now: node(id: "agreement:climate") { ... on Agreement { ${CLIMATE} } } then: node(id: "agreement:climate", ${before}) { ... on Agreement { ${CLIMATE} } } }`,
  );
  expect(then).toEqual({
    id: 'agreement:climate',
    title: 'Aftale om klima',
    status: 'in force',
    from: '2020-09-08',
    until: '2024',
    interval: { fromMin: '2020-09-08', fromMax: '2020-09-08', untilMin: '2024-01-01', untilMax: '2025-01-01', open: false },
    parties: [
      { id: 'municipality:varde', name: 'Varde', __typename: 'Municipality' },
      { id: 'body:council', name: 'Council', __typename: 'Forum' },
    ],
    sources: [{ quote: 'Mødet blev holdt.' }],
  });
  expect(now).toMatchObject({ title: 'Klimaaftale', status: 'expired', until: '2025', parties: [{ id: 'municipality:varde' }] });
});

test('an agreement without a date has an interval without bounds, and no status where the source has none', async () => {
  const { node } = await ask(
    graph,
    '{ node(id: "agreement:aeldre") { ... on Agreement { from until status interval { fromMin fromMax untilMin untilMax open } } } }',
  );
  expect(node).toEqual({ from: null, until: null, status: null, interval: { fromMin: null, fromMax: null, untilMin: null, untilMax: null, open: false } });
});

test('what is below an agreement that is over is seen on its nearest day', async () => {
  const { node } = await ask(graph, '{ node(id: "agreement:climate", asOf: "2030-01-01") { key ... on Agreement { parties { key } } } }');
  expect(node).toEqual({ key: 'agreement:climate@2030-01-01/2025-12-31', parties: [{ key: 'municipality:varde@2025-12-31' }] });
});

test('agreements are by title in Danish order, whatever the day', async () => {
  expect(await listed(graph, 'agreements', '(asOf: "1990-01-01")')).toEqual({ ids: ['agreement:climate', 'agreement:aeldre'], totalCount: 2 });
  expect(await idsByPage(graph, 'agreements', '{}', 1)).toEqual(['agreement:climate', 'agreement:aeldre']);
});

test.each([
  ['of a party', '(filter: { party: "body:board" })', ['aeldre']],
  ['of one that is no longer named', '(filter: { party: "body:council" })', ['aeldre']],
  ['by the beginning of a word of the title', '(filter: { title: "KLIMAAFT" })', ['climate']],
  ['by another spelling', '(filter: { title: "aeldre" })', ['aeldre']],
  ['not by a title that it no longer has', '(filter: { title: "aftale om" })', []],
  ['by both', '(filter: { title: "klima", party: "body:board" })', []],
])('agreements are found %s', async (_, args, ids) => {
  expect(await listed(graph, 'agreements', args)).toEqual({ ids: ids.map((id) => `agreement:${id}`), totalCount: ids.length });
});

test('agreements are found as they were at a time of the record', async () => {
  expect((await listed(graph, 'agreements', `(filter: { party: "body:council" }, ${before})`)).ids).toEqual(['agreement:climate', 'agreement:aeldre']);
  expect((await listed(graph, 'agreements', `(filter: { title: "aftale om" }, ${before})`)).ids).toEqual(['agreement:climate']);
});

test('agreements are not among what search finds', async () =>
  expect((await ask(graph, '{ search(text: "klimaaftale") { node { id } } }')).search).toEqual([]));

test.each([
  ['(first: -1)', '0 to 500'],
  ['(after: "nonsense")', 'cursor'],
  ['(asOf: "2022-13-01")', 'YYYY-MM-DD'],
])('agreements refuse %s', async (args, required) => {
  const [error] = await errorsOf(graph, `{ agreements${args} { totalCount } }`);
  expect(error?.message).toContain(required);
});
