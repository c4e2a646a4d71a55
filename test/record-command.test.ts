import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import { review } from '../src/mutations/review.js';
import { folderOf } from './folders.js';
import { here } from './here.js';
import { ask } from './http.js';
import { type Ended, type Serving, ended, serving, start } from './processes.js';
import { actorCalled } from './recording.js';

const source = { sources: ['source:r'] };
const WORLD = {
  documents: [{ id: 'doc:r', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:r', document: 'doc:r', quote: 'as registered' }],
  people: ['anna', 'bent', 'clara'].map((name) => ({ id: `person:${name}`, name: `${name} Holm`, ...source })),
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'The board', ...source }],
  memberships: [{ id: 'membership:board-chair-anna', person: 'person:anna', body: 'body:board', role: 'CHAIR', from: '2022-01-01', open: true, ...source }],
};
const MINUTES = { passage: { document: { new: { id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: '2024-03-01' } }, quote: 'He takes a seat.' } };

const appoint = (person: string, more: object = {}) => ({
  appoint: { person: { id: `person:${person}` }, body: 'body:board', role: 'MEMBER', from: '2024-03-01', ...more },
});

let folder: string;
let data: string;
const worldIn = async (name: string): Promise<string> => {
  const path = join(folder, name);
  const graph = await openGrafeo({ folder: path });
  await seedFolders(graph, [folderOf(WORLD)]);
  await graph.close();
  return path;
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-record-'));
  data = await worldIn('graph');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mandat = (args: string[], into = data): Promise<Ended> => here(args, { MANDAT_DATA: into });
/** The same in a process of its own. */
const apart = (args: string[], into: string, input = ''): Promise<Ended> => {
  const child = start(args, { MANDAT_DATA: into });
  child.stdin?.end(input);
  return ended(child);
};

let files = 0;
const fileOf = (content: unknown): string => {
  const path = join(folder, `entry-${(files += 1)}.json`);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
};

describe.each(['with a server', 'without a server'])('mandat record, %s', (how) => {
  const isServed = how === 'with a server';
  let server: Serving | null = null;
  let into: string;
  beforeAll(async () => {
    into = await worldIn(isServed ? 'served' : 'alone');
    if (isServed) server = await serving({ MANDAT_DATA: into, MANDAT_LOG: 'error' }, (env) => start(['serve', '--no-seed'], env));
  });
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    if (server) expect(await server.end).toMatchObject({ code: 0, err: '' });
  });

  test('writes an entry, of a file or of standard input, once each, and says what came of it', async () => {
    const file = fileOf({ acts: [appoint('bent')], source: MINUTES });
    const checked = await mandat(['record', file, '--check'], into);
    expect([checked.code, checked.err, checked.out.split('\n')[0]]).toEqual([0, '', 'CHECKED, revision 1']);
    const written = await mandat(['record', file], into);
    expect([written.code, written.err, written.out.split('\n')]).toEqual([
      0,
      '',
      expect.arrayContaining([
        'WRITTEN entry:1, revision 2',
        '  act 0: recorded membership:board-member-bent',
        '  happened: JOINED 2024-03-01 event:membership:board-member-bent@FROM',
      ]),
    ]);
    const again = await mandat(['record', file], into);
    expect([again.code, again.out.split('\n')[0]]).toEqual([0, 'WRITTEN entry:1, revision 2, as it was answered before']);
    const piped = await apart(['record', '-', '--json'], into, JSON.stringify({ key: 'piped', acts: [appoint('clara')], source: MINUTES }));
    expect([piped.code, JSON.parse(piped.out)]).toMatchObject([0, { status: 'WRITTEN', replayed: false, entry: { id: 'entry:2' } }]);
    const { data: answer } = JSON.parse((await mandat(['query', '{ body(id: "body:board", asOf: "2024-06-01") { members { totalCount } } }'], into)).out);
    expect(answer.body.members.totalCount).toBe(3);
    if (server) expect((await ask(server.address, '{ person(id: "person:clara") { name } }')).json.data.person.name).toBe('clara Holm');
  });

  test('says that what was proposed under a key is not written under it, until it is accepted', async () => {
    const file = fileOf({ acts: [{ addPerson: { name: 'Dora Holm' } }], source: MINUTES });
    const line = /^PROPOSED (proposal:\d+), revision \d+\n/;
    const proposed = await mandat(['record', file, '--propose'], into);
    expect([proposed.code, proposed.err, proposed.out]).toEqual([0, '', expect.stringMatching(line)]);
    const id = line.exec(proposed.out)?.[1] as string;
    const asBefore = `PROPOSED ${id}, revision `;
    expect(await mandat(['record', file], into)).toMatchObject({
      code: 1,
      out: expect.stringMatching(new RegExp(`^${asBefore}.*, as it was answered before\n`)),
      err: `Nothing is written: it was proposed under this key, and ${id} is OPEN. Accept that, or give the entry another \`key\`.\n`,
    });
    expect(await mandat(['record', file, '--propose'], into)).toMatchObject({ code: 0, err: '' });
    const said = JSON.stringify({ key: 'otherwise', acts: [{ addPerson: { name: 'Dora Holm' } }], source: MINUTES, mode: 'PROPOSE' });
    expect(await apart(['record', '-'], into, said)).toMatchObject({ code: 0, err: '' });
    if (server) return;
    const graph = await openGrafeo({ folder: into });
    expect((await review(graph, actorCalled('admin'), { proposal: id, verdict: 'ACCEPT' })).result.status).toBe('WRITTEN');
    await graph.close();
    expect(await mandat(['record', file], into)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(new RegExp(`^${asBefore}`)) });
  });

  test.each<[string, unknown, RegExp, number]>([
    [
      'an act about nothing that is recorded',
      { acts: [appoint('nobody')] },
      /^REFUSED, revision \d+\n {2}ERROR UNKNOWN_ID acts\.0\.appoint\.person\.id: required: .*; given: person:nobody\n$/,
      1,
    ],
    [
      'two acts in one',
      { acts: [{ ...appoint('bent'), end: { thing: 'membership:board-member-bent', ends: { unknown: true } } }] },
      /^Variable "\$entry" got invalid value .*ActInput/,
      1,
    ],
    [
      'a date that is none',
      { acts: [appoint('bent', { from: '2024-13-01' })] },
      /^Variable "\$entry" got invalid value "2024-13-01" at "entry\.acts\[0\]\.appoint\.from"/,
      1,
    ],
    ['a field that there is not', { acts: [], sources: [] }, /^Variable "\$entry" got invalid value .*Field "sources" is not defined by type "EntryInput"/, 1],
    ['a list', [], /^entry-\d+\.json: required: an object, an EntryInput of the API; given: another JSON\n$/, 2],
    ['no JSON', '{\n"acts": [}', /^entry-\d+\.json: required: JSON; given: in line 2: /, 2],
    ['no text', new Uint8Array([123, 0xe6, 125]), /^entry-\d+\.json: required: text in UTF-8; given: other bytes\n$/, 2],
  ])('%s is told, and nothing is written', async (_, content, told, code) => {
    const { out, err, ...ends } = await mandat(['record', fileOf(content)], into);
    expect([ends.code, out + err]).toEqual([code, expect.stringMatching(told)]);
  });
});

