import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seeding } from '../src/cli/seed.js';
import { askServer } from '../src/cli/socket/client.js';
import { hear } from '../src/cli/socket/lines.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import { HEAD, folderOf } from './folders.js';
import { here } from './here.js';
import { ask } from './http.js';
import { type Ended, type Serving, ended, servingFew, start, startBy } from './processes.js';
import { seededFolder } from './seeded.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-socket-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const servers = new Set<ChildProcess>();
afterEach(() => {
  for (const child of servers) child.kill('SIGKILL');
  servers.clear();
});

const servingOn = async (data: string, env: Record<string, string> = {}): Promise<Serving> => {
  const serving = await servingFew({ MANDAT_DATA: data, MANDAT_LOG: 'error', ...env });
  servers.add(serving.child);
  return serving;
};

/** Ends a server as it should end. */
const stop = async ({ child, end }: Serving): Promise<Ended> => {
  child.kill('SIGTERM');
  return end;
};

const mandat = (args: string[], data: string): Promise<Ended> => here(args, { MANDAT_DATA: data });
/** The same in a process of its own. */
const apart = (args: string[], data: string, input = ''): Promise<Ended> => {
  const child = start(args, { MANDAT_DATA: data });
  child.stdin?.end(input);
  return ended(child);
};

/** A command that has said something beside its answer. */
const saying = async (args: string[], data: string, said: RegExp): Promise<{ child: ChildProcess; end: Promise<Ended> }> => {
  const child = start(args, { MANDAT_DATA: data });
  const end = ended(child);
  let err = '';
  await new Promise<void>((told, failed) => {
    child.stderr?.on('data', (text: Buffer) => said.test((err += text.toString())) && told());
    void end.then(({ out, err: all }) => failed(new Error(`it never said ${said.source}: ${all}${out}`)));
  });
  return { child, end };
};

/** A data set of people, each of whom has a source. */
const people = (id: string, names: readonly string[], more: object = {}): string =>
  folderOf({
    dataset: { ...HEAD, id, ...more },
    documents: [{ id: `doc:${id}`, title: 'List', kind: 'list' }],
    sources: [{ id: `source:${id}`, document: `doc:${id}`, quote: 'Names.' }],
    people: names.map((name) => ({ id: `person:${name.toLowerCase()}`, name, sources: [`source:${id}`] })),
  });

const named = (name: string): string => `{ person(id: "person:${name.toLowerCase()}") { name } }`;
const nameOf = async (address: string, name: string): Promise<unknown> => (await ask(address, named(name))).json.data.person?.name ?? null;

