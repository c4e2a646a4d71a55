import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../src/words/decisions/model.js';
import { isFollowed } from '../src/words/decisions/rules.js';
import type { Graph } from '../src/graph/port.js';
import { decidedWorld, idsByPage, listed, seedCorrected } from './decided-world.js';
import { ask, emptyGraph, errorsOf, seedWorld } from './world.js';

describe('followed', () => {
  const cases: readonly [Outcome[], Outcome[], boolean | null, string][] = [
    [['APPROVED'], ['APPROVED'], true, 'approved as recommended'],
    [['NOTED'], ['NOTED'], true, 'noted as recommended'],
    [['DISCUSSED'], ['DISCUSSED'], true, 'discussed as recommended'],
    [['DISCUSSED'], ['DISCUSSED', 'REQUESTED'], true, 'discussed, and something asked for'],
    [['DISCUSSED'], ['OPINION'], true, 'an opinion comes of a discussion'],
    [['DISCUSSED'], ['DECIDED'], true, 'a decision comes of a discussion'],
    [['APPROVED', 'DISCUSSED'], ['APPROVED', 'DECIDED'], true, 'both parts of a recommendation'],
    [['APPROVED', 'APPROVED', 'NOTED'], ['APPROVED', 'APPROVED', 'NOTED', 'OPINION', 'REQUESTED'], true, 'more beside what was granted'],
    [['APPROVED', 'APPROVED'], ['APPROVED'], true, 'one act grants several'],
    [['APPROVED'], ['APPROVED', 'REFERRED'], true, 'approved and passed on'],
    [['DECIDED'], ['APPROVED'], true, 'what is to be decided is approved'],
    [['REFERRED'], ['REFERRED'], true, 'passed on as recommended'],
    [['APPROVED'], ['NOTED'], false, 'noted instead of approved'],
    [['APPROVED'], ['DISCUSSED'], false, 'discussed instead of approved'],
    [['APPROVED'], ['REJECTED'], false, 'turned down'],
    [['APPROVED'], ['POSTPONED'], false, 'put off'],
    [['APPROVED'], ['REFERRED'], false, 'passed on instead of approved'],
    [['APPROVED'], ['REQUESTED', 'OPINION'], false, 'only something beside it'],
    [['NOTED'], ['DISCUSSED'], false, 'discussed instead of noted'],
    [['DISCUSSED'], ['POSTPONED'], false, 'a discussion put off'],
    [['APPROVED', 'NOTED'], ['NOTED'], false, 'one part only'],
    [['APPROVED', 'APPROVED'], ['APPROVED', 'POSTPONED'], false, 'one granted, one put off'],
    [[], ['APPROVED'], null, 'nothing recommended'],
    [['APPROVED'], [], null, 'nothing decided'],
    [['DISCUSSED'], ['OTHER'], null, 'no decision in what the minutes say'],
    [['OTHER'], ['APPROVED'], null, 'no recommendation in what the agenda says'],
  ];
  test.each(cases)('%j against %j is %j: %s', (recommended, decided, followed) => expect(isFollowed(recommended, decided)).toBe(followed));

  test('what is recommended and decided is followed, whatever it is', () => {
    for (const outcome of OUTCOMES) expect(isFollowed([outcome], [outcome])).toBe(outcome === 'OTHER' ? null : true);
  });
});

let graph: Graph;
let before: string;
beforeAll(async () => {
  graph = await emptyGraph();
  before = await seedCorrected(graph, (first) => {
    const corrected = <T extends { id: string }>(word: string, id: string, change: object): object[] =>
      (first[word] as T[]).flatMap((row) => (row.id === id ? [{ ...row, ...change }] : [row]));
    return {
      decisions: corrected('decisions', 'decision:june-2', { text: 'Approved the numbers', outcome: 'APPROVED' }).filter(
        (row) => (row as { id: string }).id !== 'decision:unknown',
      ),
      'agenda-items': corrected('agenda-items', 'item:june-1', {
        title: 'Annual accounts',
        recommendations: [{ text: 'Approve the accounts', outcome: 'APPROVED', sources: ['source:minutes'] }],
        appearances: [{ person: 'person:bo', announced: true, reported: true, sources: ['source:letter'] }],
      }),
    };
  });
});
afterAll(() => graph.close());

