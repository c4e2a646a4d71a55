import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.js';
import { readRevision } from '../record/revision.js';
import { conflictsIn } from '../write/conflicts.js';
import { settle } from '../write/transaction.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { SeedError } from '../exchange/problems.js';
import type { SeedReport } from '../exchange/report.js';
import { seedFolders } from '../exchange/seed.js';
import type { Graph } from '../graph/port.js';
import { warmUp } from '../mutations/warm-up.js';
import { isReadOnly } from '../http/identity/settings.js';
import { startServer } from '../http/server.js';
import { openOurs } from './graph.js';
import { explain } from './refusal.js';
import { type CommandServer, serveCommands } from './socket/server.js';
import { type InLine, oneAtATime } from './socket/writers.js';
import { works } from './works.js';

const HELP = `mandat serve [--no-seed]: serves the graph over GraphQL, with the data sets that come along

Settings: PORT (4000; 0 takes a free one), HOST (127.0.0.1), MANDAT_DATA (.mandat; memory keeps nothing),
NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE (set: Neo4j is the engine),
MANDAT_MEMORY_MB (128) for the response and row cache; 0: nothing is cached. The README has those of limits, logs and traces.

Other commands on the same MANDAT_DATA speak to it while it runs.`;

const EXAMPLE = '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { members { nodes { role person { name } } } } }';

const READ_ONLY = 'Read-only: no token is taken, as neither MANDAT_AUTH_JWKS nor a key of the data folder (npx mandat token makes it) checks one.';

/** Told again it goes on ending: npm passes on what a terminal sends to both, and the deadline bounds how long it takes. */
const toldToEnd = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, resolve);
  });

/** Takes commands on a graph that no other process can open; where that cannot be, it says why, and serves all the same. */
const takeCommands = async (graph: Graph, { graph: settings, reads }: Config, inLine: InLine): Promise<CommandServer | null> => {
  if (!('folder' in settings) || settings.folder === null) return null;
  return serveCommands(graph, settings.folder, { works, inLine, reads }).catch((error: unknown) => {
    console.error(`No command can speak to this server: ${explain(error).message}`);
    return null;
  });
};

const EDITORS_COUNT = 'by data sets than by the editors, whose word counts: npx mandat conflicts --editors lists';
const STAY = 'in the graph though their data set has them no longer, as others need them: npx mandat conflicts lists';

const counted = (count: number, one: string, more: string, what: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more} ${what} ${count === 1 ? 'it' : 'them'}.`];

/** What data sets say and what does not become of it. */
const untaken = async (graph: Graph, reports: readonly SeedReport[]): Promise<string[]> => {
  const things = new Set<string>();
  for await (const { id } of conflictsIn(graph, 'EDITORS')) things.add(id);
  const stayed = reports.reduce((sum, { committed }) => sum + (committed?.stayed.length ?? 0), 0);
  return [...counted(things.size, 'thing is said otherwise', 'things are said otherwise', EDITORS_COUNT), ...counted(stayed, 'row stays', 'rows stay', STAY)];
};

/** Takes the data sets that come along. Where they do not fit what was recorded since, that stays as it is. @throws SeedError where nothing is */
const seedOurs = async (graph: Graph, tell: (line: string) => void): Promise<void> => {
  try {
    // A release means what it leaves out.
    const reports = await seedFolders(graph, bundledFolders(), { retract: true, onProgress: tell });
    for (const line of await untaken(graph, reports)) tell(line);
  } catch (error) {
    if (!(error instanceof SeedError) || (await readRevision(graph)).number === 0) throw error;
    console.error(`Not all that comes along is taken, and the graph is served as it is:\n${error.message}`);
  }
};

export const serve = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { 'no-seed': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const config = readConfig();
  const graph = await openOurs(config.graph);
  const inLine = oneAtATime();
  const commands = await takeCommands(graph, config, inLine);
  try {
    const onProgress = (line: string): void => void (['info', 'debug'].includes(config.log) && console.error(line));
    if (!values['no-seed']) await inLine('the data sets that come along', onProgress, () => seedOurs(graph, onProgress));
    await settle(graph);
    const readOnly = isReadOnly(config.identity);
    // Where it fails, the first entry takes its time.
    if (!readOnly && graph.engine === 'neo4j') await warmUp(graph).catch(() => undefined);
    const server = await startServer(graph, config);
    const end = toldToEnd();
    if (readOnly) onProgress(READ_ONLY);
    console.log(`Mandat on ${graph.engine}: ${server.address}/graphql (explorer: ${server.address}/). Try: ${EXAMPLE}`);
    await end;
    await server.close();
    return 0;
  } finally {
    await commands?.close();
    await graph.close();
  }
};
