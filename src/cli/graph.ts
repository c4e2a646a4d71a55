import { existsSync } from 'node:fs';
import { type GraphSettings, openGraph } from '../graph/open.js';
import type { Graph } from '../graph/port.js';
import { requireFormat } from '../write/format.js';
import { migrate } from '../write/migrate.js';
import { readRevision } from '../record/revision.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { seedFolders } from '../exchange/seed.js';

/** A graph that is of use to us, or closed. */
const opened = async (settings: GraphSettings, prepare: (graph: Graph) => Promise<void>): Promise<Graph> => {
  const graph = await openGraph(settings);
  try {
    await prepare(graph);
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
};

const ours = async (graph: Graph): Promise<void> => {
  if (await migrate(graph)) console.error('The graph was written by an earlier version, and is carried over: all that it recorded, and when.');
  await requireFormat(graph);
};

/** The graph of the settings; one of the format before this is carried over. @throws FormatError where this version does not read what is in it. */
export const openOurs = (settings: GraphSettings): Promise<Graph> => opened(settings, ours);

/** The same; one that is empty is seeded with what comes along, and that is said. */
export const openSeeded = (settings: GraphSettings): Promise<Graph> =>
  opened(settings, async (graph) => {
    await ours(graph);
    if ((await readRevision(graph)).number === 0) await seedFolders(graph, bundledFolders(), { onProgress: (line) => console.error(line) });
  });

/** The graph of the settings as it is; an empty one where there is none. @throws FormatError */
export const openAsItIs = (settings: GraphSettings): Promise<Graph> =>
  opened('folder' in settings && !(settings.folder && existsSync(settings.folder)) ? { folder: null } : settings, requireFormat);
