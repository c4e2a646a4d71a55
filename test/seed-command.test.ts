import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openGrafeo } from '../src/graph/grafeo.js';
import { enter } from '../src/mutations/enter.js';
import { recording } from '../src/mutations/record.js';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Files, HEAD, folderOf, refusalOf } from './folders.js';
import { here } from './here.js';
import type { Ended } from './processes.js';
import { actorCalled } from './recording.js';

const S = ['source:1'];
const NAMES = Array.from({ length: 60 }, (_, at) => `p${at}`);
const people = (names: readonly string[]): object[] => names.map((name) => ({ id: `person:${name}`, name, sources: S }));
const seat = (more: object = {}) => ({ id: 'membership:m', person: 'person:p0', body: 'body:board', role: 'MEMBER', from: '2022-01-01', sources: S, ...more });
const REGISTER = {
  dataset: { ...HEAD, id: 'register' },
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'The board', sources: S }],
};
const release = (names: readonly string[], more: object = {}): string => folderOf({ ...REGISTER, people: people(names), memberships: [seat(more)] });
const other = (files: Files, after: string[] = ['register']): string => folderOf({ dataset: { ...HEAD, id: 'other', after }, ...files });

let parent: string;
let data: string;
let graphs = 0;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'mandat-seed-'));
  data = join(parent, 'seeded');
  await within((graph) => seedFolders(graph, [release(NAMES)]));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const mandat = (...args: string[]): Promise<Ended> => here(args, { MANDAT_DATA: data });
const within = async <T>(work: (graph: Graph) => Promise<T>): Promise<T> => {
  const graph = await openGrafeo({ folder: data });
  try {
    return await work(graph);
  } finally {
    await graph.close();
  }
};
const seeded = (...args: string[]): Promise<unknown> =>
  within((graph) =>
    seedFolders(
      graph,
      args.filter((arg) => !arg.startsWith('--')),
      { retract: args.includes('--retract') },
    ),
  );

beforeEach(() => {
  data = join(parent, `graph-${(graphs += 1)}`);
  cpSync(join(parent, 'seeded'), data, { recursive: true });
});

describe('seed --check says what seeding says', () => {
  const fewer = release(NAMES.slice(0, 39));
  test.each<[string, string[], RegExp | null]>([
    [
      'of a seat that is another person’s now',
      [release(NAMES, { person: 'person:p1' })],
      /`person`: required: person:p0, or a new id for another person; given: person:p1/,
    ],
    [
      'of what retracts much',
      [fewer],
      /required: a data set that retracts at most a tenth of its rows, or --retract; given: register, which would retract 21 of 64/,
    ],
    ['of what means to', [fewer, '--retract'], null],
    [
      'of another set that says a seat of another person',
      [other({ memberships: [seat({ person: 'person:p1' })] })],
      /`person`: required: person:p0, or a new id for another person; given: person:p1/,
    ],
    ['of another set on what the graph alone has', [other({ memberships: [seat({ id: 'membership:n' })] })], null],
    ['of the same files', [release(NAMES)], null],
  ])('%s, and writes nothing', async (_, args, said) => {
    const before = await within(readRevision);
    const checked = await mandat('seed', '--check', ...args);
    expect([checked.code, checked.err, checked.out]).toEqual(
      said ? [1, expect.stringMatching(said), ''] : [0, '', expect.stringMatching(/^\w+: \d+ rows, valid\n$/)],
    );
    expect(await within(readRevision)).toEqual(before);
    if (said) expect(await refusalOf(seeded(...args))).toEqual([expect.stringMatching(said)]);
    else await seeded(...args);
  });
});

test('seed --check builds on what comes along, also where the graph has it not yet', async () => {
  const set = other(
    {
      people: [{ id: 'person:new', name: 'New', sources: ['source:new'] }],
      documents: [{ id: 'doc:new', title: 'New', kind: 'letter', issuer: 'body:kommunalbestyrelse-odense' }],
      sources: [{ id: 'source:new', document: 'doc:new', quote: 'New.' }],
    },
    ['register', 'denmark'],
  );
  expect(await mandat('seed', '--check', set)).toMatchObject({ code: 0, out: 'other: 3 rows, valid\n' });
});

test('seed --dry-run of what retracts much says row by row what, and then that it is refused', async () => {
  const before = await within(readRevision);
  const { code, out, err } = await mandat('seed', '--dry-run', release([...NAMES.slice(0, 39), 'new']));
  expect([code, out.split('\n').slice(0, 2), out.match(/ {2}retracted person:p\d+\n/g)?.length]).toEqual([
    1,
    ['register: 44 rows, 1 recorded, 21 retracted', '  recorded person:new'],
    21,
  ]);
  expect(err).toMatch(/or --retract; given: register, which would retract 21 of 64 rows\n$/);
  expect(await within(readRevision)).toEqual(before);
  expect(await mandat('seed', '--check', '--dry-run', release(NAMES))).toMatchObject({
    code: 2,
    err: '--dry-run: required: one of --check and --dry-run; given: both\n',
  });
});

describe('seed says what happens to the thing', () => {
  const corrected = (set: object): Promise<void> =>
    within(async (graph) => {
      const entry = { key: 'k', acts: [{ correct: { thing: 'membership:m', set, why: 'Misread.' } }] };
      expect((await enter(graph, recording(actorCalled('editor'), entry as never))).result.status).toBe('WRITTEN');
    });

  test.each<[string, object, object, string[]]>([
    ['nothing, where what the editors say counts', { role: 'CHAIR' }, { role: 'OBSERVER' }, ['1 kept', '  kept membership:m']],
    ['what it says beside that', { role: 'CHAIR' }, { role: 'OBSERVER', title: 'Observer' }, ['1 corrected', '  corrected membership:m']],
    ['nothing, where it says what the editors say', { role: 'CHAIR' }, { role: 'CHAIR' }, ['1 kept', '  kept membership:m']],
    [
      'what it learnt, where the editors say nothing of it',
      { title: 'Madam' },
      { from: '2022-01-01', ended: 'RESIGNED', until: '2024-01-01' },
      ['1 learnt', '  learnt membership:m'],
    ],
  ])('%s', async (_, set, more, [counted, line]) => {
    await corrected(set);
    const { out } = await mandat('seed', '--dry-run', release(NAMES, more));
    expect(out.split('\n').slice(0, 2)).toEqual([`register: 64 rows, ${counted}`, line]);
    await seeded(release(NAMES, more));
    expect((await mandat('seed', release(NAMES, more))).out).toBe('register: 64 rows, nothing changed\n');
  });

  test('that it stays, where the release has it no longer and the editors change it, and conflicts says so too', async () => {
    await corrected({ title: 'Madam' });
    const without = folderOf({ ...REGISTER, people: people(NAMES) });
    expect((await mandat('seed', without)).out).toBe('register: 63 rows, nothing changed\n  membership:m stays, as it is referred to by editor\n');
    for (const args of [[], ['--editors']])
      expect((await mandat('conflicts', ...args)).out).toBe('membership:m: register has it no longer; it stays, as editor needs it\n1 conflict\n');
  });
});
