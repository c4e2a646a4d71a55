import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkGraph } from '../src/integrity/check.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const seat = (name: string, more: object = {}) => ({
  id: `membership:${name}`,
  person: `person:${name}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  from: '2026-01-01',
  until: '2030-01-01',
  began: 'ELECTED',
  sources: S,
  appointment: { designatedOn: '2025-11-18', elected: { election: 'election:2025', list: 'party:a', sources: S } },
  ...more,
});

const world = (memberships: readonly object[], more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Result', kind: 'result' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Valgt er …' }],
  people: ['anna', 'bo', 'carl'].map((name) => named(`person:${name}`)),
  parties: [named('party:a')],
  bodies: [named('body:council', { kind: 'COUNCIL', maximum: 2 })],
  elections: [{ id: 'election:2025', body: 'body:council', on: '2025-11-18', results: [{ list: 'party:a', seats: 2 }], sources: S }],
  memberships,
  ...more,
});

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const now = async (): Promise<string> => `knownAt: "${new Date((await readRevision(graph)).at).toISOString()}"`;
const idOf = ({ id }: { id: string }): string => id.slice(id.indexOf(':') + 1);
const sitting = async (asOf: string, lens = ''): Promise<string[]> =>
  (await ask(graph, `{ body(id: "body:council", asOf: "${asOf}" ${lens}) { members { nodes { person { id } certainty } } } }`)).body.members.nodes.map(
    ({ person, certainty }: { person: { id: string }; certainty: string }) => `${idOf(person)} ${certainty}`,
  );
const told = async (lens = ''): Promise<string[]> =>
  (await ask(graph, `{ events(from: "2025-01-01", until: "2027-01-01" ${lens}) { nodes { latest kind began ended person { id } } } }`)).events.nodes.map(
    ({ latest, kind, began, ended, person }: { latest: string; kind: string; began: string | null; ended: string | null; person: { id: string } }) =>
      [latest, kind, idOf(person), began, ended].filter(Boolean).join(' '),
  );
const corrected = async (): Promise<string[]> =>
  (
    await ask(
      graph,
      '{ corrections(since: "2020-01-01T00:00:00Z") { nodes { because was { ... on Membership { id until } } is { ... on Membership { id until declined } } } } }',
    )
  ).corrections.nodes
    .filter(({ was, is }: { was: object | null; is: object | null }) => JSON.stringify([was, is]).includes('membership:'))
    .map(({ because, was, is }: { because: string; was: { id: string } | null; is: { id: string; until: string; declined: boolean } | null }) =>
      [because, was && idOf(was), is ? (is.declined ? 'declined' : is.until) : 'gone'].join(' '),
    );
const elected = async (lens = ''): Promise<string[]> =>
  (await ask(graph, `{ elections(body: "body:council" ${lens}) { nodes { results { elected { id } } } } }`)).elections.nodes[0].results[0].elected
    .map(idOf)
    .sort();
const broken = async (): Promise<string[]> => (await checkGraph(graph)).filter(({ verdict }) => verdict === 'BROKEN').map(({ rule }) => rule);

describe('an election that was recounted', () => {
  test('is corrected: who was never elected has no seat, and had one in the record until then', async () => {
    await seedWorld(graph, world([seat('anna'), seat('bo')]));
    const before = await now();
    await seedWorld(graph, world([seat('anna'), seat('carl', { began: 'RECOUNT' })]));

    expect([await sitting('2026-02-01', before), await sitting('2026-02-01')]).toEqual([
      ['anna CERTAIN', 'bo CERTAIN'],
      ['anna CERTAIN', 'carl CERTAIN'],
    ]);
    expect([await told(before), await told()]).toEqual([
      ['2026-01-01 JOINED anna ELECTED', '2026-01-01 JOINED bo ELECTED'],
      ['2026-01-01 JOINED anna ELECTED', '2026-01-01 JOINED carl RECOUNT'],
    ]);
    expect([await elected(before), await elected()]).toEqual([
      ['anna', 'bo'],
      ['anna', 'carl'],
    ]);
    expect(await corrected()).toEqual(['CORRECTED bo gone']);
    expect(await sitting('2025-12-31')).toEqual([]);
    expect(await broken()).toEqual([]);
  });
});

describe('an election that was annulled', () => {
  const ANNULLED = { until: '2026-03-10', ended: 'ANNULLED' };
  const rerun = seat('carl', { from: '2026-03-10', began: 'ELECTED', appointment: { designatedOn: '2026-03-03' } });

  test('before it took effect, is corrected: nobody whom it elected ever sat', async () => {
    await seedWorld(graph, world([seat('anna'), seat('bo')]));
    const before = await now();
    await seedWorld(graph, world([rerun], { elections: [] }));

    expect([await sitting('2026-02-01', before), await sitting('2026-02-01'), await sitting('2026-03-10')]).toEqual([
      ['anna CERTAIN', 'bo CERTAIN'],
      [],
      ['carl CERTAIN'],
    ]);
    expect([await told(before), await told()]).toEqual([
      ['2026-01-01 JOINED anna ELECTED', '2026-01-01 JOINED bo ELECTED'],
      ['2026-03-10 JOINED carl ELECTED'],
    ]);
    expect((await corrected()).sort()).toEqual(['CORRECTED anna gone', 'CORRECTED bo gone']);
    expect(await broken()).toEqual([]);
  });

  test.each([
    ['a record that is learnt from documents', {}, 'CORRECTED'],
    ['one that is kept up to date', { maintained: 'continuously' }, 'CHANGED'],
  ])('after it took effect, ends the seats that were held until then: in %s', async (_, head, because) => {
    const open = { until: undefined };
    const given = because === 'CHANGED' ? open : {};
    await seedWorld(graph, world([seat('anna', given), seat('bo', given)]), head);
    const before = await now();
    await seedWorld(graph, world([seat('anna', ANNULLED), seat('bo', ANNULLED), rerun]), head);

    expect([await sitting('2026-03-09', before), await sitting('2026-04-01', before)]).toEqual([
      ['anna CERTAIN', 'bo CERTAIN'],
      ['anna CERTAIN', 'bo CERTAIN'],
    ]);
    expect([await sitting('2026-03-09'), await sitting('2026-03-10')]).toEqual([['anna CERTAIN', 'bo CERTAIN'], ['carl CERTAIN']]);
    expect(await told()).toEqual([
      '2026-01-01 JOINED anna ELECTED',
      '2026-01-01 JOINED bo ELECTED',
      '2026-03-10 JOINED carl ELECTED',
      '2026-03-10 LEFT anna ANNULLED',
      '2026-03-10 LEFT bo ANNULLED',
    ]);
    expect(await corrected()).toEqual(because === 'CORRECTED' ? ['CORRECTED anna 2026-03-10', 'CORRECTED bo 2026-03-10'] : []);
    const { node } = await ask(graph, '{ node(id: "membership:anna", asOf: "2026-03-09") { ... on Membership { ended history { because ended until } } } }');
    expect(node.ended).toBe('ANNULLED');
    expect(node.history).toMatchObject([
      { because: 'RECORDED', ended: null },
      { because, ended: 'ANNULLED', until: '2026-03-10' },
    ]);
    expect(await broken()).toEqual([]);
  });
});

test('who was elected and declined was elected all the same', async () => {
  await seedWorld(graph, world([seat('anna'), seat('bo', { until: undefined, declined: true })]));
  expect([await elected(), await sitting('2026-02-01')]).toEqual([['anna', 'bo'], ['anna CERTAIN']]);
});
