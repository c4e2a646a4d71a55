import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/**
 * @typedef {{ word: string, title: string, prefix: string, row: object, fixed: string[] }} Word
 * @typedef {{ label: string, columns: { properties: object }, also: string[], indexes: string[], part: boolean }} NodeType
 * @typedef {{ type: string, ends: { from: string[], to: string[], fromColumn: string, toColumn: string }, dated: boolean, columns: { properties: object } }} EdgeType
 * @typedef {{ file: string, name: string }} Place where a definition is exported, and as what
 * @typedef {{ words: (Place & { of: Word })[], nodes: (Place & { of: NodeType })[], edges: (Place & { of: EdgeType })[] }} Definitions
 */

const RELATIVE_IMPORT = /(?:from|import) '(\.[^']+)\.js'/g;

/** Writes a module and all that it imports as JavaScript, as this Node runs no TypeScript. */
const transpile = (root, file, out, done) => {
  if (done.has(file)) return;
  done.add(file);
  const source = readFileSync(file, 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: false },
  });
  const target = join(out, relative(root, file)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  for (const [, path] of outputText.matchAll(RELATIVE_IMPORT)) transpile(root, join(dirname(file), `${path}.ts`), out, done);
};

/** What the words say of themselves: every word, kind of node and kind of edge that a `definition.ts` exports. @returns {Promise<Definitions>} */
export const readDefinitions = async (root) => {
  const out = join(root, 'node_modules/.cache/mandat');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  /** @type {any} */
  const found = { words: [], nodes: [], edges: [] };
  const done = new Set();
  for (const folder of readdirSync(join(root, 'src/words')).sort()) {
    const file = join(root, 'src/words', folder, 'definition.ts');
    if (!ts.sys.fileExists(file)) continue;
    transpile(root, file, out, done);
    const module = await import(pathToFileURL(join(out, relative(root, file)).replace(/\.ts$/, '.js')).href);
    for (const [name, of] of Object.entries(module)) {
      const kind = of?.word ? 'words' : of?.label ? 'nodes' : of?.ends ? 'edges' : null;
      if (kind) found[kind].push({ file, name, of });
    }
  }
  return found;
};
