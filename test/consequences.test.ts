import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, seedWorld, seededGraph } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const SINCE = { from: '2018-01-01', open: true };
const on = (...ids: string[]) => ({ dependsOn: ids.map((id) => ({ on: id, sources: S })) });
const seat = (body: string, more: object = {}) => ({
  id: `membership:${body}-anna`,
  person: 'person:anna',
  body: `body:${body}`,
  role: 'MEMBER',
  ...SINCE,
  sources: S,
  ...more,
});
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const END = '2024-05-01';

interface Ends {
  tie?: string;
  council?: string;
  forum?: string;
  board?: string;
}
const until = (day: string | undefined) => (day ? { open: undefined, until: day } : {});

/** Anna sits in a council and, for a party, in a forum; from there in its committee, for one year in its panel, and on a board by her office. */
const world = ({ tie, council, forum, board }: Ends = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' }],
  municipalities: [named('municipality:x', { code: '0001' })],
  parties: [named('party:p')],
  people: [named('person:anna')],
  bodies: [
    named('body:council', { kind: 'COUNCIL' }),
    named('body:forum', { kind: 'FORUM' }),
    named('body:committee', { kind: 'COMMITTEE' }),
    named('body:panel', { kind: 'COMMITTEE' }),
    named('body:board', { kind: 'BOARD', existence: board ? { from: '2010-01-01', until: board } : { from: '2010-01-01' } }),
  ],
  relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:x', ...SINCE, sources: S }],
  affiliations: [{ id: 'affiliation:anna-p', person: 'person:anna', with: 'party:p', ...SINCE, sources: S, ...until(tie) }],
  memberships: [
    seat('council', until(council)),
    seat('forum', { ...on('affiliation:anna-p'), ...until(forum) }),
    seat('committee', on('membership:forum-anna')),
    seat('panel', { ...on('membership:forum-anna'), open: undefined, until: '2019-01-01' }),
    seat('board', on('membership:council-anna', 'affiliation:anna-p')),
  ],
});

const FIELDS = 'on kind cause before after edge earliest latest basis membership { id interval { untilMax } } body { id }';
interface Line {
  kind: string;
  cause: string;
  body: { id: string };
  membership: { id: string } | null;
}
const consequences = async (of: string): Promise<Line[]> => (await ask(graph, `{ consequences(of: { ${of}, on: "${END}" }) { ${FIELDS} } }`)).consequences;
const told = (all: readonly Line[]) => all.map(({ kind, cause, body }) => `${kind} ${body.id} ${cause}`);

