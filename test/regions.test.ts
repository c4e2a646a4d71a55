import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, rewrittenGraph, seedWorld } from './world.js';

const S = ['source:1'];

type Link = [kind: string, subject: string, object: string, dates?: object];

/** Bodies of these names and how they and places relate, each with a member of its own who is of one party. */
const worldOf = (bodies: readonly string[], links: readonly Link[]): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  parties: [{ id: 'party:a', name: 'A', sources: S }],
  regions: ['r', 'q'].map((name) => ({ id: `region:${name}`, name, sources: S })),
  municipalities: ['m', 'n'].map((name, at) => ({ id: `municipality:${name}`, name, code: `000${at}`, sources: S })),
  bodies: bodies.map((name) => ({ id: `body:${name}`, kind: 'COMMITTEE', name, existence: { from: '2000-01-01' }, sources: S })),
  relations: links.map(([kind, subject, object, dates = {}], at) => ({
    id: `relation:${at}`,
    kind,
    subject,
    object,
    from: '2000-01-01',
    until: '2040-01-01',
    ...dates,
    sources: S,
  })),
  people: bodies.map((name) => ({ id: `person:${name}`, name, sources: S })),
  affiliations: bodies.map((name) => ({
    id: `affiliation:${name}`,
    person: `person:${name}`,
    with: 'party:a',
    from: '2000-01-01',
    until: '2040-01-01',
    sources: S,
  })),
  memberships: bodies.map((name) => ({
    id: `membership:${name}`,
    person: `person:${name}`,
    body: `body:${name}`,
    role: 'MEMBER',
    from: '2010-01-01',
    until: '2030-01-01',
    sources: S,
  })),
});

const OUTSIDE: Link[] = [
  ['GOVERNS', 'body:elsewhere', 'municipality:n'],
  ['LIES_IN', 'municipality:n', 'region:q'],
  ['COVERS', 'body:forum', 'municipality:m'],
];

interface Case {
  world: World;
  /** By day, the bodies within region r: certainly, and perhaps. */
  within: Record<string, [certain: string[], possible: string[]]>;
}

const CASES: Record<string, Case> = {
  'parts at any remove, of a council of a municipality and of the region itself': {
    world: worldOf(
      ['council', 'committee', 'group', 'pair', 'regional', 'board', 'elsewhere', 'elsewhere-part', 'forum', 'alone'],
      [
        ['LIES_IN', 'municipality:m', 'region:r'],
        ['GOVERNS', 'body:council', 'municipality:m'],
        ['PART_OF', 'body:committee', 'body:council'],
        ['PART_OF', 'body:group', 'body:committee'],
        ['PART_OF', 'body:pair', 'body:group', { from: '2020-01-01', until: '2022-01-01' }],
        ['GOVERNS', 'body:regional', 'region:r'],
        ['PART_OF', 'body:board', 'body:regional'],
        ['PART_OF', 'body:elsewhere-part', 'body:elsewhere'],
        ...OUTSIDE,
      ],
    ),
    within: {
      '2019-12-31': [['board', 'committee', 'council', 'group', 'regional'], []],
      '2020-01-01': [['board', 'committee', 'council', 'group', 'pair', 'regional'], []],
      '2022-01-01': [['board', 'committee', 'council', 'group', 'regional'], []],
    },
  },
  'a municipality that moves to the region in some month, with all that is part of its council': {
    world: worldOf(
      ['council', 'committee', 'group', 'elsewhere', 'forum'],
      [
        ['LIES_IN', 'municipality:m', 'region:q', { until: '2021-06' }],
        ['LIES_IN', 'municipality:m', 'region:r', { from: '2021-06' }],
        ['GOVERNS', 'body:council', 'municipality:m'],
        ['PART_OF', 'body:committee', 'body:council'],
        ['PART_OF', 'body:group', 'body:committee', { from: '2021-07-15' }],
        ...OUTSIDE,
      ],
    ),
    within: {
      '2021-05-31': [[], []],
      '2021-06-15': [[], ['committee', 'council']],
      '2021-07-01': [['committee', 'council'], []],
      '2021-07-15': [['committee', 'council', 'group'], []],
    },
  },
  'bodies that are part of each other, or of two': {
    world: worldOf(
      ['council', 'a', 'b', 'c', 'elsewhere', 'forum'],
      [
        ['LIES_IN', 'municipality:m', 'region:r'],
        ['GOVERNS', 'body:council', 'municipality:m', { until: '2022-01-01' }],
        ['PART_OF', 'body:a', 'body:council', { until: '2021-01-01' }],
        ['PART_OF', 'body:b', 'body:a'],
        ['PART_OF', 'body:a', 'body:c'],
        ['PART_OF', 'body:c', 'body:b'],
        ['PART_OF', 'body:c', 'body:council', { from: '2021' }],
        ...OUTSIDE,
      ],
    ),
    within: {
      '2020-12-31': [['a', 'b', 'c', 'council'], []],
      '2021-06-01': [['council'], ['a', 'b', 'c']],
      '2021-12-31': [['a', 'b', 'c', 'council'], []],
      '2022-01-01': [[], []],
    },
  },
};

