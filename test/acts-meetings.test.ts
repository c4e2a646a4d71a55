import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo } from './writing.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const open = { from: '2018-01-01', open: true };
const WORLD = council([seat('anna', 'anna', open), seat('bo', 'bo', open, { role: 'SUBSTITUTE' })], {
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
  meetings: [row('meeting:known', { body: 'body:council', date: '2023-05-02' })],
  'agenda-items': [row('item:known.1', { meeting: 'meeting:known', number: '1', title: 'Minutes' })],
});

const ITEMS = [
  { number: '1', title: 'Budget' },
  { id: 'item:chair', number: '2', title: 'Chair' },
];
const ATTENDANCE = [
  { person: 'person:anna', presence: 'EXCUSED' },
  { person: 'person:bo', presence: 'PRESENT', standsInFor: 'membership:anna' },
];

const hold = (more: object = {}) => ({ hold: { body: 'body:council', date: '2024-02-06', items: ITEMS, attendance: ATTENDANCE, ...more } });
const decide = (more: object) => ({ decide: { outcome: 'APPROVED', text: 'The budget is approved.', ...more } });

const MADE = [
  'attendance:council-2024-02-06-anna RECORDED',
  'attendance:council-2024-02-06-bo RECORDED',
  'item:chair RECORDED',
  'item:council-2024-02-06.1 RECORDED',
  'meeting:council-2024-02-06 RECORDED',
];

