import type { FastifyInstance } from 'fastify';

const QUIET = /^\/(?:health|metrics|explorer)/;

/** One line for each request: what was asked, how long it took, which queries ran. Never its variables. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async ({ log, method, routeOptions, account }, reply) => {
    if (QUIET.test(routeOptions.url ?? '') && reply.statusCode < 400) return;
    const { operation, kind, queries, codes, cost } = account;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    log.info({ method, path: routeOptions.url ?? null, status: reply.statusCode, ms, operation, kind, queries, codes, cost }, 'answered');
  });
};
