import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginWriting, keepChecksum, requireChecksum } from '../src/graph/grafeo-file.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import { seedFolders } from '../src/exchange/seed.js';
import { readRevision } from '../src/record/revision.js';
import { folderOf } from './folders.js';
import { ask } from './http.js';
import { type Ended, ended, servingFew, start, startBy } from './processes.js';
import { seededFolder } from './seeded.js';

const PARTIES = {
  documents: [{ id: 'doc:1', title: 'Lists', kind: 'list' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'A.' }],
  parties: Array.from({ length: 50 }, (_, at) => ({ id: `party:${at}`, name: `Party ${at}`, sources: ['source:1'] })),
};
const DAMAGED = 'The embedded graph is damaged: put a copy of its folder, MANDAT_DATA, back in its place, or move it away and seed anew.\n';
const FULL = 'There is no room left to write the embedded graph, and what was under way is not written: make room, or give another folder by MANDAT_DATA.\n';
const READ_ONLY = 'MANDAT_DATA: required: a folder that can be made and written; given: one that may only be read\n';

let folder: string;
let whole: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-storage-'));
  whole = join(folder, 'whole');
  const graph = await openGrafeo({ folder: whole });
  await seedFolders(graph, [folderOf(PARTIES)]);
  await graph.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A copy of the whole graph, after something happened to its file. */
const copy = (happens: (file: string) => void): string => {
  const data = join(folder, `copy-${(count += 1)}`);
  cpSync(whole, data, { recursive: true });
  happens(join(data, 'graph.grafeo'));
  return data;
};
/** As a process that was killed leaves it. */
const notClosed =
  (happens: (file: string) => void) =>
  (file: string): void => {
    rmSync(`${file}.crc32`);
    happens(file);
  };
const flipped =
  (at: (bytes: Buffer) => number) =>
  (file: string): void => {
    const bytes = readFileSync(file);
    const index = at(bytes);
    bytes[index] = (bytes[index] as number) ^ 1;
    writeFileSync(file, bytes);
  };

const DAMAGES: [string, (file: string) => void][] = [
  ['emptied', (file) => truncateSync(file, 0)],
  ['cut to a half', (file) => truncateSync(file, readFileSync(file).length >> 1)],
  ['cut to its first page', (file) => truncateSync(file, 4_096)],
  ['overwritten by something else', (file) => writeFileSync(file, 'parties: none\n'.repeat(1_000))],
  ['flipped by a bit at its begin', flipped(() => 2)],
  ['flipped by a bit in its head', flipped(() => 40)],
  ['flipped by a bit where it names its newer image', flipped(() => 4_096 + 20)],
  ['flipped by a bit where it names its older image', flipped(() => 8_192 + 79)],
  ['flipped by a bit in its rows', flipped((bytes) => bytes.lastIndexOf('Party 42'))],
];

