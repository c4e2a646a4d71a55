import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkGraph } from '../src/integrity/check.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, queriesOf, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const seat = (id: string, person: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  sources: S,
  ...more,
});
const NAMED = { from: '2026-01-01', appointment: { designatedOn: '2025-11-18', represents: [{ principal: 'party:a', sources: S }], sources: S } };
const DECLINED = { ...NAMED, declined: true, began: 'ELECTED' };
const REPLACES = { from: '2026-01-01', until: '2030-01-01', appointment: { replaces: { membership: 'membership:anna', sources: S } } };

/** A council to which Anna was elected, in whose place Bo sits, and a board in which she sits. */
const world = (anna: object = DECLINED, more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: [named('person:anna'), named('person:bo')],
  bodies: [named('body:council', { kind: 'COUNCIL', maximum: 1 }), named('body:board', { kind: 'BOARD' })],
  parties: [named('party:a')],
  memberships: [
    seat('anna', 'anna', anna),
    seat('bo', 'bo', REPLACES),
    seat('board', 'anna', { body: 'body:board', role: 'MEMBER', from: '2024-01-01', until: '2027-01-01' }),
  ],
  ...more,
});

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const DAY = 'asOf: "2026-06-01"';
const held = async (args: string, lens = DAY): Promise<string[]> =>
  (await ask(graph, `{ person(id: "person:anna", ${lens}) { memberships(${args}) { nodes { id declined } } } }`)).person.memberships.nodes.map(
    ({ id, declined }: { id: string; declined: boolean }) => `${id.slice('membership:'.length)}${declined ? ' declined' : ''}`,
  );

const LISTS = `
  council: body(id: "body:council", ${DAY}) {
    members(all: true) { totalCount peopleCount nodes { id } }
    composition { filled { min max lastKnown } byParty { principal { id } } }
    events { nodes { kind membership { id } before { id } } }
  }
  during: body(id: "body:council") { members(during: { from: "2025-01-01", until: "2028-01-01" }) { nodes { id } } }
  counted: counts(filter: { bodies: ["body:council"] }, by: [PERSON], ${DAY}) { keys { thing { id } } memberships { max } }
  whom: representations(filter: { whom: "party:a", all: true }) { nodes { membership { id } } }
  who: representations(filter: { who: "person:anna", all: true }) { nodes { membership { id } } }
  changes(from: "2025-12-31", until: "2026-01-02") { nodes { kind person { id } } }
  events(from: "2025-01-01", until: "2030-01-01", untold: true) { nodes { kind person { id } } }
  people(filter: { body: "body:council" }, ${DAY}) { nodes { id } }
  party(id: "party:a") { representatives(all: true) { nodes { membership { id } } } }
  bo: node(id: "membership:bo", ${DAY}) { ... on Membership { certainty interval { fromMin fromMax } predecessor { id declined certainty } } }
  path(from: "person:anna", to: "person:bo", ${DAY}) { steps { body { id } } }`;

const WITHOUT_HER = {
  council: {
    members: { totalCount: 1, peopleCount: 1, nodes: [{ id: 'membership:bo' }] },
    composition: { filled: { min: 1, max: 1, lastKnown: 1 }, byParty: [{ principal: null }] },
    events: { nodes: ['JOINED', 'LEFT'].map((kind) => ({ kind, membership: { id: 'membership:bo' }, before: null })) },
  },
  during: { members: { nodes: [{ id: 'membership:bo' }] } },
  counted: [{ keys: [{ thing: { id: 'person:bo' } }], memberships: { max: 1 } }],
  whom: { nodes: [] },
  who: { nodes: [] },
  changes: { nodes: [{ kind: 'JOINED', person: { id: 'person:bo' } }] },
  events: {
    nodes: [
      { kind: 'JOINED', person: { id: 'person:bo' } },
      { kind: 'LEFT', person: { id: 'person:anna' } },
      { kind: 'LEFT', person: { id: 'person:bo' } },
    ],
  },
  people: { nodes: [{ id: 'person:bo' }] },
  party: { representatives: { nodes: [] } },
  bo: {
    certainty: 'CERTAIN',
    interval: { fromMin: '2026-01-01', fromMax: '2026-01-01' },
    predecessor: { id: 'membership:anna', declined: true, certainty: null },
  },
  path: null,
};

