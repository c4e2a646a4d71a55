import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import type { Actor, ActorRole } from '../src/record/actor.js';
import { readRevision } from '../src/record/revision.js';
import { askAs } from './clerk.js';
import { emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const seat = (id: string, person: string, body: string, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'MEMBER',
  from: '2022-01-01',
  open: true,
  sources,
  ...more,
});
/** A council with a committee, and another council, in which a seat rests on one in the committee. */
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: ['anna', 'bo', 'carl', 'carla'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: ['council', 'committee', 'other'].map((name) => ({ id: `body:${name}`, kind: 'COMMITTEE', name, sources })),
  relations: [{ id: 'relation:part', kind: 'PART_OF', subject: 'body:committee', object: 'body:council', from: '2022-01-01', open: true, sources }],
  memberships: [
    seat('anna', 'anna', 'committee'),
    seat('bo', 'bo', 'committee'),
    seat('bo-in-other', 'bo', 'other', { dependsOn: [{ on: 'membership:bo', sources }] }),
    seat('carl', 'carl', 'other'),
  ],
};

const appoint = (body: string, from = '2023-01-01') => ({ appoint: { person: { id: 'person:carla' }, body: `body:${body}`, role: 'MEMBER', from } });
const end = (name: string) => ({ end: { thing: `membership:${name}`, ends: { until: '2024-01-01' }, cause: 'RESIGNED' } });
const ACTS = {
  'appoints to the committee': appoint('committee'),
  'appoints to it before it was part of the council': appoint('committee', '2021-06-01'),
  'appoints to the other council': appoint('other'),
  'appoints somebody new': { appoint: { person: { new: { name: 'Dorte Dam' } }, body: 'body:committee', role: 'MEMBER', from: '2023-01-01' } },
  'ends a seat': end('anna'),
  'ends a seat on which another rests elsewhere': end('bo'),
  'says that a seat never was': { retract: { thing: 'membership:anna', why: 'Not elected.' } },
  'corrects a seat elsewhere': { correct: { thing: 'membership:carl', set: { from: '2022-02-01' }, why: 'Misread.' } },
  'corrects a name': { correct: { thing: 'person:anna', set: { name: 'Anne' }, why: 'Misheard.' } },
  'merges two people': { mergePeople: { keep: 'person:carl', gone: 'person:carla', why: 'One and the same.' } },
};

