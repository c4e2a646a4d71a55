import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDefinitions } from './definitions.js';
import { compileText, paramsOf, readModels, readQueryFiles, shapeOf } from './queries.js';

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
    const names = [...types.keys()].filter((name) => new RegExp(`\\b(interface|type) ${name}\\b`).test(readFileSync(file, 'utf8')));
    if (names.length) lines.push(`import type { ${names.join(', ')} } from './${relative(out, file).replace(/\.ts$/, '.js')}';`.replace("'./../", "'../"));
  }
  return lines;
};

/** @param {import('./queries.js').QueryFile} query @param {import('./queries.js').QueryFile[]} variants */
const entryOf = (query, variants, models, used) => {
  const variables = new Map();
  const params = paramsOf([query, ...variants]);
  const shape = query.rows.map((row) => shapeOf(row.type, row.name, models, variables, query.text));
  for (const type of [...query.rows, ...params].flatMap(({ type }) => type.match(/\b[A-Z]\w+/g) ?? [])) used.set(type, true);
  const fields = (declared) => `{ ${declared.map(({ name, type }) => `${name}: ${type}`).join('; ')} }`;
  const texts = Object.fromEntries(variants.map((variant) => [variant.name.split('.').at(-1), compileText(variant, variables)]));
  return `{
    name: ${JSON.stringify(query.name)},
    kind: '${query.kind}',
    text: ${JSON.stringify(compileText(query, variables))},${variants.length ? `\n    texts: ${JSON.stringify(texts)},` : ''}
    columns: ${JSON.stringify(query.rows.map(({ name }) => name))},
    shape: ${JSON.stringify(shape)},
  } as Query<'${query.kind}', ${params.length ? fields(params) : 'Record<string, never>'}, ${fields(query.rows)}>`;
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

/** Every file of resolvers, by its folder: what the API is put together from. */
const writeResolvers = () => {
  const folders = ['words', 'questions'].flatMap((layer) =>
    readdirSync(join(root, 'src', layer))
      .sort()
      .map((folder) => `${layer}/${folder}`)
      .filter((folder) => existsSync(join(root, 'src', folder, 'resolvers.ts'))),
  );
  const imports = folders.map((folder) => `import * as ${camel(folder.replace('/', '-'))} from '../${folder}/resolvers.js';`);
  const entries = folders.map((folder) => `  '${folder}': ${camel(folder.replace('/', '-'))},`);
  writeFileSync(join(out, 'resolvers.ts'), `${imports.join('\n')}\n\nexport const resolvers = {\n${entries.join('\n')}\n};\n`);
};

/** The label by whose index an end of an edge is found. */
const endLabel = (labels) => (labels.length === 1 ? labels[0] : 'Node');

const RECORDED = ['because', 'recordedAt', 'retractedAt'];

/** Rows are lists by position, which an engine takes twice as fast as maps. */
const creator = (name, { columns }, linesOf) => {
  const all = [...Object.keys(columns.properties), ...RECORDED];
  const at = (column) => `row[${all.indexOf(column)}]`;
  const map = `{${all.map((column) => `\`${column}\`: ${at(column)}`).join(', ')}}`;
  const text = ['UNWIND $rows AS row', ...linesOf(at, map)].join('\n');
  return `  ${name}: {\n    columns: ${JSON.stringify(all)},\n    query: { name: 'create/${name}', kind: 'write', text: ${JSON.stringify(text)}, columns: [], shape: [] },\n  },`;
};

const nodeCreator = (node) => creator(node.label, node, (_, map) => [`CREATE (:${['Node', node.label, ...node.also].join(':')} ${map})`]);

const edgeCreator = (edge) =>
  creator(edge.type, edge, (at, map) => [
    `MATCH (a:${endLabel(edge.ends.from)} {id: ${at(edge.ends.fromColumn)}})`,
    `MATCH (b:${endLabel(edge.ends.to)} {id: ${at(edge.ends.toColumn)}})`,
    `CREATE (a)-[:\`${edge.type}\` ${map}]->(b)`,
  ]);

/** How a node of each label, and an edge of each type, is written. */
const writeCreators = ({ nodes, edges }) => {
  const text = `import type { Query } from '../graph/port.js';

/** A query that creates nodes or edges, and the columns that each of its rows lists, in this order. */
export interface Creator {
  columns: readonly string[];
  query: Query<'write', { rows: readonly unknown[][] }, Record<string, never>>;
}

export const nodeCreators: Readonly<Record<string, Creator>> = {
${nodes.map(({ of }) => nodeCreator(of)).join('\n')}
};

export const edgeCreators: Readonly<Record<string, Creator>> = {
${edges.map(({ of }) => edgeCreator(of)).join('\n')}
};
`;
  writeFileSync(join(out, 'creators.ts'), text);
};