describe('who was elected and declined', () => {
  test('is in no list, no count and no event, and breaks no rule', async () => {
    await seedWorld(graph, world());
    expect(await ask(graph, `{ ${LISTS} }`)).toEqual(WITHOUT_HER);
    expect((await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]);
  });

  test.each([
    ['', ['board']],
    ['all: true', ['board']],
    ['includeDeclined: true', ['board', 'anna declined']],
    ['includeDeclined: true, all: true', ['board', 'anna declined']],
    ['includeDeclined: true, during: { from: "2020-01-01", until: "2021-01-01" }', ['anna declined']],
    ['includeDeclined: true, bodies: ["body:board"]', ['board']],
    ['includeDeclined: true, roles: [COUNCILLOR]', ['anna declined']],
    ['includeDeclined: true, certainty: [CERTAIN]', ['board']],
    ['includeDeclined: true, first: 1', ['board']],
  ])('is found by the person with (%s): %j', async (args, expected) => {
    await seedWorld(graph, world());
    expect(await held(args || 'first: 10')).toEqual(expected);
  });

  test('is found by id, as it was said, on whatever day', async () => {
    await seedWorld(graph, world());
    const asked = async (asOf: string) =>
      (
        await ask(
          graph,
          `{ node(id: "membership:anna", asOf: "${asOf}") { ... on Membership { declined certainty phase began ended from until person { id } body { id } represents { id } appointment { designatedOn } history { because } } } }`,
        )
      ).node;
    const said = {
      declined: true,
      certainty: null,
      began: 'ELECTED',
      ended: null,
      from: '2026-01-01',
      until: null,
      person: { id: 'person:anna' },
      body: { id: 'body:council' },
      represents: [{ id: 'party:a' }],
      appointment: { designatedOn: '2025-11-18' },
      history: [{ because: 'RECORDED' }],
    };
    expect(await asked('2025-12-01')).toEqual({ ...said, phase: 'UPCOMING' });
    expect(await asked('2026-02-01')).toEqual({ ...said, phase: 'FORMER' });
  });

  test('costs who does not ask for it nothing', async () => {
    await seedWorld(graph, world());
    const asked = (args: string) => queriesOf(graph, `{ person(id: "person:anna") { memberships(${args}) { nodes { id } } } }`);
    const usual = await asked('first: 5');
    expect(await asked('first: 5, includeDeclined: true')).toEqual([...usual, 'memberships/declined-by-person-ids'].sort());
  });

  test.each<[string, object]>([
    ['an end', { until: '2026-02-01' }],
    ['a sighting', { seen: [{ on: '2026-02-01', in: 'doc:1' }] }],
    ['why it ended', { ended: 'RESIGNED' }],
    ['that it lasts', { open: true }],
  ])('has no seat of which %s is said', async (_, more) => {
    await expect(seedWorld(graph, world({ ...DECLINED, ...more }))).rejects.toThrow(/neither an end nor a sighting/);
  });

  test('has none that lasts, where the record is kept up to date', async () => {
    await seedWorld(graph, world(), { maintained: 'continuously' });
    expect([await held('all: true'), await held('includeDeclined: true')]).toEqual([['board'], ['board', 'anna declined']]);
  });
});

