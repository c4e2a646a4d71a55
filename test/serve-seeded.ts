import { afterAll, beforeAll } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { seededGraph } from './world.js';

/** For the tests of a file: a server of the graph with the data sets of places, of KKR and of the health reform. */
export const serveSeeded = (use: (served: { graph: Graph; server: RunningServer }) => void): void => {
  let graph: Graph;
  let server: RunningServer;
  beforeAll(async () => {
    graph = await seededGraph();
    server = await startServer(graph, { port: 0, log: 'silent' });
    use({ graph, server });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });
};
