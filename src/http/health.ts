import type { FastifyInstance } from 'fastify';
import { within } from '../graph/deadline.js';
import type { Graph } from '../graph/port.js';

const PATIENCE_MS = 2_000;
const UNCOUNTED = { config: { rateLimit: false } };
const UNREADY = { errors: [{ message: 'The graph does not answer.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
const LEAVING = { errors: [{ message: 'This server is stopping.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };

const answers = (graph: Graph): Promise<boolean> =>
  within(
    graph.ping().then(
      () => true,
      () => false,
    ),
    PATIENCE_MS,
    () => false,
  );

/** `/health/live`: the process runs. `/health/ready`: it can answer, as the graph does and it is not stopping. */
export const serveHealth = (app: FastifyInstance, graph: Graph, isStopping: () => boolean): void => {
  app.get('/health/live', UNCOUNTED, async () => ({ status: 'live' }));
  app.get('/health/ready', UNCOUNTED, async (_, reply) => {
    if (isStopping()) return reply.code(503).send(LEAVING);
    return (await answers(graph)) ? { status: 'ready' } : reply.code(503).send(UNREADY);
  });
};
