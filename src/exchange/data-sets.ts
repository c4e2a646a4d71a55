import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../write/nearest.js';
import { type DataSet, headFile, readDataSet } from './data-set.js';
import { type FileProblem, ofFile } from './problems.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

const dataSetsIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'dataset.json')));

/** The folders of the data sets that come with the package. */
export const bundledFolders = (): string[] => [...dataSetsIn(SEEDS), ...dataSetsIn(join(SEEDS, 'more'))];

/** The same, by the id of each, which is its folder's name. */
const bundledById = (): Map<string, string> => new Map(bundledFolders().map((folder) => [basename(folder), folder]));

export const bundledIds = (): string[] => [...bundledById().keys()];

/** What data sets build on: those that come with the package, at any remove. */
export const bundledBases = async (dataSets: readonly DataSet[]): Promise<DataSet[]> => {
  const bundled = bundledById();
  const bases = new Map<string, DataSet>();
  const add = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const folder = bundled.get(id);
      if (!folder || bases.has(id) || dataSets.some((one) => one.id === id)) continue;
      const base = await readDataSet(folder);
      bases.set(id, base);
      await add(base.after);
    }
  };
  await add(dataSets.flatMap(({ after }) => after));
  return inOrder([...bases.values()]);
};

const withProblem = (dataSet: DataSet, ...problems: FileProblem[]): DataSet =>
  problems.length > 0 ? { ...dataSet, problems: [...dataSet.problems, ...problems] } : dataSet;

/** What a data set builds on, from itself back to itself; null: it is in no circle. */
const circleOf = (dataSet: DataSet, all: readonly DataSet[]): string[] | null => {
  const from = new Map<string, string>();
  for (let frontier = [dataSet]; frontier.length > 0;) {
    const next: DataSet[] = [];
    for (const one of frontier)
      for (const id of one.after) {
        if (from.has(id)) continue;
        from.set(id, one.id);
        next.push(...all.filter((other) => other.id === id));
      }
    frontier = next;
  }
  if (!from.has(dataSet.id)) return null;
  const path = [dataSet.id];
  do path.unshift(from.get(path[0] as string) as string);
  while (path[0] !== dataSet.id);
  return path;
};

/** Data sets in an order in which each comes after those it builds on, as far as there is one. */
const inOrder = (dataSets: readonly DataSet[]): DataSet[] => {
  const done = new Set<DataSet>();
  const place = (one: DataSet, path: readonly DataSet[]): void => {
    if (done.has(one) || path.includes(one)) return;
    for (const other of dataSets) if (one.after.includes(other.id)) place(other, [...path, one]);
    done.add(one);
  };
  for (const one of dataSets) place(one, []);
  return [...done];
};

/** Data sets in the order in which they can be taken, each with what is wrong with it beside the others; `known`: ids of others that it may build on. */
export const readDataSets = async (folders: readonly string[], known: (given: readonly DataSet[]) => Promise<readonly string[]>): Promise<DataSet[]> => {
  const all: DataSet[] = [];
  for (const folder of folders) all.push(await readDataSet(folder));
  const ids = [...all.map(({ id }) => id).filter(Boolean), ...(await known(all))];
  const checked = all.map((dataSet, at) => {
    const { id, folder, after } = dataSet;
    const twin = id && all.slice(0, at).find((other) => other.id === id);
    const circle = circleOf(dataSet, all);
    const missing = after.filter((one) => !ids.includes(one));
    return withProblem(
      missing.length > 0 ? { ...dataSet, mayMean: () => true } : dataSet,
      ...(twin ? [ofFile(headFile(folder), 'an id that no other folder has', `${id}, which ${twin.folder} has`, 'id')] : []),
      ...(circle ? [ofFile(headFile(folder), 'no circle', circle.join(' > '), 'after')] : []),
      ...missing.map((one) =>
        ofFile(
          headFile(folder),
          `a data set that is given too, or in the graph${nearest(
            one,
            [...ids, ...bundledIds()].filter((other) => other !== id),
          )}`,
          one,
          'after',
        ),
      ),
    );
  });
  return inOrder(checked);
};
