import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolders } from '../src/exchange/data-sets.js';
import { seedFolders } from '../src/exchange/seed.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';

/** Folders of data sets that come along: those that a question about a few bodies needs, and all of them. */
export const SEEDED = {
  few: () => ['seeds/denmark', 'seeds/kkr', 'seeds/sundhed'],
  all: bundledFolders,
};
export type Seeded = keyof typeof SEEDED;

/** of this run of the tests, which makes it and takes it away. */
const RUN = process.env['MANDAT_TEST_FOLDER'] ?? '';
const FILE = 'graph.grafeo';
const seededFile = (what: Seeded): string => join(RUN, `${what}.grafeo`);
/** The revision at which the shared database of this worker holds what was seeded, and nothing else. */
const REVISION = join(RUN, `revision-${process.env['VITEST_POOL_ID']}.json`);

const newFolder = (): string => mkdtempSync(join(RUN, 'graph-'));

const seed = async (what: Seeded): Promise<void> => {
  const folder = newFolder();
  const graph = await openGrafeo({ folder });
  await seedFolders(graph, SEEDED[what]());
  await graph.close();
  renameSync(join(folder, FILE), seededFile(what));
};

/** A folder with a copy of the graph that whoever came first seeded. */
export const seededFolder = async (what: Seeded): Promise<string> => {
  if (!existsSync(seededFile(what))) await seed(what);
  const folder = newFolder();
  copyFileSync(seededFile(what), join(folder, FILE));
  return folder;
};

/** The embedded engine on such a copy. */
export const seededCopy = async (what: Seeded): Promise<Graph> => openGrafeo({ folder: await seededFolder(what), shuffleUnordered: true });

const revisionOf = async (graph: Graph, what: Seeded): Promise<string> => JSON.stringify([what, await readRevision(graph)]);

/** A shared database, which holds no longer what was seeded once something is written. */
export const watched = (graph: Graph): Graph => ({
  ...graph,
  write: (work) => {
    rmSync(REVISION, { force: true });
    return graph.write(work);
  },
});

interface Shared {
  wipe: (graph: Graph) => Promise<Graph>;
  /** A Neo4j that keeps its plans (npm run neo4j -- --keep-plans) makes them anew. */
  forgetPlans: (graph: Graph) => Promise<void>;
}

/** A shared database with what comes along; seeded where something was written since it was. What was planned of an empty graph would read all of a country for each row of it. */
export const seededShared = async (graph: Graph, what: Seeded, { wipe, forgetPlans }: Shared): Promise<Graph> => {
  if (existsSync(REVISION) && readFileSync(REVISION, 'utf8') === (await revisionOf(graph, what))) return graph;
  await wipe(graph);
  if (what === 'all') {
    await seedFolders(graph, SEEDED.few());
    await forgetPlans(graph);
  }
  await seedFolders(graph, SEEDED[what]());
  writeFileSync(REVISION, await revisionOf(graph, what));
  return graph;
};