const ITEM = `number title followed recommendations { text outcome sources { quote } } decisions { id outcome item { number } body { name } }
  appearances { person { name } onBehalfOf { name } item { number } announced reported sources { document { id } } }`;

const itemsOf = async (lens = '') =>
  (await ask(graph, `{ meeting(id: "meeting:june"${lens && `, ${lens}`}) { agendaItems { ${ITEM} } } }`)).meeting.agendaItems;

describe('an agenda item', () => {
  test('says what was recommended and decided, whether it was followed, and who appeared', async () => {
    const [accounts, refugees, other] = await itemsOf(before);
    expect(accounts).toMatchObject({
      title: 'Accounts',
      followed: true,
      recommendations: [
        { text: 'Approve the accounts', outcome: 'APPROVED', sources: [{ quote: 'Mødet blev holdt.' }] },
        { text: 'Note the outlook', outcome: 'NOTED', sources: [{ quote: 'Rådet godkendte årsregnskabet.' }] },
      ],
      decisions: [
        { id: 'decision:june-1a', outcome: 'APPROVED', item: { number: '1' }, body: { name: 'Council' } },
        { id: 'decision:june-1b', outcome: 'NOTED' },
        { id: 'decision:june-1c', outcome: 'REQUESTED' },
      ],
      appearances: [
        { person: { name: 'Anna' }, onBehalfOf: { name: 'Board' }, announced: false, reported: true },
        { person: { name: 'Anna' }, onBehalfOf: { name: 'Varde' }, announced: true, reported: true, item: { number: '1' } },
        { person: { name: 'Bo' }, onBehalfOf: null, announced: true, reported: false, sources: [{ document: { id: 'doc:letter' } }] },
      ],
    });
    expect(refugees).toMatchObject({ followed: false, decisions: [{ outcome: 'NOTED' }] });
    expect(other).toMatchObject({ followed: null, recommendations: [], decisions: [], appearances: [] });
  });

  test('is what it was corrected to, and at the time before what it was', async () => {
    const [accounts, refugees] = await itemsOf();
    expect(accounts).toMatchObject({
      title: 'Annual accounts',
      recommendations: [{ outcome: 'APPROVED' }],
      appearances: [{ person: { name: 'Bo' }, reported: true }],
    });
    expect(refugees).toMatchObject({ followed: true, decisions: [{ outcome: 'APPROVED' }] });
  });
});

