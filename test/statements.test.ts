import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { decidedWorld, idsByPage, listed, seedCorrected } from './decided-world.js';
import { ask, emptyGraph, errorsOf, seedWorld } from './world.js';

let graph: Graph;
let before: string;
beforeAll(async () => {
  graph = await emptyGraph();
  before = await seedCorrected(graph, ({ statements }) => {
    const [letter, ...others] = statements as [object];
    return { statements: [{ ...letter, text: 'Bo listened.', conflictsWith: undefined }, ...others] };
  });
});
afterAll(() => graph.close());

const named = (ids: readonly string[]): string[] => ids.map((id) => `statement:${id}`);
const ALL = named(['chair', 'total', 'speakers-letter', 'speakers-minutes']);

describe('statements', () => {
  test('are by subject', async () => {
    expect(await listed(graph, 'statements')).toEqual({ ids: ALL, totalCount: 4 });
    expect(await idsByPage(graph, 'statements', '{}', 3)).toEqual(ALL);
  });

  test.each([
    ['about a body', '{ about: "body:council" }', ['chair', 'total']],
    ['about an agenda item', '{ about: "item:june-1" }', ['speakers-letter', 'speakers-minutes']],
    ['about a seat', '{ about: "membership:anna" }', ['chair']],
    ['that a document says', '{ document: "doc:letter" }', ['speakers-letter']],
    ['by the beginning of a word', '{ text: "LEAD" }', ['chair']],
    ['by their subject', '{ text: "flygtn" }', ['total']],
    ['by words of both', '{ text: "only speakers" }', ['speakers-minutes']],
    ['by everything together', '{ about: "body:council", document: "doc:minutes", text: "total", conflicting: true }', []],
  ])('are found %s', async (_, filter, ids) => {
    const lens = filter.includes('conflicting') ? '' : `, ${before}`;
    expect(await listed(graph, 'statements', `(filter: ${filter}${lens})`)).toEqual({ ids: named(ids), totalCount: ids.length });
  });

  test('conflict both ways where one names the other, until it no longer does', async () => {
    const conflicting = async (is: boolean, lens = '') => (await listed(graph, 'statements', `(filter: { conflicting: ${is} }${lens})`)).ids;
    expect(await conflicting(true, `, ${before}`)).toEqual(named(['speakers-letter', 'speakers-minutes']));
    expect(await conflicting(false, `, ${before}`)).toEqual(named(['chair', 'total']));
    expect([await conflicting(true), await conflicting(false)]).toEqual([[], ALL]);
    const { statements } = await ask(graph, `{ statements(filter: { about: "item:june-1" }, ${before}) { nodes { id text conflictsWith { id } } } }`);
    expect(statements.nodes).toEqual([
      { id: 'statement:speakers-letter', text: 'Bo spoke too.', conflictsWith: [{ id: 'statement:speakers-minutes' }] },
      { id: 'statement:speakers-minutes', text: 'Only Anna spoke.', conflictsWith: [{ id: 'statement:speakers-letter' }] },
    ]);
  });

  test('say what they are about, of any type, and how they are known', async () => {
    const { node } = await ask(
      graph,
      `{ node(id: "statement:chair", asOf: "2022-06-21") { id key ... on Statement { about { id __typename } subject text value date basis reason sources { document { id } } } } }`,
    );
    expect(node).toEqual({
      id: 'statement:chair',
      key: 'statement:chair@2022-06-21',
      about: [
        { id: 'membership:anna', __typename: 'Membership' },
        { id: 'body:council', __typename: 'Forum' },
      ],
      subject: 'Chair',
      text: 'The chair leads the meetings.',
      value: null,
      date: null,
      basis: 'INFERRED',
      reason: 'Custom.',
      sources: [{ document: { id: 'doc:minutes' } }],
    });
    expect((await ask(graph, '{ node(id: "statement:total") { ... on Statement { value date } } }')).node).toEqual({ value: '12', date: null });
  });

  test.each(['body:council', 'body:board'])('are listed by what they are about: %s', async (id) => {
    const { body, statements } = await ask(
      graph,
      `{ body(id: "${id}") { statements { totalCount nodes { id } } } statements(filter: { about: "${id}" }) { totalCount nodes { id } } }`,
    );
    expect(body.statements).toEqual(statements);
  });

  test('of a body come page by page', async () => {
    const page = async (after: string | null) =>
      (
        await ask(
          graph,
          'query ($after: String) { body(id: "body:council") { statements(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
          { after },
        )
      ).body.statements;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(named(['chair', 'total']));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['(first: 501)', '0 to 500'],
    ['(after: "nonsense")', 'cursor'],
    ['(filter: { conflicting: 1 })', 'Boolean'],
  ])('refuse %s', async (args, required) => {
    const [error] = await errorsOf(graph, `{ statements${args} { totalCount } }`);
    expect(error?.message).toContain(required);
  });
});

test.each([
  ['a thing that is not there', { about: ['body:nobody'] }, 'about.0'],
  ['a statement that is not there', { conflictsWith: ['statement:none'] }, 'conflictsWith.0'],
  ['itself', { conflictsWith: ['statement:chair'] }, null],
  ['an affiliation, which is no node', { about: ['affiliation:anna'] }, 'about.0'],
])('a seed is refused whose statement names %s', async (_, fields, field) => {
  const row = { id: 'statement:chair', about: ['body:council'], subject: 'Chair', text: 'Leads.', sources: ['source:minutes'], ...fields };
  await expect(seedWorld(graph, decidedWorld({ statements: [row] }))).rejects.toMatchObject({
    problems: [{ file: expect.stringMatching(/statements\.json$/), id: 'statement:chair', row: 1, field }],
  });
});

test('statements that name each other conflict once', async () => {
  const [letter, minutes] = decidedWorld()['statements'] as [object, object];
  await seedWorld(graph, decidedWorld({ statements: [letter, { ...minutes, conflictsWith: ['statement:speakers-letter'] }] }));
  const { statements } = await ask(graph, '{ statements { nodes { conflictsWith { id } } } }');
  expect(statements.nodes).toEqual([{ conflictsWith: [{ id: 'statement:speakers-minutes' }] }, { conflictsWith: [{ id: 'statement:speakers-letter' }] }]);
});
