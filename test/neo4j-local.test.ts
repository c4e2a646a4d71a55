import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from './neo4j.js';
import { ended, startBy } from './processes.js';

/** Says that it is a Java, and writes down how it was called. */
const JAVA = `#!/bin/sh
[ "$1" = --version ] && echo "openjdk 17.0.1" && exit 0
printf '%s\\n' "$@" > "$CALLED/arguments"
printf '%s' "$NEO4J_PASSWORD" > "$CALLED/password"
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mandat-local-'));
  mkdirSync(join(folder, 'home/lib'), { recursive: true });
  writeFileSync(join(folder, 'java'), JAVA);
  chmodSync(join(folder, 'java'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the password of the local Neo4j is in no argument, which every user of the machine could read', async () => {
  const env = { PATH: `${folder}:${process.env.PATH}`, CALLED: folder, NEO4J_PASSWORD: 'hush-hush' };
  const port = String(await freePort());
  const { code } = await ended(startBy(process.execPath, ['neo4j/local.js', 'start', '--home', join(folder, 'home'), '--port', port], env));
  const called = readFileSync(join(folder, 'arguments'), 'utf8');
  expect([code, called.includes(`Neo4jLocal.java\n${join(folder, 'home')}\n${port}\n1\n512\n`), called.includes('hush-hush')]).toEqual([1, true, false]);
  expect(readFileSync(join(folder, 'password'), 'utf8')).toBe('hush-hush');
});
