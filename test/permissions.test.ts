import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  people: ['anna', 'bo', 'carl', 'carla', 'dan'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: ['council', 'committee', 'other'].map((name) => ({ id: `body:${name}`, kind: 'COMMITTEE', name, sources })),
  relations: [{ id: 'relation:part', kind: 'PART_OF', subject: 'body:committee', object: 'body:council', from: '2022-01-01', open: true, sources }],
  memberships: [
    seat('anna', 'anna', 'committee'),
    seat('bo', 'bo', 'committee'),
    seat('bo-in-other', 'bo', 'other', { dependsOn: [{ on: 'membership:bo', sources }] }),
    seat('carl', 'carl', 'other'),
  ],
  parties: ['list', 'union'].map((name) => ({ id: `party:${name}`, scope: 'NATIONAL', name, sources })),
  affiliations: ['anna', 'carl'].map((name) => ({
    id: `affiliation:${name}-list`,
    person: `person:${name}`,
    with: 'party:list',
    from: '2020-01-01',
    open: true,
    sources,
  })),
  merges: [{ id: 'merge:apart', different: ['person:bo', 'person:carla'], sources }],
};

const appoint = (body: string, from = '2023-01-01') => ({ appoint: { person: { id: 'person:carla' }, body: `body:${body}`, role: 'MEMBER', from } });
const isNot = (thing: string) => ({ retract: { thing, why: 'It never was.' } });
const isOtherwise = (thing: string, set: object) => ({ correct: { thing, set, why: 'Misread.' } });
const end = (name: string) => ({ end: { thing: `membership:${name}`, ends: { until: '2024-01-01' }, cause: 'RESIGNED' } });
const ACTS = {
  'appoints to the committee': appoint('committee'),
  'appoints to it before it was part of the council': appoint('committee', '2021-06-01'),
  'appoints to the other council': appoint('other'),
  'appoints somebody new': { appoint: { person: { new: { name: 'Dorte Dam' } }, body: 'body:committee', role: 'MEMBER', from: '2023-01-01' } },
  'appoints somebody who is called like another': {
    appoint: { person: { new: { name: 'Carl' } }, body: 'body:committee', role: 'MEMBER', from: '2023-01-01' },
  },
  'adds somebody who is called like two others': { addPerson: { name: 'Karla', aliases: ['Carla', 'Bo'] } },
  'adds a tie, which ends another': { affiliate: { person: 'person:carl', with: 'party:union', from: '2023-01-01' } },
  'adds an identifier': { identify: { thing: 'person:carl', identifier: { scheme: 'wikidata', value: 'Q1' } } },
  'ends a tie': { end: { thing: 'affiliation:carl-list', ends: { until: '2024-01-01' } } },
  'learns more of a person': { learn: { thing: 'person:carl', set: { gender: 'MALE' }, why: 'He says so.' } },
  'says that a person never was': isNot('person:dan'),
  'says that a party never was': isNot('party:union'),
  'says that a tie never was': isNot('affiliation:carl-list'),
  'says so of a tie of a member': isNot('affiliation:anna-list'),
  'says that two are not known to differ': isNot('merge:apart'),
  'corrects a tie': isOtherwise('affiliation:anna-list', { from: '2019-01-01' }),
  'corrects what somebody is': isOtherwise('person:anna', { gender: 'FEMALE' }),
  'dissolves a party': { dissolve: { thing: 'party:list', ends: { until: '2024-01-01' } } },
  'ends a seat': end('anna'),
  'ends a seat on which another rests elsewhere': end('bo'),
  'says that a seat never was': isNot('membership:anna'),
  'corrects a seat elsewhere': isOtherwise('membership:carl', { from: '2022-02-01' }),
  'corrects a name': isOtherwise('person:anna', { name: 'Anne' }),
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
  problems: { id: string; code: string; severity: string; path: string[]; given: string | null }[];
  entry: { id: string } | null;
}
const TOLD = '{ status problems { id code severity path given things { id } } entry { id } }';
/** What somebody is answered who accepts every warning. */
const record = async (who: Actor | null, acts: object | readonly object[], mode: string): Promise<{ told: Told | null; codes: unknown[] }> => {
  const said = async (accept: string[]): Promise<{ told: Told | null; codes: unknown[] }> => {
    const entry = { key: `key-${(keys += 1)}`, acts: [acts].flat(), source: { recorded: 'source:1' }, mode, accept };
    const { data, codes } = await askAs(graph, who, `mutation ($entry: EntryInput!) { told: record(entry: $entry) ${TOLD} }`, { entry });
    return { told: data?.told ?? null, codes };
  };
  const first = await said([]);
  const warnings = first.told?.problems.filter(({ severity }) => severity === 'WARNING') ?? [];
  return first.told?.status === 'REFUSED' && warnings.length > 0 ? said(warnings.map(({ id }) => id)) : first;
};
const undo = async (who: Actor | null, entry: string | undefined, mode = 'WRITE'): Promise<{ told: Told | null; codes: unknown[] }> => {
  const source = `mutation ($entry: ID!, $key: ID!, $mode: Mode!) { told: undo(entry: $entry, key: $key, why: "Not so.", mode: $mode) ${TOLD} }`;
  const { data, codes } = await askAs(graph, who, source, { entry, mode, key: `key-${(keys += 1)}` });
  return { told: data?.told ?? null, codes };
};