describe('beside a server', () => {
  let data: string;
  let server: Serving;
  beforeAll(async () => {
    data = await seededFolder('few');
    server = await servingFew({ MANDAT_DATA: data, MANDAT_LOG: 'error' });
  });
  afterAll(async () => {
    expect(await stop(server)).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(data, 'mandat.sock'))).toBe(false);
  });

  test("a socket in the data folder is the owner's alone", () => {
    const { mode } = lstatSync(join(data, 'mandat.sock'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  test('query asks it, from an argument or standard input, and exits 1 where the answer has errors', async () => {
    const name = '{ municipality(code: "0540") { name } }';
    const answer = { data: { municipality: { name: 'Sønderborg' } } };
    for (const [args, input] of [
      [[name], ''],
      [[], name],
    ] as const) {
      const { code, out, err } = await apart(['query', ...args], data, input);
      expect([code, JSON.parse(out), err]).toEqual([0, answer, '']);
    }
    const failed = await mandat(['query', '{ municipality(code: "1") { name } }'], data);
    expect([failed.code, JSON.parse(failed.out).errors[0].extensions.code]).toEqual([1, 'BAD_USER_INPUT']);
  });

  test('check says what it finds there, with the exit code that it has alone', async () => {
    expect(await mandat(['check', 'seat-once', 'seat-bounds'], data)).toMatchObject({ code: 0, out: '2 rules, 0 findings\n', err: '' });
  });

  test('seed writes through it, and its next answer knows', async () => {
    const set = people('guests', ['Ida', 'Olga']);
    expect(await nameOf(server.address, 'Ida')).toBeNull();
    expect(await mandat(['seed', '--dry-run', set], data)).toMatchObject({ code: 0, out: expect.stringMatching(/^guests: 4 rows, 4 recorded\n/) });
    expect(await nameOf(server.address, 'Ida')).toBeNull();
    expect(await mandat(['seed', set], data)).toMatchObject({ code: 0, out: 'guests: 4 rows, 4 recorded\n', err: 'guests: 4 rows to write. A small world\n' });
    expect(await nameOf(server.address, 'Ida')).toBe('Ida');
    expect(await mandat(['seed', set], data)).toMatchObject({ code: 0, out: 'guests: 4 rows, nothing changed\n', err: '' });
  });

  test('seed --check asks it for what is nowhere else', async () => {
    await mandat(['seed', people('hosts', ['Bo'])], data);
    const theirs = people('friends', ['Ea'], { after: ['hosts'] });
    expect(await mandat(['seed', '--check', theirs], data)).toMatchObject({ code: 0, out: 'friends: 3 rows, valid\n' });
    expect(await nameOf(server.address, 'Ea')).toBeNull();
    expect(await mandat(['seed', '--check', people('foes', ['Ib'], { after: ['nobody'] })], data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('given: nobody'),
    });
  });

  test('what is wrong is told as it is without one', async () => {
    const wrong = folderOf({ dataset: { ...HEAD, id: 'wrong' }, people: [{ id: 'person:eva', name: 'Eva', sources: ['source:nowhere'] }] });
    const [there, alone] = [await mandat(['seed', wrong], data), await mandat(['seed', wrong], join(folder, 'alone'))];
    expect(there).toMatchObject({ code: 1, out: '', err: expect.stringContaining('person:eva') });
    expect(there.err).toBe(alone.err);
  });

  test('folders are those of who gives the command, wherever the server was started', async () => {
    const set = people('elsewhere', ['Ejnar']);
    const child = startBy(process.execPath, [resolve('dist/main.js'), 'seed', basename(set)], { MANDAT_DATA: data }, dirname(set));
    expect(await ended(child)).toMatchObject({ code: 0, out: 'elsewhere: 3 rows, 3 recorded\n' });
    expect(await nameOf(server.address, 'Ejnar')).toBe('Ejnar');
  });

  test('a second server is refused', async () => {
    const second = start(['serve'], { MANDAT_DATA: data, PORT: '0' });
    expect(await ended(second)).toMatchObject({
      code: 1,
      err: 'Another process has the embedded graph open: stop it, or give another folder by MANDAT_DATA.\n',
    });
    expect(await nameOf(server.address, 'Nobody')).toBeNull();
  });
});

describe('while one writes', () => {
  /** How many people there are before, and how many more it takes some seconds to write. */
  const [BEFORE, MORE] = [24, 8_000];
  const largeOf = (count: number): string =>
    people(
      'large',
      Array.from({ length: count }, (_, n) => `Large${n}`),
    );
  const LARGE = largeOf(MORE);
  /** Enough not to be written at once. */
  const FEWER = 3_000;
  const LESS = largeOf(FEWER);
  const WRITING = /large: \d+ rows to write/;
  const WAITING = `waiting for seed ${basename(LARGE)}`;

  /** What a command to seed is told, that is given by this process: it is in line before another would have begun. */
  const seedingOf = (set: string, data: string): { told: string[]; end: Promise<number | null> } => {
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    return { told, end: askServer({ folder: data }, seeding, { folders: [set], dryRun: false, retract: false }, { print: say, tell: say }) };
  };

  test('others wait and say for what, and questions are answered', async () => {
    const data = await seededFolder('few');
    const server = await servingOn(data);
    const large = await saying(['seed', LARGE], data, WRITING);
    const small = seedingOf(people('guests', ['Ida']), data);
    await sleep(50);
    const third = seedingOf(people('hosts', ['Bo']), data);
    const waits: number[] = [];
    let isWritten = false;
    void large.end.then(() => (isWritten = true));
    while (!isWritten) {
      const began = performance.now();
      // Who waited writes as soon as it can: before the other command is seen to have ended.
      if ((await nameOf(server.address, 'Ida')) !== null) break;
      expect((await apart(['query', '{ graph { people } }'], data)).code).toBe(0);
      waits.push(performance.now() - began);
    }
    expect(waits.length).toBeGreaterThan(0);
    expect((await large.end).out).toMatch(/^large: \d+ rows, \d+ recorded/);
    expect([await small.end, ...small.told]).toEqual([0, WAITING, 'guests: 3 rows to write. A small world', 'guests: 3 rows, 3 recorded']);
    expect([await third.end, ...third.told]).toEqual([0, `${WAITING} and 1 more`, 'hosts: 3 rows to write. A small world', 'hosts: 3 rows, 3 recorded']);
    expect(await nameOf(server.address, 'Ida')).toBe('Ida');
    expect(await stop(server)).toMatchObject({ code: 0, err: '' });
  }, 180_000);

  test('who stops waiting takes nothing from what is written, and what had not begun never does', async () => {
    const data = await seededFolder('few');
    const server = await servingOn(data);
    const large = await saying(['seed', LARGE], data, WRITING);
    const small = await saying(['seed', people('guests', ['Ida'])], data, new RegExp(`${WAITING}\n`));
    for (const { child } of [large, small]) child.kill('SIGINT');
    expect((await large.end).signal).toBe('SIGINT');
    expect((await small.end).signal).toBe('SIGINT');
    const again = await mandat(['seed', LARGE], data);
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^large: \d+ rows, nothing changed\n$/)]);
    expect(await nameOf(server.address, 'Ida')).toBeNull();
    expect((await stop(server)).code).toBe(0);
  }, 180_000);

  test.each<[string, NodeJS.Signals, RegExp]>([
    ['is told to end writes it whole, and says that it ends', 'SIGTERM', /The server ends: /],
    ['is killed leaves all of it or nothing, and the next one listens in its place', 'SIGKILL', /The server ended before it had answered/],
  ])(
    'a server that %s',
    async (_, signal, said) => {
      const data = await seededFolder('few');
      const server = await servingOn(data);
      const large = await saying(['seed', LESS, people('guests', ['Ida'])], data, WRITING);
      await sleep(100);
      server.child.kill(signal);
      expect(await large.end).toMatchObject({ code: 1, out: '', err: expect.stringMatching(said) });
      await server.end;
      expect(existsSync(join(data, 'mandat.sock'))).toBe(signal === 'SIGKILL');
      const count = JSON.parse((await mandat(['query', '{ graph { people } }'], data)).out).data.graph.people as number;
      expect(signal === 'SIGTERM' ? [BEFORE + FEWER] : [BEFORE, BEFORE + FEWER]).toContain(count);
      const next = await servingOn(data);
      expect(await nameOf(next.address, 'Ida')).toBeNull();
      expect((await mandat(['seed', LESS, people('guests', ['Ida'])], data)).code).toBe(0);
      expect((await stop(next)).code).toBe(0);
    },
    180_000,
  );
});

