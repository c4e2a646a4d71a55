import type { Graph } from '../graph/port.js';
import type { ChangeSet, Mode } from '../write/change-set.js';
import { commit } from '../write/commit.js';
import { withoutErased } from '../write/erasing/incoming.js';
import { differenceOf, readWriters } from '../write/kept-rows.js';
import type { Writer } from '../write/model.js';
import { ChangeSetError } from '../write/problems.js';
import { rehearse } from '../write/transaction.js';
import { type DataSet, fieldOf } from './data-set.js';
import { readDataSets } from './data-sets.js';
import { withoutMissing } from './missing.js';
import { type FileProblem, SeedError, ofFile } from './problems.js';
import { type SeedReport, reportOf } from './report.js';

export interface SeedOptions {
  mode?: Mode;
  /** A data set may retract as much as it says. */
  retract?: boolean;
  /** Told of each data set that has something to write. */
  onProgress?: (line: string) => void;
}

/** A data set that would retract at least so many rows, and more than this part of them, is asked whether it means it. */
const MANY = 20;
const PART = 0.1;

/** Things that may be missing only as what would say them is not sound. */
type MayMean = (id: string) => boolean;

/** What does not fit the graph, by file; what refers to a row that is wrong itself is told with that row. */
const inFiles = ({ problems }: ChangeSetError, dataSet: DataSet, mayMean: MayMean): FileProblem[] =>
  problems
    .filter(({ given }) => !mayMean(given.replace(/^appointment:/, '')))
    .map(({ word, id, path, required, given }) => ({ ...dataSet.placeOf(word, id), id, field: fieldOf(path), required, given }));

/** What stays already though its data set has it no longer is retracted by none of its releases. */
const tooMany = ({ id, folder }: DataSet, writer: Writer | undefined, remove: readonly string[]): FileProblem[] =>
  writer && remove.length >= MANY && remove.length > PART * writer.rows
    ? [
        ofFile(
          folder,
          'a data set that retracts at most a tenth of its rows, or --retract',
          `${id}, which would retract ${remove.length} of ${writer.rows} rows`,
        ),
      ]
    : [];

const saysTheSame = (writer: Writer, { title, date, terms }: DataSet): boolean => writer.title === title && writer.date === date && writer.terms === terms;

/** Writes what a data set says and has not yet written, in one transaction. @throws SeedError, and nothing is written. */
const seedDataSet = async (graph: Graph, dataSet: DataSet, options: SeedOptions, elsewhere: MayMean): Promise<SeedReport> => {
  const { mode = 'WRITE', retract = false, onProgress } = options;
  const { id, title, date, terms, hash, maintained } = dataSet;
  const writer = (await readWriters(graph)).find((one) => one.id === id);
  if (writer?.hash === hash && dataSet.problems.length === 0) return reportOf(dataSet, null);
  const { put: said, missing } = await differenceOf(graph, writer, await withoutErased(graph, dataSet.rows));
  const { over, remove } = await withoutMissing(graph, dataSet, missing);
  const put = [...said, ...over];
  if (writer && put.length + remove.length === 0 && dataSet.problems.length === 0 && saysTheSame(writer, dataSet)) return reportOf(dataSet, null);
  const stays = new Set(missing.flatMap(({ row, dropped }) => (dropped ? [row.id] : [])));
  const taken = remove.filter((one) => !stays.has(one));
  const problems = [...dataSet.problems, ...(retract ? [] : tooMany(dataSet, writer, taken))];
  onProgress?.(`${id}: ${put.length + remove.length} rows to write. ${title ?? ''}`);
  const changeSet: ChangeSet = { source: { id, title, date, terms, hash }, put, remove, maintained, expectedRevision: null, referredTo: 'KEEP', judge: false };
  try {
    const committed = await commit(graph, changeSet, problems.length > 0 ? 'CHECK' : mode);
    const report = reportOf(dataSet, committed);
    if (problems.length === 0) return report;
    // What is not sound may leave out rows that are there.
    throw new SeedError(problems, dataSet.problems.length === 0 ? [report] : []);
  } catch (error) {
    if (!(error instanceof ChangeSetError)) throw error;
    const misfits = inFiles(error, dataSet, (thing) => dataSet.mayMean(thing) || elsewhere(thing));
    throw new SeedError([...problems, ...misfits]);
  }
};

/** Takes data sets one after the other. After one that is refused the others are only looked at: all that is wrong is told together. */
export const takeDataSets = async (graph: Graph, dataSets: readonly DataSet[], options: SeedOptions): Promise<SeedReport[]> => {
  const reports: SeedReport[] = [];
  const problems: FileProblem[] = [];
  const notThere: { dataSet: DataSet; ids: ReadonlySet<string> }[] = [];
  const elsewhere: MayMean = (id) => notThere.some(({ dataSet, ids }) => ids.has(id) || dataSet.mayMean(id));
  const take = async (dataSet: DataSet): Promise<void> => {
    const isNamed = dataSet.id !== '' && dataSets.find(({ id }) => id === dataSet.id) === dataSet;
    if (!isNamed) throw new SeedError(dataSet.problems);
    reports.push(await seedDataSet(graph, dataSet, { ...options, mode: problems.length > 0 ? 'CHECK' : 'WRITE' }, elsewhere));
  };
  for (const dataSet of dataSets) {
    await take(dataSet).catch((error: unknown) => {
      if (!(error instanceof SeedError)) throw error;
      problems.push(...error.problems);
      reports.push(...error.reports);
    });
    if (problems.length > 0) notThere.push({ dataSet, ids: new Set(dataSet.rows.map(({ row }) => row.id)) });
  }
  if (problems.length > 0) throw new SeedError(problems, reports);
  return reports;
};

/** Seeds data sets, each in a transaction of its own, those that others build on first. CHECK leaves nothing of any. @throws SeedError */
export const seedFolders = async (graph: Graph, folders: readonly string[], { mode = 'WRITE', ...options }: SeedOptions = {}): Promise<SeedReport[]> => {
  const dataSets = await readDataSets(folders, async () => (await readWriters(graph)).map(({ id }) => id));
  const isSound = dataSets.every(({ problems }) => problems.length === 0);
  const take = (into: Graph): Promise<SeedReport[]> => takeDataSets(into, dataSets, options);
  return mode === 'WRITE' && isSound ? take(graph) : rehearse(graph, take);
};
