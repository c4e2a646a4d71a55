import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const HELP = `npm run mutate [-- --lines 60] [--seed 1] [--only src/time]

In a copy of the project, changes a line of src/ at a time and asks the tests: first those that import the file, then the whole suite on
the embedded engine. A change that all of them pass survives: nothing asks what it does. The same seed draws the same changes.`;

/** What one node may become: the text in its place, or null where this kind has no say. @typedef {(node: ts.Node) => string | null} Mutation */

/** @type {Record<string, string>} */
const OTHERS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '==': '!=', '!=': '==', '&&': '||', '||': '&&' };

const isWithinType = (node) => ts.findAncestor(node, (one) => ts.isTypeNode(one) || ts.isImportDeclaration(one) || ts.isExportDeclaration(one)) !== undefined;

/** @type {Record<string, Mutation>} */
const MUTATIONS = {
  'another operator': (node) =>
    ts.isBinaryExpression(node) && OTHERS[node.operatorToken.getText()]
      ? `${node.left.getText()} ${OTHERS[node.operatorToken.getText()]} ${node.right.getText()}`
      : null,
  'the condition negated': (node) => {
    const parent = node.parent;
    const isCondition =
      parent && ((ts.isIfStatement(parent) && parent.expression === node) || (ts.isConditionalExpression(parent) && parent.condition === node));
    return isCondition ? `!(${node.getText()})` : null;
  },
  'another number': (node) => (ts.isNumericLiteral(node) ? `(${node.getText()} + 1)` : null),
  'another text': (node) => (ts.isStringLiteral(node) && node.text && !ts.isPropertyAssignment(node.parent) ? "''" : null),
  'the other of true and false': (node) => (node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : node.kind === ts.SyntaxKind.FalseKeyword ? 'true' : null),
  'no statement': (node) => (ts.isExpressionStatement(node) ? ';' : null),
};

/** @typedef {{ file: string, line: number, what: string, was: string, text: string, source: string }} Mutant */

/** Every mutant of a file. @returns {Mutant[]} */
const mutantsOf = (file) => {
  const source = readFileSync(file, 'utf8');
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (!isWithinType(node))
      for (const [what, mutation] of Object.entries(MUTATIONS)) {
        const text = mutation(node);
        if (text === null) continue;
        const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ file, line, what, was: node.getText(), text, source: source.slice(0, node.getStart()) + text + source.slice(node.getEnd()) });
      }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

/** Numbers from 0 to 1, the same for the same seed. */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** One mutant each of as many lines. @returns {Mutant[]} */
const drawn = (lines, seed, only) => {
  const random = randomOf(seed);
  /** @template T @param {T[]} all @returns {T} */
  const takeFrom = (all) => all.splice(Math.floor(random() * all.length), 1)[0];
  const files = readdirSync('src', { recursive: true })
    .map((path) => join('src', String(path)))
    .filter((path) => path.endsWith('.ts') && path.startsWith(only) && !path.startsWith(join('src', 'generated')))
    .sort();
  /** @type {Map<string, Mutant[]>} */
  const byLine = new Map();
  for (const mutant of files.flatMap(mutantsOf)) {
    const at = `${mutant.file}:${mutant.line}`;
    byLine.set(at, [...(byLine.get(at) ?? []), mutant]);
  }
  const left = [...byLine.values()];
  return Array.from({ length: Math.min(lines, left.length) }, () => takeFrom(takeFrom(left)));
};

const BUILD = 'the build';
const NOT_COPIED = ['node_modules', '.git', '.mandat', 'coverage'];

/** So that no change can stay behind, and the project can be worked on meanwhile. */
const copied = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-mutate-'));
  cpSync('.', folder, { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

const passes = (cwd, ...args) =>
  spawnSync(process.execPath, args, { cwd, stdio: 'ignore', env: { ...process.env, MANDAT_TEST_ENGINE: 'grafeo' } }).status === 0;
const passesTests = (cwd, ...args) => passes(cwd, 'node_modules/vitest/vitest.mjs', ...args, '--bail=1');

/** What notices a mutant: the build, which says nothing of the tests, or they; null: nothing does. */
const killerOf = (folder, { file, source }) => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, source);
  try {
    if (!passes(folder, 'tools/build.js')) return BUILD;
    if (!passesTests(folder, 'related', '--run', file, '--passWithNoTests')) return 'a test that imports it';
    return passesTests(folder, 'run') ? null : 'the suite';
  } finally {
    writeFileSync(path, before);
  }
};

const main = () => {
  const { values } = parseArgs({
    options: {
      lines: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: 'src' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = copied();
  const counts = { killed: 0, survived: 0, unbuilt: 0 };
  try {
    if (!passes(folder, 'tools/build.js')) throw new Error('required: a project that builds before it is changed');
    for (const mutant of drawn(Number(values.lines), Number(values.seed), values.only)) {
      const killer = killerOf(folder, mutant);
      counts[killer === BUILD ? 'unbuilt' : killer ? 'killed' : 'survived'] += 1;
      const { file, line, what, was, text } = mutant;
      console.log(`${killer ? `killed by ${killer}` : 'SURVIVED'}  ${file}:${line}  ${what}: ${was.split('\n')[0]} -> ${text.split('\n')[0]}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${counts.killed} killed, ${counts.survived} survived, ${counts.unbuilt} that do not build`);
};

main();
