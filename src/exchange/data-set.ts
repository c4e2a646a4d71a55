import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCivilDate } from '../time/civil.js';
import type { Source } from '../write/change-set.js';
import { openEnded } from '../write/open-ended.js';
import { type RowProblem, shown } from '../write/problems.js';
import { type WordName, type WordRow, isWordName, wordNames, wordOf } from '../write/rows.js';
import { problemsOf } from '../write/validate.js';
import { nearest } from './nearest.js';
import { type FileProblem, ofFile } from './problems.js';

/** A data set as its files say it, with what is wrong with them; `rows` are those that are sound by themselves. */
export interface DataSet extends Source {
  folder: string;
  after: string[];
  rows: WordRow[];
  problems: FileProblem[];
  /** Ids of rows that are not sound. */
  unsound: ReadonlySet<string>;
  /** Where a row stands. */
  placeOf: (word: WordName, id: string) => Pick<FileProblem, 'file' | 'row'>;
}

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

const dataSetsIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'dataset.json')));

/** The folders of the data sets that come with the package and are seeded by themselves. */
export const bundledFolders = (): string[] => dataSetsIn(SEEDS);

/** The folders of all data sets that come with the package. */
export const everyBundledFolder = (): string[] => [...dataSetsIn(SEEDS), ...dataSetsIn(join(SEEDS, 'more'))];

const BYTE_ORDER_MARK = /^\uFEFF/;

const parse = (file: string, text: string, problems: FileProblem[]): unknown => {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as unknown;
  } catch (error) {
    problems.push(ofFile(file, 'JSON', (error as Error).message));
    return undefined;
  }
};

interface Head {
  id: string;
  title: string;
  date: string | null;
  terms: string | null;
  maintained: boolean;
  after: string[];
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() === value && value !== '';

/** What each field of `dataset.json` asks for. */
const HEAD: Readonly<Record<string, { required: boolean; expects: string; accepts: (value: unknown) => boolean }>> = {
  id: { required: true, expects: 'its name, that of its folder, in a-z, 0-9 and -', accepts: isId },
  title: { required: true, expects: 'what it holds, in a few words', accepts: isText },
  date: { required: true, expects: 'the day to which its data speak, YYYY-MM-DD', accepts: (value) => typeof value === 'string' && isCivilDate(value) },
  terms: { required: true, expects: 'under which terms it may be used', accepts: isText },
  maintained: { required: false, expects: '"continuously", where its rows are kept up to date', accepts: (value) => value === 'continuously' },
  after: {
    required: false,
    expects: 'a list of the data sets whose things it refers to',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isId),
  },
};

const headOf = (file: string, content: unknown, problems: FileProblem[]): Head => {
  const head = (content ?? {}) as Readonly<Record<string, unknown>>;
  for (const [field, { required, expects, accepts }] of Object.entries(HEAD))
    if (head[field] === undefined ? required && content !== undefined : !accepts(head[field])) problems.push(ofFile(file, expects, shown(head[field]), field));
  for (const field of Object.keys(head)) if (!(field in HEAD)) problems.push(ofFile(file, `fields that it has: ${Object.keys(HEAD).join(', ')}`, field));
  const { id, title, date, terms, maintained, after } = head as Partial<Head>;
  return {
    id: isId(id) ? id : '',
    title: title ?? '',
    date: date ?? null,
    terms: terms ?? null,
    maintained: maintained !== undefined,
    after: Array.isArray(after) ? after : [],
  };
};

/** A row under the names that its fields have now. */
const renamed = (word: WordName, row: unknown): unknown => {
  const names = wordOf(word).formerly;
  if (typeof row !== 'object' || row === null || Object.keys(names).length === 0) return row;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [names[key] ?? key, value]));
};

const fieldOf = (path: string): string | null => path.slice(1).replaceAll('/', '.') || null;

const inFile = (file: string, row: number, { id, path, required, given }: RowProblem): FileProblem => ({
  file,
  row,
  id: id || null,
  field: fieldOf(path),
  required,
  given,
});

const duplicates = (rows: readonly WordRow[], placeOf: DataSet['placeOf'], places: ReadonlyMap<WordRow, number>): FileProblem[] => {
  const first = new Map<string, WordRow>();
  return rows.flatMap((one) => {
    const { id } = one.row;
    const before = first.get(id);
    if (!before) {
      first.set(id, one);
      return [];
    }
    const { file } = placeOf(one.word, id);
    return [
      { file, row: places.get(one) ?? null, id, field: 'id', required: `an id that no other row has (row ${places.get(before) ?? 0} has it)`, given: id },
    ];
  });
};

/** Reads one data set, and says what is wrong with its files and with each row by itself. */
export const readDataSet = (folder: string): DataSet => {
  const problems: FileProblem[] = [];
  const hash = createHash('sha256');
  const nameOf = (word: string): string => join(basename(folder), `${word}.json`);
  const load = (word: string): unknown => {
    const text = readFileSync(join(folder, `${word}.json`), 'utf8');
    hash.update(word).update(text);
    return parse(nameOf(word), text, problems);
  };
  const isThere = existsSync(join(folder, 'dataset.json'));
  if (!isThere) problems.push(ofFile(folder, 'a folder with a dataset.json', shown(folder)));
  const head = headOf(nameOf('dataset'), isThere ? load('dataset') : undefined, problems);
  const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'dataset.json') : [];
  for (const file of files.filter((name) => !isWordName(name.slice(0, -5))))
    problems.push(ofFile(join(basename(folder), file), `a file named after a word${nearest(file.slice(0, -5), wordNames)}: ${wordNames.join(', ')}`, file));

  const rows: WordRow[] = [];
  const unsound = new Set<string>();
  const places = new Map<WordRow, number>();
  for (const word of wordNames.filter((one) => files.includes(`${one}.json`))) {
    const content = load(word);
    if (content !== undefined && !Array.isArray(content)) problems.push(ofFile(nameOf(word), 'a list of rows', shown(content)));
    for (const [at, given] of (Array.isArray(content) ? (content as unknown[]) : []).entries()) {
      const one = { word, row: renamed(word, given) as WordRow['row'] };
      const wrong = problemsOf(one);
      problems.push(...wrong.map((problem) => inFile(nameOf(word), at + 1, problem)));
      if (wrong.length > 0) unsound.add((given as WordRow['row'] | null)?.id ?? '');
      const kept = wrong.length === 0 && head.maintained ? openEnded(one) : one;
      if (wrong.length === 0) rows.push(kept);
      places.set(kept, at + 1);
    }
  }
  const rowOf = new Map([...places].map(([{ word, row }, at]) => [`${word} ${row?.id}`, at]));
  const placeOf: DataSet['placeOf'] = (word, id) => ({ file: nameOf(word), row: rowOf.get(`${word} ${id}`) ?? null });
  problems.push(...duplicates(rows, placeOf, places));
  const { id, title, date, terms, after } = head;
  return { folder, id, title, date, terms, after, hash: hash.digest('hex'), rows, problems, unsound, placeOf };
};
