import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {{ name: string, type: string }} Declared
 * @typedef {{ name: string, file: string, text: string, purpose: string, params: Declared[], rows: Declared[], ever: Declared[], kind: 'read' | 'write' }} QueryFile
 */

const WRITES = /\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP)\b/;
const DECLARATION = /^\/\/ @(param|row|ever) \{(.+)\} (\w+)$/;

/** Every `.cypher` file below `folder`, without `setup/`. @returns {QueryFile[]} */
export const readQueryFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.cypher') && !path.startsWith('setup'))
    .sort()
    .map((path) => readQueryFile(folder, join(folder, path)));

/** @returns {QueryFile} */
const readQueryFile = (folder, file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const head = lines.filter((line) => line.startsWith('//'));
  const text = lines
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
  /** @type {{ param: Declared[], row: Declared[], ever: Declared[] }} */
  const declared = { param: [], row: [], ever: [] };
  for (const line of head.filter((one) => one.startsWith('// @'))) {
    const parts = DECLARATION.exec(line);
    if (!parts) throw new Error(`${file}: required: // @param {type} name, // @row {type} name, or // @ever {type} edge; given: ${line}`);
    declared[parts[1]].push({ name: parts[3], type: parts[2] });
  }
  const name = relative(folder, file).replace(/\.cypher$/, '');
  const purpose = head
    .filter((line) => !line.startsWith('// @'))
    .map((line) => line.slice(3))
    .join(' ');
  return { name, file, text, purpose, params: declared.param, rows: declared.row, ever: declared.ever, kind: WRITES.test(text) ? 'write' : 'read' };
};

/** What is handed over with a query: what its text needs, or that of an engine of its own. @param {QueryFile[]} variants @returns {Declared[]} */
export const paramsOf = (variants) => [...new Map(variants.flatMap(({ params }) => params.map((param) => [param.name, param]))).values()];

/** The properties of every interface or type that a `model.ts` exports. @returns {Map<string, string[]>} */
export const readModels = (files) => {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
  });
  const checker = program.getTypeChecker();
  const models = new Map();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    for (const exported of symbol ? checker.getExportsOfModule(symbol) : []) {
      if (!(exported.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))) continue;
      const type = checker.getDeclaredTypeOfSymbol(exported);
      if (type.isUnion()) continue;
      models.set(
        exported.name,
        checker.getPropertiesOfType(type).map((property) => property.name),
      );
    }
  }
  return models;
};

/** `{m: m{.*}, p: p{.*}, rank: rank}`: a map of rows, the first of which is one, and variables. */
const MAP_OF_ROWS = /\{(\w+: \w+\{\.\*\}(?:, \w+: \w+(?:\{\.\*\})?)*)\}/g;

const keysOf = (entries) => [...entries.matchAll(/(\w+): /g)].map(([, key]) => key);

/** Whether a text returns a map of these keys and rows: it is sent as the list of its rows, without its keys. */
const sendsRows = (text, keys) => [...text.matchAll(MAP_OF_ROWS)].some(([, entries]) => keysOf(entries).join() === keys.join());

/** The shape of a row's type in a text, and in `variables` which model each name in it has. */
export const shapeOf = (type, name, models, variables, text) => {
  const source = ts.createSourceFile('row.ts', `type Row = ${type};`, ts.ScriptTarget.ES2023, true);
  const [statement] = source.statements;
  if (!ts.isTypeAliasDeclaration(statement)) throw new Error(`required: a type; given: ${type}`);
  return shapeOfNode(statement.type, name, models, variables, text);
};

/** @param {ts.TypeNode} node */
const shapeOfNode = (node, name, models, variables, text) => {
  if (ts.isParenthesizedTypeNode(node)) return shapeOfNode(node.type, name, models, variables, text);
  if (ts.isUnionTypeNode(node)) return shapeOfNode(node.types.find((one) => one.getText() !== 'null') ?? node.types[0], name, models, variables, text);
  if (ts.isArrayTypeNode(node)) {
    const inner = shapeOfNode(node.elementType, name, models, variables, text);
    return inner === 'plain' ? 'plain' : { list: inner };
  }
  if (ts.isTypeLiteralNode(node)) {
    const shapes = node.members.map((member) => {
      if (!ts.isPropertySignature(member) || !member.type) throw new Error(`required: properties, each with a type; given: ${member.getText()}`);
      const key = member.name.getText();
      return [key, shapeOfNode(member.type, key, models, variables, text)];
    });
    return sendsRows(
      text,
      shapes.map(([key]) => key),
    )
      ? { rows: shapes }
      : { map: Object.fromEntries(shapes) };
  }
  if (node.getText() === 'Record<string, unknown>') variables.set(name, null);
  const columns = ts.isTypeReferenceNode(node) && models.get(node.getText());
  if (!columns) return 'plain';
  const known = variables.get(name);
  if (known && known.join() !== columns.join())
    throw new Error(`required: one type for all rows that are called ${name}; given: ${node.getText()} and another`);
  variables.set(name, columns);
  return { record: columns };
};

/**
 * `m{.*}` becomes the list of the columns of the type that a row declares under the name `m`; an untyped one stays a map.
 * A map of rows becomes a list of them.
 */
export const compileText = (query, variables) =>
  query.text
    .replace(MAP_OF_ROWS, (_, entries) => `[${entries.replace(/\w+: /g, '')}]`)
    .replace(/\b(\w+)\{\.\*\}/g, (whole, variable) => {
      const columns = variables.get(variable);
      if (columns === null) return whole;
      if (!columns) throw new Error(`${query.file}: required: a @row whose type names ${variable}; given: ${whole}`);
      return `[${columns.map((column) => `${variable}.${column}`).join(', ')}]`;
    });
