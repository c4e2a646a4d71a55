import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Told, recordAs } from './recording.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const source = { sources: ['source:r'] };

const WORLD = {
  documents: [{ id: 'doc:r', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:r', document: 'doc:r', quote: 'as registered' }],
  people: ['anna', 'bent', 'clara'].map((name) => ({ id: `person:${name}`, name: `${name} Holm`, ...source })),
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'The board', ...source }],
  memberships: [
    { id: 'membership:board-chair-anna', person: 'person:anna', body: 'body:board', role: 'CHAIR', from: '2022-01-01', open: true, ...source },
    { id: 'membership:board-member-bent', person: 'person:bent', body: 'body:board', role: 'MEMBER', from: '2022-01-01', until: '2026-01-01', ...source },
  ],
};

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterEach(() => graph.close());

const MINUTES = {
  passage: { document: { new: { id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: '2024-03-01' } }, quote: 'Clara takes the seat of Bent.' },
};
const appointClara = { appoint: { person: { id: 'person:clara' }, body: 'body:board', role: 'MEMBER', from: '2024-03-01' } };
const replaceBent = { replace: { membership: 'membership:board-member-bent', newHolder: { id: 'person:clara' }, from: '2024-03-01', cause: 'RESIGNED' } };

let keys = 0;
const record = (acts: readonly object[], more: object = {}): Promise<Told> => recordAs(graph, 'editor', { key: `key-${(keys += 1)}`, acts, ...more });

const made = ({ made: all }: Told): (string | undefined)[] => all.map(({ node, was }) => node?.id ?? was?.id);

/** All that anybody can see of the board, and the revision. */
const seen = async (): Promise<unknown> => [
  await ask(
    graph,
    '{ body(id: "body:board", asOf: "2024-06-01") { members { nodes { id from until sources { id } person { id } } } } documents { totalCount } }',
  ),
  (await readRevision(graph)).number,
];

test('a seat that is taken is there at once, and lasts until further notice', async () => {
  const told = await record([appointClara], { source: MINUTES });
  expect(told).toMatchObject({ status: 'WRITTEN', replayed: false, problems: [], carried: [], entry: { id: 'entry:1' } });
  expect(told.events.map(({ kind, person }) => [kind, person?.id])).toEqual([['JOINED', 'person:clara']]);
  expect(made(told)).toContain('membership:board-member-clara');
  const answer = await ask(
    graph,
    `{ node(id: "membership:board-member-clara", asOf: "2030-01-01") { ... on Membership {
        certainty until interval { open } because sources { quote document { title } } } } }`,
  );
  expect(answer['node']).toEqual({
    certainty: 'CERTAIN',
    until: null,
    interval: { open: true },
    because: 'RECORDED',
    sources: [{ quote: 'Clara takes the seat of Bent.', document: { title: 'Minutes' } }],
  });
});

test('a CHECK tells what the WRITE after it tells, and leaves nothing', async () => {
  const before = await seen();
  const checked = await record([replaceBent], { source: MINUTES, mode: 'CHECK' });
  expect(await seen()).toEqual(before);
  const written = await record([replaceBent], { source: MINUTES });
  expect({ ...checked, status: 'WRITTEN', revision: written.revision, entry: written.entry }).toEqual(written);
  expect(written.made.map(({ act, node, because, was }) => [act, node?.id, because, was?.id ?? null])).toEqual(
    expect.arrayContaining([
      [0, 'membership:board-member-bent', 'CHANGED', 'membership:board-member-bent'],
      [0, 'membership:board-member-clara', 'RECORDED', null],
    ]),
  );
});

test('who takes a seat over keeps the printed end of it', async () => {
  await record([replaceBent], { source: MINUTES });
  const answer = await ask(
    graph,
    '{ body(id: "body:board", asOf: "2024-06-01") { members(roles: [MEMBER]) { nodes { person { id } from until predecessor { until ended } } } } }',
  );
  expect(answer['body']).toEqual({
    members: { nodes: [{ person: { id: 'person:clara' }, from: '2024-03-01', until: '2026-01-01', predecessor: { until: '2024-03-01', ended: 'RESIGNED' } }] },
  });
});

