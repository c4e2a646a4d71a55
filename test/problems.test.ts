import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { wordNames, wordOf } from '../src/write/rows.js';
import { checkFolders } from '../src/exchange/check.js';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Files, HEAD, folderOf, refusalOf } from './folders.js';
import { emptyGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const SEAT = { id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER', from: '2022', sources: S };
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna.' }],
  people: [{ id: 'person:anna', name: 'Anna', sources: S }],
  bodies: [{ id: 'body:forum', kind: 'FORUM', name: 'Forum', sources: S }],
  memberships: [SEAT],
};

/** What seeding says of files, which is what checking them says. */
const saidOf = async (...all: Files[]): Promise<string[]> => {
  const folders = all.map(folderOf);
  const said = await refusalOf(seedFolders(graph, folders));
  expect(await refusalOf(checkFolders(folders))).toEqual(said);
  expect(await readRevision(graph)).toMatchObject({ number: 0, at: 0, writing: false });
  return said;
};
const ofSeat = (seat: object) => saidOf({ ...WORLD, memberships: [{ ...SEAT, ...seat }] });

const MEMBERSHIP = 'memberships.json, membership:anna, row 1';
const FIELDS =
  'id, person, body, role, title, term, office, district, began, ended, declined, dependsOn, appointment, from, until, fromBasis, untilBasis, open, seen, over, narrowed, undated, basis, reason, sources, facts';

describe('a row that is wrong is named by file, id, row and field, and what is required is a sentence:', () => {
  test.each([
    ['a date', { from: '01-02-2026' }, '`from`: required: YYYY, YYYY-MM or YYYY-MM-DD; given: "01-02-2026"'],
    ['a fact', { facts: ['a b'] }, '`facts.0`: required: the id of a fact; given: "a b"'],
    ['a day that is none', { from: '2022-02-30' }, '`from`: required: YYYY, YYYY-MM or YYYY-MM-DD; given: "2022-02-30"'],
    ['a sighting on no day', { seen: [{ on: '2022-02-30', in: 'doc:1' }] }, '`seen.0.on`: required: YYYY, YYYY-MM or YYYY-MM-DD; given: "2022-02-30"'],
    ['a date that is a number', { from: 2022 }, '`from`: required: a text; given: 2022'],
    [
      'the empty text',
      { title: '' },
      '`title`: required: a name that is not empty, on one line, with neither control characters in it nor blanks or letters that show nothing at its ends; given: ""',
    ],
    ['an id of another kind', { person: 'body:anna' }, '`person`: required: an id such as person:name, in a-z, 0-9, - and .; given: "body:anna"'],
    ['an id with upper case', { body: 'body:Forum' }, '`body`: required: an id such as body:name, in a-z, 0-9, - and .; given: "body:Forum"'],
    ['an empty list', { sources: [] }, '`sources`: required: a list that is not empty; given: []'],
    [
      'a list in which one comes twice',
      { sources: ['source:1', 'source:1'] },
      '`sources`: required: a list in which nothing comes twice; given: ["source:1","source:1"]',
    ],
    ['a text for a list', { sources: 'source:1' }, '`sources`: required: a list; given: "source:1"'],
    ['open: false', { open: false }, '`open`: required: true; given: false'],
    ['no reason', { basis: 'INFERRED' }, 'required: the field `reason`: why, as it or one of its dates is inferred, derived or narrowed; given: nothing'],
    [
      'a basis of no date',
      { untilBasis: 'STATED' },
      'required: `until` or `narrowed` where `untilBasis` says how it is known; given: id, person, body, role, from, sources, untilBasis',
    ],
    ['a date that is undated', { undated: 'Not said.' }, '`undated`: '],
    ['an appointment that says nothing', { appointment: {} }, '`appointment`: required: an object that is not empty; given: {}'],
    [
      'a rank below 1',
      { appointment: { substituteFor: { membership: 'membership:anna', rank: 0, sources: S } } },
      '`appointment.substituteFor.rank`: required: a number of at least 1; given: 0',
    ],
    ['a title that is null', { title: null }, '`title`: required: a text; given: null'],
    ['a start after the end', { from: '2023', until: '2022' }, 'required: from before until; given: from 2023 until 2022'],
    ['an unknown field', { titel: 'x' }, `required: a field that it has (did you mean title?): ${FIELDS}; given: titel`],
    ['a field like none', { borgmester: 'x' }, `required: a field that it has: ${FIELDS}; given: borgmester`],
    ['a missing field', { body: undefined }, 'required: the field `body`: The body it is in.; given: nothing'],
    ['a thing that is not there', { body: 'body:board' }, '`body`: required: the id of a thing that is known; given: body:board'],
    ['a source that is not there', { sources: ['source:1', 'source:9'] }, '`sources.1`: required: the id of a thing that is known; given: source:9'],
    [
      'a tie that is not there',
      { dependsOn: [{ on: 'affiliation:x', sources: S }] },
      '`dependsOn.0.on`: required: a tie of person:anna to a party or municipality; given: affiliation:x',
    ],
  ])('%s', async (_, seat, sentence) => {
    const [line, ...more] = await ofSeat(seat);
    expect(more).toEqual([]);
    if (sentence === '`undated`: ')
      expect(line).toBe(`${MEMBERSHIP}: required: no date where \`undated\` says why there is none; given: id, person, body, role, from, sources, undated`);
    else expect(line).toBe(`${MEMBERSHIP}${sentence.startsWith('`') ? ', ' : ': '}${sentence}`);
  });

  test('one of some words', async () => {
    const [line] = await ofSeat({ role: 'KING' });
    expect(line).toMatch(/^memberships\.json, membership:anna, row 1, `role`: required: one of CHAIR, VICE_CHAIR, .*, UNSTATED; given: "KING"$/);
  });

  test('a rule for either a body or a kind', async () => {
    const rule = { id: 'rule:1', sentence: 'S.', office: 'MAYOR', role: 'MEMBER', sources: S };
    expect(
      await saidOf({ ...WORLD, rules: [rule, { ...rule, id: 'rule:2', body: 'body:forum', kind: 'FORUM', places: 'COVERS', council: 'body:forum' }] }),
    ).toEqual([
      'rules.json, rule:1, row 1: required: either a body or a kind; given: id, sentence, office, role, sources',
      'rules.json, rule:1, row 1: required: either a council or places; given: id, sentence, office, role, sources',
      'rules.json, rule:2, row 2: required: either a body or a kind; given: id, sentence, office, role, sources, body, kind, places, council',
      'rules.json, rule:2, row 2: required: either a council or places; given: id, sentence, office, role, sources, body, kind, places, council',
    ]);
  });

  test('rows that are no objects, and rows without an id', async () => {
    expect(await saidOf({ ...WORLD, people: [null, 5, 'Anna', [], {}, ...WORLD.people] })).toEqual([
      'people.json, row 1: required: an object; given: null',
      'people.json, row 2: required: an object; given: 5',
      'people.json, row 3: required: an object; given: "Anna"',
      'people.json, row 4: required: an object; given: []',
      'people.json, row 5: required: the field `id`: Its id.; given: nothing',
      'people.json, row 5: required: the field `name`: The name in full; the latest, where `names` has several.; given: nothing',
      'people.json, row 5: required: the field `sources`: Where it says so: at least one source.; given: nothing',
    ]);
    expect(await saidOf({ ...WORLD, memberships: [[], null] })).toEqual([
      'memberships.json, row 1: required: an object; given: []',
      'memberships.json, row 2: required: an object; given: null',
    ]);
  });

  test('an id that comes twice', async () => {
    expect(await saidOf({ ...WORLD, people: [...WORLD.people, ...WORLD.people] })).toEqual([
      'people.json, person:anna, row 2, `id`: required: an id that no other row has; given: person:anna, which row 1 has',
    ]);
  });
});

describe('files that are wrong:', () => {
  const WORDS = wordNames.join(', ');

  test('one that is no word names the nearest, and nothing that it may have held is called missing', async () => {
    const { people, ...rest } = WORLD;
    expect(await saidOf({ ...rest, peple: people })).toEqual([
      `peple.json: required: a file named after a word (did you mean people?): ${WORDS}; given: peple.json`,
    ]);
    expect(await saidOf({ ...WORLD, notes: [] })).toEqual([`notes.json: required: a file named after a word: ${WORDS}; given: notes.json`]);
  });

  test.each([
    ['no JSON', '[\n {"id": "person:anna",}\n]', 'people.json: required: JSON; given: in line 2: }'],
    ['JSON that ends', '[\n {"id": "person:anna"}\n', 'people.json: required: JSON; given: in line 3: a file that ends before it is complete'],
    ['an empty file', '', 'people.json: required: JSON; given: in line 1: a file that ends before it is complete'],
    ['no list', '{"id": "person:anna"}', 'people.json: required: a list of rows; given: {"id":"person:anna"}'],
    ['null', 'null', 'people.json: required: a list of rows; given: null'],
  ])('%s, and nothing that refers to it is called wrong', async (_, people, sentence) => {
    expect(await saidOf({ ...WORLD, people })).toEqual([sentence]);
  });

  test('a byte-order mark is none', async () => {
    const folder = folderOf({ ...WORLD, people: `\uFEFF${JSON.stringify(WORLD.people)}`, dataset: `\uFEFF${JSON.stringify(HEAD)}` });
    expect(await checkFolders([folder])).toMatchObject([{ dataSet: 'world', rows: 5 }]);
  });

  const HEAD_FIELDS = 'id, title, date, terms, maintained, after';
  test.each([
    ['a list', [], ['dataset.json: required: an object with id, title, date, terms; given: []']],
    ['null', 'null', ['dataset.json: required: an object with id, title, date, terms; given: null']],
    ['a number', '5', ['dataset.json: required: an object with id, title, date, terms; given: 5']],
    ['no JSON', '{"id": world}', ['dataset.json: required: JSON; given: in line 1: world}']],
    [
      'one that says nothing',
      {},
      [
        'dataset.json, `id`: required: its name, in a-z, 0-9 and -; given: nothing',
        'dataset.json, `title`: required: what it holds, in a few words; given: nothing',
        'dataset.json, `date`: required: the day to which its data speak, YYYY-MM-DD; given: nothing',
        'dataset.json, `terms`: required: under which terms it may be used; given: nothing',
      ],
    ],
    ['an id in upper case', { ...HEAD, id: 'World' }, ['dataset.json, `id`: required: its name, in a-z, 0-9 and -; given: "World"']],
    [
      'a day that is none',
      { ...HEAD, date: '2022-02-30' },
      ['dataset.json, `date`: required: the day to which its data speak, YYYY-MM-DD; given: "2022-02-30"'],
    ],
    ['a misspelt field', { ...HEAD, afer: ['denmark'] }, [`dataset.json: required: a field that it has (did you mean after?): ${HEAD_FIELDS}; given: afer`]],
    [
      'a text for a list',
      { ...HEAD, after: 'denmark' },
      ['dataset.json, `after`: required: a list of the data sets whose things it refers to; given: "denmark"'],
    ],
    [
      'a data set that is nowhere',
      { ...HEAD, after: ['denmrk'] },
      ['dataset.json, `after`: required: a data set that is given too, or in the graph (did you mean denmark?); given: denmrk'],
    ],
    ['itself', { ...HEAD, after: ['world'] }, ['dataset.json, `after`: required: no circle; given: world > world']],
  ])('a dataset.json that is or has %s', async (_, dataset, lines) => {
    expect(await saidOf({ ...WORLD, dataset })).toEqual(lines);
  });

  test('a folder that is no data set', async () => {
    expect(await refusalOf(checkFolders(['/nowhere']))).toEqual(['/nowhere: required: a folder with a dataset.json; given: "/nowhere"']);
  });

  test('two folders with one id, and folders that build on each other', async () => {
    const [line, ...more] = await saidOf(WORLD, { people: [] });
    expect([line?.replace(/, which .*/, ''), more]).toEqual(['dataset.json, `id`: required: an id that no other folder has; given: world', []]);
    const circle = [{ ...WORLD, dataset: { ...HEAD, after: ['other'] } }, { dataset: { ...HEAD, id: 'other', after: ['world'] } }];
    expect((await saidOf(...circle)).sort()).toEqual([
      'dataset.json, `after`: required: no circle; given: other > world > other',
      'dataset.json, `after`: required: no circle; given: world > other > world',
    ]);
  });
});

describe('all that is wrong is told together:', () => {
  test('files, fields, dates, duplicates, references and ties, in every folder, and nothing that only follows', async () => {
    const said = await saidOf(
      {
        ...WORLD,
        sources: '[',
        people: [...WORLD.people, ...WORLD.people, { id: 'person:bo', nam: 'Bo', sources: S }],
        memberships: [
          { ...SEAT, from: '2023', until: '2022' },
          { ...SEAT, id: 'membership:bo', person: 'person:bo' },
          { ...SEAT, id: 'membership:eva', person: 'person:eva' },
          { ...SEAT, id: 'membership:tied', dependsOn: [{ on: 'affiliation:x', sources: S }] },
        ],
      },
      {
        dataset: { ...HEAD, id: 'other', after: ['world'] },
        memberships: [
          { ...SEAT, id: 'membership:other', replaces: 'x' },
          { ...SEAT, id: 'membership:one', body: 'body:board' },
          { ...SEAT, id: 'membership:two', appointment: { replaces: { membership: 'membership:anna', sources: S } } },
        ],
      },
    );
    expect(said.map((line) => line.replace(/: required: a field that it has.*/, ': …'))).toEqual([
      `${MEMBERSHIP}: required: from before until; given: from 2023 until 2022`,
      'memberships.json, membership:eva, row 3, `person`: required: the id of a thing that is known; given: person:eva',
      'memberships.json, membership:tied, row 4, `dependsOn.0.on`: required: a tie of person:anna to a party or municipality; given: affiliation:x',
      'people.json, person:anna, row 2, `id`: required: an id that no other row has; given: person:anna, which row 1 has',
      'people.json, person:bo, row 3: required: the field `name`: The name in full; the latest, where `names` has several.; given: nothing',
      'people.json, person:bo, row 3: …',
      'sources.json: required: JSON; given: in line 1: a file that ends before it is complete',
      'memberships.json, membership:other, row 1: …',
      'memberships.json, membership:one, row 2, `body`: required: the id of a thing that is known; given: body:board',
    ]);
  });

  test('more than fifty of a kind are counted', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ ...SEAT, id: `membership:m${at}`, person: `person:p${at}`, ...(at < 55 && { rol: 'x' }) }));
    const said = await saidOf({ ...WORLD, memberships: many });
    expect(said).toHaveLength(50 + 1 + 5);
    expect(said.at(-1)).toBe(`memberships.json: 5 more such (required: a field that it has (did you mean role?): ${FIELDS})`);
  });
});

test.each(wordNames)('what a row of %s says is described in JSON Schema', (word) => {
  const language = new Ajv2020({ strict: false, formats: { day: true, 'partial-date': true } });
  expect(language.validateSchema(wordOf(word).row)).toBe(true);
  expect(language.validateSchema({ ...wordOf(word).row, required: 'id' })).toBe(false);
});