describe('where nobody listens', () => {
  const ID = '{ graph { people } }';

  test('a command opens the graph itself, also where a killed server left its socket', async () => {
    const data = await seededFolder('few');
    const server = await servingOn(data);
    server.child.kill('SIGKILL');
    await server.end;
    expect(existsSync(join(data, 'mandat.sock'))).toBe(true);
    expect(await mandat(['query', ID], data)).toMatchObject({ code: 0, err: '' });
    const next = await servingOn(data);
    expect(await mandat(['query', ID], data)).toMatchObject({ code: 0, err: '' });
    expect(await stop(next)).toMatchObject({ code: 0, err: '' });
  });

  test('two commands at once take turns, and the one that waits says so', async () => {
    const data = await seededFolder('few');
    const held = await openGrafeo({ folder: data });
    const waiting = await saying(['query', ID], data, /^waiting for another process that has the graph open\n$/);
    await held.close();
    expect(await waiting.end).toMatchObject({ code: 0, out: expect.stringContaining('"people": 24') });
    const sets = [people('guests', ['Ida']), people('hosts', ['Bo'])];
    const both = await Promise.all(sets.map((set) => apart(['seed', set], data)));
    expect(both.map(({ code, out }) => [code, out])).toEqual([
      [0, 'guests: 3 rows, 3 recorded\n'],
      [0, 'hosts: 3 rows, 3 recorded\n'],
    ]);
  });

  test("a graph in memory is each process's own", async () => {
    const server = await servingOn('memory');
    expect(existsSync('memory')).toBe(false);
    expect((await mandat(['seed', people('guests', ['Ida'])], 'memory')).code).toBe(0);
    expect(await nameOf(server.address, 'Ida')).toBeNull();
    expect(await stop(server)).toMatchObject({ code: 0, err: '' });
  });
});

