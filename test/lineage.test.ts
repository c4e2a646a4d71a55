import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { oldestFirst } from '../src/questions/lineage/rules.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, queriesOf, seedWorld } from './world.js';

const S = ['source:1'];
const body = (id: string, existence: object = {}) => ({ id: `body:${id}`, kind: 'BOARD', name: id, existence, sources: S });
const succeeds = (after: string, before: string, dates: object = { undated: 'Not said.' }) => ({
  id: `relation:${after}-succeeds-${before}`,
  kind: 'SUCCEEDS',
  subject: `body:${after}`,
  object: `body:${before}`,
  ...dates,
  sources: S,
});
const seat = (person: string, of: string, dates: object) => ({
  id: `membership:${of}-${person}`,
  person: `person:${person}`,
  body: `body:${of}`,
  role: 'MEMBER',
  ...dates,
  sources: S,
});

/** North and south merge to middle, which is split to east and west; round and back take each other's place; lone has no past. */
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it was.' }],
  people: ['anna', 'bo', 'carl'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
  bodies: [
    body('north', { from: '1990-01-01', until: '2010-01-01' }),
    body('south', { from: '1980-01-01', until: '2010-01-01' }),
    body('oldest', { until: '1980-01-01' }),
    body('middle', { from: '2010-01-01', until: '2027-01-01' }),
    body('west', { from: '2027-01-01' }),
    body('east', { from: '2027-01-01' }),
    body('round', { from: '2001-01-01' }),
    body('back', { from: '2000-01-01' }),
    body('lone'),
    body('alpha'),
    body('beta'),
  ],
  relations: [
    succeeds('south', 'oldest', { from: '1980-01-01' }),
    succeeds('middle', 'north', { from: '2010-01-01' }),
    succeeds('middle', 'south', { from: '2010-01-01' }),
    succeeds('west', 'middle', { from: '2027-01-01' }),
    succeeds('east', 'middle', { from: '2027-01-01' }),
    succeeds('east', 'north', { from: '2027-01-01' }),
    succeeds('round', 'back'),
    succeeds('back', 'round'),
    succeeds('alpha', 'beta'),
  ],
  memberships: [
    seat('anna', 'oldest', { from: '1975-01-01' }),
    seat('anna', 'south', { from: '1981-01-01', until: '1990-01-01' }),
    seat('bo', 'north', { from: '1995-01-01' }),
    seat('bo', 'middle', { from: '2010-01-01', until: '2027-01-01' }),
    seat('bo', 'east', { from: '2027-01-01' }),
    seat('carl', 'lone', { from: '2010-01-01' }),
  ],
};

describe('the lineage of a body', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, WORLD);
  });
  afterAll(() => graph.close());

  type Named = { name: string; phase: string };
  const lineage = async (id: string, asOf = '2026-12-31'): Promise<Named[]> =>
    (await ask(graph, `{ body(id: "body:${id}", asOf: "${asOf}") { lineage { name phase } } }`)).body.lineage;
  const names = async (id: string, asOf?: string): Promise<string[]> => (await lineage(id, asOf)).map(({ name }) => name);

  test.each([
    ['a body between a merger and a split', 'middle', ['oldest', 'south', 'north', 'middle', 'east', 'west']],
    ['one half of a merger: the other half is not of its line', 'south', ['oldest', 'south', 'middle', 'east', 'west']],
    ['one half of a split', 'west', ['oldest', 'south', 'north', 'middle', 'west']],
    ['the first of all', 'oldest', ['oldest', 'south', 'middle', 'east', 'west']],
    ['a body that nothing came before or after', 'lone', ['lone']],
    ['bodies that took each other’s place', 'round', ['back', 'round']],
    ['bodies without a date, in the order of their succession', 'alpha', ['beta', 'alpha']],
  ])('is that of %s', async (_, id, expected) => expect(await names(id)).toEqual(expected));

  test('is the same on every day, and says which of it is over and which is to come', async () => {
    for (const day of ['1970-01-01', '2015-06-01', '2030-01-01']) expect(await names('middle', day)).toEqual(await names('middle'));
    const phases = (await lineage('middle')).map(({ name, phase }) => `${name} ${phase}`);
    expect(phases).toEqual(['oldest FORMER', 'south FORMER', 'north FORMER', 'middle CURRENT', 'east UPCOMING', 'west UPCOMING']);
  });

  test('answers who sat in whatever came before a body', async () => {
    const { body: east } = await ask(
      graph,
      '{ body(id: "body:east", asOf: "2027-06-01") { id lineage { id name members(all: true) { nodes { person { name } } } } } }',
    );
    const before = east.lineage.slice(
      0,
      east.lineage.findIndex(({ id }: { id: string }) => id === east.id),
    );
    const sat = before.map(({ name, members }: { name: string; members: { nodes: { person: { name: string } }[] } }) => [
      name,
      members.nodes.map(({ person }) => person.name),
    ]);
    expect(sat).toEqual([
      ['oldest', ['anna']],
      ['south', ['anna']],
      ['north', ['bo']],
      ['middle', ['bo']],
    ]);
  });

  test("answers a person's career across it", async () => {
    const { body: middle } = await ask(graph, '{ body(id: "body:middle") { lineage { id } } }');
    const bodies = middle.lineage.map(({ id }: { id: string }) => id);
    const career = async (person: string) => {
      const answer = await ask(
        graph,
        `query ($bodies: [ID!]) { person(id: "person:${person}", asOf: "2026-12-31") { memberships(bodies: $bodies, all: true) { nodes { body { name } phase } } } }`,
        { bodies },
      );
      return answer.person.memberships.nodes.map(({ body: { name }, phase }: { body: Named; phase: string }) => `${name} ${phase}`).sort();
    };
    expect(await career('bo')).toEqual(['east UPCOMING', 'middle CURRENT', 'north FORMER']);
    expect(await career('anna')).toEqual(['oldest FORMER', 'south FORMER']);
    expect(await career('carl')).toEqual([]);
  });

  test('is at a past time of the record what it was then', async () => {
    const { at } = await readRevision(graph);
    await seedWorld(graph, { ...WORLD, relations: WORLD.relations.filter(({ id }) => id !== 'relation:alpha-succeeds-beta') });
    const { body: then } = await ask(graph, `{ body(id: "body:alpha", knownAt: "${new Date(at).toISOString()}") { lineage { name } } }`);
    expect([then.lineage, await names('alpha')]).toEqual([[{ name: 'beta' }, { name: 'alpha' }], ['alpha']]);
  });

  test('asks once for each generation', async () => {
    const ran = await queriesOf(graph, '{ body(id: "body:middle") { lineage { name } } }');
    expect(ran).toEqual(['bodies/by-ids', 'bodies/by-ids', ...Array<string>(3).fill('relations/by-ids')]);
  });
});

test('whatever succeeds whatever, each body is listed once, and where there is no circle after all that it succeeded', () => {
  const id = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), fc.boolean(), (pairs, forward) => {
      const steps = pairs.map(([a, b]) =>
        forward ? { before: String(Math.min(a, b)), after: String(Math.max(a, b)) } : { before: String(a), after: String(b) },
      );
      const bodies = Array.from({ length: 9 }, (_, at) => ({ id: String(at), fromMin: '0001-01-01', sortKey: String(9 - at) }));
      const ordered = oldestFirst(bodies, steps).map((one) => one.id);
      expect([...ordered].sort()).toEqual(bodies.map((one) => one.id));
      if (forward) for (const { before, after } of steps) expect(ordered.indexOf(before)).toBeLessThanOrEqual(ordered.indexOf(after));
    }),
  );
});
