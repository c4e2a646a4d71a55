import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import { logging } from '../src/cli/log.js';
import { type Caller, terminal } from '../src/cli/work.js';
import { ADMIN, type Told, clerkOf } from './clerk.js';
import { folderOf } from './folders.js';
import { here } from './here.js';
import { type Ended, type Serving, serving, start } from './processes.js';

const source = { sources: ['source:r'] };
const WORLD = {
  documents: [{ id: 'doc:r', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:r', document: 'doc:r', quote: 'as registered' }],
  people: ['anna', 'bent'].map((name) => ({ id: `person:${name}`, name: `${name} Holm`, ...source })),
  bodies: ['board', 'council'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name: `The ${name}`, ...source })),
};
const seat = (person: string, body: string): object => ({
  appoint: { id: `membership:${body}-${person}`, person: { id: `person:${person}` }, body: `body:${body}`, role: 'MEMBER', from: '2024-03-01' },
});

let folder: string;
let data: string;
/** When the second of three entries was written. */
let second: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-log-'));
  data = join(folder, 'graph');
  const graph = await openGrafeo({ folder: data });
  await seedFolders(graph, [folderOf(WORLD)]);
  const [anna, bent] = [clerkOf(graph), clerkOf(graph, { id: 'bent', name: null, role: 'IMPORT', bodies: null })];
  const acts = [seat('anna', 'board'), seat('bent', 'board')];
  const first: Told = await anna.record(acts, { note: 'Two\nlines', source: { recorded: 'source:r' } });
  await new Promise((later) => setTimeout(later, 5));
  second = Date.now();
  await bent.record([seat('anna', 'council')], { source: { recorded: 'source:r' } });
  await anna.undo(first.entry?.id);
  await graph.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mandat = (args: string[], into = data): Promise<Ended> => here(args, { MANDAT_DATA: into });

describe.each(['with a server', 'without a server'])('mandat log, %s', (how) => {
  let server: Serving | null = null;
  beforeAll(async () => {
    if (how === 'with a server') server = await serving({ MANDAT_DATA: data, MANDAT_LOG: 'error' }, (env) => start(['serve', '--no-seed'], env));
  });
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    if (server) expect(await server.end).toMatchObject({ code: 0, err: '' });
  });

  test('says of each who wrote it, when, from which source and why, what it wrote, and whether it holds', async () => {
    const { code, out, err } = await mandat(['log']);
    expect([code, err, out.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then').split('\n')]).toEqual([
      0,
      '',
      [
        '3 entries',
        'entry:3 then Anna (anna), editor, revision 4',
        '  takes back entry:1',
        '  note: "It was not so."',
        '  corrected membership:board-anna, which is no longer so',
        '  corrected membership:board-bent, which is no longer so',
        'entry:2 then bent, import, revision 3',
        '  source: "Register": "as registered"',
        '  act 0 appoint: recorded membership:council-anna',
        'entry:1 then Anna (anna), editor, revision 2',
        '  taken back by entry:3',
        '  source: "Register": "as registered"',
        '  note: "Two\\nlines"',
        '  act 0 appoint: recorded membership:board-anna',
        '  act 1 appoint: recorded membership:board-bent',
        '',
      ],
    ]);
  });

  test('tells only what is asked for, also as JSON, a line each', async () => {
    const told = await mandat(['log', '--actor', 'anna', '--thing', 'person:bent']);
    expect([told.code, told.out.match(/^(\d+ entr.*|entry:\d+)/gm)]).toEqual([0, ['1 entry', 'entry:1']]);
    const json = await mandat(['log', '--first', '2', '--json']);
    const lines = json.out.split('\n').filter(Boolean);
    expect([json.code, lines.map((line) => JSON.parse(line))]).toMatchObject([
      0,
      [
        { id: 'entry:3', undoes: { id: 'entry:1' }, acts: [] },
        { id: 'entry:2', undoneBy: null, acts: [seat('anna', 'council')] },
      ],
    ]);
  });
});

const since = (): string => new Date(second).toISOString();

test('each filter of the entries is one of the command', async () => {
  const graph = await openGrafeo({ folder: data });
  const filters: [filter: object, first: number, ids: string[]][] = [
    [{ actor: 'bent' }, 50, ['entry:2']],
    [{ actor: 'nobody' }, 50, []],
    [{ thing: 'membership:board-bent' }, 50, ['entry:3', 'entry:1']],
    [{ thing: 'person:bent' }, 50, ['entry:1']],
    [{ bodies: ['body:council'] }, 50, ['entry:2']],
    [{ bodies: ['body:council', 'body:board'] }, 50, ['entry:3', 'entry:2', 'entry:1']],
    [{ since: since() }, 50, ['entry:3', 'entry:2']],
    [{ until: since() }, 50, ['entry:1']],
    [{}, 1, ['entry:3']],
  ];
  try {
    for (const [filter, first, ids] of filters) {
      const lines: string[] = [];
      const caller: Caller = { ...terminal, print: (text) => void lines.push(...text.split('\n')) };
      const code = await logging.run(graph, { filter, first, json: true, actor: ADMIN }, caller);
      expect([filter, code, lines.map((line) => JSON.parse(line).id)]).toEqual([filter, 0, ids]);
    }
  } finally {
    await graph.close();
  }
});

test('the log of an empty graph is empty', async () => {
  const [told, json] = [await mandat(['log'], join(folder, 'none')), await mandat(['log', '--json'], join(folder, 'none'))];
  expect([told, json]).toMatchObject([
    { code: 0, out: '0 entries\n', err: '' },
    { code: 0, out: '', err: '' },
  ]);
});

test.each<[string, string[], RegExp]>([
  ['a day', ['--since', '2022-06-21'], /^--since: required: an instant, such as 2022-06-21T12:00:00Z; given: 2022-06-21\n$/],
  ['no number', ['--first', 'all'], /^--first: required: a number from 1 to 9999999; given: all\n$/],
  ['a word more', ['anna'], /^Unexpected argument 'anna'/],
])('%s is a sentence, with exit code 2', async (_, args, told) => {
  expect(await mandat(['log', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(told) });
});
