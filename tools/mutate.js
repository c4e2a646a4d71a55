import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const HELP = `npm run mutate [-- --lines 60] [--seed 1] [--only src/time]

In a copy of the project, changes as many lines of src/, each behind a switch, and asks the embedded engine's tests: all of them once with
every switch off, to see which test file comes by which line, then for each line those alone, until one fails. A change that all of them
pass survives: nothing asks what it does. The same seed draws the same changes.`;

/** What one node may become: the text in its place, or null where this kind has no say. @typedef {(node: ts.Node) => string | null} Mutation */

/** @type {Record<string, string>} */
const OTHERS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '==': '!=', '!=': '==', '&&': '||', '||': '&&' };

const isWithinType = (node) => ts.findAncestor(node, (one) => ts.isTypeNode(one) || ts.isImportDeclaration(one) || ts.isExportDeclaration(one)) !== undefined;

/** Of a property: no expression stands in its place. */
const isName = (node) => node.parent !== undefined && 'name' in node.parent && node.parent.name === node;

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
  'another number': (node) => (ts.isNumericLiteral(node) && !isName(node) ? `(${node.getText()} + 1)` : null),
  'another text': (node) => (ts.isStringLiteral(node) && node.text && !ts.isPropertyAssignment(node.parent) ? "''" : null),
  'the other of true and false': (node) => (node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : node.kind === ts.SyntaxKind.FalseKeyword ? 'true' : null),
  'no statement': (node) => (ts.isExpressionStatement(node) ? ';' : null),
};

/** @typedef {{ file: string, line: number, what: string, was: string, text: string, start: number, end: number, isStatement: boolean, isAtLoad: boolean }} Mutant */

/** Every mutant of a file. @returns {Mutant[]} */
const mutantsOf = (file) => {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (!isWithinType(node))
      for (const [what, mutation] of Object.entries(MUTATIONS)) {
        const text = mutation(node);
        if (text === null) continue;
        const [start, end] = [node.getStart(), node.getEnd()];
        const line = parsed.getLineAndCharacterOfPosition(start).line + 1;
        const isAtLoad = ts.findAncestor(node, ts.isFunctionLike) === undefined;
        found.push({ file, line, what, was: node.getText(), text, start, end, isStatement: ts.isStatement(node), isAtLoad });
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
  /** @type {Mutant[]} */
  const taken = [];
  while (taken.length < lines && left.length > 0) {
    const mutant = takeFrom(takeFrom(left));
    if (!taken.some((other) => other.file === mutant.file && other.start < mutant.end && mutant.start < other.end)) taken.push(mutant);
  }
  return taken;
};

const NOT_COPIED = ['node_modules', '.git', '.mandat', 'coverage'];

/** So that no change can stay behind, and the project can be worked on meanwhile. */
const copied = () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mandat-mutate-')), 'mandat');
  cpSync('.', folder, { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  if (existsSync('../shared')) symlinkSync(join(process.cwd(), '../shared'), join(folder, '../shared'));
  return folder;
};

const TSC = 'node_modules/@typescript/native/bin/tsc';
const runs = (cwd, env, ...args) =>
  spawnSync(process.execPath, args, { cwd, stdio: 'ignore', env: { ...process.env, ...env }, timeout: LIMIT_MS, killSignal: 'SIGKILL' }).status === 0;
/** A mutant that makes the tests last longer than this does not end: they notice. */
const LIMIT_MS = 40 * 60_000;

/** Whether a mutant is a program at all: where types refuse it, that says nothing of the tests. */
const isTyped = (folder, { file, start, end, text }) => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.slice(0, start) + text + before.slice(end));
  const isFine = runs(folder, {}, TSC, '-p', 'tsconfig.build.json', '--noEmit');
  writeFileSync(path, before);
  return isFine;
};

/** A mutant behind its switch. */
const switched = ({ text, was, isStatement }, number) =>
  isStatement ? `{ if (!globalThis.mutant?.(${number})) ${was} }` : `(globalThis.mutant?.(${number}) ? ${text} : ${was})`;

