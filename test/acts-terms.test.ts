import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat, term } from './events-world.js';
import { askAs, actorCalled } from './recording.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, refused, written, wrote } from './writing.js';

const S = { sources: ['source:1'] };
const OPEN = { from: '2018-01-01', open: true };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(
    graph,
    council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN), { ...seat('eva', 'eva', OPEN), body: 'body:board' }], {
      bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
      relations: [row('relation:council-follows-local', { kind: 'FOLLOWS', subject: 'body:council', object: 'calendar:local', from: '2018-01-01' })],
      calendars: [row('calendar:local', { name: 'Local terms' })],
      terms: [
        term(2018, { from: '2018-01-01', until: '2022-01-01' }),
        row('term:local-2022', { calendar: 'calendar:local', name: '2022-2025', from: '2022-01-01', until: '2026-01-01' }),
      ],
      offices: [
        row('office:council-mayor', { body: 'body:council', role: 'MAYOR', existence: { from: '1970-01-01', open: true } }),
        row('office:council-old', { body: 'body:council', role: 'VICE_CHAIR', existence: { from: '1970-01-01', until: '2000-01-01' } }),
      ],
      parties: [
        row('party:red', { name: 'Red', names: [{ text: 'Red', from: '2015-01-01', open: true, ...S }], aliases: [{ text: 'The Reds', ...S }] }),
        row('party:blue', { name: 'Blue' }),
      ],
      elections: [row('election:council-2021-11-16', { body: 'body:council', on: '2021-11-16', results: [{ list: 'party:red', seats: 4, ...S }] })],
    }),
  );
});
afterEach(() => graph.close());

const began = (...made: string[]) => ({ ...written(...made), events: made.map(() => 'TERM_BEGAN') });
const undone = async (entry: string): Promise<unknown> =>
  (await askAs(graph, actorCalled('editor'), `mutation { undo(entry: "${entry}", key: "undo-${entry}", why: "A slip.") { status } }`)).data;

/** What a question is answered before acts, after them, and when they are taken back. */
const throughout = async (question: string, acts: readonly object[]) => {
  const before = await ask(graph, question);
  const { entry, problems } = await wrote(graph, '2022-05-01', acts);
  expect(problems).toEqual([]);
  const after = await ask(graph, question);
  expect(await undone(entry?.id as string)).toEqual({ undo: { status: 'WRITTEN' } });
  expect(await ask(graph, question)).toEqual(before);
  return after;
};

describe('a term', () => {
  const open = (more: object = {}) => ({ openTerm: { body: 'body:council', from: '2022-01-01', ends: { until: '2026-01-01' }, ...more } });

  test('of a body begins and ends, and is called by its years', async () => {
    const question = '{ body(id: "body:council", asOf: "2023-01-01") { terms { id name interval { fromMin untilMin } } } }';
    const { body } = await throughout(question, [open()]);
    expect(body.terms).toContainEqual({ id: 'term:council-2022', name: '2022-2025', interval: { fromMin: '2022-01-01', untilMin: '2026-01-01' } });
  });

  test.each<[string, object[], object]>([
    ['instead of a calendar’s', [open({ insteadOf: 'term:local-2022', name: 'Ours' })], began('term:council-2022 RECORDED')],
    ['of a calendar, open', [open({ body: 'calendar:local', from: '2026-01-01', ends: null })], began('term:local-2026 RECORDED')],
    ['with an id', [open({ id: 'term:mine' })], began('term:mine RECORDED')],
    [
      'that is recorded only gains the source',
      [open({ from: '2018-01-01', ends: { until: '2022-01-01' }, name: 'Term 2018' })],
      written('term:council-2018 LEARNT'),
    ],
    ['that is recorded, without a name, gains the source', [open({ from: '2018-01-01', ends: { until: '2022-01-01' } })], written('term:council-2018 LEARNT')],
    [
      'in the year of another',
      [open({ from: '2022-02-01', ends: { until: '2022-06-01' } }), open({ from: '2022-06-01' })],
      began('term:council-2022 RECORDED', 'term:council-2022-2 RECORDED'),
    ],
    ['of a person', [open({ body: 'person:anna' })], refused('WRONG_TYPE body')],
    ['instead of a body’s', [open({ insteadOf: 'term:council-2018' })], refused('BAD_VALUE insteadOf')],
    ['of a calendar instead of another', [open({ body: 'calendar:local', insteadOf: 'term:local-2022' })], refused('BAD_VALUE insteadOf')],
    ['that ends before it begins', [open({ ends: { until: '2022-01-01' } })], refused('ENDS_BEFORE_IT_BEGINS ends')],
    ['with an id that another has', [open({ id: 'office:council-mayor' })], refused('ID_TAKEN id')],
  ])('%s', async (_, acts, expected) => expect(await cameTo(graph, '2022-05-01', acts)).toEqual(expected));
});

