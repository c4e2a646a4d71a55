import { parseArgs } from 'node:util';
import { readConfig } from './config.js';
import { settle } from '../write/transaction.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { seedFolders } from '../exchange/seed.js';
import { isReadOnly } from '../http/identity/settings.js';
import { startServer } from '../http/server.js';
import { openOurs } from './graph.js';

const HELP = `mandat serve [--no-seed]: serves the graph over GraphQL, with the data sets that come along

Settings: PORT (4000; 0 takes a free one), HOST (127.0.0.1), MANDAT_DATA (.mandat; memory keeps nothing),
NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE (set: Neo4j is the engine),
MANDAT_MEMORY_MB (128) for the response and row cache; 0: nothing is cached. The README has those of limits, logs and traces.`;

const EXAMPLE = '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { members { nodes { role person { name } } } } }';

const READ_ONLY = 'Read-only: no token is taken, as neither MANDAT_AUTH_JWKS nor a key of the data folder (npx mandat token makes it) checks one.';

const toldToEnd = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });

export const serve = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { 'no-seed': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const config = readConfig();
  const graph = await openOurs(config.graph);
  try {
    const onProgress = (line: string): void => void (['info', 'debug'].includes(config.log) && console.error(line));
    // A release means what it leaves out.
    if (!values['no-seed']) await seedFolders(graph, bundledFolders(), { retract: true, onProgress });
    await settle(graph);
    const server = await startServer(graph, config);
    if (isReadOnly(config.identity)) onProgress(READ_ONLY);
    console.log(`Mandat on ${graph.engine}: ${server.address}/graphql (explorer: ${server.address}/). Try: ${EXAMPLE}`);
    await toldToEnd();
    await server.close();
  } finally {
    await graph.close();
  }
};