const idsIn = (list: { nodes: { id: string }[] }): string[] => list.nodes.map(({ id }) => id.slice(id.indexOf(':') + 1)).sort();

describe.each(Object.entries(CASES))('within a region lie %s', (_, { world, within }) => {
  let graph: Graph;
  let before = '';
  beforeAll(async () => {
    ({ graph, before } = await rewrittenGraph(world, { ...world, relations: (world['relations'] ?? []).slice(-OUTSIDE.length) }));
  });
  afterAll(() => graph.close());

  describe.each(Object.entries(within))('on %s', (asOf, [certain, possible]) => {
    const all = [...certain, ...possible].sort();
    const lens = (): string => `asOf: "${asOf}", knownAt: "${before}"`;

    test('bodies', async () => {
      const { bodies } = await ask(graph, `{ bodies(filter: { region: "region:r" }, ${lens()}) { totalCount nodes { id } } }`);
      expect([idsIn(bodies), bodies.totalCount]).toEqual([all, all.length]);
    });

    test('people who sit in them, as surely as all of it', async () => {
      const asked = async (filter: string) =>
        idsIn((await ask(graph, `{ people(filter: { region: "region:r" ${filter} }, ${lens()}) { nodes { id } } }`)).people);
      expect(await asked('')).toEqual(all);
      expect(await asked('roles: [MEMBER], certainty: [CERTAIN]')).toEqual(certain);
      expect(await asked('party: "party:a", certainty: [POSSIBLE]')).toEqual(possible);
      expect(await asked('roles: [CHAIR]')).toEqual([]);
      for (const name of ['council', 'elsewhere']) expect(await asked(`body: "body:${name}"`)).toEqual(all.filter((one) => one === name));
    });

    test('what people represent in them, as surely as all of it', async () => {
      const asked = async (filter: string) => {
        const { representations } = await ask(
          graph,
          `{ representations(filter: { ${filter} region: "region:r", how: [BELONGS_TO] }, ${lens()}) { nodes { certainty body { id } } } }`,
        );
        const seats = representations.nodes.map(({ certainty, body }: { certainty: string; body: { id: string } }) => ({ id: body.id, certainty }));
        return ['CERTAIN', 'POSSIBLE'].map((one) => idsIn({ nodes: seats.filter(({ certainty }: { certainty: string }) => certainty === one) }));
      };
      expect(await asked('ofParty: "party:a",')).toEqual([certain, possible]);
      expect(await asked('where: "body:elsewhere",')).toEqual([[], []]);
      expect(await asked('who: "person:council",')).toEqual([certain, possible].map((names) => names.filter((name) => name === 'council')));
      expect(await errorsOf(graph, '{ representations(filter: { region: "region:r" }) { totalCount } }')).toMatchObject([{ code: 'FILTER_REQUIRED' }]);
    });

    test('counts, and the region of what is counted', async () => {
      const asked = async (args: string) => {
        const { counts } = await ask(graph, `{ counts(${args}, ${lens()}) { keys { thing { id } } } }`);
        return idsIn({ nodes: counts.flatMap(({ keys }: { keys: { thing: { id: string } | null }[] }) => keys[0]?.thing ?? []) });
      };
      expect(await asked('filter: { region: "region:r" }, by: [BODY]')).toEqual(all);
      expect((await asked('filter: { bodies: ["body:council", "body:elsewhere"] }, by: [REGION]')).includes('r')).toEqual(all.includes('council'));
    });

    test('nothing that is recorded as within it no longer', async () =>
      expect((await ask(graph, `{ bodies(filter: { region: "region:r" }, asOf: "${asOf}") { totalCount } }`)).bodies.totalCount).toBe(0));
  });
});

