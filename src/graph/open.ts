import { openGrafeo } from './grafeo.js';
import { type Neo4jOptions, openNeo4j } from './neo4j.js';
import type { Graph } from './port.js';

/** Which graph to open: Neo4j, or the embedded engine in a folder, or in memory. */
export type GraphSettings = { neo4j: Neo4jOptions } | { folder: string | null };

export const openGraph = (settings: GraphSettings): Promise<Graph> =>
  'neo4j' in settings ? openNeo4j(settings.neo4j) : openGrafeo(settings.folder ? { folder: settings.folder } : {});
