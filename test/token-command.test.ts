import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { token } from '../src/cli/token.js';
import { ask } from './http.js';
import { type Ended, ended, serving, start } from './processes.js';
import { bearing } from './tokens.js';

const ANNA = ['--role', 'editor', '--name', 'Åse Ørsted-Hansen'];
const DAY_S = 86_400;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-token-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const mandat = (args: string[], data: string, more: Record<string, string> = {}): Promise<Ended> => ended(start(args, { MANDAT_DATA: data, ...more }));
const partOf = (token: string, at: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('mandat token', () => {
  const given = process.env['MANDAT_DATA'];
  const out = vi.spyOn(console, 'log');
  const err = vi.spyOn(console, 'error');
  beforeEach(() => {
    for (const printed of [out, err]) printed.mockReset().mockReturnValue();
  });
  afterAll(() => {
    for (const printed of [out, err]) printed.mockRestore();
    if (given === undefined) delete process.env['MANDAT_DATA'];
    else process.env['MANDAT_DATA'] = given;
  });
  const tokenFor = (args: string[], data = folder): Promise<number> => {
    process.env['MANDAT_DATA'] = data;
    return token(args);
  };

  test.each<[string, string[], object, RegExp]>([
    ['for all bodies', [], { mandat_role: 'editor' }, /^For actor:ase-orsted-hansen, editor of all bodies, until 20/],
    ['for some', ['--body', 'body:a', '--body', 'body:b.c-1'], { mandat_bodies: ['body:a', 'body:b.c-1'] }, /editor of body:a, body:b\.c-1, until/],
    ['in another role', ['--role', 'admin'], { mandat_role: 'admin' }, /, admin of all bodies/],
    ['in another name', ['--name', '李'], { sub: expect.stringMatching(/^actor:[0-9a-f]{16}$/), name: '李' }, /^For actor:[0-9a-f]{16},/],
  ])('prints one %s, for 30 days, and says what it is', async (_, more, expected, says) => {
    await tokenFor([...ANNA, ...more]);
    const claims = partOf(String(out.mock.calls[0]?.[0]), 1);
    expect(claims).toMatchObject({ sub: 'actor:ase-orsted-hansen', name: 'Åse Ørsted-Hansen', ...expected });
    expect('mandat_bodies' in claims).toBe('mandat_bodies' in expected);
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(30 * DAY_S);
    expect([out.mock.calls.length, err.mock.calls]).toEqual([1, [[expect.stringMatching(says)]]]);
  });

  test.each<[string, string[], string]>([
    ['no role', ['--name', 'A'], '--role: required: one of proposer, editor, import, admin; given: nothing'],
    ['a role that there is not', ['--name', 'A', '--role', 'owner'], '--role: required: one of proposer, editor, import, admin; given: owner'],
    ['no name', ['--role', 'admin', '--name', ' '], '--name: required: what who writes is called; given:  '],
    ['no body', [...ANNA, '--body', 'kkr'], '--body: required: the id of a body, such as body:kkr-syddanmark; given: kkr'],
    ['no day', [...ANNA, '--days', '0'], '--days: required: a number from 1 to 3660; given: 0'],
    ['a day that is no number', [...ANNA, '--days', '1e3'], '--days: required: a number from 1 to 3660; given: 1e3'],
  ])('of %s is refused, and makes nothing', async (_, args, message) => {
    const data = join(folder, 'none');
    await expect(tokenFor(args, data)).rejects.toMatchObject({ message, exitCode: 2 });
    expect([existsSync(data), out.mock.calls]).toEqual([false, []]);
  });

  test('needs a folder, and a key in it that is one', async () => {
    const refused = async (data: string): Promise<unknown> => tokenFor(ANNA, data).catch((error: unknown) => (error as Error).message);
    const noKeyIn = (data: string): string =>
      `MANDAT_DATA: required: a folder whose token-key.json is a key that its owner alone can read, or is not there; given: ${data}`;
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    for (const text of ['', '{', '{}', '{"kty":"EC"}', '7']) {
      writeFileSync(join(damaged, 'token-key.json'), text, { mode: 0o600 });
      expect(await refused(damaged)).toBe(noKeyIn(damaged));
    }
    const shared = mkdtempSync(join(folder, 'shared-'));
    await tokenFor(ANNA, shared);
    out.mockClear();
    chmodSync(join(shared, 'token-key.json'), 0o640);
    expect(await refused(shared)).toBe(noKeyIn(shared));
    expect(await refused('memory')).toBe('MANDAT_DATA: required: a folder, in which the key is kept; given: memory');
    for (const none of ['package.json', '/proc/nope'])
      expect(await refused(none)).toMatch(/^MANDAT_DATA: required: a folder that can be made and written; given: /);
    expect(out.mock.calls).toEqual([]);
  });
});

test('makes the key once, for its owner alone, however many do at once, and prints the token alone on standard output', async () => {
  const data = join(folder, 'new', 'data');
  const ofNeo4j = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
  const tokens = await Promise.all([1, 2, 3].map(() => mandat(['token', ...ANNA, '--days', '1'], data, ofNeo4j)));
  expect(readdirSync(data)).toEqual(['token-key.json']);
  expect(statSync(join(data, 'token-key.json')).mode & 0o777).toBe(0o600);
  const { kid } = JSON.parse(readFileSync(join(data, 'token-key.json'), 'utf8')) as { kid: string };
  expect(tokens.map(({ code, out }) => [code, out.trim().split('\n').length, partOf(out, 0)['kid']])).toEqual(tokens.map(() => [0, 1, kid]));
});

test('a server that runs says that it is read-only, and takes the first token of its folder at once, and none of another', async () => {
  const data = mkdtempSync(join(folder, 'served-'));
  const server = await serving({ MANDAT_DATA: data }, (env) => start(['serve', '--no-seed'], env));
  const me = async (token: string): Promise<unknown> => (await ask(server.address, '{ me { id name role bodies { id } } }', {}, bearing(token))).json.data.me;
  try {
    const other = (await mandat(['token', ...ANNA], join(folder, 'other'))).out.trim();
    expect(await me(other)).toBeNull();
    const anna = (await mandat(['token', ...ANNA, '--body', 'body:none'], data)).out.trim();
    expect(await me(anna)).toEqual({ id: 'actor:ase-orsted-hansen', name: 'Åse Ørsted-Hansen', role: 'EDITOR', bodies: [] });
    expect(await me(other)).toBeNull();
  } finally {
    server.child.kill('SIGTERM');
  }
  expect((await server.end).err).toMatch(/^Read-only: /m);
  const again = await serving({ MANDAT_DATA: data }, (env) => start(['serve', '--no-seed'], env));
  again.child.kill('SIGTERM');
  expect((await again.end).err).not.toMatch(/^Read-only: /m);
});
