import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { isKnown } from '../api/known.js';
import { schema } from '../mutations/schema.js';
import { endingAt } from '../graph/deadline.js';
import type { Graph } from '../graph/port.js';
import { watched } from '../graph/watched.js';
import { makeApollo } from './apollo.js';
import { reportCachePolicy } from './caching-handler.js';
import { compressResponses } from './compression.js';
import type { GraphFor } from './context.js';
import { allowOrigins } from './cors.js';
import { handleClientError, handleFrameworkError, setErrorHandlers } from './error-handlers.js';
import { explorerOperations, missingPage, serveExplorer, takesPages } from './explorer.js';
import { makeShutdown } from './graceful-shutdown.js';
import { graphqlHandler } from './graphql-handler.js';
import { serveHealth } from './health.js';
import { guardDocuments } from './limits/guard.js';
import { logRequests } from './logs.js';
import { serveMetrics } from './metrics.js';
import { listedOperations, requireListed } from './persisted-operations.js';
import { limitRate } from './rate-limit.js';
import { addRequestInfo, setOperation } from './request-info.js';
import { readBodies, readParams, requireAcceptable } from './request-params.js';
import { addSecurityHeaders } from './security-headers.js';
import { type ServerSettings, defaultSettings } from './settings.js';
import { subscriptionHandler } from './streams/subscription-handler.js';
import { isAwaited } from './waiting-clients.js';

const ARRIVES_WITHIN_MS = 30_000;

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:4000. */
  address: string;
  close: () => Promise<void>;
}

const makeApp = ({ bodyBytes, proxies, log, provider }: ServerSettings, logTo: NodeJS.WritableStream): FastifyInstance => {
  const sendMissing = missingPage(provider);
  return fastify({
    bodyLimit: bodyBytes,
    requestTimeout: ARRIVES_WITHIN_MS,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: log, stream: logTo },
    frameworkErrors: (error, request, reply) => {
      if (error.code === 'FST_ERR_BAD_URL' && takesPages(request)) void sendMissing(reply, 400);
      else handleFrameworkError(error, request, reply);
    },
    clientErrorHandler: handleClientError,
  });
};

/** Serves the graph: GraphQL at `/graphql`, the explorer at `/`, health and metrics. */
export const startServer = async (
  graph: Graph,
  given: Partial<ServerSettings>,
  logTo: NodeJS.WritableStream = process.stderr,
  api = schema,
): Promise<RunningServer> => {
  const { reads, ...set } = { ...defaultSettings(), ...given };
  const settings: ServerSettings = { ...set, reads: { ...reads, all: Math.min(reads.all, graph.atOnce ?? reads.all) } };
  const app = makeApp(settings, logTo);
  addRequestInfo(app);
  setErrorHandlers(app);
  const shutdown = makeShutdown(app, settings.deadlineMs);
  addSecurityHeaders(app);
  await allowOrigins(app, settings);
  await limitRate(app, settings);
  compressResponses(app);
  readBodies(app);
  logRequests(app);
  const measure = serveMetrics(app, settings);
  const traced = settings.traces ? (await import('./traces.js')).traceRequests(app, settings.traces) : null;
  serveHealth(app, graph, shutdown.isShuttingDown);

  const listed = listedOperations(settings.safelist, explorerOperations);
  const apollo = makeApollo(api, settings, listed, app.log, [fastifyApolloDrainPlugin(app), reportCachePolicy]);
  await apollo.start();
  const requested = requireListed(listed);
  const guarded = guardDocuments(settings.limits);
  const graphFor: GraphFor = (request, deadline) => endingAt(watched(graph, traced && request ? [measure, traced(request)] : [measure]), deadline);
  const answer = graphqlHandler(app, apollo, graphFor, settings);
  const subscribe = subscriptionHandler(app, api, graphFor, settings);
  // A graph that does not answer is said by the page itself.
  serveExplorer(app, settings.provider, (request, id) => isKnown(graphFor(request, performance.now() + settings.deadlineMs), id).catch(() => true));
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    preHandler: async (request, reply) => {
      const deadline = performance.now() + settings.deadlineMs;
      const params = requested(readParams(request, settings.limits));
      setOperation(request, guarded(params));
      if (!(await isAwaited(request))) return void reply.hijack();
      if (request.info.operationType !== 'subscription') requireAcceptable(request);
      request.info.deadline = deadline;
      request.info.text = params.query;
    },
    handler: (request, reply) => (request.info.operationType === 'subscription' ? subscribe(request, reply) : answer(request, reply)),
  });
  const address = await app.listen({ host: settings.host, port: settings.port });
  return { address, close: () => shutdown.close(() => apollo.stop()) };
};