describe('what a change would carry with it', () => {
  test.each<[string, string, Ends, string[]]>([
    [
      'leaving a party',
      'leaveParty: "affiliation:anna-p"',
      { tie: END },
      ['LEFT body:board LEFT_PARTY', 'LEFT body:committee LEFT_PARTY', 'LEFT body:forum LEFT_PARTY'],
    ],
    ['losing an office', 'loseOffice: "membership:council-anna"', { council: END }, ['LEFT body:board HOME_MANDATE_LOST']],
    ['leaving a seat', 'leaveSeat: "membership:forum-anna"', { forum: END }, ['LEFT body:committee RULE']],
    ['the end of a body', 'dissolveBody: "body:board"', { board: END }, ['LEFT body:board BODY_DISSOLVED']],
  ])('%s: is what happens when it is recorded', async (_, of, ends, expected) => {
    await seedWorld(graph, world());
    const before = await readRevision(graph);
    const preview = await consequences(of);
    expect(told(preview)).toEqual(expected);
    expect(await readRevision(graph)).toEqual(before);

    const withoutSeat = (all: readonly Line[]) => all.map(({ membership, ...one }) => ({ ...one, id: membership?.id }));
    await seedWorld(graph, world(ends));
    const { changes } = await ask(
      graph,
      `{ changes(from: "2024-04-30", until: "${END}", filter: { causes: [LEFT_PARTY, HOME_MANDATE_LOST, RULE, BODY_DISSOLVED] }) { nodes { ${FIELDS} } } }`,
    );
    expect(withoutSeat(changes.nodes)).toEqual(withoutSeat(preview));
  });

  // Anna is a councillor and the mayor: two seats in one body.
  const THERE = { open: undefined, until: END };
  const inCouncil = (slug: string, role: string, more: object = {}) => seat('council', { id: `membership:council-anna-${slug}`, role, ...more });
  const onBoard = (depends: object) => seat('board', { dependsOn: [{ sources: S, ...depends }] });
  const onCouncillor = { on: 'membership:council-anna-councillor' };
  const RULE = { id: 'rule:r', sentence: 'The mayor chairs.', body: 'body:forum', office: 'MAYOR', council: 'body:council', role: 'CHAIR', sources: S };
  const [COUNCILLOR, MAYOR] = [inCouncil('councillor', 'COUNCILLOR'), inCouncil('mayor', 'MAYOR')];
  const leaves = (one: typeof COUNCILLOR) => ({ ...one, ...THERE });
  const LEAVE_COUNCILLOR = 'leaveSeat: "membership:council-anna-councillor"';
  const LEAVE_MAYOR = 'loseOffice: "membership:council-anna-mayor"';
  const DISSOLVE = 'dissolveBody: "body:council"';
  const WITH = { COUNCILLOR, MAYOR };
  type Seats = Partial<Record<'COUNCILLOR' | 'MAYOR', object>>;

  test.each<[string, string, object[], Seats, object, string[]]>([
    ['it goes on from that one', LEAVE_COUNCILLOR, [onBoard(onCouncillor)], { COUNCILLOR: leaves(COUNCILLOR) }, {}, []],
    [
      'unless it depends on that very role',
      LEAVE_COUNCILLOR,
      [onBoard({ ...onCouncillor, role: true })],
      { COUNCILLOR: leaves(COUNCILLOR) },
      {},
      ['LEFT body:board HOME_MANDATE_LOST'],
    ],
    ['and what follows by rule from it ends', LEAVE_MAYOR, [], { MAYOR: leaves(MAYOR) }, {}, ['MAY_HAVE_LEFT body:forum HOME_MANDATE_LOST']],
    [
      'unless the other begins after that day',
      LEAVE_COUNCILLOR,
      [onBoard(onCouncillor), { ...MAYOR, from: '2024-06-01' }],
      { COUNCILLOR: leaves(COUNCILLOR) },
      {},
      ['LEFT body:board HOME_MANDATE_LOST'],
    ],
    [
      'unless the body ends, at any remove',
      DISSOLVE,
      [onBoard(onCouncillor), seat('committee', on('membership:board-anna'))],
      {},
      { existence: { from: '2000-01-01', until: END } },
      [
        'LEFT body:board HOME_MANDATE_LOST',
        'LEFT body:committee HOME_MANDATE_LOST',
        'LEFT body:council BODY_DISSOLVED',
        'LEFT body:council BODY_DISSOLVED',
        'MAY_HAVE_LEFT body:forum HOME_MANDATE_LOST',
      ],
    ],
  ])('what depends on a seat, where its holder has another role in the body: %s', async (_, of, seats, ended, council, expected) => {
    const worldWith = (own: Seats, body: object): World => {
      const { bodies = [], ...rest } = world();
      const others = new Set(seats.map((one) => (one as { id: string }).id));
      const memberships = [...seats, ...Object.values({ ...WITH, ...own }).filter((one) => !others.has((one as { id: string }).id))];
      return {
        ...rest,
        bodies: bodies.map((one) => ((one as { id: string }).id === 'body:council' ? { ...one, ...body } : one)),
        memberships,
        rules: [RULE],
      };
    };
    await seedWorld(graph, worldWith({}, {}));
    const preview = await consequences(of);
    expect(told(preview).sort()).toEqual(expected);
    await seedWorld(graph, worldWith(ended, council));
    const { changes } = await ask(graph, `{ changes(from: "2024-04-30", until: "${END}") { nodes { ${FIELDS} } } }`);
    const left = of.match(/"(.*)"/)?.[1];
    const gone = (changes.nodes as Line[]).filter(({ membership }) => membership && membership.id !== left);
    const inShort = (all: readonly Line[]) => all.map(({ kind, body }) => `${kind} ${body.id}`).sort();
    expect(inShort(gone)).toEqual(inShort(preview));
  });

  test('shows each seat as it is recorded, on the day', async () => {
    await seedWorld(graph, world());
    const { consequences: all } = await ask(
      graph,
      `{ consequences(of: { loseOffice: "membership:council-anna", on: "${END}" }) { id key on before after edge earliest latest basis membership { id certainty } person { name } } }`,
    );
    expect(all).toEqual([
      {
        id: `consequence:membership:council-anna:membership:board-anna@${END}`,
        key: `consequence:membership:council-anna:membership:board-anna@${END}@${END}`,
        on: END,
        before: 'CERTAIN',
        after: null,
        edge: 'UNTIL',
        earliest: END,
        latest: END,
        basis: 'DERIVED',
        membership: { id: 'membership:board-anna', certainty: 'CERTAIN' },
        person: { name: 'person:anna' },
      },
    ]);
  });

  test('is what the record says at the time that is asked', async () => {
    await seedWorld(graph, { ...world(), memberships: [seat('council')] });
    const { at } = await readRevision(graph);
    await seedWorld(graph, world());
    const asked = await ask(graph, `{ consequences(of: { leaveParty: "affiliation:anna-p", on: "${END}" }, knownAt: "${new Date(at).toISOString()}") { id } }`);
    expect(asked.consequences).toEqual([]);
  });

  test.each([
    ['none', '', /exactly one of leaveParty, leaveSeat, loseOffice, dissolveBody/],
    ['two', 'leaveSeat: "membership:forum-anna", dissolveBody: "body:forum"', /exactly one of/],
    [
      'an unknown tie',
      'leaveParty: "affiliation:nobody"',
      /of.leaveParty: required: a known id of type Affiliation; given: "affiliation:nobody"/,
      'UNKNOWN_ID',
    ],
    ['a seat in no council', 'loseOffice: "membership:forum-anna"', /of.loseOffice: required: the id of a seat in a council that governs a place/],
    ['a seat that is a body', 'leaveSeat: "body:forum"', /of.leaveSeat: required: a known id of type Membership/, 'UNKNOWN_ID'],
    ['a body that is a seat', 'dissolveBody: "membership:forum-anna"', /of.dissolveBody: required: a known id of type Body/, 'UNKNOWN_ID'],
  ])('refuses %s', async (_, of, message, code = 'BAD_USER_INPUT') => {
    await seedWorld(graph, world());
    expect(await errorsOf(graph, `{ consequences(of: { ${of} on: "${END}" }) { id } }`)).toEqual([{ code, message: expect.stringMatching(message) }]);
  });
});

