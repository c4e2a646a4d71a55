import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { recorded, wrote } from './writing.js';

const S = { sources: ['source:1'] };
const open = { from: '2018-01-01', open: true };
const represents = (...ids: string[]) => ({ appointment: { represents: ids.map((principal) => ({ principal, ...S })) } });
const WORLD = council(
  [
    seat('anna', 'anna', open, represents('party:north')),
    seat('bo', 'bo', open, { dependsOn: [{ on: 'membership:anna', ...S }] }),
    seat('carl', 'carl', open, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:bo', ...S } } }),
  ],
  {
    people: ['anna', 'bo', 'carl'].map((name) =>
      row(`person:${name}`, { name, ...(name === 'bo' && { aliases: [{ text: 'Bo B.', basis: 'INFERRED', reason: 'So.' }] }) }),
    ),
    municipalities: [row('municipality:north', { code: '0999', name: 'North' })],
    parties: [
      row('party:north', { name: 'North First', scope: 'LOCAL', municipality: 'municipality:north', letters: [{ text: 'N', ...open, ...S }] }),
      row('party:blue', { name: 'Blue' }),
    ],
    calendars: [row('calendar:common', { name: 'Common' }), row('calendar:other', { name: 'Other' })],
    relations: [row('relation:follows', { kind: 'FOLLOWS', subject: 'body:council', object: 'calendar:common', ...open })],
    leaves: [row('leave:anna', { membership: 'membership:anna', from: '2023-01-01', until: '2023-06-01', reason: 'Illness.' })],
  },
);
const FOUNDED = { foundParty: { id: 'party:green', name: 'Green', letter: 'G', from: '2020-01-01' } };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  await wrote(graph, '2020-01-01', [FOUNDED]);
});
afterEach(() => graph.close());

type Act = 'learn' | 'correct';
const amend = (act: Act, thing: string, set: object): object => ({ [act]: { thing, set, why: 'Read again.' } });
const seen = async (id: string, fields: string) => (await ask(graph, `{ node(id: "${id}") { ${fields} } }`))['node'];

const DOCUMENT = '... on Document { date title url }';
const SOURCE = '... on Source { section lines quote }';
const ALIASES = '... on Person { aliases }';
const REPRESENTS = '... on Membership { represents { id } }';

