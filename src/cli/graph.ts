import { existsSync } from 'node:fs';
import { type GraphSettings, openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import { requireFormat } from '../write/format.js';
import { migrate } from '../write/migrate.js';
import { readRevision } from '../record/revision.js';
import { readConfig } from './config.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { seedFolders } from '../exchange/seed.js';

/** The graph of the settings; one of the format before this is carried over. @throws FormatError where this version does not read what is in it. */
export const openOurs = async (settings: GraphSettings): Promise<Graph> => {
  const graph = await openGraph(settings);
  try {
    if (await migrate(graph)) console.error('The graph was written by an earlier version, and is carried over: all that it recorded, and when.');
    await requireFormat(graph);
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
};

const closing = async <T>(graph: Graph, work: (graph: Graph) => Promise<T>): Promise<T> => {
  try {
    return await work(graph);
  } finally {
    await graph.close();
  }
};

/** Does some work on the graph of the settings, and closes it. */
export const onGraph = async (settings: GraphSettings, work: (graph: Graph) => Promise<void>): Promise<void> => closing(await openOurs(settings), work);

/** Reads the graph of the settings where there is one, and leaves it as it is. @throws FormatError */
export const onWritten = async <T>(work: (graph: Graph) => Promise<T>): Promise<T | null> => {
  const settings = readConfig().graph;
  if ('folder' in settings && !(settings.folder && existsSync(settings.folder))) return null;
  return closing(await openGraph(settings), async (graph) => {
    await requireFormat(graph);
    return work(graph);
  });
};

/** Seeds a graph that is empty with what comes along, and says so. */
export const seedIfEmpty = async (graph: Graph): Promise<void> => {
  if ((await readRevision(graph)).number === 0) await seedFolders(graph, bundledFolders(), { onProgress: (line) => console.error(line) });
};
