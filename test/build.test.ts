import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addType, copiedProject } from './copied.js';
import { ask } from './http.js';
import { serving, startBy } from './processes.js';
import { SEEDED, seededFolder } from './seeded.js';

/** Seconds, but for a machine that does much else. */
const BUILDING_MS = 300_000;
const UP_TO_DATE = 'dist/ is up to date\n';

let folder: string;
const build = (): string => execFileSync(process.execPath, ['tools/build.js'], { cwd: folder, encoding: 'utf8' });
const builtSchema = (): string => readFileSync(join(folder, 'dist/generated/schema.js'), 'utf8');

beforeAll(() => {
  folder = copiedProject(SEEDED.few());
  // The pages take most of a build, and are those that these tests open: here they are copied instead.
  const copy = `cpSync(${JSON.stringify(resolve('dist/explorer'))}, 'dist/explorer', { recursive: true });`;
  writeFileSync(join(folder, 'tools/explorer.js'), `import { cpSync } from 'node:fs';\n${copy}\n`);
  build();
}, BUILDING_MS);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a build', () => {
  test('of what is built already does nothing', () => expect(build()).toBe(UP_TO_DATE));

  test('says what it needs where only packages to run are installed', () => {
    const bare = copiedProject([]);
    rmSync(join(bare, 'node_modules'));
    appendFileSync(join(bare, 'dist/main.js'), '\n');
    const { status, stderr } = spawnSync(process.execPath, ['tools/build.js'], { cwd: bare, encoding: 'utf8' });
    rmSync(bare, { recursive: true });
    expect([status, stderr]).toEqual([1, 'required to build: the packages for development, by npm ci; given: none of them\n']);
  });

  test(
    'mends what was written into it by hand, once',
    () => {
      appendFileSync(join(folder, 'dist/generated/schema.js'), '\nexport const byHand = 1;\n');
      expect(build()).not.toBe(UP_TO_DATE);
      expect(builtSchema()).not.toContain('byHand');
      expect(build()).toBe(UP_TO_DATE);
    },
    BUILDING_MS,
  );
});

test(
  'npm run dev serves, and serves anew what has changed',
  async () => {
    const { child, address, end } = await serving({ MANDAT_LOG: 'silent', MANDAT_DATA: await seededFolder('few') }, (env) =>
      startBy('npm', ['run', 'dev', '--silent'], env, folder),
    );
    const again = new Promise<string>((resolve) => child.stdout?.once('data', (text: Buffer) => resolve(text.toString())));
    const flag = '{ __type(name: "FlagOfThisTest") { name } }';
    expect((await ask(address, flag)).json.data).toEqual({ __type: null });
    addType(folder, 'FlagOfThisTest');
    const [anew] = /http:\/\/[\d.:]+/.exec(await again) as RegExpExecArray;
    expect((await ask(anew as string, flag)).json.data).toEqual({ __type: { name: 'FlagOfThisTest' } });
    child.kill('SIGTERM');
    await end;
    await expect(ask(anew as string, flag)).rejects.toThrow();
  },
  BUILDING_MS,
);
