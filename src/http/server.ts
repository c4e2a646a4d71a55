import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { schema } from '../api/schema.js';
import { endingAt } from '../graph/deadline.js';
import type { Graph } from '../graph/port.js';
import { watched } from '../graph/watched.js';
import { accountFor, keepAccounts } from './account.js';
import { makeApollo } from './apollo.js';
import { reportCachePolicy } from './caching-handler.js';
import type { GraphFor } from './context.js';
import { guardDoor } from './door.js';
import { serveExplorer } from './explorer.js';
import { graphqlHandler } from './graphql-handler.js';
import { serveHealth } from './health.js';
import { guardDocuments } from './limits/guard.js';
import { logRequests } from './logs.js';
import { serveMetrics } from './metrics.js';
import { answerBrokenHttp, answerErrors, answerFrameworkErrors } from './refusals.js';
import { readAsked, readBodies } from './requests.js';
import { listedIn } from './safelist.js';
import { type ServerSettings, defaultSettings } from './settings.js';
import { makeStop } from './stop.js';

const ARRIVES_WITHIN_MS = 30_000;

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:4000. */
  address: string;
  close: () => Promise<void>;
}

const makeApp = ({ bodyBytes, proxies, log }: ServerSettings, logTo: NodeJS.WritableStream): FastifyInstance =>
  fastify({
    bodyLimit: bodyBytes,
    requestTimeout: ARRIVES_WITHIN_MS,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: log, stream: logTo },
    frameworkErrors: answerFrameworkErrors,
    clientErrorHandler: answerBrokenHttp,
  });

/** Serves the graph: GraphQL at `/graphql`, the explorer at `/`, health and metrics. */
export const startServer = async (graph: Graph, given: Partial<ServerSettings>, logTo: NodeJS.WritableStream = process.stderr): Promise<RunningServer> => {
  const settings = { ...defaultSettings(), ...given };
  const app = makeApp(settings, logTo);
  keepAccounts(app);
  answerErrors(app);
  const stop = makeStop(app, settings.deadlineMs);
  await guardDoor(app, settings);
  readBodies(app);
  logRequests(app);
  const measure = serveMetrics(app);
  const traced = settings.traces ? (await import('./traces.js')).traceRequests(app, settings.traces) : null;
  serveHealth(app, graph, stop.isStopping);
  await serveExplorer(app);

  const apollo = makeApollo(schema, settings, app.log, [fastifyApolloDrainPlugin(app), reportCachePolicy]);
  await apollo.start();
  const requireListed = listedIn(settings.safelist);
  const requireSmall = guardDocuments(settings.limits);
  const graphFor: GraphFor = (request, end) => endingAt(watched(graph, traced && request ? [measure, traced(request)] : [measure]), end);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    preHandler: async (request) => {
      accountFor(request, requireSmall(requireListed(readAsked(request))));
      request.account.end = performance.now() + settings.deadlineMs;
    },
    handler: graphqlHandler(app, apollo, graphFor, settings),
  });
  const address = await app.listen({ host: settings.host, port: settings.port });
  return { address, close: () => stop.close(() => apollo.stop()) };
};
