import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const PARTS = ['schema', 'cypher', 'src', 'tools', 'dist', 'codegen.yml', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
const UP_TO_DATE = 'dist/ is up to date\n';

let folder: string;
const build = (): string => execFileSync(process.execPath, ['tools/build.js'], { cwd: folder, encoding: 'utf8' });
const builtSchema = (): string => readFileSync(join(folder, 'dist/generated/schema.js'), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-build-'));
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  build();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a build', () => {
  test('of what is built already does nothing', () => expect(build()).toBe(UP_TO_DATE));

  test('of what has changed since generates and compiles it, once', () => {
    appendFileSync(join(folder, 'schema/base.graphql'), '\n"A flag of this test."\nenum FlagOfThisTest {\n  "It waves."\n  WAVES\n}\n');
    expect(build()).not.toBe(UP_TO_DATE);
    expect(builtSchema()).toContain('FlagOfThisTest');
    expect(build()).toBe(UP_TO_DATE);
  });

  test('mends what was written into it by hand', () => {
    appendFileSync(join(folder, 'dist/generated/schema.js'), '\nexport const byHand = 1;\n');
    expect(build()).not.toBe(UP_TO_DATE);
    expect(builtSchema()).not.toContain('byHand');
  });
});
