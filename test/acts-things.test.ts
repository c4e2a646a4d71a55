import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

const S = { sources: ['source:1'] };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const open = { from: '2018-01-01', open: true };
const since = (from: string) => ({ existence: { from, open: true, ...S } });
const WORLD = council([seat('anna', 'anna', open)], {
  parties: [row('party:blue', { name: 'Blue', ...since('2000') }), row('party:red', { name: 'Red' }), row('party:sky', { name: 'Sky', ...since('2010') })],
  affiliations: [
    row('affiliation:anna', { person: 'person:anna', with: 'party:blue', ...open }),
    row('affiliation:anna-before', { person: 'person:anna', with: 'party:red', from: '2010-01-01', until: '2018-01-01' }),
  ],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board', existence: { from: '2010-01-01', until: '2020-01-01', ...S } })],
  municipalities: [row('municipality:north', { code: '0999', name: 'North' }), row('municipality:south', { code: '0998', name: 'South' })],
  regions: [row('region:west', { name: 'West' })],
  calendars: [row('calendar:common', { name: 'Common' })],
  statements: [row('statement:old', { about: ['body:council'], subject: 'Seats', text: 'There are 9 seats.', value: '9' })],
});

const written = (made: string[], more: object = {}) => ({ status: 'WRITTEN', made, ...more });

const ESTABLISH = {
  establish: {
    ...{ name: 'Nature Board', kind: 'BOARD', from: '2024-01-01', partOf: 'body:council' },
    ...{ covers: ['municipality:north', 'municipality:south'], governs: 'municipality:north', follows: 'calendar:common' },
  },
};