test.each<[string, string[], RegExp]>([
  ['no file', ['record'], /^FILE\.json: required: one file, or -; given: nothing\n$/],
  ['two files', ['record', 'a.json', 'b.json'], /^FILE\.json: required: one file, or -; given: a\.json b\.json\n$/],
  ['a file that is not there', ['record', '/nowhere/a.json'], /^FILE\.json: required: a file that can be read; given: \/nowhere\/a\.json \(ENOENT\)\n$/],
  ['both of what excludes each other', ['record', '-', '--check', '--propose'], /^--propose: required: one of --check and --propose; given: both\n$/],
])('%s is a sentence, with exit code 2', async (_, args, told) => {
  expect(await mandat(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(told) });
});

test('six at once beside a server are all written, one after the other', async () => {
  const server = await serving({ MANDAT_DATA: data, MANDAT_LOG: 'error' }, (env) => start(['serve', '--no-seed'], env));
  try {
    const entry = (name: string): object => ({
      acts: [{ appoint: { person: { new: { name } }, body: 'body:board', role: 'MEMBER', from: '2024-03-01' } }],
      source: MINUTES,
    });
    const names = ['Ida', 'Bo', 'Eva', 'Per', 'Kaj', 'Ulla'];
    const all = await Promise.all(names.map((name) => apart(['record', fileOf(entry(`${name} Lind`))], data)));
    expect(all.map(({ code, out }) => [code, out.slice(0, 14)])).toEqual(names.map(() => [0, 'WRITTEN entry:']));
    const entries = all.map(({ out }) => /^WRITTEN (entry:\d+)/.exec(out)?.[1]).sort();
    expect(entries).toEqual(names.map((_, at) => `entry:${at + 1}`));
  } finally {
    server.child.kill('SIGTERM');
    await server.end;
  }
});