describe('an office', () => {
  const open = (more: object = {}) => ({ openOffice: { body: 'body:council', role: 'CHAIR', ...more } });

  test('is there from a day on, and is taken back', async () => {
    const question = '{ body(id: "body:council", asOf: "2023-01-01") { offices { id role holders } } }';
    const { body } = await throughout(question, [open({ from: '2022-01-01', holders: 2 })]);
    expect(body.offices).toContainEqual({ id: 'office:council-chair', role: 'CHAIR', holders: 2 });
  });

  test.each<[string, object[], object]>([
    ['for some days', [open({ from: '2022-01-01', ends: { until: '2023-01-01' } })], written('office:council-chair RECORDED')],
    ['with a title and a district', [open({ title: 'Formand', district: 'Nord' })], written('office:council-chair-formand-nord RECORDED')],
    ['that is recorded', [open({ role: 'MAYOR' })], written('office:council-mayor LEARNT')],
    ['that was there before', [open({ role: 'VICE_CHAIR', from: '2010-01-01' })], written('office:council-vice-chair RECORDED')],
    ['that ends', [{ end: { thing: 'office:council-mayor', ends: { until: '2022-01-01' } } }], written('office:council-mayor CHANGED')],
    ['in no body', [open({ body: 'party:red' })], refused('WRONG_TYPE body')],
    ['that began otherwise', [open({ role: 'MAYOR', from: '1980-01-01' })], refused('CONTRADICTS from')],
  ])('%s', async (_, acts, expected) => expect(await cameTo(graph, '2022-05-01', acts)).toEqual(expected));
});

describe('an election', () => {
  const elect = (results: readonly object[], more: object = {}) => ({ elect: { body: 'body:council', on: '2021-11-16', results, ...more } });

  test('gives lists their seats, which somebody fills for one, and is taken back', async () => {
    const question = `{ body(id: "body:board", asOf: "2022-06-01") { elections { id on results { list { id } votes seats pact } elected { id } } } }`;
    const act = elect(
      [
        { list: 'party:red', votes: 120, seats: 1, pact: 'A', elected: ['membership:eva'] },
        { list: 'party:blue', votes: 0, seats: 0 },
      ],
      { body: 'body:board', on: '2017-11-21' },
    );
    const { body } = await throughout(question, [act]);
    expect(body.elections).toEqual([
      {
        id: 'election:board-2017-11-21',
        on: '2017-11-21',
        results: [
          { list: { id: 'party:red' }, votes: 120, seats: 1, pact: 'A' },
          { list: { id: 'party:blue' }, votes: 0, seats: 0, pact: null },
        ],
        elected: [{ id: 'membership:eva' }],
      },
    ]);
  });

  test.each<[string, object[], object]>([
    [
      'that is recorded gains what is new',
      [
        elect([
          { list: 'party:red', seats: 4, votes: 90 },
          { list: 'party:blue', seats: 3 },
        ]),
      ],
      written('election:council-2021-11-16 LEARNT'),
    ],
    ['that is recorded so gains the source', [elect([{ list: 'party:red', seats: 4 }])], written('election:council-2021-11-16 LEARNT')],
    [
      'of seats that are told alone',
      [elect([{ list: 'party:red', elected: ['membership:anna', 'membership:bo'] }], { on: '2017-11-21' })],
      written('election:council-2017-11-21 RECORDED', 'membership:anna LEARNT', 'membership:bo LEARNT'),
    ],
    ['that gave otherwise', [elect([{ list: 'party:red', seats: 5 }])], refused('CONTRADICTS results.0.seats')],
    ['of a list twice', [elect([{ list: 'party:red' }, { list: 'party:red' }])], refused('BAD_VALUE results.1.list')],
    ['of no list', [elect([{ list: 'body:board' }])], refused('WRONG_TYPE results.0.list')],
    ['of a seat elsewhere', [elect([{ list: 'party:red', elected: ['membership:eva'] }])], refused('BAD_VALUE results.0.elected.0')],
    [
      'of a seat for two lists',
      [
        elect([
          { list: 'party:red', elected: ['membership:anna'] },
          { list: 'party:blue', elected: ['membership:anna'] },
        ]),
      ],
      refused('CONTRADICTS results.1.elected.0'),
    ],
  ])('%s', async (_, acts, expected) => expect(await cameTo(graph, '2022-05-01', acts)).toEqual(expected));
});

