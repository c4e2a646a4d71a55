import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { TERMS, council, eventsIn, replaces, row, seat, seen } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();

/** What is told after each of some states of the record, then of each of them again for its own `knownAt`. */
const toldOf = async (...worlds: World[]): Promise<string[][]> => {
  const [told, times]: [string[][], string[]] = [[], []];
  for (const world of worlds) {
    await seedWorld(graph, world);
    told.push(await eventsIn(graph));
    times.push(await now());
  }
  for (const [at, knownAt] of times.entries()) expect(await eventsIn(graph, { knownAt })).toEqual(told[at]);
  return told;
};

const anna = (dates: object) => seat('a', 'anna', { from: '2022-01-01', ...dates });
const bo = (more: object = {}, from = '2023-03-15') => seat('b', 'bo', { from }, more);
const JOINED = '2022-01-01 JOINED anna';

describe('what the record says otherwise', () => {
  test.each<[string, World[], string[][]]>([
    [
      'a day that is corrected moves its one event',
      [council([anna({ until: '2023-07-01' })]), council([anna({ until: '2023-06-01' })])],
      [
        [JOINED, '2023-07-01 LEFT anna'],
        [JOINED, '2023-06-01 LEFT anna'],
      ],
    ],
    ['a row that is gone takes its events with it', [council([anna({}), bo()]), council([anna({})])], [[JOINED, '2023-03-15 JOINED bo'], [JOINED]]],
    [
      'a row that is gone and comes back brings them back',
      [council([anna({}), bo()]), council([anna({})]), council([anna({}), bo()])],
      [[JOINED, '2023-03-15 JOINED bo'], [JOINED], [JOINED, '2023-03-15 JOINED bo']],
    ],
    [
      'a link that comes folds the end of another row, and unfolds it where it goes',
      [council([anna({}), bo()]), council([anna({}), bo(replaces('a'))]), council([anna({}), bo()])],
      [
        [JOINED, '2023-03-15 JOINED bo'],
        [JOINED, '2023-03-15 REPLACED bo < a'],
        [JOINED, '2023-03-15 JOINED bo'],
      ],
    ],
    [
      'a start that moves, moves the event that the end of another is folded into',
      [council([anna({}), bo(replaces('a'))]), council([anna({}), bo(replaces('a'), '2023-04-01')])],
      [
        [JOINED, '2023-03-15 REPLACED bo < a'],
        [JOINED, '2023-04-01 REPLACED bo < a'],
      ],
    ],
    [
      'an end that is corrected unfolds from the start that replaces it',
      [council([anna({ until: '2023-03-15' }), bo(replaces('a'))]), council([anna({ until: '2023-02-01' }), bo(replaces('a'))])],
      [
        [JOINED, '2023-03-15 REPLACED bo < a'],
        [JOINED, '2023-02-01 LEFT anna', '2023-03-15 REPLACED bo < a'],
      ],
    ],
    [
      'a death that is learnt ends seats',
      [council([anna({})]), council([anna({})], { people: [row('person:anna', { name: 'anna', diedOn: '2024-05-01' })] })],
      [[JOINED], [JOINED, '2024-05-01 DIED anna', '2022-01-02..2024-05-02 LEFT anna']],
    ],
    [
      'a term that is corrected says whether a new seat is that of the next',
      [
        council([seat('a1', 'anna', { from: '2018-01-01', until: '2022-01-01' }), seat('a2', 'anna', { from: '2022-03-01' })]),
        council([seat('a1', 'anna', { from: '2018-01-01', until: '2022-01-01' }), seat('a2', 'anna', { from: '2022-03-01' })], { terms: TERMS }),
      ],
      [
        ['2018-01-01 JOINED anna', '2022-01-01 LEFT anna', '2022-03-01 JOINED anna'],
        ['2018-01-01 JOINED anna', '2018-01-01 TERM_BEGAN council', '2022-01-01 LEFT anna', '2022-01-01 TERM_BEGAN council', '2022-03-01 REELECTED anna < a1'],
      ],
    ],
    [
      'a name that is corrected moves what is ordered by it',
      [council([anna({}), bo({}, '2022-01-01')]), council([anna({}), bo({}, '2022-01-01')], { people: [row('person:anna', { name: 'zoe' })] })],
      [
        [JOINED, '2022-01-01 JOINED bo'],
        ['2022-01-01 JOINED bo', JOINED],
      ],
    ],
    [
      'a successor that is learnt stands for the end of a body',
      [
        council([], { bodies: [row('body:old', { kind: 'BOARD', name: 'Old', existence: { until: '2022-07-01' } })] }),
        council([], {
          bodies: [row('body:old', { kind: 'BOARD', name: 'Old', existence: { until: '2022-07-01' } })],
          relations: [row('relation:s', { kind: 'SUCCEEDS', subject: 'body:council', object: 'body:old', from: '2022-07-01' })],
        }),
      ],
      [['2022-07-01 BODY_DISSOLVED old'], ['2022-07-01 BODY_SUCCEEDED old council']],
    ],
  ])('%s', async (_, worlds, told) => expect(await toldOf(...worlds)).toEqual(told));

  test('the same rows again write no event anew', async () => {
    const world = council([anna({ until: '2023-03-15' }), bo(replaces('a'))], { terms: TERMS });
    await seedWorld(graph, world);
    const recorded = () => ask(graph, '{ events(from: "2000-01-01", until: "2030-01-01", untold: true) { nodes { id recordedAt because } } }');
    const first = await recorded();
    await seedWorld(graph, { ...world, people: [...(world['people'] ?? []), row('person:new', { name: 'New' })] });
    expect(await recorded()).toEqual(first);
  });

  test('an event says why it is written: for its row, or for another that moved it', async () => {
    const because = async () => {
      const { events } = await ask(graph, '{ events(from: "2000-01-01", until: "2030-01-01") { nodes { id because } } }');
      return Object.fromEntries(events.nodes.map(({ id, because: why }: { id: string; because: string }) => [id.slice('event:membership:'.length), why]));
    };
    await seedWorld(graph, council([anna({}), bo()]));
    expect(await because()).toEqual({ 'a@FROM': 'RECORDED', 'b@FROM': 'RECORDED' });
    await seedWorld(graph, council([anna({ seen: seen('2022-02-01') }), bo({}, '2023-04-01')]));
    expect(await because()).toEqual({ 'a@FROM': 'RECORDED', 'b@FROM': 'CORRECTED' });
    await seedWorld(graph, council([anna({ until: '2023-06' }), bo({}, '2023-04-01')]));
    expect(await because()).toEqual({ 'a@FROM': 'RECORDED', 'a@UNTIL': 'CORRECTED', 'b@FROM': 'CORRECTED' });
  });
});

