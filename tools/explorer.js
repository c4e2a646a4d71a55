import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { build } from 'vite';
import codegen from '../explorer/codegen.js';
import { config } from '../explorer/vite.config.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'explorer');
const out = join(root, 'dist/explorer');

const jsonOf = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What the page asks, by the ids by which it asks: a server that is given this list answers nothing else. */
const writeOperations = () => {
  const operations = Object.entries(jsonOf(join(page, 'src/generated/persisted-documents.json')));
  const byId = Object.fromEntries(operations.map(([id, text]) => [id.replace('sha256:', ''), text]));
  writeFileSync(join(out, 'operations.json'), `${JSON.stringify(byId, null, 2)}\n`);
};

/** The licenses of all packages of which something is in the pages. */
const writeLicenses = () => {
  const file = join(out, 'licenses.json');
  const licenses = jsonOf(file).map(({ name, version, identifier, text }) =>
    [`${name} ${version} (${identifier ?? 'see its text'})`, ...(text ? [text.trim()] : [])].join('\n\n'),
  );
  writeFileSync(join(out, 'licenses.txt'), `${licenses.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
  rmSync(file);
};

await generate({ ...codegen, cwd: root, silent: true }, true);
await build(config);
writeOperations();
writeLicenses();
copyFileSync(join(page, 'routes.json'), join(out, 'routes.json'));
copyFileSync(join(page, 'graphiql/examples.json'), join(out, 'graphiql/examples.json'));
