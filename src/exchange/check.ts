import { openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import { keptByAll, readWriters } from '../write/kept-rows.js';
import type { WordRow } from '../write/rows.js';
import type { DataSet } from './data-set.js';
import { bundledBases, readDataSets } from './data-sets.js';
import { type SeedReport, takeDataSets } from './seed.js';

/** Does some work on a graph that is written already, and closes it; null: there is none. */
export type OnWritten = <T>(work: (graph: Graph) => Promise<T>) => Promise<T | null>;

/** All that a graph keeps, as one data set: of a thing that several say, what the first of them says. */
const keptIn = async (graph: Graph): Promise<DataSet & { writers: string[] }> => {
  const rows = new Map<string, WordRow>();
  for await (const { row } of keptByAll(graph)) if (!rows.has(row.row.id)) rows.set(row.row.id, row);
  return {
    ...{ id: 'kept', title: null, date: null, terms: null, hash: '', folder: 'kept', maintained: false, after: [], problems: [] },
    writers: (await readWriters(graph)).map(({ id }) => id),
    rows: [...rows.values()],
    mayMean: () => false,
    placeOf: (word) => ({ file: `kept/${word}.json`, row: null }),
  };
};

/**
 * Seeds data sets into a graph of their own, which is then forgotten: what is taken there is taken by seeding. What they build on
 * comes from what is given, from the package, or from a graph that is written. @throws SeedError with everything that is wrong.
 */
export const checkFolders = async (folders: readonly string[], onWritten: OnWritten | null = null): Promise<SeedReport[]> => {
  const scratch = await openGraph({ folder: null });
  try {
    return await checkIn(scratch, folders, onWritten);
  } finally {
    await scratch.close();
  }
};

const checkIn = async (scratch: Graph, folders: readonly string[], onWritten: OnWritten | null): Promise<SeedReport[]> => {
  const basesOf = (given: readonly DataSet[]): string[] => bundledBases(given).map(({ id }) => id);
  const given = readDataSets(folders, basesOf);
  const known = new Set([...given.map(({ id }) => id), ...basesOf(given)]);
  const isMissing = given.some(({ after }) => after.some((id) => !known.has(id)));
  const kept = isMissing && onWritten ? await onWritten(keptIn) : null;
  const all = kept ? readDataSets(folders, (some) => [...basesOf(some), ...kept.writers]) : given;
  const bases = bundledBases(all).filter(({ id }) => !kept?.writers.includes(id));
  await takeDataSets(scratch, [...(kept ? [kept] : []), ...bases], {});
  return takeDataSets(scratch, all, { retract: true });
};
