import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeedError } from '../src/exchange/problems.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Stored, stateAt, stateOf } from './state.js';
import { type World, anotherGraph, ask, emptyGraph, engine, seedWorld, wipe } from './world.js';

const S = ['source:list'];
const named = (id: string, name: string, more: object = {}) => ({ id, name, sources: S, ...more });
const seat = (id: string, person: string, body: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  sources: S,
  ...more,
});
const merge = (gone: string, keep: string) => ({ id: `merge:${gone}`, keep: `person:${keep}`, gone: `person:${gone}`, sources: ['source:register'] });
const different = (...people: string[]) => ({ id: `merge:not-${people.join('-')}`, different: people.map((id) => `person:${id}`), sources: S });
const of2022 = { from: '2022-01-01', until: '2026-01-01' };

/** Anna Berg is A. Berg in the register: both sit in the council, one of them in the board, where Bo is the substitute. */
const world = (merges: readonly object[] = [], more: World = {}): World => ({
  documents: [
    { id: 'doc:list', title: 'List', kind: 'minutes', date: '2022-06-21' },
    { id: 'doc:register', title: 'Register', kind: 'minutes', date: '2023-01-01' },
  ],
  sources: [
    { id: 'source:list', document: 'doc:list', quote: 'Anna Berg, Bo' },
    { id: 'source:register', document: 'doc:register', quote: 'A. Berg' },
  ],
  people: [
    named('person:anna', 'Anna Berg'),
    named('person:a-berg', 'A. Berg', { aliases: [{ text: 'Ane Birk' }], sources: ['source:register'] }),
    named('person:bo', 'Bo'),
    named('person:carl', 'Carl'),
  ],
  parties: [named('party:x', 'X'), named('party:y', 'Y')],
  bodies: [named('body:council', 'Council', { kind: 'FORUM' }), named('body:board', 'Board', { kind: 'BOARD' })],
  affiliations: [
    { id: 'affiliation:anna-x', person: 'person:anna', with: 'party:x', from: '2020-01-01', sources: S },
    { id: 'affiliation:a-berg-x', person: 'person:a-berg', with: 'party:x', from: '2020-06-01', sources: ['source:register'] },
    { id: 'affiliation:a-berg-y', person: 'person:a-berg', with: 'party:y', from: '2010-01-01', until: '2019-01-01', sources: S },
  ],
  memberships: [
    seat('council-anna', 'anna', 'council', { ...of2022, title: 'medlem' }),
    seat('council-a-berg', 'a-berg', 'council', {
      from: '2022-02-01',
      until: '2026-01-01',
      title: 'byrådsmedlem',
      dependsOn: [{ on: 'affiliation:a-berg-x', sources: S }],
      sources: ['source:register'],
    }),
    seat('council-a-berg-2014', 'a-berg', 'council', { from: '2014-01-01', until: '2018-01-01' }),
    seat('board-a-berg', 'a-berg', 'board', { from: '2023-01-01', until: '2025-01-01', dependsOn: [{ on: 'membership:council-a-berg', sources: S }] }),
    seat('council-bo', 'bo', 'council', {
      role: 'SUBSTITUTE',
      ...of2022,
      appointment: { substituteFor: { membership: 'membership:council-a-berg', rank: 1, sources: S } },
    }),
    seat('board-carl', 'carl', 'board', of2022),
  ],
  leaves: [{ id: 'leave:a-berg', membership: 'membership:council-a-berg', from: '2024-01-01', until: '2024-03-01', sources: S }],
  'stand-ins': [
    { id: 'stand-in:bo', substitute: 'membership:council-bo', holder: 'membership:council-a-berg', from: '2024-01-01', until: '2024-02-01', sources: S },
  ],
  'agenda-items': [
    {
      id: 'item:one',
      meeting: 'meeting:june',
      title: 'One',
      appearances: [
        { person: 'person:anna', announced: true, reported: false, sources: S },
        { person: 'person:a-berg', announced: false, reported: true, sources: ['source:register'] },
      ],
      sources: S,
    },
  ],
  meetings: [{ id: 'meeting:june', body: 'body:council', date: '2022-06-21', sources: S }],
  attendance: [
    { id: 'attendance:june-anna', meeting: 'meeting:june', person: 'person:anna', presence: 'PRESENT', sources: S },
    { id: 'attendance:june-a-berg', meeting: 'meeting:june', person: 'person:a-berg', presence: 'PRESENT', sources: S },
    { id: 'attendance:june-bo', meeting: 'meeting:june', person: 'person:bo', presence: 'ABSENT', standsInFor: 'membership:council-a-berg', sources: S },
  ],
  statements: [{ id: 'statement:one', about: ['person:a-berg', 'membership:council-a-berg'], subject: 'Berg', text: 'A. Berg taler.', sources: S }],
  ...(merges.length > 0 && { merges }),
  ...more,
});