describe('what acts name is set by the names that they have for it', () => {
  test.each<[string, Act, string, object, string, object]>([
    ['of a document', 'correct', 'doc:1', { date: '2021', title: 'Notes' }, DOCUMENT, { date: '2021', title: 'Notes', url: null }],
    ['of a document, more', 'learn', 'doc:list', { url: 'https://list.dk' }, DOCUMENT, { date: '2021-03-01', title: 'Members', url: 'https://list.dk' }],
    [
      'of a passage',
      'correct',
      'source:1',
      { quote: 'They sit.', document: 'doc:list' },
      '... on Source { quote document { id } }',
      { quote: 'They sit.', document: { id: 'doc:list' } },
    ],
    ['of a passage, more', 'learn', 'source:1', { section: '1', lines: [1, 2] }, SOURCE, { section: '1', lines: [1, 2], quote: 'They sit there.' }],
    ['other names', 'correct', 'person:anna', { aliases: ['A. A.', 'Ann'] }, ALIASES, { aliases: ['A. A.', 'Ann'] }],
    ['other names beside those known', 'learn', 'person:bo', { aliases: ['Bo B.', 'Bobo'] }, ALIASES, { aliases: ['Bo B.', 'Bobo'] }],
    [
      'other names of a party',
      'learn',
      'party:blue',
      { aliases: ['Blues'], abbreviations: ['B'] },
      '... on Party { names(all: true) { text } }',
      { names: [{ text: 'Blue' }, { text: 'Blues' }, { text: 'B' }] },
    ],
    ['no other names', 'correct', 'person:bo', { aliases: [] }, ALIASES, { aliases: [] }],
    ['a letter', 'learn', 'party:blue', { letter: 'B' }, '... on Party { letter }', { letter: 'B' }],
    ['another letter', 'correct', 'party:green', { letter: 'V' }, '... on Party { letter }', { letter: 'V' }],
    ['no letter', 'correct', 'party:north', { letter: null }, '... on Party { letter }', { letter: null }],
    ['nobody who is represented', 'correct', 'membership:anna', { represents: [] }, REPRESENTS, { represents: [] }],
    [
      'that a seat depends on nothing',
      'correct',
      'membership:bo',
      { dependsOn: [] },
      '... on Membership { dependsOn { on { ... on Membership { id } } } }',
      { dependsOn: [] },
    ],
    ['that nobody declined', 'correct', 'membership:anna', { declined: false, title: 'Mrs' }, '... on Membership { title }', { title: 'Mrs' }],
    [
      'another scope',
      'correct',
      'party:north',
      { scope: 'NATIONAL', municipality: null },
      '... on Party { scope municipality { id } }',
      { scope: 'NATIONAL', municipality: null },
    ],
    ['why somebody is on leave', 'correct', 'leave:anna', { reason: 'Travel.' }, '... on Leave { reason }', { reason: 'Travel.' }],
  ])('%s', async (_, act, thing, set, fields, expected) => {
    const told = await wrote(graph, null, [amend(act, thing, set)]);
    expect([told.status, told.problems]).toEqual(['WRITTEN', []]);
    expect(told.made.map(({ node, because }) => [node?.id, because])).toContainEqual([thing, act === 'learn' ? 'LEARNT' : 'CORRECTED']);
    expect(await seen(thing, fields)).toEqual(expected);
    expect((await recorded(graph, { acts: [amend(act, thing, set)] })).status).toBe('UNCHANGED');
  });

  test('a rank among substitutes, beside what they stand behind', async () => {
    const rank = async (act: Act, set: object) => (await recorded(graph, { acts: [amend(act, 'membership:carl', set)] })).status;
    expect([await rank('learn', { rank: 1 }), await rank('learn', { rank: 1 }), await rank('learn', { rank: 2 })]).toEqual(['WRITTEN', 'UNCHANGED', 'REFUSED']);
    expect([await rank('correct', { substituteFor: null, substituteOf: 'party:blue', rank: 1 }), await rank('learn', { rank: 1 })]).toEqual([
      'WRITTEN',
      'UNCHANGED',
    ]);
  });
});

test('a body follows the calendar that is set', async () => {
  expect((await wrote(graph, null, [amend('correct', 'relation:follows', { calendar: 'calendar:other' })])).status).toBe('WRITTEN');
  const { problems } = await recorded(graph, { acts: [{ follow: { body: 'body:council', calendar: 'calendar:other', from: '2018-01-01' } }] });
  expect(problems).toEqual([]);
  expect((await recorded(graph, { acts: [amend('learn', 'relation:follows', { calendar: 'calendar:common' })] })).problems).toMatchObject([
    { code: 'CONTRADICTS' },
  ]);
});

test('nothing is said of who says so of what names no sources', async () => {
  const told = await recorded(graph, { acts: [amend('correct', 'doc:1', { date: '2021' })] });
  expect(told.made.map(({ node }) => node?.id)).toEqual(['doc:1']);
});

