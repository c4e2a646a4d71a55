import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { problemsOf } from '../src/write/validate.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const SOURCES = { documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }], sources: [{ id: 'source:1', document: 'doc:1', quote: 'Medlemmer.' }] };

/** What is wrong with the name of a person. */
const problems = (name: string): { path: string; required: string; given: string }[] =>
  problemsOf({ word: 'people', row: { id: 'person:1', name, sources: S } as never }).map(({ path, required, given }) => ({ path, required, given }));

const REQUIRED = 'a name that is not empty, on one line, with neither control characters in it nor blanks or letters that show nothing at its ends';

describe('a name shows what it says', () => {
  test.each([
    ['zero-width spaces alone', '\u200b\u200b', '"<U+200B><U+200B>"'],
    ['a filler alone', '\u3164', '"<U+3164>"'],
    ['an empty braille cell', '\u2800', '"<U+2800>"'],
    ['nothing', '', '""'],
    ['a blank before it', ' Thandi Mabuza', '" Thandi Mabuza"'],
    ['a zero-width space before it', '\u200bThandi Mabuza', '"<U+200B>Thandi Mabuza"'],
    ['a byte order mark before it', '\ufeffThandi Mabuza', '"<U+FEFF>Thandi Mabuza"'],
    ['a soft hyphen after it', 'Thandi Mabuza\u00ad', '"Thandi Mabuza<U+00AD>"'],
    ['a word joiner after it', 'Thandi Mabuza\u2060', '"Thandi Mabuza<U+2060>"'],
    ['a mark of direction after it', 'Thandi Mabuza\u200f', '"Thandi Mabuza<U+200F>"'],
    ['a tag after it', 'Thandi Mabuza\u{e0041}', '"Thandi Mabuza<U+E0041>"'],
    ['NUL in it', 'Thandi Ma\0buza', '"Thandi Ma<U+0000>buza"'],
    ['a control character in it', 'Thandi Ma\u0085buza', '"Thandi Ma<U+0085>buza"'],
    ['half a letter in it', 'Thandi Ma\ud83dbuza', '"Thandi Ma<U+D83D>buza"'],
    ['a line of its own in it', 'Thandi\nMabuza', '"Thandi\\nMabuza"'],
    ['a separator of lines in it', 'Thandi\u2028Mabuza', '"Thandi<U+2028>Mabuza"'],
  ])('refused: %s', (_, name, given) => expect(problems(name)).toEqual([{ path: '/name', required: REQUIRED, given }]));

  test.each(['Ø', 'Thandi Ma\u200bbuza', "O'Brien-Æbelø", 'नरेंद्र मोदी', 'می\u200cخواهم', 'Liste ❤\ufe0f', '❤\ufe0f', '黑'])('taken: %s', (name) =>
    expect(problems(name)).toEqual([]),
  );
});

const named = (text: string) => ({ text, sources: S });
const body = { id: 'body:1', kind: 'COUNCIL', name: 'Rådet', sources: S };

test.each([
  ['people', { id: 'person:1', name: 'Bo', aliases: [named('\u200b')], sources: S }, '/aliases/0/text'],
  ['parties', { id: 'party:1', name: '\u2060', sources: S }, '/name'],
  ['parties', { id: 'party:1', name: 'Listen', letters: [named('\u200bA')], sources: S }, '/letters/0/text'],
  ['bodies', { ...body, name: 'Rådet\u200b' }, '/name'],
  ['bodies', { ...body, names: [named('Rådet\0')] }, '/names/0/text'],
  ['bodies', { ...body, abbreviations: [named('\ufeffR')] }, '/abbreviations/0/text'],
  ['regions', { id: 'region:1', name: '\u00ad', sources: S }, '/name'],
  ['municipalities', { id: 'municipality:1', code: '0101', name: '\u3164', sources: S }, '/name'],
  ['documents', { id: 'doc:1', title: '\u200bReferat', kind: 'minutes' }, '/title'],
  ['meetings', { id: 'meeting:1', body: 'body:1', date: '2022', title: '\u200b', sources: S }, '/title'],
  ['agreements', { id: 'agreement:1', title: 'Aftale\u200b', parties: ['body:1'], sources: S }, '/title'],
  ['calendars', { id: 'calendar:1', name: '\u200b', sources: S }, '/name'],
  ['terms', { id: 'term:1', body: 'body:1', name: '\0', from: '2022', sources: S }, '/name'],
  ['sources', { id: 'source:1', document: 'doc:1', quote: 'Ord\0' }, '/quote'],
  ['sources', { id: 'source:1', document: 'doc:1', quote: '\u200b' }, '/quote'],
] as const)('of %s too: %j', (word, row, path) => expect(problemsOf({ word, row: row as never }).map((problem) => problem.path)).toContain(path));

describe('a name with a letter that shows nothing in a word', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, { ...SOURCES, people: [{ id: 'person:1', name: 'Thandi Ma\u200bbuza', sources: S }] });
  });
  afterAll(() => graph.close());

  test.each(['Mabuza', 'Ma\u2060buza', 'mabu\u00adza'])('is found without it and with another: %s', async (text) => {
    const { search } = await ask(graph, 'query ($text: String!) { search(text: $text) { match matched } }', { text });
    expect(search).toEqual([{ match: 'EXACT', matched: 'Thandi Ma\u200bbuza' }]);
  });

  test('a text of such letters finds nothing', async () => {
    expect((await ask(graph, 'query ($text: String!) { search(text: $text) { match } }', { text: '\u200b\u2060' })).search).toEqual([]);
  });

  test('whoever seeds one that is refused is told the letter, and nothing is written', async () => {
    const people = [{ id: 'person:2', name: '\u200bThandi', sources: S }];
    await expect(seedWorld(graph, { ...SOURCES, people })).rejects.toThrow('<U+200B>Thandi');
    expect((await ask(graph, '{ people { totalCount } }')).people.totalCount).toBe(1);
  });
});