let graph: Graph;
const known: string[] = [];
const states: Stored[][] = [];
const seed = async (rows: World): Promise<string> => {
  await seedWorld(graph, rows);
  states.push(await stateOf(graph));
  return new Date((await readRevision(graph)).at).toISOString();
};
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const refusalOf = async (rows: World): Promise<string[]> => {
  const error = await seedWorld(graph, rows).catch((refused: unknown) => refused);
  return (error as SeedError).problems.map(({ id, field, required, given }) => `${id} ${field ?? ''}: required: ${required}; given: ${given}`);
};

const PERSON = `id name aliases mergedIds party { id } sources { id } attendance { meetings present }
  memberships(all: true) { nodes { id person { id } title from certainty conflicts { field value } substitutes { id } dependsOn { on { id } } sources { id } } }
  affiliations(all: true) { id from } events { nodes { id kind latest person { id } } }
  history: memberships(all: true) { nodes { history { recordedAt person { id } } } }`;

const person = async (id: string, at: number, asOf = '2023-06-01') =>
  (await ask(graph, `{ person(id: "person:${id}", asOf: "${asOf}", knownAt: "${known[at]}") { ${PERSON} } }`)).person;

describe('two people who are found to be one', () => {
  beforeAll(async () => {
    await wipe(graph);
    states.splice(0);
    for (const merges of [[], [merge('a-berg', 'anna')], []]) known.push(await seed(world(merges)));
  });

  test('have all that both had, a seat and a tie of both once, with what differs as its conflict', async () => {
    expect(await person('anna', 1)).toMatchObject({
      id: 'person:anna',
      name: 'Anna Berg',
      aliases: ['Ane Birk', 'A. Berg'],
      mergedIds: ['person:a-berg'],
      party: { id: 'party:x' },
      sources: [{ id: 'source:list' }, { id: 'source:register' }],
      attendance: { meetings: 1, present: 1 },
      memberships: {
        nodes: [
          {
            id: 'membership:council-anna',
            title: 'medlem',
            from: '2022-01-01',
            certainty: 'CERTAIN',
            conflicts: [
              { field: 'title', value: 'byrådsmedlem' },
              { field: 'from', value: '2022-02-01' },
            ],
            substitutes: [{ id: 'membership:council-bo' }],
            sources: [{ id: 'source:list' }, { id: 'source:register' }],
          },
          { id: 'membership:board-a-berg', person: { id: 'person:anna' }, dependsOn: [{ on: { id: 'membership:council-anna' } }] },
          { id: 'membership:council-a-berg-2014', person: { id: 'person:anna' }, certainty: null, conflicts: [] },
        ],
      },
      affiliations: [{ id: 'affiliation:anna-x', from: '2020-01-01' }, { id: 'affiliation:a-berg-y' }],
      events: {
        nodes: [
          { id: 'event:affiliation:a-berg-y@FROM', person: { id: 'person:anna' } },
          { id: 'event:membership:council-a-berg-2014@FROM' },
          { id: 'event:membership:council-a-berg-2014@UNTIL' },
          { id: 'event:affiliation:a-berg-y@UNTIL' },
          { id: 'event:affiliation:anna-x@FROM' },
          { id: 'event:membership:council-anna@FROM' },
          { id: 'event:membership:board-a-berg@FROM' },
          { id: 'event:leave:a-berg@FROM', person: { id: 'person:anna' } },
          { id: 'event:leave:a-berg@UNTIL' },
          { id: 'event:membership:board-a-berg@UNTIL' },
          { id: 'event:membership:council-anna@UNTIL' },
        ],
      },
    });
  });

  test('are two before that, each with what was theirs, and once they are taken apart', async () => {
    const seats = async (id: string, at: number) => (await person(id, at)).memberships.nodes.map((one: { id: string }) => one.id);
    for (const at of [0, 2]) {
      expect(await seats('anna', at)).toEqual(['membership:council-anna']);
      expect(await seats('a-berg', at)).toEqual(['membership:council-a-berg', 'membership:board-a-berg', 'membership:council-a-berg-2014']);
      expect(await person('a-berg', at, '2015-06-01')).toMatchObject({ id: 'person:a-berg', name: 'A. Berg', mergedIds: [], party: { id: 'party:y' } });
    }
    for (const id of ['anna', 'a-berg', 'bo']) {
      const [{ history: _, ...before }, { history: __, ...after }] = [await person(id, 0), await person(id, 2)];
      expect(after).toEqual(before);
    }
  });

  test('leave nothing behind, change nothing that was known, and are what is written at once', async () => {
    const told = states.slice();
    expect(told[2]).toEqual(told[0]);
    expect(told[1]).not.toEqual(told[0]);
    for (const [at, time] of known.entries()) expect(await stateAt(graph, Date.parse(time))).toEqual(told[at]);
    const other = await anotherGraph();
    try {
      if (engine === 'neo4j') return;
      await seedWorld(other, world([merge('a-berg', 'anna')]));
      expect(await stateOf(other)).toEqual(told[1]);
    } finally {
      await other.close();
    }
  });

  test('are the same by both ids', async () => {
    for (const asOf of ['2015-06-01', '2023-06-01']) expect(await person('a-berg', 1, asOf)).toEqual(await person('anna', 1, asOf));
    expect((await person('anna', 1, '2015-06-01')).party).toEqual({ id: 'party:y' });
  });

  test.each([
    ['node(id: "ID", LENS) { id }', 'person:a-berg', { id: 'person:anna' }],
    ['nodes(ids: ["ID", "person:anna"], LENS) { id }', 'person:a-berg', [{ id: 'person:anna' }, { id: 'person:anna' }]],
    ['node(id: "ID", LENS) { id }', 'membership:council-a-berg', { id: 'membership:council-anna' }],
    ['node(id: "ID", LENS) { id }', 'affiliation:a-berg-x', { id: 'affiliation:anna-x' }],
    ['node(id: "ID", LENS) { id }', 'attendance:june-a-berg', { id: 'attendance:june-anna' }],
    ['node(id: "ID", LENS) { id }', 'event:membership:council-a-berg@FROM', { id: 'event:membership:council-anna@FROM' }],
    [
      'events(filter: { people: ["ID", "person:anna"], kinds: [JOINED] }, from: "2021-12-31", until: "2022-12-31", KNOWN) { nodes { id } }',
      'person:a-berg',
      { nodes: [{ id: 'event:membership:council-anna@FROM' }] },
    ],
    [
      'statements(filter: { about: "ID" }, LENS) { nodes { id about { id } } }',
      'person:a-berg',
      { nodes: [{ id: 'statement:one', about: [{ id: 'person:anna' }, { id: 'membership:council-anna' }] }] },
    ],
    ['representations(filter: { who: "ID" }, LENS) { totalCount }', 'person:a-berg', { totalCount: 2 }],
    [
      'path(from: "ID", to: "person:carl", LENS) { steps { person { id } next { id } } }',
      'person:a-berg',
      { steps: [{ person: { id: 'person:anna' }, next: { id: 'person:carl' } }] },
    ],
    [
      'changes(filter: { person: "ID" }, from: "2021-12-31", until: "2022-01-01", KNOWN) { nodes { membership { id } } }',
      'person:a-berg',
      { nodes: [{ membership: { id: 'membership:council-anna' } }] },
    ],
    [
      'consequences(of: { leaveSeat: "ID", on: "2023-06-01" }, KNOWN) { membership { id } }',
      'membership:council-a-berg',
      [{ membership: { id: 'membership:board-a-berg' } }],
    ],
    ['search(text: "Ane Birk", LENS) { node { id } }', '', [{ node: { id: 'person:anna' } }]],
    ['people(LENS) { totalCount nodes { id } }', '', { totalCount: 3, nodes: [{ id: 'person:anna' }, { id: 'person:bo' }, { id: 'person:carl' }] }],
    ['node(id: "attendance:june-bo", LENS) { ... on Attendance { standsInFor { id } } }', '', { standsInFor: { id: 'membership:council-anna' } }],
  ])('are led to by %s', async (field, id, answer) => {
    const query = field.replace('ID', id).replace('LENS', `asOf: "2023-06-01", knownAt: "${known[1]}"`).replace('KNOWN', `knownAt: "${known[1]}"`);
    expect((await ask(graph, `{ answer: ${query} }`)).answer).toEqual(answer);
  });

  test('have the history of each seat under whoever held it', async () => {
    const { node } = await ask(graph, '{ node(id: "membership:board-a-berg") { ... on Membership { history { because person { id name } } } } }');
    expect(node.history).toEqual([
      { because: 'RECORDED', person: { id: 'person:a-berg', name: 'A. Berg' } },
      { because: 'CORRECTED', person: { id: 'person:anna', name: 'Anna Berg' } },
      { because: 'CORRECTED', person: { id: 'person:a-berg', name: 'A. Berg' } },
    ]);
    const { corrections } = await ask(graph, `{ corrections(since: "${known[1]}", until: "${known[2]}") { totalCount nodes { id was { id } is { id } } } }`);
    expect(corrections.totalCount).toBe(corrections.nodes.length);
    expect(new Set(corrections.nodes.map((one: { id: string }) => one.id)).size).toBe(corrections.totalCount);
  });
});