/** What is loaded before the programs of the tests: which mutant is on; and where none is, which of them a test file comes by. */
const SWITCH = `import { appendFileSync } from 'node:fs';
const on = process.env.MUTANT;
globalThis.reached = new Set();
globalThis.mutant = on ? (number) => number === Number(on) : (number) => {
  if (globalThis.reached.has(number)) return false;
  globalThis.reached.add(number);
  appendFileSync(process.env.MUTANTS_REACHED, number + '\\t' + process.env.TEST_FILE + '\\n');
  return false;
};
`;
/** Before each test file: which one it is, for it and for the programs that it starts. */
const SETUP = `
import { expect } from 'vitest';
process.env.TEST_FILE = expect.getState().testPath;
globalThis.reached.clear();
`;

/** All mutants behind their switches, in what the tests import and in the programs that they start. */
const plant = (folder, mutants) => {
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const path = join(folder, file);
    const here = mutants.map((mutant, number) => ({ ...mutant, number })).filter((mutant) => mutant.file === file);
    const planted = here
      .sort((a, b) => b.start - a.start)
      .reduce((text, mutant) => text.slice(0, mutant.start) + switched(mutant, mutant.number) + text.slice(mutant.end), readFileSync(path, 'utf8'));
    writeFileSync(path, planted);
  }
  writeFileSync(join(folder, 'switch.mjs'), SWITCH);
  appendFileSync(join(folder, 'test/run/database.js'), SETUP);
  runs(folder, {}, TSC, '-p', 'tsconfig.build.json', '--noCheck');
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
  const [reached, results] = [join(folder, 'reached.txt'), join(folder, 'results.json')];
  const env = { MANDAT_TEST_ENGINE: 'grafeo', MUTANTS_REACHED: reached, NODE_OPTIONS: `--import ${join(folder, 'switch.mjs')}` };
  const tests = (on, ...args) => runs(folder, { ...env, MUTANT: on }, 'node_modules/vitest/vitest.mjs', ...args);
  const counts = { killed: 0, survived: 0, untyped: 0 };
  try {
    writeFileSync(reached, '');
    if (!runs(folder, {}, 'tools/build.js')) throw new Error('required: a project that builds before it is changed');
    const all = drawn(Number(values.lines), Number(values.seed), values.only);
    const mutants = all.filter((mutant) => isTyped(folder, mutant));
    counts.untyped = all.length - mutants.length;
    plant(folder, mutants);
    tests('', 'run', '--reporter=json', `--outputFile=${results}`);
    const failed = JSON.parse(readFileSync(results, 'utf8'))
      .testResults.filter(({ status }) => status !== 'passed')
      .map(({ name }) => relative(folder, name));
    if (failed.length > 0) console.log(`left out, since they fail without any change: ${failed.join(', ')}`);
    const lines = [...new Set(readFileSync(reached, 'utf8').trim().split('\n'))].map((line) => line.split('\t'));
    for (const [number, { file, line, what, was, text, isAtLoad }] of mutants.entries()) {
      const by = lines
        .filter(([of]) => of === String(number))
        .map(([, path]) => relative(folder, path))
        .filter((path) => !failed.includes(path));
      const without = failed.map((path) => `--exclude=${path}`);
      const survives = isAtLoad
        ? tests(String(number), 'related', '--run', file, '--bail=1', ...without)
        : by.length === 0 || tests(String(number), 'run', '--bail=1', ...by);
      counts[survives ? 'survived' : 'killed'] += 1;
      console.log(
        `${survives ? 'SURVIVED' : 'killed'} (${isAtLoad ? 'at load' : by.length})  ${file}:${line}  ${what}: ${was.split('\n')[0]} -> ${text.split('\n')[0]}`,
      );
    }
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
  console.log(`${counts.killed} killed, ${counts.survived} survived, ${counts.untyped} that types refuse`);
};

main();
