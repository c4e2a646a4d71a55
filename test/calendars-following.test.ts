import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from './world.js';

const LAW = { sources: ['source:law'] };
const SINCE = { from: '2010-01-01', open: true };
const body = (id: string, kind: string, existence?: object) => ({ id: `body:${id}`, name: id, kind, ...(existence && { existence }), ...LAW });
const term = (year: number, until = year + 4) => ({
  id: `term:${year}`,
  calendar: 'calendar:local',
  name: `${year}`,
  from: `${year}-01-01`,
  until: `${until}-01-01`,
  ...LAW,
});
const relation = (kind: string, subject: string, object: string, more: object = SINCE) => ({
  id: `relation:${subject}-${kind.toLowerCase().replace('_', '-')}-${object.split(':')[1]}`,
  kind,
  subject: `body:${subject}`,
  object,
  ...LAW,
  ...more,
});
const follows = (subject: string, more: object = SINCE) => relation('FOLLOWS', subject, 'calendar:local', more);
const seat = (id: string, where: string, from: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${id.split('-')[0]}`,
  body: `body:${where}`,
  role: 'MEMBER',
  from,
  open: true,
  ...LAW,
  ...more,
});

/**
 * A council that goes on, with a committee and a group within that; a council that it absorbs, with a committee of its own, and one that is
 * founded later; a board that stops following.
 */
const world = (years: readonly object[], more: World = {}): World => ({
  documents: [{ id: 'doc:law', title: 'Election act', kind: 'law', date: '2013-06-01' }],
  sources: [{ id: 'source:law', document: 'doc:law', quote: 'for 4 years' }],
  people: ['anna', 'bo', 'carl', 'dora', 'eva', 'finn'].map((id) => ({ id: `person:${id}`, name: id, ...LAW })),
  calendars: [{ id: 'calendar:local', name: 'Local elections', ...LAW }],
  bodies: [
    body('stays', 'COUNCIL'),
    body('absorbed', 'COUNCIL', { from: '2010-01-01', until: '2024-07-01' }),
    body('founded', 'COUNCIL', { from: '2027-01-01' }),
    body('perhaps', 'COUNCIL', { from: '2025' }),
    body('board', 'BOARD'),
    body('committee', 'COMMITTEE'),
    body('group', 'COMMITTEE'),
    body('moved', 'COMMITTEE'),
  ],
  terms: years,
  relations: [
    ...['stays', 'absorbed', 'founded', 'perhaps'].map((id) => follows(id)),
    follows('board', { from: '2010-01-01', until: '2024-01-01' }),
    relation('PART_OF', 'committee', 'body:stays'),
    relation('PART_OF', 'group', 'body:committee'),
    relation('PART_OF', 'moved', 'body:absorbed', { from: '2010-01-01', until: '2024-07-01' }),
    relation('PART_OF', 'moved', 'body:stays', { from: '2024-07-01', open: true }),
    relation('SUCCEEDS', 'stays', 'body:absorbed', { from: '2024-07-01' }),
  ],
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

describe('who follows a calendar', () => {
  const [FIRST, SECOND, THIRD] = [term(2018), term(2022), term(2026)];

  test.each([
    ['one that goes on has all terms', 'stays', ['2018', '2022', '2026']],
    ['one that is absorbed has none that begins later', 'absorbed', ['2018', '2022']],
    ['one that is founded later has none that is over before', 'founded', ['2026']],
    ['one that may exist by then may have it', 'perhaps', ['2022', '2026']],
    ['one that follows no longer has none that begins later', 'board', ['2018', '2022']],
    ['what is part of what is part of one follows with it', 'group', ['2018', '2022', '2026']],
    ['what is taken over with it goes on', 'moved', ['2018', '2022', '2026']],
  ])('%s', async (_, id, expected) => {
    await seedWorld(graph, world([FIRST, SECOND, THIRD]));
    const { body: found } = await ask(graph, `{ body(id: "body:${id}") { terms { name } } }`);
    expect(found.terms.map(({ name }: { name: string }) => name)).toEqual(expected);
  });

  test.each([
    ['2024-06-30', ['absorbed', 'stays']],
    ['2024-07-01', ['stays']],
    ['2025-06-01', ['perhaps', 'stays']],
    ['2027-01-01', ['founded', 'perhaps', 'stays']],
  ])('are on %s those that exist then', async (day, expected) => {
    await seedWorld(graph, world([FIRST, SECOND, THIRD]));
    const { node } = await ask(graph, `{ node(id: "calendar:local", asOf: "${day}") { ... on Calendar { followers { body { id phase } certainty } } } }`);
    expect(node.followers.map((one: { body: { id: string } }) => one.body.id)).toEqual(expected.map((id) => `body:${id}`));
  });

  test('an own term of a body that is no more stays its own', async () => {
    const own = { ...term(2026), id: 'term:own', calendar: undefined, body: 'body:absorbed' };
    await seedWorld(graph, world([FIRST, own, SECOND, THIRD]));
    const { body: found } = await ask(graph, '{ body(id: "body:absorbed") { terms { id } } }');
    expect(found.terms.map(({ id }: { id: string }) => id)).toEqual(['term:2018', 'term:2022', 'term:own']);
  });
});

describe('the next term of a calendar', () => {
  const SEATS = [
    seat('anna-2022', 'stays', '2022-01-01'),
    seat('anna-2026', 'stays', '2026-01-01'),
    seat('bo', 'committee', '2026-02-01'),
    seat('carl', 'group', '2026-02-01'),
    seat('dora', 'moved', '2026-02-01'),
    seat('eva', 'board', '2026-02-01'),
    seat('finn', 'absorbed', '2022-01-01'),
  ];
  const ends = async (lens = '') => {
    const ids = SEATS.map(({ id }) => `"${id}"`).join(', ');
    const { nodes } = await ask(
      graph,
      `{ nodes(ids: [${ids}]${lens}) { id ... on Membership { interval { untilMin untilMax boundedBy { edge cause by { id } } } } } }`,
    );
    return Object.fromEntries(
      nodes.map(
        ({ id, interval: { untilMin, untilMax, boundedBy } }: { id: string; interval: { untilMin: string; untilMax: string; boundedBy: object[] } }) => [
          id.replace('membership:', ''),
          [untilMin, untilMax, ...new Set((boundedBy as { edge: string; by: { id: string } }[]).filter(({ edge }) => edge === 'UNTIL').map(({ by }) => by.id))],
        ],
      ),
    );
  };
  const UNENDING = [null, null];
  const BEFORE = {
    'anna-2022': ['2026-01-01', '2026-01-01', 'term:2022'],
    'anna-2026': UNENDING,
    bo: UNENDING,
    carl: UNENDING,
    dora: UNENDING,
    eva: UNENDING,
    finn: ['2024-07-01', '2024-07-01', 'body:absorbed'],
  };
  const AFTER = {
    ...BEFORE,
    'anna-2026': ['2030-01-01', '2030-01-01', 'term:2026'],
    bo: ['2030-01-01', '2030-05-01', 'term:2026'],
    carl: ['2030-01-01', '2030-05-01', 'term:2026'],
    dora: ['2030-01-01', '2030-05-01', 'term:2026'],
  };

  test('is one row, by which the seats of all that follow and of what is part of them turn, and is taken back as one', async () => {
    const memberships = SEATS;
    await seedWorld(graph, world([term(2018), term(2022)], { memberships }));
    const { at } = await readRevision(graph);
    expect(await ends()).toEqual(BEFORE);
    expect(await seedWorld(graph, world([term(2018), term(2022), term(2026)], { memberships }))).toMatchObject({ recorded: 1, corrected: 0, derived: 4 });
    expect(await ends()).toEqual(AFTER);
    expect(await ends(`, knownAt: "${new Date(at).toISOString()}"`)).toEqual(BEFORE);
    expect(await seedWorld(graph, world([term(2018), term(2022), term(2026, 2031)], { memberships }))).toMatchObject({ corrected: 1, derived: 4 });
    expect((await ends())['carl']).toEqual(['2031-01-01', '2031-05-01', 'term:2026']);
    expect(await seedWorld(graph, world([term(2018), term(2022)], { memberships }))).toMatchObject({ retracted: 1, derived: 4 });
    expect(await ends()).toEqual(BEFORE);
  });

  test('begins once, as an event of the calendar, and who sits on has been elected again', async () => {
    await seedWorld(graph, world([term(2018), term(2022), term(2026)], { memberships: SEATS }));
    const { events } = await ask(
      graph,
      '{ events(from: "2025-12-31", until: "2026-01-01") { nodes { kind person { id } body { id } with { id } before { id } } } }',
    );
    expect(events.nodes).toEqual([
      { kind: 'REELECTED', person: { id: 'person:anna' }, body: { id: 'body:stays' }, with: null, before: { id: 'membership:anna-2022' } },
      { kind: 'TERM_BEGAN', person: null, body: null, with: { id: 'calendar:local' }, before: null },
    ]);
  });
});
