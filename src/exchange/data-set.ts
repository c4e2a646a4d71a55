import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { compileRow } from '../write/compile.js';
import { SeedError, type SeedProblem } from '../write/errors.js';
import { lastingRows } from './open-ended.js';
import { referencesOf } from '../write/references.js';
import { type AnyRow, type Rows, WORDS, type Word } from '../write/rows.js';

/** A data set as its files say it. */
export interface DataSetFiles {
  id: string;
  title: string;
  date: string | null;
  terms: string | null;
  maintained: string | null;
  after: string[];
  /** Changes with any of the files. */
  hash: string;
  rows: Partial<Rows>;
}

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The folders of the data sets that come with the package. */
export const bundledFolders = (): string[] =>
  readdirSync(SEEDS)
    .sort()
    .map((name) => join(SEEDS, name))
    .filter((folder) => existsSync(join(folder, 'dataset.json')));

const schemas = ((): ((word: string) => ValidateFunction) => {
  let ajv: Ajv2020 | undefined;
  return (word) => {
    ajv ??= loadSchemas();
    const validate = ajv.getSchema(word);
    if (!validate) throw new Error(`no JSON Schema for ${word}`);
    return validate;
  };
})();

const loadSchemas = (): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true, strict: false });
  const folder = join(SEEDS, 'schemas');
  for (const file of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object, file.split('.')[0]);
  return ajv;
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};

const schemaProblems = (file: string, word: string, content: unknown): SeedProblem[] => {
  const validate = schemas(word);
  if (validate(content)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message, params, data }) => ({
      file,
      path: instancePath || '/',
      required: `${message ?? 'valid'}${'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : ''}${
        'allowedValues' in params ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : ''
      }`,
      given: shown(data),
    }));
};

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SeedError([{ file, path: '/', required: 'JSON', given: (error as Error).message }]);
  }
};

const dateProblems = (file: string, word: Word, rows: readonly AnyRow[]): SeedProblem[] =>
  rows.flatMap((row, at) => {
    try {
      compileRow(word, row as never);
      return [];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const [, required, given] = /^required: (.*); given: (.*)$/.exec(error.message) ?? [null, error.message, shown(row)];
      return [{ file, path: `/${at}`, required: required ?? '', given: given ?? '' }];
    }
  });

const duplicateProblems = (rows: Partial<Rows>, fileOf: (word: Word) => string): SeedProblem[] => {
  const seen = new Map<string, string>();
  return WORDS.flatMap((word) =>
    (rows[word] ?? []).flatMap(({ id }, at) => {
      const place = `${fileOf(word)} /${at}`;
      const first = seen.get(id);
      seen.set(id, first ?? place);
      return first ? [{ file: fileOf(word), path: `/${at}/id`, required: `an id that no other row has (${first})`, given: id }] : [];
    }),
  );
};

/** Reads and validates one data set. @throws SeedError with everything that is wrong. */
export const readDataSet = (folder: string): DataSetFiles => {
  if (!existsSync(join(folder, 'dataset.json')))
    throw new SeedError([{ file: folder, path: '/', required: 'a folder with a dataset.json', given: shown(folder) }]);
  const fileOf = (word: string): string => join(basename(folder), `${word}.json`);
  const hash = createHash('sha256');
  const load = (word: string): unknown => {
    const text = readFileSync(join(folder, `${word}.json`), 'utf8');
    hash.update(word).update(text);
    return parse(fileOf(word), text);
  };
  const head = load('dataset');
  const unknown = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !['dataset', ...WORDS].includes(file.slice(0, -5)))
    .map((file) => ({ file: join(basename(folder), file), path: '/', required: `a file named after a word: ${WORDS.join(', ')}`, given: file }));
  const problems = [...unknown, ...schemaProblems(fileOf('dataset'), 'dataset', head)];
  const rows: Partial<Rows> = {};
  for (const word of WORDS.filter((one) => existsSync(join(folder, `${one}.json`)))) {
    const content = load(word);
    const wrong = schemaProblems(fileOf(word), word, content);
    problems.push(...(wrong.length ? wrong : dateProblems(fileOf(word), word, content as AnyRow[])));
    Object.assign(rows, { [word]: content });
  }
  if (problems.length === 0) problems.push(...duplicateProblems(rows, fileOf));
  if (problems.length) throw new SeedError(problems);
  const { id, title, date, terms, maintained, after } = head as Partial<DataSetFiles> & { id: string; title: string };
  return {
    id,
    title,
    date: date ?? null,
    terms: terms ?? null,
    maintained: maintained ?? null,
    after: after ?? [],
    hash: hash.digest('hex'),
    rows: maintained ? lastingRows(rows) : rows,
  };
};

/** The references of a data set that no id of `known` answers. */
export const danglingReferences = (dataSet: DataSetFiles, known: (id: string) => boolean): SeedProblem[] =>
  WORDS.flatMap((word) =>
    (dataSet.rows[word] ?? []).flatMap((row, at) =>
      referencesOf(word, row as never)
        .filter(({ id }) => !known(id))
        .map(({ path, id }) => ({ file: join(dataSet.id, `${word}.json`), path: `/${at}${path}`, required: 'the id of a thing that is known', given: id })),
    ),
  );

/** Data sets in an order in which each comes after those it builds on. @throws SeedError where there is none. */
export const inOrder = (dataSets: readonly DataSetFiles[]): DataSetFiles[] => {
  const done: DataSetFiles[] = [];
  const place = (one: DataSetFiles, path: readonly string[]): void => {
    if (done.includes(one)) return;
    if (path.includes(one.id))
      throw new SeedError([{ file: join(one.id, 'dataset.json'), path: '/after', required: 'no circle', given: [...path, one.id].join(' > ') }]);
    for (const id of one.after) {
      const before = dataSets.find((other) => other.id === id);
      if (before) place(before, [...path, one.id]);
    }
    done.push(one);
  };
  for (const one of dataSets) place(one, []);
  return done;
};