describe('decisions', () => {
  const ALL = ['board-9', 'board-10', 'june-1a', 'june-1b', 'june-1c', 'june-2', 'unknown'].map((id) => `decision:${id}`);

  test('are oldest first, as numbered, those without a date last', async () => {
    expect(await listed(graph, 'decisions', `(${before})`)).toEqual({ ids: ALL, totalCount: 7 });
    expect(await listed(graph, 'decisions')).toEqual({ ids: ALL.slice(0, -1), totalCount: 6 });
  });

  test.each([
    ['of a body', '{ body: "body:board" }', ['board-9', 'board-10']],
    ['from a day, a month that ends after it included', '{ from: "2021-11-15" }', ['board-9', 'board-10', 'june-1a', 'june-1b', 'june-1c', 'june-2']],
    ['until a day, exclusive', '{ until: "2022-06-21" }', ['board-9', 'board-10']],
    ['with one of some outcomes', '{ outcomes: [REQUESTED, NOTED] }', ['june-1b', 'june-1c']],
    ['with none', '{ outcomes: [] }', []],
    ['by the beginning of a word', '{ text: "GODKEND" }', ['june-1a']],
    ['by words in any order', '{ text: "arsregn godkendte" }', ['june-1a']],
    ['not by one word of two', '{ text: "godkendte budget" }', []],
    ['not by a word of a passage alone', '{ text: "Rådet" }', []],
    ['by another spelling', '{ text: "aabenraa" }', ['june-1c']],
    ['not by the middle of a word', '{ text: "regnskab" }', []],
    ['not by no word', '{ text: " ?! " }', []],
    ['by everything together', '{ body: "body:council", from: "2022-06-21", until: "2022-06-22", outcomes: [APPROVED], text: "approved" }', ['june-2']],
    ['without a restriction that is null', '{ body: null, text: null, outcomes: [DECIDED] }', ['board-9', 'board-10']],
  ])('are found %s', async (_, filter, ids) => {
    expect(await listed(graph, 'decisions', `(filter: ${filter})`)).toEqual({ ids: ids.map((id) => `decision:${id}`), totalCount: ids.length });
  });

  test('are found as they were at a time of the record', async () => {
    expect((await listed(graph, 'decisions', `(filter: { outcomes: [APPROVED] }, ${before})`)).ids).toEqual(['decision:june-1a', 'decision:unknown']);
    expect((await listed(graph, 'decisions', `(filter: { body: "body:council", text: "note" }, ${before})`)).ids).toEqual([
      'decision:june-1b',
      'decision:june-2',
    ]);
  });

  test.each([
    ['{}', 4],
    ['{}', 1],
    ['{ body: "body:council" }', 3],
  ])('of %s come page by page of %d', async (filter, first) => {
    expect(await idsByPage(graph, 'decisions', filter, first)).toEqual((await listed(graph, 'decisions', `(filter: ${filter})`)).ids);
  });

  test('have an id, a date as printed and a basis', async () => {
    const { node } = await ask(
      graph,
      '{ node(id: "decision:board-10", asOf: "2022-06-21") { id key ... on Decision { date text basis reason item { id } body { name } sources { quote } } } }',
    );
    expect(node).toEqual({
      id: 'decision:board-10',
      key: 'decision:board-10@2022-06-21',
      date: '2021-11',
      text: 'Hired a consultant',
      basis: 'INFERRED',
      reason: 'Told in passing.',
      item: null,
      body: { name: 'Board' },
      sources: [{ quote: 'Mødet blev holdt.' }],
    });
    expect(
      await ask(graph, `{ node(id: "decision:unknown", ${before}) { id ... on Decision { date body { id } } } gone: node(id: "decision:unknown") { id } }`),
    ).toEqual({
      node: { id: 'decision:unknown', date: null, body: null },
      gone: null,
    });
  });

  test.each([
    ['first above the cap', '(first: 501)', '0 to 500'],
    ['a cursor of another list', '(after: "nonsense")', 'cursor'],
    ['a day that is none', '(filter: { from: "2022-02-30" })', 'YYYY-MM-DD'],
    ['an outcome that is none', '(filter: { outcomes: [GRANTED] })', 'Outcome'],
    ['a knownAt in the future', '(knownAt: "2999-01-01T00:00:00Z")', 'future'],
  ])('refuse %s', async (_, args, required) => {
    const [error] = await errorsOf(graph, `{ decisions${args} { totalCount } }`);
    expect(error?.message).toContain(required);
  });
});

test('a person appears once at an item on behalf of one principal, or the seed is refused', async () => {
  const twice = [
    { person: 'person:bo', announced: true, reported: false, sources: ['source:letter'] },
    { person: 'person:bo', announced: false, reported: true, sources: ['source:minutes'] },
  ];
  const [, ...others] = decidedWorld()['agenda-items'] as object[];
  const items = [{ id: 'item:june-1', meeting: 'meeting:june', title: 'Accounts', sources: ['source:minutes'], appearances: twice }, ...others];
  await expect(seedWorld(graph, decidedWorld({ 'agenda-items': items }))).rejects.toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ file: expect.stringMatching(/agenda-items\.json$/), id: 'item:june-1', row: 1, field: null })]),
  });
});
