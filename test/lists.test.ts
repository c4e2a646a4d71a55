import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ABOUT, BODIES, DATES, DOCUMENTS, type Filter, MUNICIPALITIES, type Row, WORDS, listsWorld, oneOf, orderOf, passes, randomOf } from './lists-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const FILTERS = {
  meetings: 'MeetingFilter',
  decisions: 'DecisionFilter',
  documents: 'DocumentFilter',
  statements: 'StatementFilter',
  agreements: 'AgreementFilter',
  allocations: 'AllocationFilter',
} as const;
type List = keyof typeof FILTERS | 'elections';
const LISTS = [...Object.keys(FILTERS), 'elections'] as List[];

/** What a list declares and is given of a filter: one argument, or one for each of its fields. */
const askedOf = (list: List): [declared: string, given: string] =>
  list === 'elections'
    ? ['$body: ID, $from: LocalDate, $until: LocalDate', 'body: $body, from: $from, until: $until']
    : [`$filter: ${FILTERS[list]}`, 'filter: $filter'];

const WORLDS = [1, 2, 3].map((seed) => listsWorld(seed, 40));
const AS_OF = '2022-06-21';

let graph: Graph;
const times: (string | null)[] = [];
beforeAll(async () => {
  graph = await emptyGraph();
  for (const world of WORLDS) {
    await seedWorld(graph, world);
    times.push(new Date((await readRevision(graph)).at).toISOString());
  }
  times[WORLDS.length - 1] = null;
});
afterAll(() => graph.close());

const read = async (list: List, filter: Filter, knownAt: string | null, first: number): Promise<{ ids: string[]; totalCount: number }> => {
  const [declared, given] = askedOf(list);
  const query = `query (${declared}, $knownAt: DateTime, $first: Int, $after: String) {
    page: ${list}(${given}, asOf: "${AS_OF}", knownAt: $knownAt, first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { page } = await ask(graph, query, { filter, ...filter, knownAt, first, after });
    ids.push(...page.nodes.map(({ id }: Row) => id));
    if (!page.pageInfo.hasNextPage) return { ids, totalCount: page.totalCount };
    after = page.pageInfo.endCursor;
  }
};

const expected = (list: List, filter: Filter, world: Record<string, readonly Row[]>): string[] =>
  (world[list] ?? [])
    .filter((row) => passes(list, row, filter, world, AS_OF))
    .map((row) => ({ id: row.id, key: orderOf(list, row, world) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);

const random = randomOf(7);
const days = ['2021-06-01', '2022-02-28', '2022-03-01', '2022-06-21', '2022-12-31', ...DATES.filter((date) => date?.length === 10)] as string[];
const texts = ['god', 'BUDGET', 'kommune', 'region', 'aro kom', 'abenra', 'aars', 'get', ' ?! ', ' ', 'cafe og', ...WORDS];
const maybe = <T>(all: readonly T[], often = 0.4): T | null => (random() < often ? oneOf(random, all) : null);
const anyOf = (all: readonly string[]): string[] | null => (random() < 0.4 ? all.filter(() => random() < 0.5) : null);
const period = () => ({ from: maybe(days), until: maybe(days) });

const DRAWN: Record<List, () => Filter> = {
  meetings: () => ({ ...period(), body: maybe(BODIES), timing: anyOf(['PAST', 'TODAY', 'UPCOMING']) }),
  decisions: () => ({ ...period(), body: maybe(BODIES), outcomes: anyOf(['APPROVED', 'REJECTED', 'NOTED']), text: maybe(texts) }),
  documents: () => ({ ...period(), issuer: maybe(BODIES), title: maybe(texts) }),
  statements: () => ({ about: maybe(ABOUT), document: maybe(DOCUMENTS), text: maybe(texts), conflicting: maybe([true, false]) }),
  // A title of blanks finds no agreement.
  agreements: () => ({
    party: maybe(BODIES),
    title: maybe(
      texts.filter((text) => text.trim()),
      0.7,
    ),
  }),
  allocations: () => ({ municipality: maybe(MUNICIPALITIES), subject: maybe(['Flygtninge', 'Elevpladser', 'Flygt', '']), year: maybe([2021, 2022, 0]) }),
  elections: () => ({ ...period(), body: maybe(BODIES) }),
};

describe.each(LISTS)('%s', (list) => {
  test('are those of the record at each of its times, in their order', async () => {
    for (const [at, world] of WORLDS.entries()) {
      const ids = expected(list, {}, world);
      expect(ids.length).toBeGreaterThan(20);
      expect(await read(list, {}, times[at] as string | null, 500)).toEqual({ ids, totalCount: ids.length });
    }
  });

  test('that pass a filter are found by the graph as by hand, now and in a past record', async () => {
    let found = 0;
    for (let round = 0; round < 40; round += 1) {
      const filter = DRAWN[list]();
      for (const [at, world] of WORLDS.entries()) {
        const ids = expected(list, filter, world);
        found += ids.length;
        const knownAt = times[at] as string | null;
        expect({ filter, at, ...(await read(list, filter, knownAt, round % 2 ? 500 : 7)) }).toEqual({ filter, at, ids, totalCount: ids.length });
      }
    }
    expect(found).toBeGreaterThan(200);
  });
});

test('the lists of bodies and municipalities are those that a filter finds, asked for together', async () => {
  for (const [at, world] of WORLDS.entries()) {
    const lens = times[at] ? `, knownAt: "${times[at]}"` : '';
    const { bodies, municipalities } = await ask(
      graph,
      `{ bodies(all: true, asOf: "${AS_OF}"${lens}) { nodes { id meetings(first: 100) { totalCount nodes { id } } statements(first: 100) { totalCount nodes { id } } } }
         municipalities(first: 10, asOf: "${AS_OF}"${lens}) { nodes { id allocations(year: 2021) { id } } } }`,
    );
    expect([bodies.nodes.length, municipalities.nodes.length]).toEqual([BODIES.length, MUNICIPALITIES.length]);
    const of = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);
    for (const { id, meetings, statements } of bodies.nodes) {
      const [held, about] = [expected('meetings', { body: id }, world), expected('statements', { about: id }, world)];
      expect([of(meetings.nodes), meetings.totalCount]).toEqual([held, held.length]);
      expect([of(statements.nodes), statements.totalCount]).toEqual([about, about.length]);
    }
    for (const { id, allocations } of municipalities.nodes) expect(of(allocations)).toEqual(expected('allocations', { municipality: id, year: 2021 }, world));
  }
});