/** A letter for what somebody is answered: an error, a problem of one code, or that it is done. */
const letterOf = ({ told, codes }: { told: Told | null; codes: unknown[] }): string => {
  const errors = told?.problems.filter(({ severity }) => severity === 'ERROR') ?? [];
  const said = told ? [...new Set(errors.map(({ code }) => code)), ...(errors.length > 0 ? [] : [told.status])] : codes;
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
    ['appoints somebody who is called like another', 'U+O++O++++', 'UFO++O++++'],
    ['adds somebody who is called like two others', 'U+++++++++', 'UF++++++++'],
    ['adds a tie, which ends another', 'U+++++++++', 'UF++++++++'],
    ['adds an identifier', 'U+++++++++', 'UF++++++++'],
    ['ends a tie', 'U+++++++++', 'UF++++++++'],
    ['learns more of a person', 'U+++++++++', 'UF++++++++'],
    ['says that a person never was', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['says that a party never was', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['says that a tie never was', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['says so of a tie of a member', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['says that two are not known to differ', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['corrects a tie', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['corrects what somebody is', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['dissolves a party', 'U+OOOOO+++', 'UFOOOOO+++'],
    ['merges two people', 'U+OOOOO+++', 'UFOOOOO+F+'],
  ])('who %s: %s as a check, %s', async (name, checked, written) => {
    expect(await answers((who) => record(who, ACTS[name], 'CHECK'))).toBe(checked);
    expect(await answers((who) => record(who, ACTS[name], 'WRITE'))).toBe(written);
  });

  test('who is told what lies outside, of the act that says it', async () => {
    const { told } = await record(ACTORS['editor of the council'] as Actor, ACTS['appoints to the other council'], 'WRITE');
    expect(told).toEqual({
      status: 'REFUSED',
      problems: [expect.objectContaining({ code: 'OUTSIDE_YOUR_BODIES', path: ['acts', '0', 'appoint'], given: 'membership:other-member-carla' })],
      entry: null,
    });
    const carried = await record(ACTORS['editor of the council'] as Actor, ACTS['ends a seat on which another rests elsewhere'], 'CHECK');
    expect(carried.told?.problems).toMatchObject([{ code: 'OUTSIDE_YOUR_BODIES', path: ['acts', '0', 'end'], given: 'body:other' }]);
  });

  test.each([
    ['committee', 'body:committee, which is part of body:council', 'body:council'],
    ['council', 'body:council, which is part of none', 'body:council'],
    ['other', 'body:other', 'body:other'],
  ])('who ends a body of theirs is told what is around it: the %s', async (name, given, thing) => {
    const who = actor('EDITOR', name === 'other' ? ['body:council'] : [`body:${name}`]);
    const { told } = await record(who, { dissolve: { thing: `body:${name}`, ends: { until: '2024-01-01' } } }, 'CHECK');
    expect(told?.problems).toMatchObject([{ code: 'OUTSIDE_YOUR_BODIES', path: ['acts', '0', 'dissolve'], given, things: [{ id: thing }] }]);
  });

  test('who adds somebody may say in the same entry that it is otherwise', async () => {
    const tie = { affiliate: { id: 'affiliation:carla-union', person: 'person:carla', with: 'party:union', from: '2020-01-01' } };
    const acts = [tie, isOtherwise('affiliation:carla-union', { from: '2021-01-01' }), { addPerson: { id: 'person:eva', name: 'Eva' } }, isNot('person:eva')];
    expect((await record(ACTORS['editor of none'] as Actor, acts, 'CHECK')).told?.status).toBe('CHECKED');
  });
});

describe('who may take back what', () => {
  test.each<[string, Actor, keyof typeof ACTS, string]>([
    ['an entry of the committee', actor('EDITOR', null, 'eva'), 'appoints to the committee', 'UFO++O++F+'],
    ['one of the other council', actor('EDITOR', null, 'eva'), 'appoints to the other council', 'UFOOO+++F+'],
    ['a merge', actor('EDITOR', null, 'eva'), 'merges two people', 'UFOOOOO+F+'],
    ['one by which somebody is not who is called alike', actor('EDITOR', null, 'eva'), 'appoints somebody who is called like another', 'UFO++O++F+'],
    ['one that adds a tie', actor('EDITOR', null, 'eva'), 'adds a tie, which ends another', 'UF++++++F+'],
    ['one that says that a tie never was', actor('EDITOR', null, 'eva'), 'says that a tie never was', 'UFOOOOO+F+'],
    ['one that corrects a tie', actor('EDITOR', null, 'eva'), 'corrects a tie', 'UFOOOOO+F+'],
    ['one that dissolves a party', actor('EDITOR', null, 'eva'), 'dissolves a party', 'UFOOOOO+F+'],
    ['one of an import', ACTORS['import'] as Actor, 'appoints to the committee', 'UFO++O++++'],
    ['one of another import', actor('IMPORT', null, 'import-2'), 'appoints to the committee', 'UFO++O++F+'],
  ])('%s', async (_, by, name, expected) => {
    const entry = (await record(by, ACTS[name], 'WRITE')).told?.entry?.id;
    let letters = '';
    for (const who of Object.values(ACTORS)) letters += letterOf(await undo(who, entry, 'CHECK'));
    expect(letters).toBe(expected);
    expect((await undo(ADMIN, entry)).told?.status).toBe('WRITTEN');
  });

  test('what took back, and so on, as what was taken back first', async () => {
    const [none, all] = [ACTORS['editor of none'] as Actor, ACTORS['editor of all'] as Actor];
    for (const [name, expected] of [
      ['adds a tie, which ends another', '+'],
      ['corrects a tie', 'O'],
    ] as const) {
      const entries = [(await record(all, ACTS[name], 'WRITE')).told?.entry?.id];
      for (let n = 0; n < 3; n += 1) {
        expect([name, n, letterOf(await undo(none, entries.at(-1), 'CHECK'))]).toEqual([name, n, expected]);
        entries.push((await undo(all, entries.at(-1))).told?.entry?.id);
      }
    }
  });
});