describe('a meeting', () => {
  test('is recorded with its items, who was there, and what was decided', async () => {
    await seedWorld(graph, WORLD);
    const acts = [hold(), decide({ item: 'item:council-2024-02-06.1' }), decide({ item: 'item:chair', outcome: 'DECIDED', text: 'Bo chairs.' })];
    const decisions = ['decision:chair RECORDED', 'decision:council-2024-02-06.1 RECORDED'];
    expect(await cameTo(graph, '2024-02-06', acts)).toEqual({ status: 'WRITTEN', made: [...MADE, ...decisions].sort() });
    const { meeting } = await ask(
      graph,
      `{ meeting(id: "meeting:council-2024-02-06") { date attendance { person { id } presence } agendaItems { number title planned decisions { text outcome } } } }`,
    );
    expect(meeting).toEqual({
      date: '2024-02-06',
      attendance: [
        { person: { id: 'person:anna' }, presence: 'EXCUSED' },
        { person: { id: 'person:bo' }, presence: 'PRESENT' },
      ],
      agendaItems: [
        { number: '1', title: 'Budget', planned: false, decisions: [{ text: 'The budget is approved.', outcome: 'APPROVED' }] },
        { number: '2', title: 'Chair', planned: false, decisions: [{ text: 'Bo chairs.', outcome: 'DECIDED' }] },
      ],
    });
    expect(await cameTo(graph, '2024-02-06', acts)).toEqual({ status: 'UNCHANGED' });
    expect((await cameTo(graph, '2024-02-07', acts)).made).toEqual([...MADE, ...decisions].map((one) => one.replace('RECORDED', 'LEARNT')).sort());
  });

  test('that was announced is held', async () => {
    await seedWorld(graph, WORLD);
    expect((await cameTo(graph, '2024-01-30', [hold({ planned: true, attendance: null })])).made).toHaveLength(3);
    const { made } = await cameTo(graph, '2024-02-06', [hold()]);
    expect(made).toEqual([
      'attendance:council-2024-02-06-anna RECORDED',
      'attendance:council-2024-02-06-bo RECORDED',
      'item:chair CHANGED',
      'item:council-2024-02-06.1 CHANGED',
      'meeting:council-2024-02-06 LEARNT',
    ]);
  });

  test('that is recorded gains what is new', async () => {
    await seedWorld(graph, WORLD);
    const more = hold({
      id: 'meeting:known',
      date: '2023-05-02',
      items: [...ITEMS.slice(1), { id: 'item:known.1', number: '1', title: 'Minutes' }],
      attendance: null,
    });
    expect(await cameTo(graph, '2023-05-02', [more])).toEqual({
      status: 'WRITTEN',
      made: ['item:chair RECORDED', 'item:known.1 LEARNT', 'meeting:known LEARNT'],
    });
  });

  test('may lack all but its body and day', async () => {
    await seedWorld(graph, WORLD);
    const bare = hold({ date: '2024-03', items: null, attendance: null });
    expect(await cameTo(graph, null, [bare])).toEqual({ status: 'WRITTEN', made: ['meeting:council-2024-03 RECORDED'] });
    expect(await cameTo(graph, null, [bare])).toEqual({ status: 'UNCHANGED' });
  });

  test.each<[string, object, string]>([
    ['of nobody', hold({ body: 'body:none' }), 'UNKNOWN_ID body'],
    ['of somebody', hold({ body: 'person:anna' }), 'WRONG_TYPE body'],
    ['on another day than the one of its id', hold({ id: 'meeting:known' }), 'CONTRADICTS date'],
    ['under the id of one of another body', hold({ id: 'meeting:known', body: 'body:board' }), 'ID_TAKEN id'],
    ['under the id of a seat', hold({ id: 'membership:anna' }), 'ID_TAKEN id'],
    ['with an item of another', hold({ items: [{ id: 'item:known.1', number: '1', title: 'Minutes' }] }), 'ID_TAKEN items.0.id'],
    ['attended by nobody', hold({ attendance: [...ATTENDANCE, { person: 'person:none', presence: 'PRESENT' }] }), 'UNKNOWN_ID attendance.2.person'],
    ['where a person stands in for a person', hold({ attendance: [{ ...ATTENDANCE[1], standsInFor: 'person:anna' }] }), 'WRONG_TYPE attendance.0.standsInFor'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-02-06', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });

  test('cannot be attended otherwise, or have another item of a number', async () => {
    await seedWorld(graph, WORLD);
    await cameTo(graph, '2024-02-06', [hold()]);
    const [item] = ITEMS;
    expect(await cameTo(graph, '2024-02-07', [hold({ items: [{ ...item, title: 'Accounts' }], attendance: null })])).toEqual({
      status: 'REFUSED',
      problems: ['CONTRADICTS items.0.title'],
    });
    expect(await cameTo(graph, '2024-02-07', [hold({ items: null, attendance: [{ person: 'person:anna', presence: 'ABSENT' }] })])).toEqual({
      status: 'REFUSED',
      problems: ['CONTRADICTS attendance.0.presence'],
    });
  });
});

describe('a decision', () => {
  const OF_BODY = decide({ body: 'body:board', date: '2024-02' });
  test('of a body, and several at one item, are numbered', async () => {
    await seedWorld(graph, WORLD);
    const other = decide({ body: 'body:board', date: '2024-02', text: 'The report is noted.', outcome: 'NOTED' });
    expect((await cameTo(graph, '2024-02-06', [OF_BODY, other])).made).toEqual(['decision:board-2024-02 RECORDED', 'decision:board-2024-02-2 RECORDED']);
    expect(await cameTo(graph, '2024-02-06', [other, OF_BODY])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2024-02-06', [decide({ body: 'body:board', date: '2024-02', outcome: 'REJECTED' })])).toEqual({
      status: 'REFUSED',
      problems: ['CONTRADICTS outcome'],
    });
  });

  test.each<[string, object, string]>([
    ['by nobody', decide({}), 'MISSING item'],
    ['at what is not known', decide({ item: 'item:none' }), 'UNKNOWN_ID item'],
    ['at a meeting', decide({ item: 'meeting:known' }), 'WRONG_TYPE item'],
    ['by a person', decide({ item: 'item:known.1', body: 'person:anna' }), 'WRONG_TYPE body'],
    ['under the id of an item', decide({ item: 'item:known.1', id: 'item:known.1' }), 'ID_TAKEN id'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, WORLD);
    expect(await cameTo(graph, '2024-02-06', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});
