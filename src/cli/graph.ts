import { type GraphSettings, openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import { requireFormat } from '../write/format.js';
import { migrate } from '../write/migrate.js';
import { readRevision } from '../record/revision.js';
import { bundledFolders, seedFolders } from '../exchange/seed.js';

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

/** Does some work on the graph of the settings, and closes it. */
export const onGraph = async (settings: GraphSettings, work: (graph: Graph) => Promise<void>): Promise<void> => {
  const graph = await openOurs(settings);
  try {
    await work(graph);
  } finally {
    await graph.close();
  }
};

/** Seeds a graph that is empty with what comes along. */
export const seedIfEmpty = async (graph: Graph): Promise<void> => {
  if ((await readRevision(graph)).number === 0) await seedFolders(graph, bundledFolders());
};