test.each([91, 92, 200])('a data folder whose name makes a path of %i bytes has a socket', async (bytes) => {
  const parent = mkdtempSync(join(folder, 'long-'));
  const data = join(parent, 'x'.repeat(bytes - parent.length - 1));
  const server = await servingOn(data);
  expect(statSync(join(data, 'mandat.sock')).isSocket()).toBe(true);
  expect((await mandat(['seed', people('guests', ['Ida'])], data)).code).toBe(0);
  expect(await nameOf(server.address, 'Ida')).toBe('Ida');
  expect(await stop(server)).toMatchObject({ code: 0, err: '' });
  expect(existsSync(join(data, 'mandat.sock'))).toBe(false);
});

describe('a data folder', () => {
  const REQUIRED = 'MANDAT_DATA: required: a folder that only its owner may write, for commands to the server that runs there; given: ';

  test.each([0o775, 0o757, 0o1777])('that others may write, by mode %o, has no socket, and that is said', async (mode) => {
    const data = await seededFolder('few');
    chmodSync(data, mode);
    const server = await servingOn(data);
    expect(existsSync(join(data, 'mandat.sock'))).toBe(false);
    expect(await stop(server)).toMatchObject({ code: 0, err: `No command can speak to this server: ${REQUIRED}${data}, mode ${mode.toString(8)}\n` });
  });

  test('that others may write by now is not spoken in', async () => {
    const data = await seededFolder('few');
    const server = await servingOn(data);
    chmodSync(data, 0o777);
    expect(await mandat(['query', '{ graph { people } }'], data)).toMatchObject({ code: 1, out: '', err: `${REQUIRED}${data}, mode 777\n` });
    expect(await stop(server)).toMatchObject({ code: 0, err: '' });
  });

  test("that a server makes is its owner's to write", async () => {
    const data = join(folder, 'made', 'by', 'it');
    const { code } = await ended(
      startBy('bash', ['-c', 'umask 0; exec "$@"', 'bash', process.execPath, 'dist/main.js', 'seed', people('guests', ['Ida'])], { MANDAT_DATA: data }),
    );
    expect([code, (statSync(data).mode & 0o777).toString(8)]).toEqual([0, '755']);
  });

  test('in which something else has the name of the socket keeps it', async () => {
    const data = await seededFolder('few');
    writeFileSync(join(data, 'mandat.sock'), 'mine');
    const server = await servingOn(data);
    expect(await stop(server)).toMatchObject({ code: 0, err: expect.stringMatching(/^No command can speak to this server: .*\n$/) });
    expect(statSync(join(data, 'mandat.sock')).size).toBe(4);
  });

  test('of another user is not spoken in', async () => {
    if (process.getuid?.() !== 0) return;
    const data = await seededFolder('few');
    chmodSync(dirname(data), 0o755);
    chmodSync(data, 0o755);
    const server = await servingOn(data);
    const other = startBy(
      'setpriv',
      ['--reuid', '65534', '--regid', '65534', '--clear-groups', process.execPath, resolve('dist/main.js'), 'query', '{ graph { people } }'],
      { MANDAT_DATA: data },
    );
    expect(await ended(other)).toMatchObject({ code: 1, out: '', err: `${REQUIRED}${data}, another user's\n` });
    expect((await stop(server)).code).toBe(0);
  });
});

test('lines are heard whole wherever they are cut', async () => {
  const all = Buffer.from([{ out: 'Sønderborg\nÆrø' }, { err: 'waiting' }, { code: 3 }].map((line) => `${JSON.stringify(line)}\n`).join(''));
  for (let size = 1; size <= all.length; size += 1) {
    const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.subarray(at * size, (at + 1) * size));
    const heard: string[] = [];
    const code = await hear(
      (async function* () {
        yield* chunks;
      })(),
      { print: (text) => void heard.push(`out ${text}`), tell: (line) => void heard.push(`err ${line}`) },
    );
    expect([size, code, heard]).toEqual([size, 3, ['out Sønderborg\nÆrø', 'err waiting']]);
  }
});
