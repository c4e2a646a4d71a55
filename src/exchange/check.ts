import { openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import { readWriters } from '../write/kept-rows.js';
import type { WordRow } from '../write/rows.js';
import { rehearse } from '../write/transaction.js';
import type { DataSet } from './data-set.js';
import { bundledBases, readDataSets } from './data-sets.js';
import type { SeedReport } from './report.js';
import { takeDataSets } from './seed.js';

/** What a graph keeps: who writes to it, and all their rows. */
export interface Written {
  writers: string[];
  rows: readonly WordRow[];
}

type ReadWritten = () => Promise<Written>;

/** All that a graph keeps, as one data set: of a thing that several say, what the first of them says. */
const keptAs = ({ rows }: Written): DataSet => {
  const first = new Map<string, WordRow>();
  for (const one of rows) if (!first.has(one.row.id)) first.set(one.row.id, one);
  return {
    ...{ id: 'kept', title: null, date: null, terms: null, hash: '', folder: 'kept', maintained: false, after: [], problems: [] },
    rows: [...first.values()],
    mayMean: () => false,
    placeOf: (word) => ({ file: `kept/${word}.json`, row: null }),
  };
};

/**
 * Seeds data sets into a graph of their own, which is then forgotten: what is taken there is taken by seeding. What they build on
 * comes from what is given, from the package, or from a graph that is written. @throws SeedError with everything that is wrong.
 */
export const checkFolders = async (folders: readonly string[], readWritten: ReadWritten | null = null): Promise<SeedReport[]> => {
  const scratch = await openGraph({ folder: null });
  try {
    return await checkIn(scratch, folders, readWritten);
  } finally {
    await scratch.close();
  }
};

const checkIn = async (scratch: Graph, folders: readonly string[], readWritten: ReadWritten | null): Promise<SeedReport[]> => {
  const basesOf = async (given: readonly DataSet[]): Promise<string[]> => (await bundledBases(given)).map(({ id }) => id);
  const given = await readDataSets(folders, basesOf);
  const known = new Set([...given.map(({ id }) => id), ...(await basesOf(given))]);
  const isMissing = given.some(({ after }) => after.some((id) => !known.has(id)));
  const written = isMissing && readWritten ? await readWritten() : null;
  const all = written ? await readDataSets(folders, async (some) => [...(await basesOf(some)), ...written.writers]) : given;
  const bases = (await bundledBases(all)).filter(({ id }) => !written?.writers.includes(id));
  await takeDataSets(scratch, [...(written ? [keptAs(written)] : []), ...bases], {});
  return takeDataSets(scratch, all, { retract: true });
};

/**
 * Seeds data sets into a graph that is written, with what they build on that comes with the package and is not there, and takes it back.
 * @throws SeedError with everything for which seeding refuses them there.
 */
export const checkInGraph = async (graph: Graph, folders: readonly string[], retract: boolean): Promise<void> => {
  const writers = (await readWriters(graph)).map(({ id }) => id);
  if (writers.length === 0) return;
  const basesOf = async (given: readonly DataSet[]): Promise<DataSet[]> => (await bundledBases(given)).filter(({ id }) => !writers.includes(id));
  const given = await readDataSets(folders, async (some) => [...writers, ...(await basesOf(some)).map(({ id }) => id)]);
  const bases = await basesOf(given);
  await rehearse(graph, (into) => takeDataSets(into, [...bases, ...given], { retract }));
};
