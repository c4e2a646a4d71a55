import { openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import type { Because } from '../record/model.js';
import type { ChangeSet, Committed, Mode } from '../write/change-set.js';
import { commit } from '../write/commit.js';
import { differenceOf, readBuckets, readWriters } from '../write/kept-rows.js';
import type { Writer } from '../write/model.js';
import { ChangeSetError } from '../write/problems.js';
import type { WordName } from '../write/rows.js';
import { type DataSet, everyBundledFolder, readDataSet } from './data-set.js';
import { nearest } from './nearest.js';
import { type FileProblem, SeedError, ofFile } from './problems.js';

export { bundledFolders } from './data-set.js';

/** What seeding a data set wrote: rows by why, and `derived`: seats that a rule gave, and seats and ties whose bounds moved with a cause. */
export interface SeedReport {
  dataSet: string;
  rows: number;
  recorded: number;
  learnt: number;
  corrected: number;
  retracted: number;
  derived: number;
  /** Null: nothing of it had changed. */
  committed: Committed | null;
}

export interface SeedOptions {
  mode?: Mode;
  /** A data set may retract as much as it says. */
  retract?: boolean;
  onProgress?: (line: string) => void;
}

/** A data set that would retract at least so many rows, and more than this part of them, is asked whether it means it. */
const MANY = 20;
const PART = 0.1;

const fieldOf = (path: string): string | null => path.slice(1).replaceAll('/', '.') || null;

/** What does not fit the graph, by file; what refers to a row that is wrong itself is told with that row. */
const inFiles = ({ problems }: ChangeSetError, dataSet: DataSet): FileProblem[] =>
  problems
    .filter(({ given }) => !dataSet.unsound.has(given.replace(/^appointment:/, '')))
    .map(({ word, id, path, required, given }) => ({ ...dataSet.placeOf(word, id), id, field: fieldOf(path), required, given }));

const tooMany = ({ id, folder }: DataSet, { rows }: Writer, remove: readonly string[]): FileProblem =>
  ofFile(folder, `a data set that retracts at most a tenth of its rows, or --retract`, `${id}, which would retract ${remove.length} of ${rows} rows`);

const reportOf = ({ id, rows }: DataSet, committed: Committed | null): SeedReport => {
  const counted = (because: Because): number => committed?.changes.filter((one) => one.because === because).length ?? 0;
  return {
    dataSet: id,
    rows: rows.length,
    recorded: counted('RECORDED'),
    learnt: counted('LEARNT'),
    corrected: counted('CORRECTED'),
    retracted: committed?.retracted.length ?? 0,
    derived: committed?.derived ?? 0,
    committed,
  };
};

/** Writes what a data set says and has not yet written, in one transaction. @throws SeedError, and nothing is written. */
export const seedDataSet = async (graph: Graph, dataSet: DataSet, { mode = 'WRITE', retract = false }: SeedOptions = {}): Promise<SeedReport> => {
  const { id, title, date, terms, hash, problems } = dataSet;
  const writer = (await readWriters(graph)).find((one) => one.id === id);
  if (writer?.hash === hash && problems.length === 0) return reportOf(dataSet, null);
  const difference = await differenceOf(graph, writer, dataSet.rows);
  if (writer && !retract && difference.remove.length >= MANY && difference.remove.length > PART * writer.rows)
    throw new SeedError([...problems, tooMany(dataSet, writer, difference.remove)]);
  const changeSet: ChangeSet = { source: { id, title, date, terms, hash }, ...difference, expectedRevision: null, referredTo: 'KEEP', judge: false };
  try {
    const committed = await commit(graph, changeSet, problems.length > 0 ? 'CHECK' : mode);
    if (problems.length === 0) return reportOf(dataSet, committed);
  } catch (error) {
    if (!(error instanceof ChangeSetError)) throw error;
    throw new SeedError([...problems, ...inFiles(error, dataSet)]);
  }
  throw new SeedError(problems);
};

/** Data sets in an order in which each comes after those it builds on. @throws SeedError where there is none. */
const inOrder = (dataSets: readonly DataSet[]): DataSet[] => {
  const done: DataSet[] = [];
  const place = (one: DataSet, path: readonly string[]): void => {
    if (done.includes(one)) return;
    if (path.includes(one.id)) throw new SeedError([ofFile(`${one.folder}/dataset.json`, 'no circle', [...path, one.id].join(' > '), 'after')]);
    for (const id of one.after) {
      const before = dataSets.find((other) => other.id === id);
      if (before) place(before, [...path, one.id]);
    }
    done.push(one);
  };
  for (const one of dataSets) place(one, []);
  return done;
};

const unknownBases = (dataSets: readonly DataSet[], known: ReadonlySet<string>): FileProblem[] =>
  dataSets.flatMap(({ folder, after }) =>
    after
      .filter((id) => !known.has(id))
      .map((id) => ofFile(`${folder}/dataset.json`, `a data set that is given too, or in the graph${nearest(id, [...known])}`, id, 'after')),
  );

/** Seeds data sets, each in a transaction of its own, those that others build on first. @throws SeedError */
export const seedFolders = async (graph: Graph, folders: readonly string[], options: SeedOptions = {}): Promise<SeedReport[]> => {
  const dataSets = inOrder(folders.map(readDataSet));
  const known = new Set([...dataSets, ...(await readWriters(graph))].map(({ id }) => id));
  const unknown = unknownBases(dataSets, known);
  if (unknown.length > 0 || dataSets.some(({ id }) => id === '')) throw new SeedError([...dataSets.flatMap(({ problems }) => problems), ...unknown]);
  const reports: SeedReport[] = [];
  for (const [at, dataSet] of dataSets.entries()) {
    options.onProgress?.(`${at + 1}/${dataSets.length} ${dataSet.id}: ${dataSet.title ?? ''}`);
    reports.push(await seedDataSet(graph, dataSet, options));
  }
  return reports;
};

/** What data sets build on: those that come with the package, at any remove. */
const bundledBases = (dataSets: readonly DataSet[]): DataSet[] => {
  const bundled = new Map(everyBundledFolder().map((folder) => [readDataSet(folder).id, folder]));
  const bases = new Map<string, DataSet>();
  const add = (ids: readonly string[]): void => {
    for (const id of ids) {
      const folder = bundled.get(id);
      if (!folder || bases.has(id) || dataSets.some((one) => one.id === id)) continue;
      const base = readDataSet(folder);
      bases.set(id, base);
      add(base.after);
    }
  };
  add(dataSets.flatMap(({ after }) => after));
  return [...bases.values()];
};

/** A data set as a graph keeps it. */
const keptIn = async (graph: Graph, { digests, ...writer }: Writer): Promise<DataSet> => {
  const rows = [
    ...(
      await readBuckets(
        graph,
        digests.map((_, at) => `${writer.id}/${at}`),
      )
    ).values(),
  ].flat();
  const placeOf = (word: WordName): Pick<FileProblem, 'file' | 'row'> => ({ file: `${writer.id}/${word}.json`, row: null });
  return { ...writer, folder: writer.id, after: [], rows, problems: [], unsound: new Set(), placeOf };
};

/**
 * Seeds data sets into a graph of their own, which is then forgotten: what is taken there is taken by seeding. What they build on
 * comes from what is given, from the package, or from `graph`. @throws SeedError with everything that is wrong.
 */
export const checkFolders = async (folders: readonly string[], graph: Graph | null): Promise<SeedReport[]> => {
  const given = inOrder(folders.map(readDataSet));
  const bases = bundledBases(given);
  const known = new Set([...given, ...bases].map(({ id }) => id));
  const missing = given.flatMap(({ after }) => after).filter((id) => !known.has(id));
  const kept: DataSet[] = [];
  if (graph && missing.length > 0) for (const writer of await readWriters(graph)) if (!known.has(writer.id)) kept.push(await keptIn(graph, writer));
  const problems = unknownBases(given, new Set([...known, ...kept.map(({ id }) => id)]));
  const scratch = await openGraph({ folder: null });
  try {
    for (const base of [...inOrder(bases), ...kept]) await seedDataSet(scratch, base);
    const reports: SeedReport[] = [];
    for (const dataSet of given) {
      await seedDataSet(scratch, dataSet).then(
        (report) => reports.push(report),
        (error: unknown) => {
          if (!(error instanceof SeedError)) throw error;
          problems.push(...error.problems);
        },
      );
    }
    if (problems.length > 0) throw new SeedError(problems);
    return reports;
  } finally {
    await scratch.close();
  }
};
