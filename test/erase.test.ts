import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, type Told, clerkOf } from './clerk.js';
import { everyText } from './every-text.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const sources = ['source:1'];
const open = { open: true, sources };
const seat = (id: string, person: string, more: object = {}) => ({
  id: `membership:${id}`,
  person,
  body: 'body:board',
  role: 'MEMBER',
  from: '2022-01-01',
  ...open,
  ...more,
});

const WORLD: World = {
  documents: [
    { id: 'doc:1', title: 'Members, Søren Kjær Aagaard among them', kind: 'register', date: '2022-01-01' },
    { id: 'doc:2', title: 'Others', kind: 'register', date: '2022-01-01' },
  ],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'Chair: SØREN KJÆR AAGAARD; Søren Kjær Aagaards deputy is Bo Lund. Aagaard, Søren Kjær' },
    { id: 'source:2', document: 'doc:2', quote: 'Søren Kjær Aagaard Holm and Bo Lund.' },
  ],
  parties: [{ id: 'party:a', name: 'Party A', sources }],
  people: [
    {
      id: 'person:soeren-kjaer-aagaard',
      name: 'Søren Kjær Aagaard',
      aliases: [{ text: 'S. K. Aagaard' }],
      identifiers: [{ scheme: 'wikidata', value: 'Q4711' }],
      sources,
    },
    { id: 'person:bo-lund', name: 'Bo Lund', sources },
    { id: 'person:soeren-kjaer-aagaard-holm', name: 'Søren Kjær Aagaard Holm', sources: ['source:2'] },
  ],
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'Board', sources }],
  memberships: [
    seat('board-soeren-kjaer-aagaard', 'person:soeren-kjaer-aagaard', { role: 'CHAIR' }),
    seat('board-bo-lund', 'person:bo-lund'),
    seat('board-soeren-kjaer-aagaard-holm', 'person:soeren-kjaer-aagaard-holm', { sources: ['source:2'] }),
  ],
  affiliations: [{ id: 'affiliation:soeren-kjaer-aagaard-a', person: 'person:soeren-kjaer-aagaard', with: 'party:a', from: '2020-01-01', ...open }],
};
const WHO = 'person:soeren-kjaer-aagaard';
/** The name, however it is spelt, of nobody who is called Holm. */
const NAME = /s(ø|oe|o|\{b)ren[^\p{L}]+kj(æ|ae|a|\{a)r[^\p{L}]+(aa|å|a|\{c)gaa?(rd|\{crd)(?![^\p{L}]{1,2}holm)|aagaard, s|s\. k\. aagaard|q4711/iu;

const held = async (): Promise<string[]> => (await everyText(graph)).filter((text) => NAME.test(text));
const erase = (more: object = {}, person = WHO): Promise<Told> =>
  clerkOf(graph, ADMIN).record([{ erase: { person, why: 'Søren Kjær Aagaard asked for it.' } }], more);

const COUNTS = `query($asOf: LocalDate, $knownAt: DateTime) { body(id: "body:board", asOf: $asOf, knownAt: $knownAt) {
  members { totalCount nodes { role } } composition { filled { min max lastKnown } } } }`;
const counts = async (asOf: string, knownAt?: string): Promise<unknown> => {
  const { members, composition } = (await ask(graph, COUNTS, { asOf, knownAt })).body;
  return { ...members, nodes: members.nodes.map(({ role }: { role: string }) => role).sort(), composition };
};

describe('a person is erased', () => {
  test('from whatever is kept, and the seat stays', async () => {
    await seedWorld(graph, WORLD);
    const knownAt = new Date((await readRevision(graph)).at).toISOString();
    await clerkOf(graph).record([{ rename: { thing: WHO, name: 'Søren Aagaard-Kjær', from: '2023-01-01' } }], { source: { recorded: 'source:1' } });
    const before = [await counts('2022-06-01'), await counts('2022-06-01', knownAt)];
    expect((await held()).length).toBeGreaterThan(20);
    const told = await erase();
    expect(told.status).toBe('WRITTEN');
    expect(told.made.map(({ node }) => node?.id)).toEqual(['person:erased-1', 'membership:board-erased-1', 'affiliation:erased-1-a']);
    expect(await held()).toEqual([]);
    expect((await everyText(graph)).filter((text) => /aagaard.kj/iu.test(text))).toEqual([]);
    expect([await counts('2022-06-01'), await counts('2022-06-01', knownAt)]).toEqual(before);
  });
  test('CHECK tells it and writes nothing', async () => {
    await seedWorld(graph, WORLD);
    const before = await everyText(graph);
    const told = await erase({ mode: 'CHECK' });
    expect([told.status, told.made[0]?.node?.id]).toEqual(['CHECKED', 'person:erased-1']);
    expect(await everyText(graph)).toEqual(before);
  });
  test('and others keep their names and ids', async () => {
    await seedWorld(graph, WORLD);
    await erase();
    const texts = await everyText(graph);
    for (const kept of ['person:soeren-kjaer-aagaard-holm', 'membership:board-soeren-kjaer-aagaard-holm', 'Søren Kjær Aagaard Holm', 'Bo Lund'])
      expect(texts).toContain(kept);
  });
});
