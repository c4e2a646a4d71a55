import type { Neo4jOptions } from './neo4j.js';
import type { Graph } from './port.js';

/** Which graph to open: Neo4j, or the embedded engine in a folder, or in memory. */
export type GraphSettings = { neo4j: Neo4jOptions } | { folder: string | null };

/** Loads the engine that is asked for, and not the other. */
export const openGraph = async (settings: GraphSettings): Promise<Graph> => {
  if ('neo4j' in settings) return (await import('./neo4j.js')).openNeo4j(settings.neo4j);
  return (await import('./grafeo.js')).openGrafeo(settings.folder ? { folder: settings.folder } : {});
};