describe('by its id', () => {
  const byId = async (id: string) =>
    (await ask(graph, '{ node(id: $id, asOf: "2030-01-01") { id key ... on Event { kind asOf certainty person { id } } } }'.replace('$id', JSON.stringify(id))))
      .node;

  test('an event is seen on its own day, and a folded end leads to the start', async () => {
    await seedWorld(graph, council([anna({ until: '2023-03-15' }), bo({ ...replaces('a'), until: '2024-01-01' })]));
    const replaced = {
      id: 'event:membership:b@FROM',
      key: 'event:membership:b@FROM@2023-03-15',
      kind: 'REPLACED',
      asOf: '2023-03-15',
      certainty: 'CERTAIN',
      person: { id: 'person:bo' },
    };
    expect(await byId('event:membership:b@FROM')).toEqual(replaced);
    expect(await byId('event:membership:a@UNTIL')).toEqual(replaced);
    expect(await byId('event:membership:b@UNTIL')).toMatchObject({ kind: 'LEFT', asOf: '2023-12-31' });
    expect(await byId('event:membership:c@FROM')).toBeNull();
  });
});

describe('a seat by virtue of an office', () => {
  const office = (name: string, dates: object) => seat(`mayor-${name}`, name, dates, { role: 'MAYOR' });
  const world = (offices: readonly { person: string }[]): World =>
    council(offices, {
      bodies: [row('body:forum', { kind: 'FORUM', name: 'Forum', existence: { from: '2000-01-01' } })],
      municipalities: [row('municipality:x', { name: 'X', code: '0101' })],
      relations: [
        row('relation:g', { kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', from: '2000-01-01', open: true }),
        row('relation:c', { kind: 'COVERS', subject: 'body:forum', object: 'municipality:x', from: '2000-01-01', open: true }),
      ],
      rules: [
        row('rule:mayors', {
          sentence: 'Mayors sit in it.',
          body: 'body:forum',
          office: 'MAYOR',
          places: 'COVERS',
          role: 'MEMBER',
          from: '2000-01-01',
        }),
      ],
    });
  const told = async (knownAt: string | null = null, untold = false) => {
    const { events } = await ask(
      graph,
      `query($k: DateTime) { events(from: "2010-01-01", until: "2040-01-01", untold: ${untold}, filter: { bodies: ["body:forum"] }, knownAt: $k) { nodes { kind latest began ended told because person { id } } } }`,
      { k: knownAt },
    );
    return (events.nodes as Record<string, { id: string }>[]).map(({ person, ...event }) => [person?.id, ...Object.values(event)].join(' '));
  };

  test('begins and ends with the office, and its events move with that', async () => {
    await seedWorld(graph, world([office('anna', { from: '2018-01-01', until: '2022-01-01' })]));
    const before = await now();
    const first = ['person:anna JOINED 2018-01-01 EX_OFFICIO  true DERIVED', 'person:anna LEFT 2022-01-01  LOST_OFFICE true DERIVED'];
    expect(await told()).toEqual(first);
    await seedWorld(graph, world([office('anna', { from: '2018-01-01', until: '2021-06-01' }), office('bo', { from: '2021-06-01', open: true })]));
    expect(await told()).toEqual([
      'person:anna JOINED 2018-01-01 EX_OFFICIO  true DERIVED',
      'person:anna LEFT 2021-06-01  LOST_OFFICE true DERIVED',
      'person:bo JOINED 2021-06-01 EX_OFFICIO  true DERIVED',
    ]);
    expect(await told(before)).toEqual(first);
    await seedWorld(graph, world([]));
    expect(await told()).toEqual([]);
  });

  test('is told no more than the office is', async () => {
    await seedWorld(graph, world([office('anna', { seen: seen('2019-05-01'), until: '2022-01-01' })]));
    expect(await told()).toEqual(['person:anna LEFT 2022-01-01  LOST_OFFICE true DERIVED']);
    expect((await told(null, true))[0]).toBe('person:anna JOINED 2019-05-01 EX_OFFICIO  false DERIVED');
  });
});