test('Andreas Møller leaves Nye Borgerlige, and loses three seats', async () => {
  await graph.close();
  graph = await seededGraph();
  for (const day of ['2022-06-21', '2022-05-01']) {
    const { consequences: all } = await ask(
      graph,
      `{ consequences(of: { leaveParty: "affiliation:andreas-moeller-nye-borgerlige", on: "${day}" }) { on kind cause before after body { name } } }`,
    );
    expect(all).toEqual([
      { on: day, kind: 'LEFT', cause: 'LEFT_PARTY', before: 'CERTAIN', after: null, body: { name: 'Koordinationsudvalget for Tandlæger' } },
      { on: day, kind: 'MAY_HAVE_LEFT', cause: 'LEFT_PARTY', before: 'POSSIBLE', after: null, body: { name: 'KKR Syddanmarks forretningsudvalg' } },
      { on: day, kind: 'MAY_HAVE_LEFT', cause: 'LEFT_PARTY', before: 'POSSIBLE', after: null, body: { name: 'KKR Syddanmark' } },
    ]);
  }
  const { consequences: later } = await ask(
    graph,
    '{ consequences(of: { leaveParty: "affiliation:andreas-moeller-nye-borgerlige", on: "2023-01-01" }) { id } }',
  );
  expect(later).toEqual([]);
});
