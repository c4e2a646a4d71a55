import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { clerkOf } from './clerk.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, wrote } from './writing.js';

const OPEN = { from: '2018-01-01', open: true };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const certainty = async (name: string, day: string) =>
  (await ask(graph, `{ node(id: "membership:${name}", asOf: "${day}") { ... on Membership { certainty } } }`)).node.certainty;

describe('what is seen', () => {
  beforeEach(() => seedWorld(graph, council([seat('anna', 'anna', OPEN), seat('bo', 'bo', { from: '2018-01-01' })])));

  const observe = (name: string, on: string, over?: boolean) => ({ observe: { memberships: [`membership:${name}`], on, over } });

  test('is held on that day, or over by it', async () => {
    expect(await cameTo(graph, '2022-05-01', [observe('bo', '2022-05-01')])).toEqual({ status: 'WRITTEN', made: ['membership:bo LEARNT'] });
    expect([await certainty('bo', '2022-05-01'), await certainty('bo', '2022-05-02')]).toEqual(['CERTAIN', 'POSSIBLE']);
    expect(await cameTo(graph, '2022-05-01', [observe('bo', '2022-05-01')])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-06-01', [observe('bo', '2022-06-01', true)])).toEqual({
      status: 'WRITTEN',
      made: ['membership:bo LEARNT'],
      events: ['LEFT bo'],
    });
    expect(await cameTo(graph, '2022-06-01', [observe('anna', '2022-06-01', true)])).toMatchObject({
      made: ['membership:anna CHANGED'],
      events: ['LEFT anna'],
    });
    expect(await certainty('anna', '2022-06-01')).toBe(null);
    expect(await cameTo(graph, '2022-07-01', [observe('anna', '2022-06-15')])).toEqual({ status: 'REFUSED', problems: ['NOT_IN_FORCE memberships.0'] });
    expect(await cameTo(graph, '2022-07-01', [observe('bo', '2022-04-15', true)])).toEqual({ status: 'REFUSED', problems: ['CONTRADICTS memberships.0'] });
  });

  test.each([
    [observe('anna', '2017-01-01'), 'NOT_IN_FORCE memberships.0'],
    [observe('anna', '2018-01-01', true), 'ENDS_BEFORE_IT_BEGINS memberships.0'],
    [observe('nobody', '2022-01-01'), 'UNKNOWN_ID memberships.0'],
  ])('%j is refused', async (act, problem) => expect(await cameTo(graph, '2022-06-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] }));
});

describe('a list of members', () => {
  beforeEach(() =>
    seedWorld(
      graph,
      council(
        [
          seat('anna', 'anna', OPEN),
          seat('bo', 'bo', OPEN),
          seat('carl', 'carl', OPEN),
          seat('dora', 'dora', { from: '2018-01-01' }),
          seat('eva', 'eva', OPEN, { role: 'SUBSTITUTE' }),
          seat('finn', 'finn', { from: '2023-01-01', open: true }),
        ],
        { leaves: [row('leave:carl', { membership: 'membership:carl', from: '2022-01-01', until: '2022-12-01' })] },
      ),
    ),
  );

  const listed = (name: string, more: object = {}) => ({ person: { id: `person:${name}` }, role: 'MEMBER', ...more });
  const list = (more: object) => ({ list: { body: 'body:council', on: '2022-06-01', complete: true, members: [listed('anna'), listed('dora')], ...more } });
  const made = (...names: string[]) => names.map((name) => `membership:${name} LEARNT`);

  test('of a day that is complete ends open seats that it leaves out, but for who may be away', async () => {
    expect(await cameTo(graph, '2022-06-01', [list({})])).toEqual({
      status: 'WRITTEN',
      made: [...made('anna', 'dora')],
      carried: ['LEFT bo'],
    });
    const on = (name: string) => certainty(name, '2022-06-01');
    expect([await on('anna'), await on('bo'), await on('carl'), await on('dora'), await on('eva')]).toEqual(['CERTAIN', null, 'CERTAIN', 'CERTAIN', 'CERTAIN']);
    expect(await cameTo(graph, '2022-06-01', [list({})])).toEqual({ status: 'UNCHANGED' });
  });

  test('in a document of another day ends them too', async () => {
    expect(await cameTo(graph, '2022-06-20', [list({})])).toEqual({
      status: 'WRITTEN',
      made: [...made('anna', 'dora')],
      carried: ['LEFT bo'],
    });
    expect([await certainty('bo', '2022-06-01'), await certainty('carl', '2022-06-01')]).toEqual([null, 'CERTAIN']);
  });

  test.each<[string, object]>([
    ['that is not complete', { complete: false }],
    ['of a month', { on: '2022-06' }],
  ])('%s ends nothing', async (_, more) => {
    const came = await cameTo(graph, '2022-06-20', [list(more)]);
    expect(came).toEqual({ status: 'WRITTEN', made: made('anna', 'dora') });
    expect(await certainty('bo', '2022-06-01')).toBe('CERTAIN');
  });

  test('gives who has none a seat that is sighted and not open', async () => {
    const members = [listed('eva', { title: 'medlem' }), listed('', { person: { new: { name: 'Gro Holm' } } })];
    expect(await cameTo(graph, '2022-06-01', [list({ complete: false, members })])).toEqual({
      status: 'WRITTEN',
      made: ['membership:council-member-eva RECORDED', 'membership:council-member-gro-holm RECORDED', 'person:gro-holm RECORDED'],
    });
    const { node } = await ask(
      graph,
      '{ node(id: "membership:council-member-eva") { ... on Membership { title interval { fromMax untilMin untilMax open } } } }',
    );
    expect(node).toEqual({ title: 'medlem', interval: { fromMax: '2022-06-01', untilMin: '2022-06-02', untilMax: null, open: false } });
    expect(await cameTo(graph, '2023-05-01', [list({ on: '2023-05-01', complete: false, members: [listed('eva')] })])).toMatchObject({
      made: ['membership:council-member-eva LEARNT'],
    });
    expect(await cameTo(graph, '2025-05-01', [list({ on: '2025-05-01', complete: false, members: [listed('eva')] })])).toMatchObject({
      made: ['membership:council-member-eva-2 RECORDED'],
    });
  });

  test.each<[string, object, string]>([
    ['of no body', list({ body: 'person:anna' }), 'WRONG_TYPE body'],
    ['with somebody unknown', list({ members: [listed('anna'), listed('nobody')] }), 'UNKNOWN_ID members.1.person.id'],
    ['with an id that another has', list({ members: [listed('eva', { id: 'membership:bo' })] }), 'ID_TAKEN members.0.id'],
  ])('%s is refused, and leaves nothing', async (_, act, problem) => {
    const before = await ask(graph, '{ graph { people memberships } documents { totalCount } }');
    expect(await cameTo(graph, '2022-06-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
    expect(await ask(graph, '{ graph { people memberships } documents { totalCount } }')).toEqual(before);
  });
});

test('what a complete list in a document of another day leaves out is told in one order, checked or written', async () => {
  const names = ['anna', 'bo', 'carl', 'dora', 'eva', 'finn', 'gro', 'hans'];
  await seedWorld(graph, council(names.map((name) => seat(name, name, OPEN))));
  const acts = [{ list: { body: 'body:council', on: '2022-06-01', complete: true, members: [{ person: { id: 'person:hans' }, role: 'MEMBER' }] } }];
  const { carried } = await wrote(graph, '2022-06-20', acts);
  expect(carried.map(({ person }) => person?.id)).toEqual(names.filter((name) => name !== 'hans').map((name) => `person:${name}`));
});

test.each(['2022-06-01', '2022-06-20'])('whom a complete list names in one role keeps the others, in a document of %s', async (dated) => {
  const seats = [seat('anna', 'anna', OPEN), seat('anna-chair', 'anna', OPEN, { role: 'CHAIR' }), seat('bo', 'bo', OPEN)];
  await seedWorld(graph, council([...seats, seat('bo-chair', 'bo', OPEN, { role: 'VICE_CHAIR' })]));
  const members = [{ person: { id: 'person:anna' }, role: 'MEMBER' }];
  expect(await cameTo(graph, dated, [{ list: { body: 'body:council', on: '2022-06-01', complete: true, members } }])).toMatchObject({ status: 'WRITTEN' });
  const names = ['anna', 'anna-chair', 'bo', 'bo-chair'];
  expect(await Promise.all(names.map((name) => certainty(name, '2022-06-01')))).toEqual(['CERTAIN', 'CERTAIN', null, null]);
});

describe.each(['2022-06-01', '2022-06-20', null])('a complete list of a day, in a document of %s', (dated) => {
  const listed = (name: string) => ({ person: { id: `person:${name}` }, role: 'MEMBER' });
  const list = (names: readonly string[], on = '2022-06-01', complete = true) => ({
    list: { body: 'body:council', on, complete, members: names.map(listed) },
  });
  const appoint = (name: string, from: string) => ({
    appoint: { id: `membership:${name}`, person: { id: `person:${name}` }, body: 'body:council', role: 'MEMBER', from },
  });
  const closedOn = async (day: string) => {
    const { complete, completeOn, filled } = (
      await ask(graph, `{ body(id: "body:council", asOf: "${day}") { composition { complete completeOn filled { min max open } } } }`)
    ).body.composition;
    return [complete, completeOn, filled];
  };
  const held = (day: string, ...names: string[]) => Promise.all(names.map((name) => certainty(name, day)));
  const PEOPLE = { people: [row('person:eva', { name: 'eva' })] };

  beforeEach(() => seedWorld(graph, council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN), seat('carl', 'carl', { from: '2018-01-01' })], PEOPLE)));

  test('closes its count, and bounds what is not open too', async () => {
    expect(await cameTo(graph, dated, [list(['anna', 'bo'])])).toEqual({
      status: 'WRITTEN',
      made: ['membership:anna LEARNT', 'membership:bo LEARNT'],
      carried: ['LEFT carl'],
    });
    expect(await closedOn('2022-05-31')).toEqual([false, null, { min: 2, max: 3, open: true }]);
    expect(await closedOn('2022-06-01')).toEqual([true, '2022-06-01', { min: 2, max: 2, open: false }]);
    expect(await closedOn('2022-06-02')).toEqual([false, '2022-06-01', { min: 2, max: 2, open: true }]);
    expect(await checkGraph(graph, { rules: ['list-complete', 'seat-bounds'] })).toEqual([]);
  });

  test('ends what is recorded afterwards and began before it', async () => {
    await cameTo(graph, dated, [list(['anna', 'bo'])]);
    expect(await cameTo(graph, null, [appoint('eva', '2022-02-01')])).toMatchObject({ status: 'WRITTEN', made: ['membership:eva RECORDED'] });
    expect(await Promise.all(['2022-02-01', '2022-05-31', '2022-06-01'].map((day) => certainty('eva', day)))).toEqual(['CERTAIN', 'POSSIBLE', null]);
  });

  if (dated === null)
    test('of two days by one word are two', async () => {
      expect(await cameTo(graph, null, [list(['anna', 'bo', 'carl'], '2022-05-01'), list(['anna'])])).toMatchObject({
        status: 'WRITTEN',
        carried: ['LEFT bo', 'LEFT carl'],
      });
      expect(await held('2022-05-01', 'anna', 'bo', 'carl')).toEqual(['CERTAIN', 'CERTAIN', 'CERTAIN']);
      expect(await held('2022-06-01', 'anna', 'bo', 'carl')).toEqual(['CERTAIN', null, null]);
      expect([(await closedOn('2022-05-01'))[1], (await closedOn('2022-06-01'))[1]]).toEqual(['2022-05-01', '2022-06-01']);
    });

  test('names all whom its document sees on that day', async () => {
    expect(await cameTo(graph, dated, [list(['anna', 'bo']), list(['anna'])])).toEqual({ status: 'REFUSED', problems: ['CONTRADICTS members'] });
    expect(await cameTo(graph, dated, [list(['bo'], '2022-06-01', false), list(['anna'])])).toEqual({ status: 'REFUSED', problems: ['CONTRADICTS members'] });
    expect(await cameTo(graph, dated, [list(['anna', 'bo']), list(['anna'], '2022-06-01', false)])).toMatchObject({ status: 'WRITTEN' });
    expect(await closedOn('2022-06-01')).toEqual([true, '2022-06-01', { min: 2, max: 2, open: false }]);
  });

  test('leaves aside whom it does not name, who is away on that day and on no other', async () => {
    const leave = (from: string, until: string) => ({ leave: { membership: 'membership:bo', from, ends: { until } } });
    expect(await cameTo(graph, dated, [leave('2020-02-01', '2020-03-01'), list(['anna', 'carl'])])).toMatchObject({ status: 'WRITTEN', carried: ['LEFT bo'] });
    expect(await certainty('bo', '2022-06-01')).toBe(null);
    expect(await cameTo(graph, '2022-07-01', [leave('2022-05-01', '2022-06-02')])).toMatchObject({ status: 'WRITTEN' });
    expect(await certainty('bo', '2022-06-01')).toBe('CERTAIN');
  });

  test('is undone with its entry', async () => {
    const { entry } = await wrote(graph, dated, [list(['anna', 'carl'])]);
    expect(await certainty('bo', '2022-06-01')).toBe(null);
    await clerkOf(graph).undo(entry?.id);
    expect([await certainty('bo', '2022-06-01'), (await closedOn('2022-06-01'))[1]]).toEqual(['CERTAIN', null]);
  });
});

describe('what is so already', () => {
  const world = council([seat('anna', 'anna', OPEN), seat('bo', 'bo', { from: '2018-01-01' }), seat('carl', 'carl', OPEN)]);
  beforeEach(() => seedWorld(graph, { ...world, bodies: [...(world['bodies'] ?? []), row('body:old', { kind: 'BOARD', name: 'Old', existence: OPEN })] }));

  const unnamed = (act: object) => clerkOf(graph).record([act]);
  const members = ['anna', 'bo'].map((name) => ({ person: { id: `person:${name}` }, role: 'MEMBER' }));
  const listed = (complete: boolean, some = members) => ({ list: { body: 'body:council', on: '2022-05-01', complete, members: some } });
  const over = { observe: { memberships: ['membership:anna', 'membership:bo'], on: '2022-05-01', over: true } };
  const gone = { end: { thing: 'membership:anna', ends: { unknown: true }, cause: 'RESIGNED' } };
  test.each<[string, object]>([
    ['that seats are held on a day', { observe: { memberships: ['membership:anna', 'membership:bo'], on: '2022-05-01' } }],
    ['that seats are over by a day', over],
    ['who some members are on a day', listed(false)],
    ['who all members are on a day', listed(true)],
    ['that a seat is over', gone],
    ['that a body is no more', { dissolve: { thing: 'body:old', ends: { unknown: true } } }],
  ])('is UNCHANGED where no source is named, and gains the one that is: %s', async (_, act) => {
    expect((await unnamed(act)).status).toBe('WRITTEN');
    expect(await unnamed(act)).toMatchObject({ status: 'UNCHANGED', problems: [], made: [], events: [], entry: null });
    expect(await cameTo(graph, '2022-06-01', [act])).toMatchObject({ status: 'WRITTEN' });
    expect(await cameTo(graph, '2022-06-01', [act])).toEqual({ status: 'UNCHANGED' });
    expect(await unnamed(act)).toMatchObject({ status: 'UNCHANGED', made: [] });
  });

  test.each<[string, object, object]>([
    ['over by an earlier day', over, { observe: { memberships: ['membership:anna'], on: '2022-04-01', over: true } }],
    [
      'whom nobody listed on that day',
      listed(false),
      { list: { body: 'body:council', on: '2022-05-01', complete: false, members: [{ ...members[0], role: 'CHAIR' }] } },
    ],
    ['all, where some were', listed(false), listed(true)],
    ['why a seat is over', over, gone],
  ])('and what is not is written: %s', async (_, first, second) => {
    expect((await unnamed(first)).status).toBe('WRITTEN');
    expect(await unnamed(second)).toMatchObject({ status: 'WRITTEN', problems: [] });
  });

  test('and what is otherwise is told: whom another list of that day names', async () => {
    expect((await unnamed(listed(true))).status).toBe('WRITTEN');
    expect(await cameTo(graph, null, [listed(true, members.slice(1))])).toEqual({ status: 'REFUSED', problems: ['RULE_BROKEN'] });
  });

  test('is over by the date of the source, which lies after the start', async () => {
    const span = async () =>
      (await ask(graph, '{ node(id: "membership:anna") { ... on Membership { interval { untilMin untilMax open } } } }')).node.interval as unknown;
    for (const date of ['2017-05-01', '2017', '2018-01-01'])
      expect(await cameTo(graph, date, [gone])).toEqual({ status: 'REFUSED', problems: ['ENDS_BEFORE_IT_BEGINS ends'] });
    expect(await cameTo(graph, '2017-05-01', [{ dissolve: { thing: 'body:old', ends: { unknown: true } } }])).toEqual({
      status: 'REFUSED',
      problems: ['ENDS_BEFORE_IT_BEGINS ends'],
    });
    expect(await cameTo(graph, '2022-05', [gone])).toMatchObject({ status: 'WRITTEN' });
    expect(await span()).toMatchObject({ untilMax: '2022-05-31', open: false });
    expect(await cameTo(graph, '2022-04-12', [gone])).toMatchObject({ status: 'WRITTEN' });
    expect(await span()).toMatchObject({ untilMax: '2022-04-12' });
  });
});
