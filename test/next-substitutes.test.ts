import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkGraph } from '../src/integrity/check.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld } from './world.js';

const S = ['source:1'];
const TERM = { from: '2022-01-01', until: '2026-01-01' };
const named = (id: string, more: object = {}) => ({ id, name: id.slice(id.indexOf(':') + 1), sources: S, ...more });
const seat = (id: string, person: string, role: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: 'body:council',
  role,
  ...TERM,
  sources: S,
  ...more,
});
const pooled = (person: string, list: string, rank: number | null, more: object = {}) =>
  seat(`pool-${person}`, person, 'SUBSTITUTE', { appointment: { substituteOf: { principal: list, ...(rank && { rank }), sources: S } }, ...more });
const tie = (person: string, principal: string, dates: object) => ({
  id: `affiliation:${person}-${principal.split(':')[1]}`,
  person: `person:${person}`,
  with: principal,
  sources: S,
  ...dates,
});
const replaces = (id: string) => ({ appointment: { replaces: { membership: `membership:${id}`, sources: S } } });

const PEOPLE = ['anna', 'bo', 'carl', 'dora', 'eva', 'finn', 'gerd', 'hans', 'ida', 'jens', 'kaj', 'lis'];

/** A council with Anna and Bo of one list, whose pool has all that there is to pass over in it; and pools of another, a place and the council. */
const world = (more: readonly object[] = []): World => ({
  documents: [{ id: 'doc:1', title: 'Result', kind: 'result' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Stedfortrædere.' }],
  people: PEOPLE.map((name) => named(`person:${name}`, name === 'finn' ? { diedOn: '2023-05-01' } : {})),
  parties: [named('party:a'), named('party:b'), named('party:none')],
  municipalities: [named('municipality:by', { code: '0999' })],
  bodies: [named('body:council', { kind: 'COUNCIL' }), named('body:other', { kind: 'COUNCIL' })],
  affiliations: [tie('gerd', 'party:a', { from: '2020-01-01', until: '2024-03-01' }), tie('hans', 'party:a', { from: '2020-01-01', until: '2024' })],
  memberships: [
    seat('anna', 'anna', 'COUNCILLOR', { until: '2023-02-01', ended: 'RESIGNED' }),
    seat('bo', 'bo', 'COUNCILLOR'),
    // Carl moved up for Anna, and gave up the seat a year later; Dora was named in his place, and declined.
    pooled('carl', 'party:a', 1),
    seat('carl', 'carl', 'COUNCILLOR', { from: '2023-02-01', until: '2024-02-01', began: 'SUBSTITUTE_MOVED_UP', ended: 'RESIGNED', ...replaces('anna') }),
    pooled('dora', 'party:a', 2),
    seat('dora', 'dora', 'COUNCILLOR', { from: '2024-02-01', until: undefined, declined: true, ...replaces('carl') }),
    pooled('eva', 'party:a', 3),
    seat('eva-mayor', 'eva', 'MAYOR', { from: '2024-06', until: '2025-01-01' }),
    pooled('finn', 'party:a', 4),
    pooled('gerd', 'party:a', 5),
    pooled('hans', 'party:a', 6),
    pooled('ida', 'party:a', 7, { from: '2022-01' }),
    pooled('jens', 'party:a', null),
    // Of other pools, of another term, or of another body.
    pooled('kaj', 'party:b', 1),
    seat('pool-lis', 'lis', 'SUBSTITUTE', { appointment: { substituteOf: { principal: 'municipality:by', rank: 1, sources: S } } }),
    seat('pool-bo', 'bo', 'SUBSTITUTE', {
      from: '2018-01-01',
      until: '2022-01-01',
      appointment: { substituteOf: { principal: 'party:a', rank: 1, sources: S } },
    }),
    seat('pool-anna', 'anna', 'SUBSTITUTE', { body: 'body:other', appointment: { substituteOf: { principal: 'party:a', rank: 1, sources: S } } }),
    seat('pool-kaj-council', 'kaj', 'SUBSTITUTE', { appointment: { substituteOf: { principal: 'body:council', rank: 1, sources: S } } }),
    ...more,
  ],
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

const next = async (asOf: string, list = 'party:a', body = 'body:council', lens = ''): Promise<string[]> =>
  (
    await ask(graph, `{ body(id: "${body}", asOf: "${asOf}"${lens}) { nextSubstitutes(list: "${list}") { person { name } rank certainty asOf } } }`)
  ).body.nextSubstitutes.map(({ person, rank, certainty }: { person: { name: string }; rank: number | null; certainty: string }) =>
    [person.name, rank, certainty === 'POSSIBLE' ? 'perhaps' : null].filter((one) => one !== null).join(' '),
  );

describe('who is next in a pool', () => {
  const ALL = ['carl 1', 'dora 2', 'eva 3', 'finn 4', 'gerd 5', 'hans 6', 'ida 7', 'jens'];
  const without = (...names: string[]): string[] => ALL.filter((one) => !names.some((name) => one.startsWith(name)));

  test.each([
    ['by rank, those without one last', '2023-01-31', ALL],
    ['not who has moved up', '2023-02-01', without('carl')],
    ['not who moved up and sits no more, nor who declined', '2024-02-01', without('carl', 'dora', 'finn')],
    ['not who has died', '2023-06-01', without('carl', 'finn')],
    ['not who has left the list, and who may have', '2024-03-01', without('carl', 'dora', 'finn', 'gerd')],
    ['who may sit', '2024-06-15', without('carl', 'dora', 'finn', 'gerd')],
    ['not who sits for certain', '2024-07-01', without('carl', 'dora', 'finn', 'gerd', 'eva')],
    ['who sits no more; not who has left by then for certain', '2025-01-01', without('carl', 'dora', 'finn', 'gerd', 'hans')],
    ['nobody when the term is over', '2026-01-01', []],
    ['who may be a substitute already', '2022-01-15', [...without('ida', 'jens'), 'ida 7 perhaps', 'jens']],
    ['that of the term before', '2021-06-01', ['bo 1']],
  ])('is told %s', async (_, asOf, expected) => {
    expect(await next(asOf)).toEqual(expected);
  });

  test.each([
    ['another list', 'party:b', 'body:council', ['kaj 1']],
    ['a place', 'municipality:by', 'body:council', ['lis 1']],
    ['the body', 'body:council', 'body:council', ['kaj 1']],
    ['the list in another body, where who sits in this one may be called', 'party:a', 'body:other', ['anna 1']],
    ['a list that has none', 'party:none', 'body:council', []],
  ])('is told of %s', async (_, list, body, expected) => {
    expect(await next('2023-01-31', list, body)).toEqual(expected);
  });

  test('asks for a list that there is', async () => {
    expect(await errorsOf(graph, '{ body(id: "body:council") { nextSubstitutes(list: "party:unknown") { id } } }')).toMatchObject([{ code: 'UNKNOWN_ID' }]);
  });

  test('asks as many queries for a pool of eight as for one of one', async () => {
    const asked = (list: string) => queriesOf(graph, `{ body(id: "body:council", asOf: "2023-01-31") { nextSubstitutes(list: "${list}") { id } } }`);
    const ofOne = await asked('party:b');
    expect(new Set(await asked('party:a'))).toEqual(new Set([...ofOne, 'memberships/also-declined-by-ids', 'events/by-ids']));
    expect((await asked('party:a')).length).toBeLessThan(ofOne.length + 3);
  });

  test('breaks no rule, but where two have a rank, or one is left out', async () => {
    const ofPool = async (): Promise<string[]> =>
      (await checkGraph(graph)).filter(({ rule, verdict }) => rule.startsWith('substitute-') && verdict === 'BROKEN').map(({ rule }) => rule);
    const found = async (more: readonly object[]) => {
      const other = await emptyGraph();
      const kept = graph;
      try {
        graph = other;
        await seedWorld(graph, world(more));
        return await ofPool();
      } finally {
        graph = kept;
        await other.close();
      }
    };
    expect(await ofPool()).toEqual([]);
    expect(await found([seat('twice', 'bo', 'SUBSTITUTE', { appointment: { substituteOf: { principal: 'party:b', rank: 1, sources: S } } })])).toEqual([
      'substitute-rank',
    ]);
  });

  test('was another before the record was corrected', async () => {
    const other = await emptyGraph();
    try {
      const first = world();
      const asked = async (lens = '') =>
        (await ask(other, `{ body(id: "body:council", asOf: "2023-06-01"${lens}) { nextSubstitutes(list: "party:b") { person { name } } } }`)).body
          .nextSubstitutes;
      await seedWorld(other, first);
      const before = new Date((await readRevision(other)).at).toISOString();
      const declined = seat('kaj', 'kaj', 'COUNCILLOR', { from: '2023-03-01', until: undefined, declined: true });
      await seedWorld(other, { ...first, memberships: [...(first['memberships'] ?? []), declined] });
      expect([await asked(), await asked(`, knownAt: "${before}"`)]).toEqual([[], [{ person: { name: 'kaj' } }]]);
    } finally {
      await other.close();
    }
  });
});