describe('people', () => {
  test('who lead on to one another lead to the last, in whatever order that is found; taken apart, to the nearest', async () => {
    await wipe(graph);
    const chain = [merge('anna', 'a-berg'), merge('a-berg', 'bo'), merge('bo', 'carl')];
    const led = async () =>
      (await ask(graph, '{ nodes(ids: ["person:anna", "person:a-berg", "person:bo", "person:carl"]) { id } }')).nodes.map(({ id }: { id: string }) =>
        id.slice(7),
      );
    await seed(world([chain[2], chain[0]] as object[]));
    expect(await led()).toEqual(['a-berg', 'a-berg', 'carl', 'carl']);
    await seed(world(chain));
    expect(await led()).toEqual(['carl', 'carl', 'carl', 'carl']);
    expect((await ask(graph, '{ person(id: "person:a-berg") { mergedIds } }')).person.mergedIds).toEqual(['person:a-berg', 'person:anna', 'person:bo']);
    await seed(world([chain[0], chain[2]] as object[]));
    expect(await led()).toEqual(['a-berg', 'a-berg', 'carl', 'carl']);
  });

  test.each([
    ['themselves', [{ ...merge('anna', 'anna') }], 'merge:anna : required: two people; given: person:anna twice'],
    ['whom nobody knows', [merge('dorte', 'anna')], 'merge:dorte gone: required: the id of a thing that is known; given: person:dorte'],
    ['who lead back', [merge('anna', 'bo'), merge('bo', 'anna')], 'merge:anna keep: required: a person who does not lead to person:anna; given: person:bo'],
    [
      'two others',
      [merge('anna', 'bo'), { ...merge('anna', 'carl'), id: 'merge:2' }],
      'merge:2 gone: required: a person who leads to no other than person:carl; given: person:anna, who leads to person:bo',
    ],
    [
      'who are different',
      [merge('anna', 'bo'), different('anna', 'bo', 'carl')],
      'merge:anna gone: required: a person who is not known to be another, as merge:not-anna-bo-carl says; given: person:anna',
    ],
    [
      'who are different through others',
      [merge('anna', 'bo'), merge('bo', 'carl'), different('anna', 'carl')],
      'merge:not-anna-carl different: required: people who are not merged; given: person:anna, person:carl',
    ],
    ['neither', [{ id: 'merge:x', sources: S }], 'merge:x : required: either `keep` and `gone`, or `different`; given: id, sources'],
  ])('are not merged with %s', async (_, merges, problem) => {
    await wipe(graph);
    expect(await refusalOf(world(merges))).toContain(problem);
    await seed(world());
    expect(await refusalOf(world(merges))).toContain(problem);
  });

  test('who are known to be different are not merged later, and can be once that is no longer said', async () => {
    await wipe(graph);
    await seed(world([different('anna', 'a-berg')]));
    expect(await refusalOf(world([different('anna', 'a-berg'), merge('a-berg', 'anna')]))).toEqual([
      'merge:a-berg gone: required: a person who is not known to be another, as merge:not-anna-a-berg says; given: person:a-berg',
    ]);
    await seed(world([merge('a-berg', 'anna')]));
    expect((await ask(graph, '{ person(id: "person:a-berg") { id } }')).person.id).toBe('person:anna');
    expect(await refusalOf(world([merge('a-berg', 'anna'), different('anna', 'a-berg')]))).toEqual([
      'merge:not-anna-a-berg different: required: people who are not merged; given: person:anna, person:a-berg',
    ]);
  });
});
