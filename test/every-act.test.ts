import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { schema } from '../src/mutations/schema.js';
import type { Actor } from '../src/record/actor.js';
import { readRevision } from '../src/record/revision.js';
import { EDITOR, aKey, askAs } from './clerk.js';
import { council, row, seat } from './events-world.js';
import { emptyGraph, seedWorld } from './world.js';

const OPEN = { from: '2018-01-01', open: true };
const WORLD = council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN), seat('sub', 'sub', OPEN, { role: 'SUBSTITUTE' })], {
  people: [row('person:carl', { name: 'Carl' }), row('person:karl', { name: 'Karl' })],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board' }), row('body:joint', { kind: 'BOARD', name: 'Joint board' })],
  parties: ['red', 'blue', 'green'].map((name) => row(`party:${name}`, { name })),
  affiliations: [row('affiliation:carl-red', { person: 'person:carl', with: 'party:red', ...OPEN })],
  calendars: [row('calendar:common', { name: 'Common' })],
  meetings: [row('meeting:council', { body: 'body:council', date: '2022-01-10' })],
  'agenda-items': [row('item:council-1', { meeting: 'meeting:council', number: '1', title: 'Chair' })],
});

const from = '2023-01-01';
const ends = { until: '2024-01-01' };
const holder = { membership: 'membership:anna' };
const why = 'So it is.';
/** One or more of every kind, and what whoever writes nothing but the board is told of it. */
const ACTS: [act: object, told: string][] = [
  [{ appoint: { person: { id: 'person:carl' }, body: 'body:council', role: 'MEMBER', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ appoint: { person: { id: 'person:carl' }, body: 'body:board', role: 'MEMBER', from } }, 'CHECKED'],
  [{ end: { thing: 'membership:anna', ends, cause: 'RESIGNED' } }, 'OUTSIDE_YOUR_BODIES'],
  [{ replace: { ...holder, newHolder: { id: 'person:carl' }, from, cause: 'RESIGNED' } }, 'OUTSIDE_YOUR_BODIES'],
  [{ changeRole: { ...holder, role: 'CHAIR', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ standIn: { substitute: 'membership:sub', holder: 'membership:anna', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ leave: { ...holder, from, ends } }, 'OUTSIDE_YOUR_BODIES'],
  [{ affiliate: { person: 'person:carl', with: 'party:blue', from } }, 'CHECKED'],
  [{ addPerson: { name: 'Dorte Dam' } }, 'CHECKED'],
  [{ die: { person: 'person:anna', on: from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ rename: { thing: 'party:red', name: 'Reds', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ identify: { thing: 'person:carl', identifier: { scheme: 'wikidata', value: 'Q1' } } }, 'CHECKED'],
  [{ establish: { name: 'Committee', kind: 'COMMITTEE', from, partOf: 'body:council' } }, 'OUTSIDE_YOUR_BODIES'],
  [{ foundParty: { name: 'Yellow', from } }, 'CHECKED'],
  [{ addPlace: { kind: 'REGION', name: 'North' } }, 'CHECKED'],
  [{ dissolve: { thing: 'body:joint', ends } }, 'OUTSIDE_YOUR_BODIES'],
  [{ dissolve: { thing: 'body:board', ends } }, 'OUTSIDE_YOUR_BODIES'],
  [{ succeed: { from: ['body:council'], to: ['body:joint'], on: from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ succeed: { from: ['party:red', 'party:green'], to: ['party:blue'], on: '2023', absorbs: true, moves: true } }, 'OUTSIDE_YOUR_BODIES'],
  [{ relate: { subject: 'body:council', kind: 'PART_OF', object: 'body:board', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ follow: { body: 'body:council', calendar: 'calendar:common', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ openTerm: { body: 'body:council', from, ends } }, 'OUTSIDE_YOUR_BODIES'],
  [{ openOffice: { body: 'body:council', role: 'CHAIR', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ elect: { body: 'body:council', on: '2022-11-01', results: [{ list: 'party:red', votes: 7 }] } }, 'OUTSIDE_YOUR_BODIES'],
  [{ allot: { by: 'party:red', in: 'body:council', count: 2, from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ keep: { body: 'body:council', from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ list: { body: 'body:council', on: from, complete: false, members: [{ person: { id: 'person:anna' }, role: 'MEMBER' }] } }, 'OUTSIDE_YOUR_BODIES'],
  [{ observe: { memberships: ['membership:anna'], on: from } }, 'OUTSIDE_YOUR_BODIES'],
  [{ hold: { body: 'body:council', date: '2023' } }, 'OUTSIDE_YOUR_BODIES'],
  [{ decide: { item: 'item:council-1', outcome: 'NOTED', text: 'Yes.' } }, 'OUTSIDE_YOUR_BODIES'],
  [{ state: { about: ['body:council'], subject: 'Size', text: 'It is large.' } }, 'CHECKED'],
  [{ learn: { thing: 'membership:anna', set: { title: 'Member' }, why } }, 'OUTSIDE_YOUR_BODIES'],
  [{ correct: { thing: 'membership:anna', set: { ends: { lastDay: '2023-12-31' } }, why } }, 'OUTSIDE_YOUR_BODIES'],
  [{ retract: { thing: 'membership:bo', why } }, 'OUTSIDE_YOUR_BODIES'],
  [{ mergePeople: { keep: 'person:carl', gone: 'person:karl', why } }, 'OUTSIDE_YOUR_BODIES'],
  [{ erase: { person: 'person:carl', why } }, 'CHECKED'],
];

const OF_BOARD: Actor = { ...EDITOR, id: 'bea', bodies: ['body:board'] };

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterAll(() => graph.close());

interface Answer {
  status: string;
  problems: { code: string }[];
  proposal: { id: string } | null;
}
const TOLD = '{ status problems { code } proposal { id } }';
/** What an operation comes to: the code of its error or of what stands against it, or the status. */
const told = async (actor: Actor, operation: string, variables: object): Promise<{ told: string; proposal: string | null }> => {
  const { data, codes } = await askAs(graph, actor, operation, { ...variables });
  const { status, problems, proposal } = (data?.told ?? { status: '', problems: [], proposal: null }) as Answer;
  return { told: [...new Set([...codes, ...problems.map(({ code }) => code)])].join() || status, proposal: proposal?.id ?? null };
};
const record = (actor: Actor, act: object, mode: string) =>
  told(actor, `mutation ($entry: EntryInput!) { told: record(entry: $entry) ${TOLD} }`, {
    entry: { key: aKey(), acts: [act], source: { recorded: 'source:1' }, mode },
  });
const review = (actor: Actor, proposal: string | null, verdict: string) =>
  told(actor, `mutation ($proposal: ID!, $verdict: Verdict!) { told: review(proposal: $proposal, verdict: $verdict) ${TOLD} }`, { proposal, verdict });

test('there is one of every kind', () => {
  const kinds = new Set(ACTS.flatMap(([act]) => Object.keys(act)));
  const { ActInput } = schema.getTypeMap();
  expect([...kinds].sort()).toEqual(Object.keys((ActInput as unknown as { getFields: () => object }).getFields()).sort());
});

describe('who writes one body alone is told what lies outside it, of every act, and nothing fails:', () => {
  test.each(ACTS.map(([act, expected]) => [Object.keys(act)[0], act, expected] as const))('%s', async (name, act, expected) => {
    const { number } = await readRevision(graph);
    expect((await record(OF_BOARD, act, 'CHECK')).told).toBe(expected);
    const { told: proposed, proposal } = await record({ ...EDITOR, role: 'PROPOSER' }, act, 'PROPOSE');
    expect(proposed).toBe('PROPOSED');
    if (expected === 'CHECKED' && name !== 'erase') return;
    const refused = name === 'erase' ? 'FORBIDDEN' : expected;
    expect([(await record(OF_BOARD, act, 'WRITE')).told, (await review(OF_BOARD, proposal, 'ACCEPT')).told]).toEqual([refused, refused]);
    expect((await readRevision(graph)).number).toBe(number);
  });
});