/** How many nodes of any kind carry an id: each label has an index of its own. */
const writeLabelled = ({ nodes }) => {
  const labels = nodes.map(({ of }) => of.label);
  const counts = labels.map((label) => `CALL (id) { MATCH (n:${label} {id: id}) RETURN count(n) AS as${label} }`);
  const query = ['UNWIND $ids AS id', ...counts, `RETURN id, ${labels.map((label) => `as${label}`).join(' + ')} AS nodes`].join('\n');
  const text = `import type { Query } from '../graph/port.js';

/** How many nodes carry an id, each found by what it is. */
export const labelled: Query<'read', { ids: string[] }, { id: string; nodes: number }> = {
  name: 'labelled',
  kind: 'read',
  text: ${JSON.stringify(query)},
  columns: ['id', 'nodes'],
  shape: ['plain', 'plain'],
};
`;
  writeFileSync(join(out, 'labelled.ts'), text);
};

/** The words, kinds of node and kinds of edge, from wherever they are defined. */
const writeWords = ({ words, nodes, edges }) => {
  const files = new Map();
  for (const { file, name } of [...words, ...nodes, ...edges]) files.set(file, [...(files.get(file) ?? []), name]);
  const imports = [...files].map(([file, names]) => `import { ${names.join(', ')} } from '../${relative(join(root, 'src'), file).replace(/\.ts$/, '.js')}';`);
  const text = `${imports.join('\n')}

/** Every word by its name. */
export const words = {
${words.map(({ name, of }) => `  '${of.word}': ${name},`).join('\n')}
} as const;

/** Every kind of node by its label. */
export const nodeTypes = { ${nodes.map(({ name }) => name).join(', ')} } as const;

/** Every kind of edge by its type. */
export const edgeTypes = { ${edges.map(({ name }) => name).join(', ')} } as const;
`;
  writeFileSync(join(out, 'words.ts'), text);
};

/** The format of data sets, a JSON Schema for each word. */
const writeSchemas = ({ words }) => {
  for (const { of } of words) {
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: of.word, title: of.title, type: 'array', items: of.row };
    writeFileSync(join(out, 'schemas', `${of.word}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
};

const snake = (text) => text.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** What finds the nodes and edges of the words: each by its id, and by what its definition says; the embedded engine has no indexes of edges. */
const indexesOf = (engine, { nodes, edges }) => {
  const labels = [...new Set(['Node', ...nodes.flatMap(({ of }) => [of.label, ...of.also])])];
  const ids = labels.map((label) => ({ on: label, column: 'id' }));
  const index = ({ on, column }) => `CREATE INDEX ${snake(on)}_${snake(column)}_index IF NOT EXISTS FOR (n:${on}) ON (n.${column})`;
  const unique = ({ on, column }) => `CREATE CONSTRAINT ${snake(on)}_${snake(column)} IF NOT EXISTS FOR (n:${on}) REQUIRE n.${column} IS UNIQUE`;
  const others = nodes.flatMap(({ of }) => of.indexes.map((column) => ({ on: of.label, column })));
  const dated = edges
    .filter(({ of }) => of.dated)
    .flatMap(({ of }) => ['id', 'fromMin', 'fromMax', 'untilMin', 'untilMax'].map((column) => ({ on: of.type, column })));
  const onEdges = ({ on, column }) => `CREATE INDEX ${snake(on)}_${snake(column)} IF NOT EXISTS FOR ()-[r:${on}]-() ON (r.${column})`;
  // The embedded engine needs an index beside a unique constraint; Neo4j refuses one.
  return [...(engine === 'grafeo' ? ids.map(index) : []), ...ids.map(unique), ...others.map(index), ...(engine === 'neo4j' ? dated.map(onEdges) : [])];
};

const setupOf = (engine, definitions) => [
  ...indexesOf(engine, definitions),
  ...readFileSync(join(root, `cypher/setup/${engine}.cypher`), 'utf8')
    .replace(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean),
];

const writeSetup = (definitions) =>
  writeFileSync(
    join(out, 'setup.ts'),
    `/** What each engine needs before the first node: one statement each, in order. */\nexport const setup = ${JSON.stringify({ grafeo: setupOf('grafeo', definitions), neo4j: setupOf('neo4j', definitions) }, null, 2)};\n`,
  );

mkdirSync(join(out, 'schemas'), { recursive: true });
const definitions = await readDefinitions(root);
writeWords(definitions);
writeCreators(definitions);
writeLabelled(definitions);
writeSchemas(definitions);
writeQueries();
writeSchema();
writeResolvers();
writeSetup(definitions);