describe('a data file', () => {
  const KILLED = DAMAGES.map(([what, happens]): (typeof DAMAGES)[0] => [`not closed and ${what}`, notClosed(happens)]);
  test.each([...DAMAGES, ...KILLED])('that was %s is damaged, and stays as it is', async (_, happens) => {
    const data = copy(happens);
    const before = readFileSync(join(data, 'graph.grafeo'));
    await expect(openGrafeo({ folder: data })).rejects.toMatchObject({ kind: 'DAMAGED' });
    expect(readFileSync(join(data, 'graph.grafeo')).equals(before)).toBe(true);
  });

  test.each<[string, (file: string) => void]>([
    ['closed', () => undefined],
    ['not closed', (file) => (rmSync(`${file}.crc32`), writeFileSync(`${file}.open`, 'an opening'))],
  ])('that was deleted, and had been %s, is damaged, and no other takes its place', async (_, left) => {
    const data = copy((file) => (left(file), rmSync(file)));
    const before = readdirSync(data);
    await expect(openGrafeo({ folder: data })).rejects.toMatchObject({ kind: 'DAMAGED' });
    expect(readdirSync(data)).toEqual(before);
  });

  test('of which a bit was flipped anywhere since it was closed is damaged, again and again', async () => {
    const { length } = readFileSync(join(whole, 'graph.grafeo'));
    const places = Array.from({ length: 25 }, (_, at) => Math.floor(((at + 0.5) * length) / 25));
    for (const place of [...places, ...places.map((at) => length - 1 - (at >> 4))]) {
      const data = copy(flipped(() => place));
      for (let times = 0; times < 2; times += 1) await expect(openGrafeo({ folder: data })).rejects.toMatchObject({ kind: 'DAMAGED' });
    }
  });

  test.each<[string, (file: string) => void]>([
    ['closed', () => undefined],
    ['not closed', notClosed(() => undefined)],
  ])('that was %s opens with all of its bytes, and its checksum is there while it is closed', async (_, happens) => {
    const data = copy(happens);
    for (let times = 0; times < 2; times += 1) {
      const graph = await openGrafeo({ folder: data });
      await expect(graph.ping()).resolves.toBeUndefined();
      expect(readdirSync(data)).not.toContain('graph.grafeo.crc32');
      await graph.close();
      expect(readdirSync(data)).toContain('graph.grafeo.crc32');
    }
  });

  test('that another process opens while its checksum is made has none that is of before', () => {
    const file = join(
      copy(() => undefined),
      'graph.grafeo',
    );
    const first = beginWriting(file);
    const second = beginWriting(file);
    keepChecksum(file, first);
    expect(existsSync(`${file}.crc32`)).toBe(false);
    writeFileSync(file, 'written by the second', { flag: 'a' });
    expect(() => requireChecksum(file)).not.toThrow();
    keepChecksum(file, second);
    expect(() => requireChecksum(file)).not.toThrow();
    writeFileSync(file, 'by nobody', { flag: 'a' });
    expect(() => requireChecksum(file)).toThrow('not as it was when it was closed');
  });

  test.each([['serve'], ['seed'], ['check'], ['query']])('that is damaged is told by %s, with what to do', async (command) => {
    const child = start([command, ...(command === 'query' ? ['{ graph { people } }'] : [])], { MANDAT_DATA: copy(flipped(() => 4_100)), PORT: '0' });
    expect(await ended(child)).toMatchObject({ code: 1, err: DAMAGED, out: '' });
  });
});

/** A command of Mandat in a shell that has said something first, such as a limit. */
const after = (said: string, data: string, command = 'serve'): Promise<Ended> =>
  ended(startBy('bash', ['-c', `${said}; exec "$@"`, 'bash', process.execPath, 'dist/main.js', command], { MANDAT_DATA: data, PORT: '0' }));

describe('a full disk', () => {
  test.each([['serve'], ['seed']])('is told by %s at once, and holds what was written before', async (command) => {
    const data = copy(() => undefined);
    const { code, err } = await after('ulimit -f 200', data, command);
    expect([code, err.endsWith(FULL), err.trim().split('\n').length]).toEqual([1, true, 2]);
    const graph = await openGrafeo({ folder: data });
    expect(await seedFolders(graph, [folderOf(PARTIES)])).toMatchObject([{ recorded: 0 }]);
    await graph.close();
  });

  test('under a server leaves it answering, it ends cleanly when it is told to, and nothing is lost', async () => {
    const data = await seededFolder('few');
    const { child, address, end } = await servingFew({ MANDAT_DATA: data, MANDAT_LOG: 'error' });
    try {
      execFileSync('prlimit', [`--fsize=4096`, '--pid', String(child.pid)]);
      expect((await ask(address, '{ graph { people } }')).json.data).toEqual({ graph: { people: 24 } });
    } finally {
      child.kill('SIGTERM');
    }
    expect(await end).toMatchObject({ code: 0, err: '' });
    const graph = await openGrafeo({ folder: data });
    expect((await readRevision(graph)).number).toBeGreaterThan(0);
    await graph.close();
  });
});

describe('a folder that may only be read', () => {
  /** Root writes where it may not, unless it gives that up. */
  const GIVES_UP = 'dac_override,-dac_read_search';
  const asOther = process.getuid?.() === 0 ? ['setpriv', `--bounding-set=-${GIVES_UP}`, `--inh-caps=-${GIVES_UP}`] : [];
  const serve = (data: string): Promise<Ended> => {
    const [command, ...args] = [...asOther, process.execPath, 'dist/main.js', 'serve'];
    return ended(startBy(command as string, args, { MANDAT_DATA: data, PORT: '0' }));
  };

  test.each<[string, () => string]>([
    ['is new', () => (mkdirSync(join(folder, 'new')), join(folder, 'new'))],
    ['holds a graph', () => copy(() => undefined)],
    ['holds a graph that may only be read too', () => copy((file) => chmodSync(file, 0o444))],
  ])('is told at once where it %s', async (_, make) => {
    const data = make();
    chmodSync(data, 0o555);
    expect(await serve(data)).toMatchObject({ code: 1, err: READ_ONLY });
    chmodSync(data, 0o755);
  });
});
