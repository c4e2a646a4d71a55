import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGrafeo } from '../src/graph/grafeo.js';
import { type Revision, readRevision } from '../src/record/revision.js';
import { commit } from '../src/write/commit.js';
import type { WordRow } from '../src/write/rows.js';
import { copiedServer } from './copied.js';
import { HEAD, folderOf } from './folders.js';
import { here } from './here.js';
import { ask } from './http.js';
import { uncovered } from './integrity/uncovered.js';
import { type Ended, ended, serving, servingFew, start, startBy } from './processes.js';
import { SEEDED, seededFolder } from './seeded.js';
import { writingOf } from './world.js';

const FEW = SEEDED.few();

let folder: string;
/** What a server runs from with which those few come along. */
let small: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-commands-'));
  small = copiedServer(FEW);
});
afterAll(() => {
  for (const path of [folder, small]) rmSync(path, { recursive: true, force: true });
});

const lettered = (id: string) => {
  const letter = { text: 'A', seen: [{ on: '2017-11-21', in: 'doc:1' }], sources: ['source:1'] };
  return { id: `party:${id}`, name: id, letters: [letter], sources: ['source:1'] };
};
const TWO_WITH_ONE_LETTER = {
  documents: [{ id: 'doc:1', title: 'Lists', kind: 'list' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'A.' }],
  parties: [lettered('a'), lettered('b')],
};

const mandat = (args: string[], env: Record<string, string> = {}, input = ''): Promise<Ended> => {
  const child = start(args, env);
  child.stdin?.end(input);
  return ended(child);
};

const startSmall = (args: string[], env: Record<string, string>): ChildProcess => startBy(process.execPath, [join(small, 'dist/main.js'), ...args], env);
const servingSmall = (env: Record<string, string>) => serving(env, (all) => startSmall(['serve'], all));

const oneSentence = ({ err }: Ended): void => {
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/at \w+ \(|node_modules/);
};