test('acts see each other: a seat that one makes is ended by the next', async () => {
  const acts = [
    { appoint: { ...appointClara.appoint, id: 'membership:clara' } },
    { end: { thing: 'membership:clara', ends: { until: '2024-05-01' }, cause: 'RESIGNED' } },
  ];
  const told = await record(acts, { source: MINUTES });
  expect(told.status).toBe('WRITTEN');
  expect(told.events.map(({ kind }) => kind)).toEqual(['JOINED', 'LEFT']);
});

const refusals: [string, object[], string, string[]][] = [
  ['an unknown person', [{ appoint: { ...appointClara.appoint, person: { id: 'person:nobody' } } }], 'UNKNOWN_ID', ['acts', '0', 'appoint', 'person', 'id']],
  ['a body that is a person', [{ appoint: { ...appointClara.appoint, body: 'person:anna' } }], 'WRONG_TYPE', ['acts', '0', 'appoint', 'body']],
  ['an unknown principal', [{ appoint: { ...appointClara.appoint, represents: ['party:none'] } }], 'UNKNOWN_ID', ['acts', '0', 'appoint', 'represents', '0']],
  [
    'an end before the start',
    [{ appoint: { ...appointClara.appoint, ends: { until: '2023-01-01' } } }],
    'ENDS_BEFORE_IT_BEGINS',
    ['acts', '0', 'appoint', 'ends'],
  ],
  ['a second chair', [{ appoint: { ...appointClara.appoint, role: 'CHAIR' } }], 'SEAT_TAKEN', ['acts', '0', 'appoint']],
  ['an end without a cause', [{ end: { thing: 'membership:board-chair-anna', ends: { until: '2024-03-01' } } }], 'MISSING', ['acts', '0', 'end', 'cause']],
  ['the end of nothing', [{ end: { thing: 'membership:none', ends: { until: '2024-03-01' }, cause: 'OTHER' } }], 'UNKNOWN_ID', ['acts', '0', 'end', 'thing']],
  [
    'a field that there is not',
    [{ correct: { thing: 'membership:board-chair-anna', set: { rol: 'MEMBER' }, why: 'wrong' } }],
    'BAD_VALUE',
    ['acts', '0', 'correct', 'set', 'rol'],
  ],
  [
    'a date that is none',
    [{ correct: { thing: 'membership:board-chair-anna', set: { from: 'May' }, why: 'wrong' } }],
    'BAD_DATE',
    ['acts', '0', 'correct', 'set', 'from'],
  ],
  [
    'a value that is none',
    [{ correct: { thing: 'membership:board-chair-anna', set: { role: 'KING' }, why: 'wrong' } }],
    'BAD_VALUE',
    ['acts', '0', 'correct', 'set', 'role'],
  ],
  [
    'what is not learnt but otherwise',
    [{ learn: { thing: 'membership:board-member-bent', set: { until: '2025' }, why: 'a letter' } }],
    'CONTRADICTS',
    ['acts', '0', 'learn', 'set', 'until'],
  ],
  ['to take away what is referred to', [{ retract: { thing: 'body:board', why: 'wrong' } }], 'REFERRED_TO', ['acts', '0', 'retract']],
  ['one of several, and so all', [appointClara, { appoint: { ...appointClara.appoint, body: 'body:none' } }], 'UNKNOWN_ID', ['acts', '1', 'appoint', 'body']],
];

test.each(refusals)('%s is refused, and nothing is left of it', async (_, acts, code, path) => {
  const before = await seen();
  for (const mode of ['CHECK', 'WRITE']) {
    const told = await record(acts, { source: MINUTES, mode });
    expect(told).toMatchObject({ status: 'REFUSED', made: [], events: [], entry: null });
    expect(told.problems.map((problem) => [problem.code, problem.severity, problem.path])).toContainEqual([code, 'ERROR', path]);
  }
  expect(await seen()).toEqual(before);
});

