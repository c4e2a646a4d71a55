import { randomUUID } from 'node:crypto';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { schema } from '../api.js';
import type { Graph } from '../graph/port.js';
import { makeApollo } from './apollo.js';
import { requestError } from './errors.js';
import { serveExplorer } from './explorer.js';
import { graphqlHandler, tellReach } from './remembered.js';

const BODY_BYTES = 256 * 1024;

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:4000. */
  address: string;
  close: () => Promise<void>;
}

const logToStderr = (error: unknown, errorId: string): void => {
  console.error(`error ${errorId}:`, error);
};

const CODES: Readonly<Record<number, string>> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 404: 'NOT_FOUND', 405: 'METHOD_NOT_ALLOWED' };

const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, _, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) {
      const errorId = randomUUID();
      logToStderr(error, errorId);
      return reply.code(500).send(requestError('Internal error', 'INTERNAL_SERVER_ERROR', { errorId }));
    }
    return reply.code(status).send(requestError(error.message, CODES[status] ?? 'BAD_REQUEST'));
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(requestError('Not found', 'NOT_FOUND', { required: '/graphql, or / in a browser', given: request.url.slice(0, 200) })),
  );
};

/** Serves the graph: GraphQL at `/graphql`, the explorer at `/`. */
export const startServer = async (graph: Graph, { host, port, memoryBytes = 0 }: { host: string; port: number; memoryBytes?: number }): Promise<RunningServer> => {
  const app = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: 'idle' });
  const apollo = makeApollo(schema, logToStderr, [fastifyApolloDrainPlugin(app), tellReach]);
  await apollo.start();
  answerErrors(app);
  // A request that states JSON was preflighted by the browser: it needs no further proof.
  app.addHook('preHandler', async (request) => {
    if (request.headers['content-type']?.startsWith('application/json')) request.headers['apollo-require-preflight'] = 'true';
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    handler: graphqlHandler(apollo, graph, memoryBytes),
  });
  await serveExplorer(app);
  const address = await app.listen({ host, port });
  return {
    address,
    close: async () => {
      await app.close();
      await apollo.stop();
    },
  };
};