describe('commands', () => {
  test.each([
    [['--help']],
    [['serve', '--help']],
    [['seed', '--help']],
    [['query', '--help']],
    [['check', '--help']],
    [['conflicts', '--help']],
    [['record', '--help']],
    [['log', '--help']],
    [['token', '--help']],
  ])('%j says what it does', async (args) => {
    const { code, out } = await here(args);
    expect([code, out.startsWith('mandat')]).toEqual([0, true]);
  });

  test('are the same in a process of their own', async () => {
    for (const args of [['--help'], ['check', 'seat-twice'], ['query', '{ graph { people } }']]) {
      const env = { MANDAT_DATA: await seededFolder('few') };
      expect(await mandat(args, env)).toEqual(await here(args, env));
    }
  });

  test.each([
    ['an unknown command', ['dance'], {}, 2],
    ['an unknown option', ['serve', '--fast'], {}, 2],
    ['an unknown rule', ['check', 'seat-twice'], {}, 2],
    ['a bad setting', ['serve'], { PORT: '70000' }, 1],
    ['a memory of less than nothing', ['serve'], { MANDAT_MEMORY_MB: '-1' }, 1],
    ['variables that are no JSON', ['query', '{ graph { people } }', '--variables', '{'], {}, 2],
    ['an address of another machine', ['serve', '--no-seed'], { HOST: '192.0.2.1' }, 1],
    ['a name of no machine', ['serve', '--no-seed'], { HOST: 'nowhere.invalid' }, 1],
    ['a data folder that is a file', ['serve'], { MANDAT_DATA: 'package.json' }, 1],
    ['a data folder where none can be made', ['serve'], { MANDAT_DATA: '/proc/nope/graph' }, 1],
    ['a database that does not answer', ['serve'], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' }, 1],
    ['a folder that is no data set', ['seed', '/nowhere'], {}, 1],
  ])('%s is one sentence and an exit code', async (_, args, env, code) => {
    const result = await here(args, env as Record<string, string>);
    expect(result.code).toBe(code);
    oneSentence(result);
    if ('HOST' in env || 'MANDAT_DATA' in env) expect(result.err).toMatch(/^(HOST|MANDAT_DATA): required: .*; given: /);
  });

  test.each([['serve'], ['--help']])('%s with too few files that may be open is one sentence and an exit code', async (command) => {
    const few = await ended(startBy('bash', ['-c', 'ulimit -n 64; exec "$@"', 'bash', process.execPath, 'dist/main.js', command]));
    expect(few).toMatchObject({ code: 1, out: '', err: 'ulimit -n: required: at least 512 open files; given: 64\n' });
  });

  test('query prints an answer, from an argument, variables or standard input', async () => {
    const name = '{ municipality(code: "0540") { name } }';
    const few = { MANDAT_DATA: await seededFolder('few') };
    expect(JSON.parse((await here(['query', name], few)).out)).toEqual({ data: { municipality: { name: 'Sønderborg' } } });
    expect(JSON.parse((await mandat(['query'], few, name)).out)).toEqual({ data: { municipality: { name: 'Sønderborg' } } });
    const { code, out } = await here(['query', 'query ($code: String) { municipality(code: $code) { name } }', '--variables', '{"code":"1"}'], few);
    expect([code, JSON.parse(out).errors[0].extensions.code]).toEqual([1, 'BAD_USER_INPUT']);
  });

  test('seed --check validates and writes nothing; seed twice changes nothing', async () => {
    const env = { MANDAT_DATA: join(folder, 'seed') };
    const set = folderOf(TWO_WITH_ONE_LETTER);
    expect((await here(['seed', '--check', ...FEW], env)).out).toMatch(/denmark: \d+ rows, valid\nkkr: \d+ rows, valid/);
    expect((await mandat(['seed', set], env)).out).toBe('world: 4 rows, 4 recorded\n');
    expect((await mandat(['seed', set], env)).out).toBe('world: 4 rows, nothing changed\n');
    expect((await here(['seed', ...FEW], { MANDAT_DATA: await seededFolder('few') })).out).toMatch(
      /denmark: \d+ rows, nothing changed\nkkr: \d+ rows, nothing changed/,
    );
  });

  test('seed --dry-run says row by row what would change, two hundred lines of it, and writes nothing', async () => {
    const env = { MANDAT_DATA: join(folder, 'rehearsed') };
    const { out } = await here(['seed', '--dry-run', ...FEW], env);
    expect(out).toMatch(/^denmark: (\d+) rows, \1 recorded.*\n( {2}recorded \S+\n){200} {2}and \d+ more\nkkr: /);
    expect((await here(['seed', FEW[0] as string], env)).out).toMatch(/^denmark: (\d+) rows, \1 recorded\n/);
    expect((await here(['seed', '--dry-run', FEW[0] as string], env)).out).toMatch(/^denmark: \d+ rows, nothing changed\n/);
  });

  test('seed --check asks the graph of the settings, and waits for another process that has it', async () => {
    const data = join(folder, 'held');
    const mine = folderOf({ dataset: { ...HEAD, id: 'mine', after: ['mine-before'] } });
    const missing = await here(['seed', '--check', mine], { MANDAT_DATA: data });
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringContaining('`after`: required: a data set that is given too, or in the graph; given: mine-before'),
    ]);
    const waits = 'waiting for another process that has the graph open\n';
    for (const [set, expected] of [
      [mine, { code: 1, err: `${waits}${missing.err}` }],
      [folderOf({}), { code: 0, out: 'world: 0 rows, valid\n', err: waits }],
    ] as const) {
      const held = await openGrafeo({ folder: data });
      const waiting = start(['seed', '--check', set], { MANDAT_DATA: data });
      waiting.stderr?.once('data', () => void held.close());
      expect(await ended(waiting)).toMatchObject(expected);
    }
  });

  test('a graph of another format is refused by every command, and stays as it is', async () => {
    const data = await seededFolder('few');
    const unmarked = async (): Promise<Revision> => {
      const graph = await openGrafeo({ folder: data });
      await graph.write((tx) => tx.run(writingOf("MATCH (r:Revision {id: 'revision'}) REMOVE r.format"), {}));
      const revision = await readRevision(graph);
      await graph.close();
      return revision;
    };
    const before = await unmarked();
    for (const args of [['serve'], ['seed'], ['check'], ['query', '{ graph { people } }']]) {
      const refused = await here(args, { MANDAT_DATA: data, PORT: '0' });
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringMatching(
          /^graph: required: format \d+ to \d+, or an empty one to seed .*; given: format 1, of a version that is too early to carry over\n$/,
        ),
      ]);
    }
    expect(await unmarked()).toEqual(before);
  });

  test('check prints what it finds, and exits 1 where it finds something', async () => {
    const few = { MANDAT_DATA: await seededFolder('few') };
    const kept = await here(['check', 'seat-once', 'seat-bounds'], few);
    expect([kept.code, kept.out]).toEqual([0, '2 rules, 0 findings\n']);
    const graph = { MANDAT_DATA: join(folder, 'check') };
    await here(['seed', folderOf(TWO_WITH_ONE_LETTER)], graph);
    const broken = await here(['check', 'letter-single'], graph);
    expect([broken.code, broken.out]).toEqual([
      1,
      expect.stringMatching(/^letter-single: a letter has .*\n {2}2017-11-21 {2}broken: .*\n1 rule, 1 finding\n$/),
    ]);
    const { code, out } = await here(['check', 'letter-single', 'chair-member', '--json'], graph);
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      {
        rules: ['chair-member', 'letter-single'],
        findings: [
          { rule: 'chair-member', verdict: 'UNDECIDED' },
          { rule: 'letter-single', verdict: 'BROKEN', on: '2017-11-21' },
        ],
      },
    ]);
    expect((await here(['check', 'chair-member'], few)).code).toBe(0);
  });

  test('check of what sources disagree about, which the record tells, says so, and exits 0', async () => {
    const graph = { MANDAT_DATA: join(folder, 'disagreeing') };
    await here(['seed', folderOf(uncovered(['sits', ['statement:not']], ['not', [], ['body:forum']]))], graph);
    const { code, out } = await here(['check', 'home-covered'], graph);
    expect([code, out.split('\n').slice(1)]).toEqual([
      0,
      [expect.stringMatching(/broken: .*; the sources disagree: statement:sits$/), '1 rule, 1 finding, of which the record tells 1 itself', ''],
    ]);
  });

  test('serve seeds a newer release over an older one, and retracts what it leaves out', async () => {
    const env = { MANDAT_DATA: join(folder, 'upgraded') };
    const earlier = join(folder, 'denmark');
    cpSync('seeds/denmark', earlier, { recursive: true });
    const councils = (JSON.parse(readFileSync(join(earlier, 'bodies.json'), 'utf8')) as { id: string }[]).map(({ id }) => id);
    const terms = JSON.parse(readFileSync(join(earlier, 'terms.json'), 'utf8')) as { sources: string[] }[];
    const own = councils.map((body) => ({ id: `term:${body.slice('body:'.length)}-1998`, body, name: '1998-2001', sources: terms[0]?.sources }));
    writeFileSync(join(earlier, 'terms.json'), JSON.stringify([...terms, ...own]));
    expect((await here(['seed', earlier], env)).code).toBe(0);
    const { child, address, end } = await servingSmall(env);
    const { data } = (await ask(address, `{ node(id: "${own[0]?.id}") { id } body(id: "${councils[0]}") { terms { id } } }`)).json;
    expect([data.node, data.body.terms.map(({ id }: { id: string }) => id)]).toEqual([
      null,
      [2006, 2010, 2014, 2018, 2022, 2026].map((year) => `term:municipal-${year}`),
    ]);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });

  test('serve prints one line with an address that answers, and ends cleanly on SIGTERM', async () => {
    const { child, line, address, end } = await servingSmall({ MANDAT_DATA: await seededFolder('few') });
    expect(line.trim().split('\n')).toHaveLength(1);
    const asked = Date.now();
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ graph { people } }"}',
    });
    expect(await response.json()).toMatchObject({ data: { graph: { people: 24 } } });
    expect(Date.now() - asked).toBeLessThan(1_000);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });

  test.each([0, 10])('told twice to end, %i ms apart, serve ends as cleanly, and its file is whole', async (apart) => {
    const data = await seededFolder('few');
    const { child, end } = await servingFew({ MANDAT_DATA: data });
    child.kill('SIGTERM');
    await sleep(apart);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
    expect(readdirSync(data).sort()).toEqual(['graph.grafeo', 'graph.grafeo.crc32']);
  });

  test('what the editors changed in a data set that comes along stays, and is told at start, at every one', async () => {
    const data = await seededFolder('few');
    const graph = await openGrafeo({ folder: data });
    const { id, kind, name, sources } = JSON.parse(readFileSync('seeds/denmark/bodies.json', 'utf8'))[0] as Record<string, unknown>;
    const put = [{ word: 'bodies', row: { id, kind, name: `${name as string} (nyt)`, sources } }] as unknown as WordRow[];
    const source = { id: 'editor', title: null, date: null, terms: null, hash: '' };
    await commit(graph, { source, put, remove: [], expectedRevision: null, referredTo: 'REFUSE', judge: false }, 'WRITE');
    await graph.close();
    for (let starts = 0; starts < 2; starts += 1) {
      const { child, end } = await servingSmall({ MANDAT_DATA: data });
      const { out } = await here(['conflicts', '--editors'], { MANDAT_DATA: data });
      child.kill('SIGTERM');
      expect(out).toBe(`${String(id)}: \`name\` is ${name as string} (nyt), says editor; ${name as string}, says denmark\n1 conflict\n`);
      expect((await end).err.split('\n')).toContain(
        '1 thing is said otherwise by data sets than by the editors, whose word counts: npx mandat conflicts --editors lists it.',
      );
    }
    expect((await here(['conflicts', '--json'], { MANDAT_DATA: data })).out.split('\n').map((one) => (one ? JSON.parse(one).id : null))).toContain(id);
  }, 180_000);

  test('npm start ends its server where npm is ended', async () => {
    const { child, address, end } = await serving({ MANDAT_DATA: await seededFolder('few') }, (env) => startBy('npm', ['start', '--silent'], env, small));
    child.kill('SIGTERM');
    await end;
    await expect(fetch(address)).rejects.toThrow();
  });

  test('a port in use and a folder in use are said, and the first server goes on', async () => {
    const data = await seededFolder('few');
    const { child, address, end } = await servingFew({ MANDAT_DATA: data });
    const taken = await mandat(['serve', '--no-seed'], { PORT: new URL(address).port });
    const locked = await mandat(['serve'], { PORT: '0', MANDAT_DATA: data });
    expect([taken.code, locked.code]).toEqual([1, 1]);
    expect(taken.err).toContain('port is in use');
    expect(locked.err).toContain('MANDAT_DATA');
    [taken, locked].forEach(oneSentence);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });
});
