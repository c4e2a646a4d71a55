import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, clerkOf } from './clerk.js';
import { type Given, askEvery } from './every-query.js';
import { emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const row = (id: string, more: object = {}) => ({ id, ...more, sources });
const seat = (name: string, more: object = {}) =>
  row(`membership:board-member-${name}`, { person: `person:${name}`, body: 'body:board', role: 'MEMBER', from: '2022-01-01', open: true, ...more });
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Members, among them Ida Vang', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Members: Ida Vang, Per Dahl.' }],
  people: [
    row('person:ida-vang', { name: 'Ida Vang', aliases: [{ text: 'Ida V. Vang', sources }], identifiers: [{ scheme: 'wikidata', value: 'Q99', sources }] }),
    row('person:per-dahl', { name: 'Per Dahl' }),
  ],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board' }), row('body:forum', { kind: 'FORUM', name: 'Forum' })],
  parties: [row('party:green', { name: 'Green' })],
  municipalities: [row('municipality:town', { name: 'Town', code: '0101' })],
  memberships: [
    seat('ida-vang', {
      role: 'CHAIR',
      appointment: { represents: [{ principal: 'municipality:town', sources }], nominatedBy: { principal: 'party:green', sources }, sources },
    }),
    seat('per-dahl'),
    seat('per-dahl-for-ida-vang', {
      person: 'person:per-dahl',
      role: 'SUBSTITUTE',
      appointment: { substituteFor: { membership: 'membership:board-member-ida-vang', sources } },
    }),
    seat('ida-vang-at-forum', { person: 'person:ida-vang', body: 'body:forum', from: '2022-02-01' }),
  ],
  affiliations: [
    row('affiliation:ida-vang-green', { person: 'person:ida-vang', with: 'party:green', from: '2020-01-01' }),
    row('affiliation:ida-vang-town', { person: 'person:ida-vang', with: 'municipality:town', from: '2020-01-01' }),
  ],
  leaves: [row('leave:ida-vang', { membership: 'membership:board-member-ida-vang', from: '2023-01-01', until: '2023-03-01', reason: 'Ida Vang is ill.' })],
  'stand-ins': [
    row('stand-in:per-dahl-for-ida-vang', {
      substitute: 'membership:board-member-per-dahl-for-ida-vang',
      holder: 'membership:board-member-ida-vang',
      from: '2023-01-01',
      until: '2023-03-01',
    }),
  ],
  statements: [row('statement:ida-vang', { about: ['person:ida-vang'], subject: 'Ida Vang', text: 'Ida Vang is to chair.' })],
};
const SAID = { source: { recorded: 'source:1' } };

/** The name, whatever stands between its parts, and each way in which an index holds it. */
const NAME = /ida.{0,6}vang|vang.{1,3}ida|ida.{1,3}holt|Q99/iu;

let graph: Graph;
let before: string;
const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  const admin = clerkOf(graph, ADMIN);
  const record = async (acts: object[], more: object = {}): Promise<void> => {
    const { status, problems } = await admin.record(acts, { ...SAID, ...more });
    expect([status, problems]).toEqual([expect.stringMatching(/WRITTEN|PROPOSED/), []]);
  };
  const passage = { document: { new: { id: 'doc:ida-vang', title: 'Letter of Ida Vang', kind: 'letter', date: '2023-05-01' } }, quote: 'I, Ida Vang, resign.' };
  await record([{ rename: { thing: 'person:ida-vang', name: 'Ida Holt', from: '2023-04-01' } }], { note: 'Ida Vang married.' });
  await record([{ end: { thing: 'membership:board-member-ida-vang-at-forum', ends: { until: '2023-05-01' }, cause: 'RESIGNED' } }], { source: { passage } });
  await record([
    {
      hold: {
        body: 'body:board',
        date: '2023-02-01',
        items: [{ number: '1', title: 'Ida Vang is on leave' }],
        attendance: [{ person: 'person:ida-vang', presence: 'ABSENT' }],
      },
    },
  ]);
  await record([{ appoint: { person: { id: 'person:ida-vang' }, body: 'body:forum', role: 'OBSERVER', title: 'Ida Vang, observer', from: '2023-06-01' } }], {
    mode: 'PROPOSE',
    note: 'For Ida Vang.',
  });
  before = await now();
});
afterAll(() => graph.close());

/** Queries whose answer holds the name, with where. */
const namingOf = async (given: Given): Promise<string[]> => {
  const naming: string[] = [];
  for await (const { at, data } of askEvery(graph, ADMIN, given)) {
    const place = data.search(NAME);
    if (place >= 0) naming.push(`${at}: ${data.slice(Math.max(0, place - 60), place + 40)}`);
  }
  return naming;
};

const TELLING = [
  ...['node', 'nodes', 'changes', 'documents', 'entries', 'events', 'feed', 'meetings', 'parties', 'person', 'people', 'municipalities'],
  ...['proposals', 'representations', 'search', 'statements'],
];

/** What is asked about: in a usual run the person, by either id. */
const IDS = [
  'person:ida-vang',
  'person:erased-1',
  ...(process.env['MANDAT_TEST_LONG'] ? ['membership:board-member-ida-vang', 'body:board', 'doc:ida-vang'] : []),
];

test('a name is told by many queries until it is erased, and by none afterwards, whatever is asked and as of whenever', async () => {
  const naming = await namingOf({ id: 'person:ida-vang', text: 'Ida Vang', knownAt: null });
  expect(naming.map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining(TELLING));
  const { status } = await clerkOf(graph, ADMIN).record([{ erase: { person: 'person:ida-vang', why: 'Asked for.' } }], SAID);
  expect(status).toBe('WRITTEN');
  for (const knownAt of [null, before, await now()]) for (const id of IDS) expect(await namingOf({ id, text: 'Ida Vang', knownAt })).toEqual([]);
}, 900_000);
