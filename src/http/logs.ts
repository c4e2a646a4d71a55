import type { FastifyInstance } from 'fastify';

const NOT_LOGGED = /^\/(?:health|metrics|explorer)/;

/** One line for each request: which operation it was, how long it took, which queries ran. Never its variables. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async ({ log, method, routeOptions, info }, reply) => {
    if (NOT_LOGGED.test(routeOptions.url ?? '') && reply.statusCode < 400) return;
    const { operationName, operationType, queries, errorCodes, cost } = info;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    log.info(
      { method, path: routeOptions.url ?? null, status: reply.statusCode, ms, operationName, operationType, queries, errorCodes, cost },
      'request completed',
    );
  });
};
