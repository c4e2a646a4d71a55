import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eachInTurn } from '../graph/turns.js';
import type { ChangeSource } from '../write/change-set.js';
import { nearest, nearestOf } from '../write/nearest.js';
import { openEnded } from '../write/open-ended.js';
import { type RowProblem, shown } from '../write/problems.js';
import { type WordName, type WordRow, isWordName, renamed, wordNames, wordOfId } from '../write/rows.js';
import { problemsOf } from '../write/validate.js';
import { headOf } from './head.js';
import { whereBroken } from './json.js';
import { type FileProblem, ofFile } from './problems.js';

/** A data set as its files say it, with what is wrong with them; `rows` are those that are sound by themselves. */
export interface DataSet extends ChangeSource {
  folder: string;
  after: string[];
  /** Its rows are kept up to date. */
  maintained: boolean;
  rows: WordRow[];
  problems: FileProblem[];
  /** Whether it may say the thing, in a row or file that is not sound. */
  mayMean: (id: string) => boolean;
  /** Where a row stands. */
  placeOf: (word: WordName, id: string) => Pick<FileProblem, 'file' | 'row'>;
}

/** The file of a data set that says what it is. */
export const headFile = (folder: string): string => join(basename(folder), 'dataset.json');

const BYTE_ORDER_MARK = /^\uFEFF/;

const parse = (file: string, given: string, problems: FileProblem[]): unknown => {
  const text = given.replace(BYTE_ORDER_MARK, '');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const broken = whereBroken(text);
    problems.push(ofFile(file, 'JSON', `in line ${broken.line}: ${broken.given}`));
    return undefined;
  }
};

/** A field as a path of names and places from 0. */
export const fieldOf = (path: string): string | null => path.slice(1).replaceAll('/', '.') || null;

const inFile = (file: string, row: number, { id, path, required, given }: RowProblem): FileProblem => ({
  file,
  row,
  id: id || null,
  field: fieldOf(path),
  required,
  given,
});

/** The rows of one file, each where it stands. */
interface Placed {
  word: WordName;
  file: string;
  rows: { at: number; one: WordRow; isSound: boolean }[];
}

const idOf = ({ row }: WordRow): unknown => (row as WordRow['row'] | null)?.id;

const duplicates = ({ file, rows }: Placed): FileProblem[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ at, one }) => {
    const id = idOf(one);
    if (typeof id !== 'string') return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    return before === undefined ? [] : [{ file, row: at, id, field: 'id', required: 'an id that no other row has', given: `${id}, which row ${before} has` }];
  });
};

/** The rows of a file, and what is wrong with each by itself. */
const placedIn = async (word: WordName, file: string, content: unknown, isMaintained: boolean, problems: FileProblem[]): Promise<Placed> => {
  if (content !== undefined && !Array.isArray(content)) problems.push(ofFile(file, 'a list of rows', shown(content)));
  let at = 0;
  const rows = await eachInTurn({}, Array.isArray(content) ? (content as unknown[]) : [], (given) => {
    const one = { word, row: renamed(word, given) } as WordRow;
    const wrong = problemsOf(one);
    at += 1;
    problems.push(...wrong.map((problem) => inFile(file, at, problem)));
    return { at, one: wrong.length === 0 && isMaintained ? openEnded(one) : one, isSound: wrong.length === 0 };
  });
  const placed = { word, file, rows };
  problems.push(...duplicates(placed));
  return placed;
};

/** Reads one data set, and says what is wrong with its files and with each row by itself. */
export const readDataSet = async (folder: string): Promise<DataSet> => {
  const problems: FileProblem[] = [];
  const hash = createHash('sha256');
  const nameOf = (name: string): string => join(basename(folder), name);
  const load = (name: string): unknown => {
    const text = readFileSync(join(folder, name), 'utf8');
    hash.update(name).update(text);
    return parse(nameOf(name), text, problems);
  };
  const isThere = existsSync(join(folder, 'dataset.json'));
  if (!isThere) problems.push(ofFile(folder, 'a folder with a dataset.json', shown(folder)));
  const head = headOf(headFile(folder), isThere ? load('dataset.json') : undefined);
  problems.push(...head.problems);

  const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'dataset.json') : [];
  const unread = new Set<WordName>();
  for (const file of files.filter((name) => !isWordName(name.slice(0, -5)))) {
    const [meant] = nearestOf(file.slice(0, -5), wordNames);
    if (meant) unread.add(meant);
    problems.push(ofFile(nameOf(file), `a file named after a word${nearest(file.slice(0, -5), wordNames)}: ${wordNames.join(', ')}`, file));
  }
  const placed: Placed[] = [];
  for (const word of wordNames.filter((name) => files.includes(`${name}.json`))) {
    const content = load(`${word}.json`);
    if (!Array.isArray(content)) unread.add(word);
    placed.push(await placedIn(word, nameOf(`${word}.json`), content, head.maintained, problems));
  }
  const rows = placed.flatMap((file) => file.rows);
  const unsound = new Set(rows.filter(({ isSound }) => !isSound).map(({ one }) => idOf(one)));
  const rowOf = new Map(rows.map(({ one, at }) => [`${one.word} ${String(idOf(one))}`, at]));
  const { id, title, date, terms, maintained, after } = head;
  return {
    folder,
    ...{ id, title, date, terms, maintained, after },
    hash: hash.digest('hex'),
    rows: rows.flatMap(({ one, isSound }) => (isSound ? [one] : [])),
    problems,
    mayMean: (thing) => {
      const word = wordOfId(thing);
      return unsound.has(thing) || (word !== undefined && unread.has(word));
    },
    placeOf: (word, thing) => ({ file: nameOf(`${word}.json`), row: rowOf.get(`${word} ${thing}`) ?? null }),
  };
};
