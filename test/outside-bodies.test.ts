import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { outsideBodies } from '../src/mutations/outside-bodies.js';
import { type WordRow, wordOfId } from '../src/write/rows.js';
import { emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const body = (id: string, existence: object = {}) => ({ id: `body:${id}`, kind: 'COMMITTEE', name: id, existence, sources: S });
const seat = (id: string, of: string) => ({ id: `membership:${id}`, person: 'person:anna', body: `body:${of}`, role: 'MEMBER', from: '2022', sources: S });
const partOf = (part: string, whole: string, dates: object = { from: '2022-01-01' }) => ({
  id: `relation:${part}-${whole}`,
  kind: 'PART_OF',
  subject: `body:${part}`,
  object: `body:${whole}`,
  ...dates,
  sources: S,
});
const relation = (kind: string, subject: string, object: string) => ({
  id: `relation:${kind.toLowerCase().replace('_', '-')}`,
  kind,
  subject,
  object,
  sources: S,
});

/** A council with a committee, a committee of that, and one that was part of it in 2021; another council with a committee; two boards in a circle. */
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: [{ id: 'person:anna', name: 'Anna', sources: S }],
  bodies: ['council', 'committee', 'sub', 'former', 'unsure', 'other', 'other-committee', 'ring-a', 'ring-b'].map((id) => body(id)),
  relations: [
    partOf('committee', 'council'),
    partOf('sub', 'committee'),
    partOf('former', 'council', { from: '2021-01-01', until: '2022-01-01' }),
    partOf('unsure', 'council', { from: '2022' }),
    partOf('other-committee', 'other'),
    partOf('ring-a', 'ring-b'),
    partOf('ring-b', 'ring-a'),
  ],
  memberships: [seat('in-sub', 'sub'), seat('in-other', 'other-committee'), { ...seat('chair', 'sub'), role: 'CHAIR' }],
  offices: [{ id: 'office:sub-chair', body: 'body:sub', role: 'CHAIR', sources: S }],
  meetings: [{ id: 'meeting:sub', body: 'body:sub', date: '2022-06-21', sources: S }],
  'agenda-items': [{ id: 'item:sub-1', meeting: 'meeting:sub', number: '1', title: 'Election', sources: S }],
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterAll(() => graph.close());

const rowsOf = (rows: readonly object[]): WordRow[] => rows.map((row) => ({ word: wordOfId((row as { id: string }).id), row }) as WordRow);
type More = { on?: string; carriedIn?: string[]; corrected?: string[] };
const outsideOf = (own: string[] | null, rows: readonly object[], { on = '2022-06-21', carriedIn = [], corrected = [] }: More = {}) =>
  outsideBodies(graph, own && own.map((id) => `body:${id}`), { rows: rowsOf(rows), carriedIn, corrected }, on);
const outside = async (own: string[] | null, rows: readonly object[], more: More = {}): Promise<string[]> =>
  (await outsideOf(own, rows, more)).map(({ id }) => id);

describe('what an editor writes lies within their bodies', () => {
  const dated = { from: '2022', sources: S };
  const all: [string, object, boolean][] = [
    ['a seat', seat('new', 'sub'), true],
    ['a leave', { id: 'leave:1', membership: 'membership:in-sub', ...dated }, true],
    ['a stand-in', { id: 'stand-in:1', substitute: 'membership:in-sub', office: 'office:sub-chair', ...dated }, true],
    ['a stand-in from elsewhere', { id: 'stand-in:2', substitute: 'membership:in-other', holder: 'membership:in-sub', ...dated }, false],
    ['a term', { id: 'term:sub-2022', body: 'body:sub', ...dated }, true],
    ['a term of a calendar', { id: 'term:municipal-2022', calendar: 'calendar:municipal', ...dated }, false],
    ['a meeting', { id: 'meeting:sub-2', body: 'body:sub', date: '2022', sources: S }, true],
    ['a meeting of nobody', { id: 'meeting:x', date: '2022', sources: S }, false],
    ['an agenda item', { id: 'item:sub-2', meeting: 'meeting:sub', number: '2', title: 'More', sources: S }, true],
    ['an attendance', { id: 'attendance:1', meeting: 'meeting:sub', person: 'person:anna', presence: 'PRESENT', sources: S }, true],
    ['a decision', { id: 'decision:1', item: 'item:sub-1', text: 'Yes.', sources: S }, true],
    ['an allotment', { id: 'seats:sub', body: 'body:sub', by: 'body:other', count: 1, ...dated }, true],
    ['an office', { id: 'office:sub-member', body: 'body:sub', role: 'MEMBER', sources: S }, true],
    ['a register', { id: 'register:sub', body: 'body:sub', sources: S }, true],
    ['an election', { id: 'election:sub', body: 'body:sub', on: '2022', results: [], sources: S }, true],
    ['a list of members', { id: 'list:sub', document: 'doc:1', body: 'body:sub', complete: true, sources: S }, true],
    ['what a body covers', relation('COVERS', 'body:sub', 'municipality:x'), true],
    ['what a body follows', relation('FOLLOWS', 'body:sub', 'calendar:municipal'), true],
    ['a change of what it is', { ...body('sub'), minimum: 3 }, true],
    ['that a body succeeds another', relation('SUCCEEDS', 'body:sub', 'body:committee'), false],
    ['that a place lies in another', relation('LIES_IN', 'municipality:x', 'region:y'), false],
    ['a calendar', { id: 'calendar:municipal', name: 'Municipal', sources: S }, false],
    ['a merge', { id: 'merge:1', keep: 'person:anna', gone: 'person:bo', sources: S }, false],
    ['a seat by a seat that nobody knows', { id: 'leave:2', membership: 'membership:nobody', ...dated }, false],
  ];
  test.each(all)('or outside of them: %s', async (_, row, isWithin) => {
    const { id } = row as { id: string };
    const none = isWithin ? [] : [id];
    expect([await outside(['council'], [row]), await outside(['sub', 'other'], [row]), await outside(null, [row])]).toEqual([
      none,
      id === 'stand-in:2' ? [] : none,
      [],
    ]);
    expect(await outside([], [row])).toEqual([id]);
    if (isWithin) expect(await outside(['other', 'former'], [row])).toEqual([id]);
  });

  test.each([
    ['a person', { id: 'person:bo', name: 'Bo', sources: S }],
    ['a tie', { id: 'affiliation:anna-x', person: 'person:anna', with: 'party:x', ...dated }],
    ['a document', { id: 'doc:2', title: 'A letter', kind: 'letter' }],
    ['that two people differ', { id: 'merge:2', different: ['person:anna', 'person:bo'], sources: S }],
    ['a statement', { id: 'statement:1', about: ['body:other'], subject: 'it', text: 'So.', sources: S }],
  ])('nowhere: %s, which any editor adds, and who writes all corrects', async (_, row) => {
    const { id } = row;
    expect(await outside([], [row])).toEqual([]);
    expect(await outside(['council'], [row], { corrected: [id] })).toEqual([id]);
    expect(await outside(null, [row], { corrected: [id] })).toEqual([]);
  });

  test.each([
    ['another name of a person', 'person:anna', { name: 'Anne' }, ['person:anna']],
    ['another name over time of a party', 'party:x', { names: [{ text: 'X' }] }, ['party:x']],
    ['the end of a party', 'party:x', { existence: { until: '2023' } }, ['party:x']],
    ['that a place is no more', 'municipality:x', { existence: { over: [{ on: '2023', sources: S }] } }, ['municipality:x']],
    ['the start of a party', 'party:x', { existence: { from: '2020', open: true } }, []],
    ['another name of a body', 'body:sub', { kind: 'COMMITTEE', name: 'Sub' }, []],
    ['the death of a person', 'person:anna', { diedOn: '2023' }, []],
  ])('or is for who writes all: %s', async (_, id, change, expected) => {
    const row = { id, name: id, sources: S };
    expect(await outside(['council'], [row, { ...row, ...change }])).toEqual(expected);
  });

  test.each<[string, string, string, string[], string[]]>([
    ['on the last day on which it was part of them', 'former', '2021-12-31', ['council'], []],
    ['on the first on which it was no longer', 'former', '2022-01-01', ['council'], ['membership:new']],
    ['on a day on which it may be', 'unsure', '2022-06-21', ['council'], []],
    ['on a day on which it was not yet', 'unsure', '2021-06-21', ['council'], ['membership:new']],
    ['of one in a circle', 'ring-a', '2022-06-21', ['ring-b'], []],
    ['in a circle that leads nowhere', 'ring-a', '2022-06-21', ['council'], ['membership:new']],
    ['of a whole, where only the part is theirs', 'council', '2022-06-21', ['committee'], ['membership:new']],
  ])('%s', async (_, id, on, own, expected) => expect(await outside(own, [seat('new', id)], { on })).toEqual(expected));

  test('with all that is carried, and all that was before', async () => {
    expect(await outside(['council'], [seat('a', 'sub')], { carriedIn: ['body:sub', 'body:other', 'body:other-committee'] })).toEqual([
      'body:other',
      'body:other-committee',
    ]);
    expect(await outside(['council'], [seat('moved', 'other'), seat('moved', 'sub')])).toEqual(['membership:moved']);
  });
});

describe('nobody writes a body', () => {
  test('by making it part of theirs', async () => {
    const grabbed = [partOf('other', 'council'), seat('grabbed', 'other'), seat('below', 'other-committee')];
    expect(await outside(['council'], grabbed)).toEqual(['relation:other-council', 'membership:grabbed', 'membership:below']);
    expect(await outside(['council', 'other'], grabbed)).toEqual([]);
  });

  test.each<[string, string[], object[], string[]]>([
    [
      'that they make part of theirs, with all in it',
      ['council'],
      [body('new'), partOf('new', 'sub'), seat('n', 'new'), { id: 'leave:n', membership: 'membership:n' }],
      [],
    ],
    ['and one that is part of it', ['sub'], [body('new'), partOf('new', 'sub'), body('newer'), partOf('newer', 'new'), seat('n', 'newer')], []],
    ['part of what is not theirs', ['council'], [body('new'), partOf('new', 'other')], ['body:new', 'relation:new-other']],
    ['part of none', ['council'], [body('new'), seat('n', 'new')], ['body:new', 'membership:n']],
    ['that they were given before it was', ['new'], [body('new')], ['body:new']],
    [
      'of which two are part of each other',
      ['council'],
      [body('new'), body('newer'), partOf('new', 'newer'), partOf('newer', 'new')],
      ['body:new', 'body:newer', 'relation:new-newer', 'relation:newer-new'],
    ],
  ])('that the entry makes but by what it is part of: %s', async (_, own, rows, expected) => expect(await outside(own, rows)).toEqual(expected));

  test.each<[string, string, string[], string[] | null | undefined]>([
    ['that is part of theirs', 'committee', ['council'], undefined],
    ['that is theirs and part of another', 'committee', ['committee'], ['body:council']],
    ['that is part of one that is theirs and part of another', 'sub', ['committee'], undefined],
    ['that is part of none', 'council', ['council'], []],
    ['that is not theirs', 'committee', ['other'], null],
  ])('out of existence but by what it is part of, which is told: %s', async (_, id, own, around) =>
    expect(await outsideOf(own, [body(id), body(id, { until: '2023-01-01' })])).toEqual(around === undefined ? [] : [{ id: `body:${id}`, around }]),
  );

  test('with what is part of it out of existence where nobody around it is theirs', async () => {
    const both = ['committee', 'sub'].flatMap((id) => [body(id), body(id, { until: '2023-01-01' })]);
    expect(await outsideOf(['committee'], both)).toEqual([
      { id: 'body:committee', around: ['body:council'] },
      { id: 'body:sub', around: ['body:committee'] },
    ]);
  });
});