describe('what cannot be so is refused, with what is required', () => {
  test.each<[string, Act, string, object, string, string, string]>([
    ['a field that a document has not', 'correct', 'doc:1', { heading: 'X' }, 'BAD_VALUE', 'set.heading', 'one of date, issuer, kind,'],
    ['a date that is none', 'correct', 'doc:1', { date: 'May' }, 'BAD_VALUE', 'set.date', 'YYYY, YYYY-MM or YYYY-MM-DD'],
    ['what a document says otherwise', 'learn', 'doc:list', { date: '2022' }, 'CONTRADICTS', 'set.date', 'what adds to what is recorded'],
    ['a name that is none', 'correct', 'person:anna', { aliases: [7] }, 'BAD_VALUE', 'set.aliases.0', 'a text'],
    ['a scope beside a municipality', 'correct', 'party:north', { scope: 'NATIONAL' }, 'BAD_VALUE', 'set.scope', 'LOCAL, or no `municipality` beside it'],
    ['a letter beside that of a data set', 'correct', 'party:north', { letter: 'V' }, 'BAD_VALUE', 'set.letter', 'the letter that a data set says: N;'],
    ['a letter beside another', 'learn', 'party:north', { letter: 'V' }, 'CONTRADICTS', 'set.letter', 'what adds to what is recorded'],
    ['a long name', 'correct', 'person:anna', { name: 'x'.repeat(201) }, 'BAD_VALUE', 'set.name', 'a text of at most 200 letters'],
    ['a long other name', 'learn', 'person:anna', { aliases: ['x'.repeat(200_000)] }, 'BAD_VALUE', 'set.aliases.0', 'a text of at most 200 letters'],
    ['a long letter', 'correct', 'party:green', { letter: 'x'.repeat(11) }, 'BAD_VALUE', 'set.letter', 'a text of at most 10 letters'],
    [
      'a long letter beside one',
      'learn',
      'party:north',
      { letters: [{ text: 'x'.repeat(11), from: '2024' }] },
      'BAD_VALUE',
      'set.letters.0.text',
      'a text of at most 10',
    ],
    ['a long name beside another', 'learn', 'person:bo', { aliases: ['Bob', 'x'.repeat(201)] }, 'BAD_VALUE', 'set.aliases.1', 'a text of at most 200 letters'],
    [
      'nobody, beside one whom a seat is for',
      'learn',
      'membership:anna',
      { represents: ['party:none'] },
      'UNKNOWN_ID',
      'set.represents.0',
      'the id of a thing',
    ],
    ['a long title of a seat', 'learn', 'membership:anna', { title: 'x'.repeat(201) }, 'BAD_VALUE', 'set.title', 'a text of at most 200 letters'],
    ['a long title of a document', 'correct', 'doc:1', { title: 'x'.repeat(1_001) }, 'BAD_VALUE', 'set.title', 'a text of at most 1000 letters'],
    ['a long quote', 'correct', 'source:1', { quote: 'x'.repeat(20_001) }, 'BAD_VALUE', 'set.quote', 'a text of at most 20000 letters'],
    ['a long reason', 'correct', 'leave:anna', { reason: 'x'.repeat(1_001) }, 'BAD_VALUE', 'set.reason', 'a text of at most 1000 letters'],
    ['a long rule', 'correct', 'membership:anna', { exOfficio: 'x'.repeat(1_001) }, 'BAD_VALUE', 'set.exOfficio', 'a text of at most 1000 letters'],
    ['a long address', 'correct', 'doc:1', { url: `https://a.dk/${'x'.repeat(2_000)}` }, 'BAD_VALUE', 'set.url', 'a text of at most 2000 letters'],
    ['the rank of no substitute', 'learn', 'membership:anna', { rank: 1 }, 'BAD_VALUE', 'set.rank', 'no rank, or the seat or list'],
  ])('%s', async (_, act, thing, set, code, path, required) => {
    const { status, problems } = await recorded(graph, { acts: [amend(act, thing, set)] });
    expect([status, problems.map((one) => [one.code, one.path.slice(3).join('.')])]).toEqual(['REFUSED', [[code, path]]]);
    expect((problems[0] as unknown as { required: string }).required).toContain(required);
  });

  const ONE = 'exactly one of `until`, `lastDay` and `unknown: true`';
  const DATE = 'YYYY, YYYY-MM or YYYY-MM-DD';
  test.each<[string, object, string, string, string, unknown]>([
    ['two ends in one', { ends: { until: '2024', lastDay: '2024-12-31' } }, 'BAD_VALUE', 'ends', ONE, { until: '2024', lastDay: '2024-12-31' }],
    ['an end that nobody knows and one', { ends: { until: '2024', unknown: true } }, 'BAD_VALUE', 'ends', ONE, { until: '2024', unknown: true }],
    ['an end that is none', { ends: {} }, 'BAD_VALUE', 'ends', ONE, {}],
    ['an end that is a text', { ends: '2024' }, 'BAD_VALUE', 'ends', ONE, '2024'],
    ['what an end has not', { ends: { last: '2024-12-31' } }, 'BAD_VALUE', 'ends', ONE, { last: '2024-12-31' }],
    ['that it is not so that nobody knows', { ends: { unknown: false } }, 'BAD_VALUE', 'ends', ONE, { unknown: false }],
    ['two ends beside each other', { until: '2024', lastDay: '2024-12-31' }, 'BAD_VALUE', 'lastDay', 'one end alone; `until` says another', '2024-12-31'],
    ['an end in two places', { ends: { until: '2025' }, until: '2024' }, 'BAD_VALUE', 'ends', 'one end alone; `until` says another', { until: '2025' }],
    ['an end and that there is none', { until: '2024', ends: null }, 'BAD_VALUE', 'ends', 'one end alone; `until` says another', 'ends'],
    ['a month that there is not', { ends: { until: '2024-13-01' } }, 'BAD_DATE', 'ends.until', DATE, '2024-13-01'],
    ['a day that there is not', { ends: { lastDay: '2024-02-30' } }, 'BAD_DATE', 'ends.lastDay', 'a calendar day, YYYY-MM-DD', '2024-02-30'],
    ['a last day that is a year', { lastDay: '2024' }, 'BAD_DATE', 'lastDay', 'a calendar day, YYYY-MM-DD', '2024'],
    ['a start that is a number', { from: 2024 }, 'BAD_DATE', 'from', DATE, 2024],
  ])('%s, by either act, with where it stands and what was given', async (_, set, code, path, required, given) => {
    for (const act of ['learn', 'correct'] as const) {
      const { status, problems } = await recorded(graph, { acts: [amend(act, 'membership:anna', set)] });
      expect([status, problems]).toMatchObject(['REFUSED', [{ code, path: ['acts', '0', act, 'set', ...path.split('.')], required }]]);
      expect((problems[0] as unknown as { given: string }).given).toBe(JSON.stringify(given));
    }
  });

  test('one of several letters', async () => {
    await wrote(graph, '2024-01-01', [{ rename: { thing: 'party:green', name: 'Ø', kind: 'LETTER', from: '2024-01-01' } }]);
    const { problems } = await recorded(graph, { acts: [amend('correct', 'party:green', { letter: 'V' })] });
    expect(problems).toMatchObject([{ code: 'BAD_VALUE', required: '`letters`, as it has had several' }]);
  });
});

test.each<[string, object, string[], string]>([
  ['whom a seat is for', { thing: 'membership:bo', set: { represents: ['party:nobody'] } }, ['set', 'represents', '0'], 'party:nobody'],
  ['on what a seat depends', { thing: 'membership:anna', set: { dependsOn: ['membership:nobody'] } }, ['set', 'dependsOn', '0'], 'membership:nobody'],
  ['who may sit in for whom', { thing: 'membership:carl', set: { substituteFor: 'membership:nobody' } }, ['set', 'substituteFor'], 'membership:nobody'],
])('what is not known is told where it was set, as it was given: %s', async (_, said, path, given) => {
  for (const act of ['learn', 'correct'] as const) {
    const { problems } = await recorded(graph, { acts: [{ [act]: { ...said, why: 'So it was.' } }] });
    const [problem] = problems.filter(({ code }) => code === 'UNKNOWN_ID');
    // Who substitutes for somebody does for nobody else as well: that is no more to learn.
    if (act === 'correct' || problem) expect(problem).toMatchObject({ path: ['acts', '0', act, ...path], given });
  }
});
