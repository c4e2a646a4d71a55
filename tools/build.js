import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What is built from, and what was built; src/ holds both. */
const SOURCES = ['schema', 'cypher', 'src', 'explorer', ...['build', 'definitions', 'explorer', 'generate', 'queries'].map((name) => `tools/${name}.js`)];
const SETTINGS = ['codegen.yml', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const CODEGEN = 'node_modules/@graphql-codegen/cli/esm/bin.js';
const MAIN = join(root, 'dist/main.js');
/** The hash of all of it, as it was after the last build. */
const STAMP = join(root, 'dist/.built');

const filesIn = (path) =>
  statSync(join(root, path)).isDirectory()
    ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
    : [join(root, path)];

const hashNow = () => {
  const hash = createHash('sha256');
  for (const file of [...SOURCES, ...SETTINGS, 'dist'].flatMap(filesIn))
    if (file !== STAMP)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex');
};

const run = (file, ...args) => execFileSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const build = () => {
  run('tools/generate.js');
  run(CODEGEN, '--config', 'codegen.yml');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  run('tools/explorer.js');
  chmodSync(MAIN, 0o755);
  writeFileSync(STAMP, hashNow());
};

const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashNow();

// A package holds what was built, and no sources. What is built is not built again: npx prepares a linked project anew, and so does every run of the tests.
if (!existsSync(join(root, 'src')) || isBuilt()) console.log('dist/ is up to date');
else if (existsSync(join(root, CODEGEN))) build();
else {
  console.error('required to build: the packages for development, by npm ci; given: none of them');
  process.exitCode = 1;
}
