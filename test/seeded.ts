import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolders } from '../src/exchange/data-sets.js';
import { seedFolders } from '../src/exchange/seed.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';

/** Of this run of the tests; jest makes it and takes it away. */
const RUN = process.env['MANDAT_TEST_FOLDER'] ?? '';
const FILE = 'graph.grafeo';
const SEEDED = join(RUN, FILE);
/** The revision at which the shared database of this worker holds what was seeded, and nothing else. */
const REVISION = join(RUN, `revision-${process.env['JEST_WORKER_ID']}.json`);

const newFolder = (): string => mkdtempSync(join(RUN, 'graph-'));

const seed = async (): Promise<void> => {
  const folder = newFolder();
  const graph = await openGrafeo({ folder });
  await seedFolders(graph, bundledFolders());
  await graph.close();
  renameSync(join(folder, FILE), SEEDED);
};

/** The embedded engine, on a copy of the graph that whoever came first seeded. */
export const seededCopy = async (): Promise<Graph> => {
  if (!existsSync(SEEDED)) await seed();
  const folder = newFolder();
  copyFileSync(SEEDED, join(folder, FILE));
  return openGrafeo({ folder, shuffleUnordered: true });
};

const revisionOf = async (graph: Graph): Promise<string> => JSON.stringify(await readRevision(graph));

/** A shared database, which holds no longer what was seeded once something is written. */
export const watched = (graph: Graph): Graph => ({
  ...graph,
  write: (work) => {
    rmSync(REVISION, { force: true });
    return graph.write(work);
  },
});

/** A shared database with what comes along; seeded where something was written since it was. */
export const seededShared = async (graph: Graph, wipe: (graph: Graph) => Promise<Graph>): Promise<Graph> => {
  if (existsSync(REVISION) && readFileSync(REVISION, 'utf8') === (await revisionOf(graph))) return graph;
  await wipe(graph);
  await seedFolders(graph, bundledFolders());
  writeFileSync(REVISION, await revisionOf(graph));
  return graph;
};