describe('what changes within a region', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    const { world } = CASES['a municipality that moves to the region in some month, with all that is part of its council'] as Case;
    const dated = { council: '2021-05-01', committee: '2021-07-01', group: '2021-07-14', elsewhere: '2021-08-01', forum: '2021-08-01' };
    const memberships = (world['memberships'] as { id: string; person: string }[]).map((row) => ({
      ...row,
      from: dated[row.person.slice('person:'.length) as keyof typeof dated],
    }));
    await seedWorld(graph, { ...world, memberships });
  });
  afterAll(() => graph.close());

  const period = 'from: "2021-04-01", until: "2022-01-01"';
  const isSeat = ({ membership }: { membership: object | null }): boolean => membership !== null;

  test('is what changes in the bodies that may lie in it on that day or the day before, and its territory', async () => {
    const { changes, events } = await ask(
      graph,
      `{ changes(filter: { region: "region:r" }, ${period}) { totalCount nodes { on kind membership { id } } }
         events(filter: { region: "region:r", kinds: [JOINED] }, ${period}) { nodes { earliest membership { id } } } }`,
    );
    const seats = changes.nodes.filter(isSeat);
    expect(seats).toEqual([{ on: '2021-07-01', kind: 'JOINED', membership: { id: 'membership:committee' } }]);
    expect(events.nodes).toEqual([{ earliest: '2021-07-01', membership: { id: 'membership:committee' } }]);
    expect(changes.totalCount).toBe(changes.nodes.length);
    expect(changes.nodes.filter((one: { membership: object | null }) => !isSeat(one)).map(({ on, kind }: { on: string; kind: string }) => [on, kind])).toEqual([
      ['2021-06-01', 'UNCONFIRMED'],
      ['2021-06-01', 'TERRITORY_CHANGED'],
      ['2021-06-30', 'CONFIRMED'],
      ['2021-07-01', 'TERRITORY_CHANGED'],
    ]);
  });

  test('is found with what else a filter asks for', async () => {
    const asked = async (filter: string) =>
      (await ask(graph, `{ changes(filter: { region: "region:q" ${filter} }, ${period}) { nodes { on membership { id } } } }`)).changes.nodes
        .filter(isSeat)
        .map(({ membership: { id } }: { membership: { id: string } }) => id);
    expect(await asked('')).toEqual(['membership:council', 'membership:committee', 'membership:elsewhere']);
    expect(await asked('kinds: [JOINED], person: "person:elsewhere"')).toEqual(['membership:elsewhere']);
    expect(await asked('bodies: ["body:group", "body:council"]')).toEqual(['membership:council']);
    expect(await errorsOf(graph, `{ changes(filter: { region: "region:x" }, ${period}) { totalCount } }`)).toMatchObject([{ code: 'UNKNOWN_ID' }]);
  });

  test('and what lies in it is read step by step outwards, however much there is', async () => {
    const ran = await queriesOf(graph, '{ bodies(filter: { region: "region:r" }, asOf: "2021-07-15") { nodes { id } } }');
    expect(ran.filter((name) => name === 'relations/within')).toHaveLength(5);
  });
});