const actor = (role: ActorRole, bodies: string[] | null = null, id = 'dorte'): Actor => ({ id, name: null, role, bodies });
const ADMIN = actor('ADMIN', null, 'admin');
const ACTORS: Record<string, Actor | null> = {
  nobody: null,
  proposer: actor('PROPOSER', ['body:council']),
  'editor of none': actor('EDITOR', []),
  'editor of the council': actor('EDITOR', ['body:council']),
  'editor of the committee': actor('EDITOR', ['body:committee']),
  'editor of the other': actor('EDITOR', ['body:other']),
  'editor of all three': actor('EDITOR', ['body:council', 'body:other']),
  'editor of all': actor('EDITOR'),
  import: actor('IMPORT', ['body:council']),
  admin: ADMIN,
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterAll(() => graph.close());

const LETTERS: Readonly<Record<string, string>> = { UNAUTHENTICATED: 'U', FORBIDDEN: 'F', OUTSIDE_YOUR_BODIES: 'O', CHECKED: '+', WRITTEN: '+' };
let keys = 0;

interface Told {
  status: string;
  problems: { code: string; path: string[]; given: string | null }[];
  entry: { id: string } | null;
}
const TOLD = '{ status problems { code path given } entry { id } }';
const record = async (who: Actor | null, act: object, mode: string): Promise<{ told: Told | null; codes: unknown[] }> => {
  const entry = { key: `key-${(keys += 1)}`, acts: [act], source: { recorded: 'source:1' }, mode };
  const { data, codes } = await askAs(graph, who, `mutation ($entry: EntryInput!) { told: record(entry: $entry) ${TOLD} }`, { entry });
  return { told: data?.told ?? null, codes };
};
const undo = async (who: Actor | null, entry: string | undefined, mode = 'WRITE'): Promise<{ told: Told | null; codes: unknown[] }> => {
  const source = `mutation ($entry: ID!, $key: ID!, $mode: Mode!) { told: undo(entry: $entry, key: $key, why: "Not so.", mode: $mode) ${TOLD} }`;
  const { data, codes } = await askAs(graph, who, source, { entry, mode, key: `key-${(keys += 1)}` });
  return { told: data?.told ?? null, codes };
};

/** A letter for what somebody is answered: an error, a problem of one code, or that it is done. */
const letterOf = ({ told, codes }: { told: Told | null; codes: unknown[] }): string => {
  const said = told ? [...new Set(told.problems.map(({ code }) => code)), ...(told.problems.length > 0 ? [] : [told.status])] : codes;
  return said.map((one) => LETTERS[String(one)] ?? String(one)).join();
};

/** What each is answered, in turn; what is written is taken back. */
const answers = async (ask: (who: Actor | null) => Promise<{ told: Told | null; codes: unknown[] }>): Promise<string> => {
  let letters = '';
  for (const who of Object.values(ACTORS)) {
    const { number } = await readRevision(graph);
    const answer = await ask(who);
    letters += letterOf(answer);
    const isWritten = answer.told?.status === 'WRITTEN';
    expect((await readRevision(graph)).number - number).toBe(isWritten ? 1 : 0);
    if (isWritten) expect((await undo(ADMIN, answer.told?.entry?.id)).told?.status).toBe('WRITTEN');
  }
  return letters;
};

describe('who may record what: nobody, a proposer, editors of none, the council, the committee, the other, both, all, an import, an admin', () => {
  test.each<[keyof typeof ACTS, string, string]>([
    ['appoints to the committee', 'U+O++O++++', 'UFO++O++++'],
    ['appoints to it before it was part of the council', 'U+OO+OO+++', 'UFOO+OO+++'],
    ['appoints to the other council', 'U+OOO+++++', 'UFOOO+++++'],
    ['appoints somebody new', 'U+O++O++++', 'UFO++O++++'],
    ['ends a seat', 'U+O++O++++', 'UFO++O++++'],
    ['ends a seat on which another rests elsewhere', 'U+OOOO++++', 'UFOOOO++++'],
    ['says that a seat never was', 'U+O++O++++', 'UFO++O++++'],
    ['corrects a seat elsewhere', 'U+OOO+++++', 'UFOOO+++++'],
    ['corrects a name', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['merges two people', 'U+OOOOO+++', 'UFOOOOO+F+'],
  ])('who %s: %s as a check, %s', async (name, checked, written) => {
    expect(await answers((who) => record(who, ACTS[name], 'CHECK'))).toBe(checked);
    expect(await answers((who) => record(who, ACTS[name], 'WRITE'))).toBe(written);
  });

  test('who is told what lies outside, of the act that says it', async () => {
    const { told } = await record(ACTORS['editor of the council'] as Actor, ACTS['appoints to the other council'], 'WRITE');
    expect(told).toEqual({
      status: 'REFUSED',
      problems: [{ code: 'OUTSIDE_YOUR_BODIES', path: ['acts', '0', 'appoint'], given: 'membership:other-member-carla' }],
      entry: null,
    });
    const carried = await record(ACTORS['editor of the council'] as Actor, ACTS['ends a seat on which another rests elsewhere'], 'CHECK');
    expect(carried.told?.problems).toEqual([{ code: 'OUTSIDE_YOUR_BODIES', path: ['acts', '0', 'end'], given: 'body:other' }]);
  });
});

describe('who may take back what', () => {
  test.each<[string, Actor, keyof typeof ACTS, string]>([
    ['an entry of the committee', actor('EDITOR', null, 'eva'), 'appoints to the committee', 'UFO++O++F+'],
    ['one of the other council', actor('EDITOR', null, 'eva'), 'appoints to the other council', 'UFOOO+++F+'],
    ['a merge', actor('EDITOR', null, 'eva'), 'merges two people', 'UFOOOOO+F+'],
    ['one of an import', ACTORS['import'] as Actor, 'appoints to the committee', 'UFO++O++++'],
    ['one of another import', actor('IMPORT', null, 'import-2'), 'appoints to the committee', 'UFO++O++F+'],
  ])('%s', async (_, by, name, expected) => {
    const entry = (await record(by, ACTS[name], 'WRITE')).told?.entry?.id;
    let letters = '';
    for (const who of Object.values(ACTORS)) letters += letterOf(await undo(who, entry, 'CHECK'));
    expect(letters).toBe(expected);
    expect((await undo(ADMIN, entry)).told?.status).toBe('WRITTEN');
  });
});
