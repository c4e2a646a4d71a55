import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { readRevision } from '../src/record/revision.js';
import { council, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const SINCE = { from: '2020-01-01', open: true };
const office = (name: string, role: string, more: object = {}) => row(`office:${name}`, { body: 'body:council', role, ...more });
const held = (name: string, dates: object = SINCE, more: object = {}) => seat(name, name, dates, more);
const forParty = { appointment: { represents: [{ principal: 'party:g', ...S }] } };
const mayor = (name: string, dates: object = SINCE, more: object = {}) => held(name, dates, { role: 'MAYOR', ...more });
const bySource = (name: string) => ({ sources: [`source:${name}`] });

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

/** A council of at most one member, to whose one seat a party has the right. */
const worldOf = (memberships: readonly { person: string }[], more: Parameters<typeof council>[1] = {}, body: object = {}): World => ({
  ...council(memberships, more),
  bodies: [row('body:council', { kind: 'COUNCIL', name: 'Council', ...body })],
});

const oneSeat = (memberships: readonly { person: string }[], more: Parameters<typeof council>[1] = {}): World =>
  worldOf(
    memberships,
    { parties: [row('party:g', { name: 'G' })], seats: [row('seats:g', { body: 'body:council', by: 'party:g', count: 1, ...SINCE } as never)], ...more },
    { maximum: 1 },
  );

const found = async (): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED').map(({ rule }) => rule);
const composed = async (day: string, fields: string, knownAt: string | null = null) =>
  (await ask(graph, `query($k: DateTime) { body(id: "body:council", asOf: "${day}", knownAt: $k) { composition { ${fields} } } }`, { k: knownAt })).body
    .composition;

const count = (min: number, max = min) => ({ min, max });
const COUNTS = 'filled { min max } vacant { min max } overfilled { min max }';

describe('who shares an office', () => {
  const TWO = { offices: [office('seat', 'MEMBER', { holders: 2 })] };
  const LEAVING = [held('anna', SINCE, forParty), held('bo', { from: '2020-01-01', until: '2022-01-01' }, forParty)];

  test.each([
    ['2021-12-31', count(2), true],
    ['2022-01-01', count(1), false],
  ])('holds one seat with others, as a person of their own: %s', async (day, filled, complete) => {
    await seedWorld(graph, oneSeat(LEAVING, TWO));
    expect(await composed(day, `complete ${COUNTS}`)).toEqual({ complete, filled, vacant: count(0), overfilled: count(0) });
    expect(await found()).toEqual([]);
  });

  test('and without one each holds a seat of their own', async () => {
    await seedWorld(graph, oneSeat(LEAVING));
    expect(await composed('2021-12-31', COUNTS)).toEqual({ filled: count(2), vacant: count(0), overfilled: count(1) });
    expect(await found()).toEqual(['body-maximum', 'allotment-kept']);
  });

  const right = (count: number) => [row('seats:g', { body: 'body:council', by: 'party:g', count, ...SINCE } as never)];
  const UNTIL_2022 = { from: '2020-01-01', until: '2022-01-01' };
  test.each<[string, number, Parameters<typeof council>[0], string[]]>([
    ['one of those who share it', 1, [held('anna', SINCE, forParty), held('bo', UNTIL_2022, forParty)], ['bo LEFT']],
    ['all who shared it', 1, [held('anna', UNTIL_2022, forParty), held('bo', UNTIL_2022, forParty)], ['anna SEAT_VACATED', 'bo SEAT_VACATED']],
    [
      'another seat beside one that two share',
      2,
      [held('anna', SINCE, forParty), held('bo', SINCE, forParty), held('carl', UNTIL_2022, { role: 'CHAIR', ...forParty })],
      ['carl SEAT_VACATED'],
    ],
    [
      'a seat, where all others of the party are held',
      1,
      [held('anna', SINCE, forParty), held('bo', SINCE, forParty), held('carl', UNTIL_2022, { role: 'CHAIR', ...forParty })],
      ['carl LEFT'],
    ],
  ])('leaves a seat empty where nobody holds it: who leaves is %s', async (_, count, memberships, expected) => {
    await seedWorld(graph, oneSeat(memberships, { ...TWO, seats: right(count) }));
    const { changes } = await ask(graph, '{ changes(from: "2021-12-31", until: "2022-01-01") { nodes { kind person { name } } } }');
    expect(changes.nodes.map(({ kind, person }: { kind: string; person: { name: string } }) => `${person.name} ${kind}`).sort()).toEqual(expected);
  });

  const byOther = (dates: object = SINCE) => mayor('bo', dates, { appointment: { by: { principal: 'party:h', ...S } } });
  const OTHERS = {
    parties: [row('party:g', { name: 'G' }), row('party:h', { name: 'H' })],
    seats: right(2),
    offices: [office('mayor', 'MAYOR', { holders: 2 })],
  };

  test.each<[string, Parameters<typeof council>[0], object, object]>([
    ['who shares the only seat', [byOther()], count(1), count(0, 2)],
    ['who shares one, beside whom a party seats there', [byOther(), mayor('anna', SINCE, forParty)], count(2), count(1)],
    ['who may share one with somebody recorded', [byOther(), mayor('anna', { from: '2021', open: true }, forParty)], count(1, 2), count(0, 2)],
  ])('leaves seats of a party certainly vacant only where all who sit are recorded: %s', async (_, memberships, filled, seats) => {
    await seedWorld(graph, oneSeat(memberships, OTHERS));
    const { vacant, ...rest } = await composed('2021-06-30', 'filled { min max } vacant { min max }');
    const { vacancies } = await ask(graph, '{ vacancies(asOf: "2021-06-30") { by { id } seats { min max } } }');
    expect({ ...rest, vacant, vacancies }).toEqual({ filled, vacant: seats, vacancies: [{ by: { id: 'party:g' }, seats }] });
  });

  test('is known by when it is recorded', async () => {
    await seedWorld(graph, oneSeat(LEAVING, { offices: [office('seat', 'MEMBER')] }));
    const before = new Date((await readRevision(graph)).at).toISOString();
    await seedWorld(graph, oneSeat(LEAVING, TWO));
    expect(await composed('2021-12-31', COUNTS)).toMatchObject({ overfilled: count(0) });
    expect(await composed('2021-12-31', COUNTS, before)).toMatchObject({ overfilled: count(1) });
  });

  test.each<[string, string[], string[]]>([
    ['two, as may', ['anna', 'bo'], []],
    ['three, one more than may', ['anna', 'bo', 'carl'], ['seat-single']],
  ])('is found where they are more than it says: %s', async (_, names, rules) => {
    await seedWorld(
      graph,
      worldOf(
        names.map((name) => mayor(name)),
        { offices: [office('mayor', 'MAYOR', { holders: 2 })] },
      ),
    );
    expect(await found()).toEqual(rules);
    expect(await composed('2021-01-01', 'filled { min max }')).toEqual({ filled: count(names.length) });
  });

  test('contradicts nobody', async () => {
    const documents = [row('doc:1', { title: 'Minutes', kind: 'minutes' }), row('doc:2', { title: 'News', kind: 'newsletter' })].map(
      ({ sources: _, ...one }) => one,
    );
    const sources = ['anna', 'bo'].map((name, at) => ({ id: `source:${name}`, document: `doc:${at + 1}`, quote: name }));
    const said = (more: Parameters<typeof council>[1]): World => {
      const world = worldOf([mayor('anna', SINCE, bySource('anna')), mayor('bo', SINCE, bySource('bo'))], more);
      return { ...world, documents, sources: [...(world['sources'] ?? []), ...sources] };
    };
    const conflicts = async () => (await ask(graph, '{ node(id: "membership:anna") { ... on Membership { conflicts { field value } } } }')).node.conflicts;
    await seedWorld(graph, said({}));
    expect([await conflicts(), await found()]).toEqual([[{ field: 'person', value: 'bo' }], ['seat-single', 'source-conflict']]);
    await seedWorld(graph, said({ offices: [office('mayor', 'MAYOR', { holders: 2 })] }));
    expect([await conflicts(), await found()]).toEqual([[], []]);
  });
});

describe('an office for one', () => {
  const ALDERMEN = (first: object, then: object, more: object = {}) =>
    worldOf([held('anna', first, { role: 'ALDERMAN', ...more }), held('bo', then, { role: 'ALDERMAN', ...more })], {
      offices: [office('culture', 'ALDERMAN')],
    });

  test('is held by one of two on unknown days', async () => {
    const [first, then] = [
      { from: '2018-01-01', until: '2022-06' },
      { from: '2022-06', until: '2024-01-01' },
    ];
    await seedWorld(graph, ALDERMEN(first, then));
    expect(await composed('2022-06-15', 'filled { min max }')).toEqual({ filled: count(0, 1) });
    await seedWorld(graph, { ...ALDERMEN(first, then), offices: [] });
    expect(await composed('2022-06-15', 'filled { min max }')).toEqual({ filled: count(0, 2) });
  });

  test('is held by two on one day: that is found, whatever the role', async () => {
    await seedWorld(graph, ALDERMEN(SINCE, SINCE));
    expect(await found()).toEqual(['seat-single']);
  });

  test.each<[string, object[], string[]]>([
    ['two of one role have a holder each', [office('lord', 'MAYOR', { title: 'Overborgmester' }), office('mayor', 'MAYOR', { title: 'Borgmester' })], []],
    ['of which only one is recorded has one holder', [office('lord', 'MAYOR', { title: 'Overborgmester' })], []],
    ['of another role says nothing', [office('deputy', 'DEPUTY_MAYOR')], ['seat-single']],
  ])('%s', async (_, offices, rules) => {
    const seats = [mayor('anna', SINCE, { title: 'Overborgmester' }), mayor('bo', SINCE, { title: 'Borgmester' })];
    await seedWorld(graph, worldOf(seats, { offices: offices as never }));
    expect(await found()).toEqual(rules);
  });

  test('goes before what the body says of the role', async () => {
    await seedWorld(graph, worldOf([mayor('anna'), mayor('bo')], { offices: [office('mayor', 'MAYOR')] }, { several: ['MAYOR'] }));
    expect(await found()).toEqual(['seat-single']);
  });
});
