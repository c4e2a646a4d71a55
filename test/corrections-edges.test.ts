import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { TERMS, council, row, seat, term } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const SINCE = { from: '2018-01-01', until: '2026-01-01' };
const SEATS = [seat('anna', 'anna', SINCE), seat('bo', 'bo', SINCE)];
const HALL = row('body:hall', { kind: 'COMMITTEE', name: 'Hall' });

interface Dates {
  leave: object;
  standIn: object;
  partOf: object;
  term: object;
  count: number;
}

const world = ({ leave, standIn, partOf, term: days, count }: Dates) =>
  council(SEATS, {
    bodies: [HALL],
    terms: [TERMS[0] as { id: string }, term(2022, days)],
    leaves: [row('leave:anna', { membership: 'membership:anna', ...leave })],
    'stand-ins': [row('stand-in:bo', { substitute: 'membership:bo', holder: 'membership:anna', ...standIn })],
    relations: [row('relation:hall', { kind: 'PART_OF', subject: 'body:hall', object: 'body:council', ...partOf })],
    seats: [row('seats:hall', { by: 'body:council', body: 'body:hall', count, from: '2018-01-01', open: true })],
  });

const FIRST: Dates = {
  leave: { from: '2020', until: '2021-06-01' },
  standIn: { from: '2020', until: '2021-06-01' },
  partOf: { from: '2018', open: true },
  term: { from: '2022-01-01', until: '2026-01-01' },
  count: 3,
};
/** Learnt: a day within what was said. Corrected: another. */
const THEN: Dates = {
  leave: { from: '2020-03-01', until: '2021-06-01' },
  standIn: { from: '2020-04-01', until: '2021-05-01' },
  partOf: { from: '2018-02-01', open: true },
  term: { from: '2022-01-01', until: '2027-01-01' },
  count: 4,
};

let graph: Graph;
const times: string[] = [];
const write = async (data: ReturnType<typeof world>): Promise<void> => {
  await seedWorld(graph, data);
  times.push(new Date((await readRevision(graph)).at).toISOString());
};
beforeAll(async () => {
  graph = await emptyGraph();
  await write(world(FIRST));
  await write(world(THEN));
  const { leaves: _, 'stand-ins': __, ...rest } = world(THEN);
  await write(rest);
});
afterAll(() => graph.close());

interface Told {
  id: string;
  because: string;
  was: { id: string } | null;
  is: { id: string } | null;
}

const FIELDS = 'id because was { id } is { id }';
const corrections = async (args = ''): Promise<{ nodes: Told[]; totalCount: number; pageInfo: { endCursor: string | null; hasNextPage: boolean } }> =>
  (await ask(graph, `{ corrections(since: "${times[0] as string}" ${args}) { nodes { ${FIELDS} } totalCount pageInfo { endCursor hasNextPage } } }`))
    .corrections;
const lines = (all: readonly Told[]): string[] =>
  all.map(({ id, because, was, is }) => `${because} ${/^correction:(.*)@\d+$/.exec(id)?.[1]}${was ? '' : ' (new)'}${is ? '' : ' (gone)'}`);
const others = async (args = ''): Promise<string[]> =>
  lines((await corrections(args)).nodes).filter((line) => /(?:leave|stand-in|relation|seats|has-term|term):/.test(line));

describe('corrections of leaves, stand-ins, relations, terms and rights to seats', () => {
  const ALL = [
    'CORRECTED has-term:council-2022',
    'LEARNT leave:anna',
    'LEARNT relation:hall',
    'CORRECTED seats:hall',
    'CORRECTED stand-in:bo',
    'CORRECTED leave:anna (gone)',
    'CORRECTED stand-in:bo (gone)',
  ];

  test('are told like those of seats', async () => expect(await others()).toEqual(ALL));

  test('by why', async () => {
    expect(await others('filter: { because: [LEARNT] }')).toEqual(ALL.filter((line) => line.startsWith('LEARNT')));
    expect(await others('filter: { because: [CORRECTED] }')).toEqual(ALL.filter((line) => line.startsWith('CORRECTED')));
  });

  test('by whom and what they are about', async () => {
    expect(await others('filter: { person: "person:anna" }')).toEqual(['LEARNT leave:anna', 'CORRECTED leave:anna (gone)']);
    expect(await others('filter: { bodies: ["body:hall"] }')).toEqual(['LEARNT relation:hall', 'CORRECTED seats:hall']);
  });

  test('are what the feed tells, once each', async () => {
    const { feed } = await ask(graph, `{ feed(first: 500) { nodes { correction { ${FIELDS} } } } }`);
    const told = (feed.nodes as { correction: Told | null }[]).flatMap(({ correction }) => correction ?? []);
    expect([...(await corrections()).nodes].map(({ id }) => id).sort()).toEqual(told.map(({ id }) => id).sort());
  });

  test.each([1, 2, 3])('by pages of %i, as many as are counted', async (first) => {
    const all = await corrections();
    const found: Told[] = [];
    let page = await corrections(`first: ${first}`);
    for (;;) {
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      page = await corrections(`first: ${first} after: ${JSON.stringify(page.pageInfo.endCursor)}`);
    }
    expect([found, found.length]).toEqual([all.nodes, all.totalCount]);
  });

  test('at a time before, only those until then', async () =>
    expect(await others(`knownAt: "${times[1] as string}"`)).toEqual(ALL.filter((line) => !line.endsWith('(gone)'))));

  test('with what they were and are', async () => {
    const { corrections: found } = await ask(
      graph,
      `{ corrections(since: "${times[0] as string}", until: "${times[2] as string}") { nodes { was { ...Was } is { ...Was } } } }
      fragment Was on Node {
        __typename
        ... on Leave { from } ... on StandIn { from until } ... on Relation { kind interval { fromMin fromMax untilMax } }
      }`,
    );
    const relation = (kind: string, fromMin: string, fromMax: string, untilMax: string | null) => ({
      __typename: 'Relation',
      kind,
      interval: { fromMin, fromMax, untilMax },
    });
    const right = relation('HAS_SEATS', '2018-01-01', '2018-01-01', null);
    expect(found.nodes).toEqual([
      { was: relation('HAS_TERM', '2022-01-01', '2022-01-01', '2026-01-01'), is: relation('HAS_TERM', '2022-01-01', '2022-01-01', '2027-01-01') },
      { was: { __typename: 'Leave', from: '2020' }, is: { __typename: 'Leave', from: '2020-03-01' } },
      { was: relation('PART_OF', '2018-01-01', '2018-12-31', null), is: relation('PART_OF', '2018-02-01', '2018-02-01', null) },
      { was: right, is: right },
      { was: { __typename: 'StandIn', ...FIRST.standIn }, is: { __typename: 'StandIn', ...THEN.standIn } },
    ]);
  });

  test('each by its id', async () => {
    for (const { id, because } of (await corrections()).nodes) {
      const { node } = await ask(graph, `{ node(id: "${id}") { ... on Correction { because } } }`);
      expect([id, node]).toEqual([id, { because }]);
    }
  });
});