describe('a seat that was thought held', () => {
  const at = async (): Promise<string> => `knownAt: "${new Date((await readRevision(graph)).at).toISOString()}", ${DAY}`;

  test.each<[string, object, object]>([
    ['and was declined', NAMED, DECLINED],
    ['to be declined, and is not', DECLINED, NAMED],
  ])('%s is corrected, with all that depends on it, and known as it was', async (_, first, then) => {
    const isHeld = (one: object): boolean => one === NAMED;
    const inList = (one: object) => (isHeld(one) ? ['anna', 'board'] : ['board']);
    const moreDays = { bodies: [named('body:council', { kind: 'COUNCIL' }), named('body:board', { kind: 'BOARD' })] };
    const committee = seat('committee', 'anna', { body: 'body:board', role: 'CHAIR', from: '2025-01-01', dependsOn: [{ on: 'membership:anna', sources: S }] });
    const state = (one: object): World => {
      const { memberships = [], ...rest } = world(one, moreDays);
      return { ...rest, memberships: [...memberships.filter((row) => !(row as { id: string }).id.endsWith('bo')), committee] };
    };
    await seedWorld(graph, state(first));
    const before = await at();
    expect(await seedWorld(graph, state(then))).toMatchObject({ corrected: 1 });
    const order = (ids: string[]) => ids.filter((id) => id !== 'committee').sort();
    expect([order(await held('all: true', before)), order(await held('all: true'))]).toEqual([inList(first), inList(then)]);
    const starts = async (lens: string) =>
      (await ask(graph, `{ node(id: "membership:committee", ${lens}) { ... on Membership { interval { fromMin } } } }`)).node.interval.fromMin;
    expect([await starts(before), await starts(DAY)]).toEqual([first, then].map((one) => (isHeld(one) ? '2026-01-01' : '2025-01-01')));
    const { corrections, node, events } = await ask(
      graph,
      `{ corrections(since: "2020-01-01T00:00:00Z", filter: { person: "person:anna", because: [CORRECTED] }) { nodes { was { ... on Membership { id declined } } is { ... on Membership { declined } } } }
         node(id: "membership:anna") { ... on Membership { history { declined because } } }
         events(from: "2025-12-31", until: "2026-01-01", filter: { people: ["person:anna"], kinds: [JOINED] }) { nodes { membership { id } } } }`,
    );
    expect(corrections.nodes).toEqual([{ was: { id: 'membership:anna', declined: !isHeld(first) }, is: { declined: !isHeld(then) } }]);
    expect(node.history).toEqual([
      { declined: !isHeld(first), because: 'RECORDED' },
      { declined: !isHeld(then), because: 'CORRECTED' },
    ]);
    expect(events.nodes.map(({ membership }: { membership: { id: string } }) => membership.id).filter((id: string) => id === 'membership:anna')).toEqual(
      isHeld(then) ? ['membership:anna'] : [],
    );
    expect((await checkGraph(graph)).filter(({ rule }) => ['seat-bounds', 'id-unique', 'versions-disjoint'].includes(rule))).toEqual([]);
  });

  test('is gone with its row', async () => {
    await seedWorld(graph, world());
    const before = await at();
    await seedWorld(graph, { ...world(), memberships: [] });
    expect([await held('includeDeclined: true', before), await held('includeDeclined: true')]).toEqual([['board', 'anna declined'], []]);
  });
});

describe('a seat of which one says that it was declined, and another that it was held', () => {
  const SEEN = { seen: [{ on: '2026-03-03', in: 'doc:1' }] };
  const says = (id: string, more: object) => seedWorld(graph, { memberships: [seat('anna', 'anna', more)] }, { id, after: ['world'] });
  const base = () => seedWorld(graph, { ...world(), memberships: [] });
  const told = async (): Promise<unknown> =>
    (
      await ask(
        graph,
        `{ node(id: "membership:anna", asOf: "2026-03-03") { ... on Membership { declined certainty conflicts { field value by sources { id } } } } }`,
      )
    ).node;
  const sources = [{ id: 'source:1' }];

  test.each<[string, object, object, object]>([
    [
      'is held, where it is seen first',
      { ...NAMED, ...SEEN },
      DECLINED,
      { declined: false, certainty: 'CERTAIN', conflicts: [{ field: 'declined', value: 'true', by: 'second', sources }] },
    ],
    [
      'is declined, where that is said first',
      DECLINED,
      { ...NAMED, ...SEEN },
      { declined: true, certainty: null, conflicts: [{ field: 'seen', value: JSON.stringify(SEEN.seen), by: 'second', sources }] },
    ],
    [
      'is declined, and when and why it ended is told, where that is said first',
      DECLINED,
      { ...NAMED, until: '2026-06-01', ended: 'RESIGNED' },
      {
        declined: true,
        certainty: null,
        conflicts: [
          { field: 'until', value: '2026-06-01', by: 'second', sources },
          { field: 'ended', value: 'RESIGNED', by: 'second', sources },
        ],
      },
    ],
    [
      'is held, where it is known until when first',
      { ...NAMED, until: '2026-06-01' },
      DECLINED,
      { declined: false, certainty: 'CERTAIN', conflicts: [{ field: 'declined', value: 'true', by: 'second', sources }] },
    ],
    ['is declined, where who was elected is all that is said beside', NAMED, DECLINED, { declined: true, certainty: null, conflicts: [] }],
    ['is declined, where who was elected is all that is said after it', DECLINED, NAMED, { declined: true, certainty: null, conflicts: [] }],
  ])('%s', async (_, first, second, expected) => {
    await base();
    await says('first', first);
    await says('second', second);
    expect(await told()).toEqual(expected);
    expect((await checkGraph(graph)).filter(({ verdict }) => verdict === 'BROKEN')).toEqual([]);
  });

  test('is what is left when one of them says it no longer', async () => {
    await base();
    await says('first', { ...NAMED, ...SEEN });
    await says('second', DECLINED);
    await seedWorld(graph, { memberships: [] }, { id: 'first', after: ['world'] });
    expect(await told()).toEqual({ declined: true, certainty: null, conflicts: [] });
  });
});
