import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGrafeo } from '../src/graph/grafeo.js';
import { ask } from './http.js';
import { headersOf, TRUSTED_KEYS } from './office.js';
import { type Serving, serving, start } from './processes.js';
import { AUDIENCE, ISSUER } from './tokens.js';
import { type World, emptyGraph, engine, seedWorld } from './world.js';

const headers = headersOf('editor');

/** A world that processes serve, who take the tokens of the tests. */
export interface ServedWorld {
  serve: () => Promise<Serving>;
  remove: () => void;
}

export const servedWorld = async (world: World): Promise<ServedWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-served-'));
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, TRUSTED_KEYS);
  const graph = engine === 'grafeo' ? await openGrafeo({ folder }) : await emptyGraph();
  await seedWorld(graph, world);
  await graph.close();
  const database = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('NEO4J_'))) as Record<string, string>;
  const env = {
    ...(engine === 'neo4j' ? database : { MANDAT_DATA: folder }),
    ...{ MANDAT_AUTH_JWKS: keys, MANDAT_AUTH_ISSUER: ISSUER, MANDAT_AUTH_AUDIENCE: AUDIENCE },
    ...{ MANDAT_LOG: 'silent', MANDAT_DEADLINE_MS: '120000' },
  };
  return {
    serve: () => serving(env, (all) => start(['serve', '--no-seed'], all)),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

/** Records an entry; null: it is not known to be written. */
export const recordAt = async (address: string, entry: object): Promise<{ id: string; revision: number } | null> => {
  try {
    const query = 'mutation ($entry: EntryInput!) { record(entry: $entry) { status revision entry { id } } }';
    const { json } = await ask(address, query, { variables: { entry } }, headers);
    const { status, revision, entry: written } = json.data.record;
    return status === 'WRITTEN' ? { id: written.id as string, revision: revision as number } : null;
  } catch {
    return null;
  }
};

export interface Logged {
  id: string;
  number: number;
  revision: number;
  /** Ids of what it wrote. */
  made: string[];
}

/** All entries, the newest first. */
export const entriesAt = async (address: string): Promise<Logged[]> => {
  const all: Logged[] = [];
  const query =
    'query ($after: String) { entries(first: 100, after: $after) { nodes { id number revision made { node { id } } } pageInfo { hasNextPage endCursor } } }';
  for (let after: string | null = null, more = true; more;) {
    const { json } = await ask(address, query, { variables: { after } }, headers);
    const { nodes, pageInfo } = json.data.entries;
    for (const { made, ...one } of nodes) all.push({ ...one, made: made.map(({ node }: { node: { id: string } }) => node.id) });
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return all;
};