test('what was so already only gains the source, and then nothing', async () => {
  await record([appointClara], { source: MINUTES });
  const letter = { passage: { document: { new: { id: 'doc:letter', title: 'Letter', kind: 'letter' } }, quote: 'Clara is on the board.' } };
  const gained = await record([appointClara], { source: letter });
  expect([gained.status, gained.events, made(gained)]).toEqual(['WRITTEN', [], expect.arrayContaining(['membership:board-member-clara', 'doc:letter'])]);
  expect(gained.made.find(({ node }) => node?.id === 'membership:board-member-clara')?.because).toBe('LEARNT');
  const before = await seen();
  expect(await record([appointClara], { source: letter })).toMatchObject({ status: 'UNCHANGED', made: [] });
  expect(await record([appointClara])).toMatchObject({ status: 'UNCHANGED', made: [] });
  expect(await seen()).toEqual(before);
});

test('a key answers what it was told, to its own actor, and takes nothing else', async () => {
  const entry = { key: 'once', acts: [appointClara], source: MINUTES };
  const first = await recordAs(graph, 'editor', entry);
  const before = await seen();
  expect(await recordAs(graph, 'editor', { ...entry, mode: 'CHECK' })).toEqual({ ...first, replayed: true });
  expect(await recordAs(graph, 'editor', { ...entry, note: 'another' })).toMatchObject({
    status: 'REFUSED',
    problems: [{ code: 'KEY_REUSED', path: ['key'] }],
  });
  expect(await recordAs(graph, 'another', entry)).toMatchObject({ status: 'UNCHANGED', replayed: false });
  expect(await seen()).toEqual(before);
});

test('what was refused binds no key', async () => {
  const refused = await recordAs(graph, 'editor', { key: 'again', acts: [{ ...appointClara, appoint: { ...appointClara.appoint, body: 'body:none' } }] });
  expect(refused.status).toBe('REFUSED');
  expect((await recordAs(graph, 'editor', { key: 'again', acts: [appointClara] })).status).toBe('WRITTEN');
});

test('without any source it is the word of who says it', async () => {
  await record([appointClara], { note: 'Clara told me.' });
  const answer = await ask(graph, '{ node(id: "membership:board-member-clara") { ... on Membership { sources { quote document { id kind } } } } }');
  expect(answer['node']).toEqual({ sources: [{ quote: 'Clara told me.', document: { id: 'doc:entry-1', kind: 'entry' } }] });
});

test('what editors say stands before the next release of a data set, and what they took away stays away', async () => {
  await record([{ end: { thing: 'membership:board-member-bent', ends: { until: '2024-02-01' }, cause: 'RESIGNED' } }]);
  await record([{ retract: { thing: 'membership:board-chair-anna', why: 'She never was.' } }]);
  await seedWorld(graph, { ...WORLD, memberships: WORLD.memberships.map((row) => ({ ...row, title: 'as printed' })) });
  const answer = await ask(
    graph,
    '{ chair: node(id: "membership:board-chair-anna") { id } member: node(id: "membership:board-member-bent") { ... on Membership { title until ended conflicts { field value by } } } }',
  );
  expect(answer).toEqual({
    chair: null,
    member: { title: 'as printed', until: '2024-02-01', ended: 'RESIGNED', conflicts: [{ field: 'until', value: '2026-01-01', by: 'world' }] },
  });
});

test('an end that is taken away takes its cause along, and leaves open what was open', async () => {
  await record([{ end: { thing: 'membership:board-chair-anna', ends: { lastDay: '2024-02-29' }, cause: 'RESIGNED' } }]);
  await record([{ correct: { thing: 'membership:board-chair-anna', set: { ends: null }, why: 'She stays.' } }]);
  const answer = await ask(
    graph,
    '{ node(id: "membership:board-chair-anna", asOf: "2030-01-01") { ... on Membership { certainty until ended interval { open } because history { because } } } }',
  );
  expect(answer['node']).toEqual({
    certainty: 'CERTAIN',
    until: null,
    ended: null,
    interval: { open: true },
    because: 'CORRECTED',
    history: [{ because: 'RECORDED' }, { because: 'CHANGED' }, { because: 'CORRECTED' }],
  });
});
