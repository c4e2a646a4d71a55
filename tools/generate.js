import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileText, readModels, readQueryFiles, shapeOf } from './queries.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'src/generated');

const camel = (text) => text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const modelFiles = () =>
  readdirSync(join(root, 'src'), { recursive: true })
    .map((path) => join(root, 'src', String(path)))
    .filter((path) => path.endsWith('/model.ts'))
    .sort();

const importsOf = (types) => {
  const lines = [];
  for (const file of modelFiles()) {
    const names = [...types.keys()].filter((name) => new RegExp(`export (interface|type) ${name}\\b`).test(readFileSync(file, 'utf8')));
    if (names.length) lines.push(`import type { ${names.join(', ')} } from './${relative(out, file).replace(/\.ts$/, '.js')}';`.replace("'./../", "'../"));
  }
  return lines;
};

/** @param {import('./queries.js').QueryFile} query @param {import('./queries.js').QueryFile[]} variants */
const entryOf = (query, variants, models, used) => {
  const variables = new Map();
  const shape = query.rows.map((row) => shapeOf(row.type, row.name, models, variables, query.text));
  for (const type of [...query.rows, ...query.params].flatMap(({ type }) => type.match(/\b[A-Z]\w+/g) ?? [])) used.set(type, true);
  const fields = (declared) => `{ ${declared.map(({ name, type }) => `${name}: ${type}`).join('; ')} }`;
  const texts = Object.fromEntries(variants.map((variant) => [variant.name.split('.').at(-1), compileText(variant, variables)]));
  return `{
    name: ${JSON.stringify(query.name)},
    kind: '${query.kind}',
    text: ${JSON.stringify(compileText(query, variables))},${variants.length ? `\n    texts: ${JSON.stringify(texts)},` : ''}
    columns: ${JSON.stringify(query.rows.map(({ name }) => name))},
    shape: ${JSON.stringify(shape)},
  } as Query<'${query.kind}', ${query.params.length ? fields(query.params) : 'Record<string, never>'}, ${fields(query.rows)}>`;
};

const writeQueries = () => {
  const models = readModels(modelFiles());
  const files = readQueryFiles(join(root, 'cypher'));
  const used = new Map();
  const folders = new Map();
  for (const query of files.filter(({ name }) => !name.includes('.'))) {
    const variants = files.filter(({ name }) => name.startsWith(`${query.name}.`));
    const at = query.name.lastIndexOf('/');
    const folder = camel(query.name.slice(0, at).replaceAll('/', '-'));
    const entry = `  /** ${query.purpose} */\n  ${camel(query.name.slice(at + 1))}: ${entryOf(query, variants, models, used)},`;
    folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const constants = [...folders].map(([folder, entries]) => `export const ${folder} = {\n${entries.join('\n')}\n};`);
  const imports = ["import type { Query } from '../graph/port.js';", ...importsOf(used)];
  writeFileSync(join(out, 'queries.ts'), `${imports.join('\n')}\n\n${constants.join('\n\n')}\n`);
};

const writeSchema = () => {
  const files = readdirSync(join(root, 'schema'))
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  const text = files.map((file) => readFileSync(join(root, 'schema', file), 'utf8')).join('\n');
  writeFileSync(join(out, 'schema.ts'), `export const typeDefs = ${JSON.stringify(text)};\n`);
};

const setupOf = (engine) =>
  readFileSync(join(root, `cypher/setup/${engine}.cypher`), 'utf8')
    .replace(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);

const writeSetup = () =>
  writeFileSync(
    join(out, 'setup.ts'),
    `/** What each engine needs before the first node: one statement each, in order. */\nexport const setup = ${JSON.stringify({ grafeo: setupOf('grafeo'), neo4j: setupOf('neo4j') }, null, 2)};\n`,
  );

mkdirSync(out, { recursive: true });
writeQueries();
writeSchema();
writeSetup();