describe('an identifier', () => {
  const identify = (more: object = {}) => ({ identify: { thing: 'party:red', identifier: { scheme: 'valg.dk', value: '7' }, ...more } });
  const ID = 'identifier:party:red:valg.dk:7';
  const borne = async (asOf: string): Promise<string[]> =>
    (await ask(graph, `{ party(id: "party:red", asOf: "${asOf}") { identifiers { id } } }`)).party.identifiers.map(({ id }: { id: string }) => id);

  test('is borne from a day on, ends, and is borne again', async () => {
    expect(await cameTo(graph, '2022-05-01', [identify({ from: '2022-01-01' })])).toEqual(written('party:red CHANGED'));
    expect([await borne('2021-12-31'), await borne('2022-01-01')]).toEqual([[], [ID]]);
    expect((await cameTo(graph, '2022-06-01', [{ end: { thing: ID, ends: { until: '2022-06-01' } } }])).status).toBe('WRITTEN');
    expect([await borne('2022-05-31'), await borne('2022-06-01')]).toEqual([[ID], []]);
    expect((await cameTo(graph, '2022-07-01', [identify({ from: '2022-07-01' })])).status).toBe('WRITTEN');
    expect([await borne('2022-05-31'), await borne('2022-06-15'), await borne('2022-07-01')]).toEqual([[ID], [], [`${ID}:2`]]);
  });

  test('is taken back', async () => {
    const { party } = await throughout('{ party(id: "party:red", asOf: "2022-06-01") { identifiers { scheme value } } }', [identify()]);
    expect(party.identifiers).toEqual([{ scheme: 'valg.dk', value: '7' }]);
  });

  test.each<[string, object[], string, string[]?]>([
    ['of a person, that is said twice', [identify({ thing: 'person:anna' }), identify({ thing: 'person:anna' })], 'WRITTEN'],
    ['with its own id', [identify({ id: ID })], 'WRITTEN'],
    ['with another id', [identify({ id: 'identifier:mine' })], 'REFUSED', ['BAD_VALUE id']],
    ['of a seat', [identify({ thing: 'membership:anna' })], 'REFUSED', ['WRONG_TYPE thing']],
    ['that ends before it begins', [identify({ from: '2022-01-01', ends: { until: '2021-01-01' } })], 'REFUSED', ['ENDS_BEFORE_IT_BEGINS ends']],
    ['to other days', [identify({ from: '2022-01-01' }), identify({ from: '2021-01-01' })], 'REFUSED', ['ALREADY_HELD']],
    ['that nobody bears ends', [{ end: { thing: ID, ends: { until: '2022-01-01' } } }], 'REFUSED', ['UNKNOWN_ID thing']],
  ])('%s', async (_, acts, status, problems = []) => {
    const told = await cameTo(graph, '2022-05-01', acts);
    expect([told.status, told.problems ?? []]).toEqual([status, problems]);
  });
});

describe('a name', () => {
  const end = (thing: string, ends: object = { until: '2022-05-01' }) => ({ end: { thing, ends } });
  const namesOn = async (id: string, asOf: string) =>
    (await ask(graph, `{ party(id: "${id}", asOf: "${asOf}") { names { text } } }`)).party.names.map(({ text }: { text: string }) => text).sort();

  test.each<[string, string, string, string[], string[]]>([
    ['with days', 'party:red', 'red', ['Red', 'The Reds'], ['The Reds']],
    ['without', 'party:blue', 'blue', ['Blue'], []],
  ])('%s ends', async (_, party, own, before, after) => {
    expect((await cameTo(graph, '2022-05-01', [end(`name:${party}:name:${own}`)])).status).toBe('WRITTEN');
    expect([await namesOn(party, '2022-04-30'), await namesOn(party, '2022-05-01')]).toEqual([before, after]);
  });

  test.each<[string, object, string[]]>([
    ['that has no days of its own', end('name:party:red:alias:the-reds'), ['BAD_VALUE thing']],
    ['that ends before it begins', end('name:party:red:name:red', { until: '2010-01-01' }), ['ENDS_BEFORE_IT_BEGINS ends']],
    ['that it does not have', end('name:party:red:name:rose'), ['UNKNOWN_ID thing']],
  ])('%s does not', async (_, act, problems) => expect((await cameTo(graph, '2022-05-01', [act])).problems).toEqual(problems));
});