describe('what begins', () => {
  test.each<[string, object, string[], object]>([
    [
      'a body, with its relations',
      ESTABLISH,
      [
        ' RECORDED',
        'body:nature-board RECORDED',
        'relation:nature-board-covers-north RECORDED',
        'relation:nature-board-covers-south RECORDED',
        'relation:nature-board-governs-north RECORDED',
        'relation:nature-board-part-of-council RECORDED',
      ],
      { events: ['BODY_ESTABLISHED', 'TERRITORY_CHANGED', 'TERRITORY_CHANGED'] },
    ],
    ['a party', { foundParty: { name: 'Green', letter: 'G', from: '2024-01-01' } }, ['party:green RECORDED'], { events: ['PARTY_FOUNDED'] }],
    [
      'a local list, nobody says when',
      { foundParty: { name: 'North First', scope: 'LOCAL', municipality: 'municipality:north' } },
      ['party:north-first RECORDED'],
      {},
    ],
    [
      'a municipality',
      { addPlace: { kind: 'MUNICIPALITY', name: 'East', code: '0997', liesIn: 'region:west', from: '2024-01-01' } },
      ['municipality:east RECORDED', 'relation:east-lies-in-west RECORDED'],
      { events: ['TERRITORY_CHANGED'] },
    ],
    ['a region', { addPlace: { kind: 'REGION', name: 'Far East' } }, ['region:far-east RECORDED'], {}],
  ])('is recorded: %s', async (_, act, made, more) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual(written(made, more));
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-01-03', [act])).toEqual(written(made.map((one) => one.replace('RECORDED', 'LEARNT'))));
  });

  const place = (more: object) => ({ addPlace: { kind: 'MUNICIPALITY', name: 'East', code: '0997', ...more } });
  test.each<[string, object, string]>([
    ['within nothing', { establish: { ...ESTABLISH.establish, partOf: 'body:none' } }, 'UNKNOWN_ID partOf'],
    ['over a region', { establish: { ...ESTABLISH.establish, covers: ['municipality:north', 'region:west'] } }, 'WRONG_TYPE covers.1'],
    ['by no calendar', { establish: { ...ESTABLISH.establish, follows: 'body:board' } }, 'WRONG_TYPE follows'],
    ['under an id of another', { establish: { ...ESTABLISH.establish, id: 'body:board' } }, 'ID_TAKEN id'],
    ['after its end', { establish: { name: 'Board', kind: 'BOARD', from: '2021-01-01' } }, 'ENDS_BEFORE_IT_BEGINS from'],
    ['otherwise than recorded', { establish: { name: 'Board', kind: 'BOARD', from: '2011-01-01' } }, 'CONTRADICTS from'],
    ['in no municipality', { foundParty: { name: 'List', municipality: 'region:west' } }, 'WRONG_TYPE municipality'],
    ['without a code', place({ code: null }), 'MISSING code'],
    ['in a municipality', place({ liesIn: 'municipality:north' }), 'WRONG_TYPE liesIn'],
    ['as a region in a region', place({ kind: 'REGION', liesIn: 'region:west' }), 'BAD_VALUE liesIn'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});

const dissolve = (thing: string, until: string) => ({ dissolve: { thing, ends: { until } } });

describe('what is dissolved', () => {
  test.each<[string, object, string, object]>([
    ['a body takes its seats along', dissolve('body:council', '2024-01-01'), 'body:council CHANGED', { events: ['BODY_DISSOLVED'], carried: ['LEFT anna'] }],
    ['a party its ties', dissolve('party:blue', '2024-01-01'), 'party:blue CHANGED', { events: ['PARTY_DISSOLVED'], carried: ['PARTY_LEFT anna'] }],
    ['a municipality', { dissolve: { thing: 'municipality:north', ends: { lastDay: '2023-12-31' } } }, 'municipality:north CHANGED', {}],
    ['a body earlier than was printed', dissolve('body:board', '2019-01-01'), 'body:board CHANGED', { events: ['BODY_DISSOLVED'] }],
  ])('%s', async (_, act, made, more) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual(written([made], more));
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-01-03', [act])).toEqual(written([made.replace('CHANGED', 'LEARNT')]));
  });

  test.each<[string, object, string]>([
    ['nothing', dissolve('body:none', '2024-01-01'), 'UNKNOWN_ID thing'],
    ['a region', dissolve('region:west', '2024-01-01'), 'WRONG_TYPE thing'],
    ['later than it ended', dissolve('body:board', '2021-01-01'), 'ALREADY_ENDED'],
    ['before it began', dissolve('body:board', '2009-01-01'), 'ENDS_BEFORE_IT_BEGINS ends'],
  ])('is refused: %s', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});

const succeed = (from: string[], to: string[], more: object = {}) => ({ succeed: { from, to, on: '2024-01-01', ...more } });

describe('a succession', () => {
  test('of parties moves those who are tied to them, where it says so', async () => {
    await seedWorld(graph, WORLD);
    const act = succeed(['party:blue', 'party:red'], ['party:sky'], { absorbs: true, moves: true });
    const told = await cameTo(graph, '2024-01-02', [act]);
    expect(told).toMatchObject({
      status: 'WRITTEN',
      made: [
        'affiliation:anna CHANGED',
        'affiliation:anna-sky RECORDED',
        'party:blue CHANGED',
        'party:red CHANGED',
        'relation:sky-succeeds-blue RECORDED',
        'relation:sky-succeeds-red RECORDED',
      ],
    });
    expect(told.carried).toContain('PARTY_JOINED anna');
    const party = (day: string) => `person(id: "person:anna", asOf: "${day}") { party { id } }`;
    expect(await ask(graph, `{ a: ${party('2023-12-31')} b: ${party('2024-01-01')} }`)).toEqual({
      a: { party: { id: 'party:blue' } },
      b: { party: { id: 'party:sky' } },
    });
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
  });

  test.each(['2024-01', '2023', '2024-01-01'])('of parties moves nobody twice: %s', async (on) => {
    await seedWorld(graph, WORLD);
    const act = succeed(['party:blue'], ['party:sky'], { absorbs: true, moves: true, on });
    expect(await cameTo(graph, '2024-02-02', [act])).toMatchObject({ status: 'WRITTEN' });
    expect(await cameTo(graph, '2024-02-02', [act])).toEqual({ status: 'UNCHANGED' });
    const again = await cameTo(graph, '2024-02-03', [act]);
    expect(again.made?.filter((one) => one.startsWith('affiliation:') && !one.endsWith(' LEARNT')) ?? []).toEqual([]);
  });

  test('of municipalities ends the ones and begins the others', async () => {
    await seedWorld(graph, WORLD);
    const east = { addPlace: { kind: 'MUNICIPALITY', name: 'East', code: '0997' } };
    expect((await cameTo(graph, '2024-01-02', [east, succeed(['municipality:north', 'municipality:south'], ['municipality:east'])])).made).toEqual([
      'municipality:east RECORDED',
      'municipality:north CHANGED',
      'municipality:south CHANGED',
      'relation:east-succeeds-north RECORDED',
      'relation:east-succeeds-south RECORDED',
    ]);
    const on = (day: string) => `municipalities(asOf: "${day}") { nodes { id } }`;
    const [north, south] = [{ id: 'municipality:north' }, { id: 'municipality:south' }];
    expect(await ask(graph, `{ a: ${on('2023-12-31')} b: ${on('2024-01-01')} }`)).toEqual({
      a: { nodes: [north, south] },
      b: { nodes: [{ id: 'municipality:east' }] },
    });
  });

  test('of a body that has ended by then leaves its end', async () => {
    await seedWorld(graph, WORLD);
    expect((await cameTo(graph, '2024-01-02', [succeed(['body:board'], ['body:council'], { on: '2020-01-01', absorbs: true })])).made).toEqual([
      'relation:council-succeeds-board RECORDED',
    ]);
  });

  test.each<[string, object, string]>([
    ['of nothing', succeed([], ['party:sky']), 'MISSING from'],
    ['by nothing', succeed(['party:blue'], []), 'MISSING to'],
    ['of what is not known', succeed(['party:none'], ['party:sky']), 'UNKNOWN_ID from.0'],
    ['of two kinds', succeed(['party:blue'], ['body:board']), 'WRONG_TYPE to.0'],
    ['of itself', succeed(['party:blue'], ['party:sky', 'party:blue']), 'BAD_VALUE to'],
    ['of bodies that moves', succeed(['body:board'], ['body:council'], { moves: true }), 'BAD_VALUE moves'],
    ['to two parties that moves', succeed(['party:blue'], ['party:sky', 'party:red'], { moves: true }), 'BAD_VALUE moves'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});

const relate = (subject: string, kind: string, object: string, more: object = {}) => ({ relate: { subject, kind, object, from: '2024-01-01', ...more } });

describe('a relation', () => {
  test.each<[string, object, string]>([
    ['of territory', relate('body:council', 'COVERS', 'municipality:north'), 'relation:council-covers-north'],
    ['of a part, for a time', relate('body:board', 'PART_OF', 'body:council', { from: '2012', ends: { until: '2014' } }), 'relation:board-part-of-council'],
    ['of a place', relate('municipality:north', 'LIES_IN', 'region:west'), 'relation:north-lies-in-west'],
    ['with a calendar', { follow: { body: 'body:council', calendar: 'calendar:common', from: '2024-01-01' } }, ''],
  ])('is recorded: %s', async (_, act, made) => {
    await seedWorld(graph, WORLD);
    expect((await cameTo(graph, '2024-01-02', [act])).made).toEqual([`${made} RECORDED`]);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-01-03', [act])).toEqual(written([`${made} LEARNT`]));
  });

  test.each<[string, object, string]>([
    ['of no such kind', relate('body:council', 'CALLED', 'municipality:north'), 'BAD_VALUE kind'],
    ['from what is not known', relate('body:none', 'COVERS', 'municipality:north'), 'UNKNOWN_ID subject'],
    ['of a person', relate('person:anna', 'PART_OF', 'body:council'), 'WRONG_TYPE subject'],
    ['to a body as territory', relate('body:council', 'COVERS', 'body:board'), 'WRONG_TYPE object'],
    ['of a thing with itself', relate('body:council', 'PART_OF', 'body:council'), 'BAD_VALUE object'],
    ['that ends before', relate('body:council', 'COVERS', 'municipality:north', { ends: { until: '2023' } }), 'ENDS_BEFORE_IT_BEGINS ends'],
    ['with no calendar', { follow: { body: 'body:council', calendar: 'body:board' } }, 'WRONG_TYPE calendar'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});

describe('the end of a relation, a term or an office', () => {
  const DATED = {
    ...WORLD,
    relations: [row('relation:covers', { kind: 'COVERS', subject: 'body:council', object: 'municipality:north', ...open })],
    terms: [row('term:council', { body: 'body:council', name: 'Term', from: '2018-01-01', until: '2026-01-01' })],
    offices: [row('office:chair', { body: 'body:council', role: 'CHAIR', ...since('2018-01-01') })],
  };
  const end = (thing: string, until: string) => ({ end: { thing, ends: { until } } });

  test.each<[string, object]>([
    ['relation:covers', { events: ['TERRITORY_CHANGED'] }],
    ['term:council', {}],
    ['office:chair', {}],
  ])('is that of %s', async (thing, more) => {
    await seedWorld(graph, DATED);
    const act = end(thing, '2024-01-01');
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual(written([`${thing} CHANGED`], more));
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-01-03', [act])).toEqual(written([`${thing} LEARNT`]));
    expect(await cameTo(graph, '2024-01-03', [end(thing, '2025-01-01')])).toEqual({ status: 'REFUSED', problems: ['ALREADY_ENDED'] });
    expect(await cameTo(graph, '2024-01-03', [end(thing, '2017-01-01')])).toEqual({ status: 'REFUSED', problems: ['ENDS_BEFORE_IT_BEGINS ends'] });
  });
});

describe('a statement', () => {
  const state = (more: object = {}) => ({ state: { about: ['body:council'], subject: 'Seats', text: 'There are 11 seats.', value: '11', ...more } });
  test('conflicts with others both ways', async () => {
    await seedWorld(graph, WORLD);
    const act = state({ conflictsWith: ['statement:old'] });
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual(written(['statement:council-seats RECORDED', 'statement:old LEARNT']));
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'UNCHANGED' });
    expect((await cameTo(graph, '2024-01-02', [state({ text: 'There are 13 seats.' })])).made).toEqual(['statement:council-seats-2 RECORDED']);
  });

  test.each<[string, object, string]>([
    ['of nothing', state({ about: [] }), 'MISSING about'],
    ['of what is not known', state({ about: ['body:council', 'body:none'] }), 'UNKNOWN_ID about.1'],
    ['against a body', state({ conflictsWith: ['body:board'] }), 'WRONG_TYPE conflictsWith.0'],
    ['with another value', state({ id: 'statement:old', text: 'There are 9 seats.' }), 'CONTRADICTS value'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-01-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});
