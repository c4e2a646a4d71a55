import type { FastifyInstance } from 'fastify';
import { within } from '../graph/deadline.js';
import type { Graph } from '../graph/port.js';

const TIMEOUT_MS = 2_000;
const NO_RATE_LIMIT = { config: { rateLimit: false } };
const NOT_READY = { errors: [{ message: 'The graph does not answer.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
const SHUTTING_DOWN = { errors: [{ message: 'This server is stopping.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };

const answers = (graph: Graph): Promise<boolean> =>
  within(
    graph.ping().then(
      () => true,
      () => false,
    ),
    TIMEOUT_MS,
    () => false,
  );

/** `/health/live`: the process runs. `/health/ready`: it can answer, as the graph does and it is not stopping. */
export const serveHealth = (app: FastifyInstance, graph: Graph, isShuttingDown: () => boolean): void => {
  app.get('/health/live', NO_RATE_LIMIT, async () => ({ status: 'live' }));
  app.get('/health/ready', NO_RATE_LIMIT, async (_, reply) => {
    if (isShuttingDown()) return reply.code(503).send(SHUTTING_DOWN);
    return (await answers(graph)) ? { status: 'ready' } : reply.code(503).send(NOT_READY);
  });
};
