import type { FastifyInstance } from 'fastify';
import { statusOf, whenOver } from './request-info.js';

const NOT_LOGGED = /^\/(?:health|metrics|explorer)/;

/** One line for each request: which operation it was, how long it took, which queries ran. Never its variables. */
export const logRequests = (app: FastifyInstance): void => {
  whenOver(app, (request, reply) => {
    const { log, method, routeOptions, info } = request;
    const status = statusOf(request, reply);
    if (NOT_LOGGED.test(routeOptions.url ?? '') && status < 400) return;
    const { operationName, operationType, queries, errorCodes, cost } = info;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    log.info({ method, path: routeOptions.url ?? null, status, ms, operationName, operationType, queries, errorCodes, cost }, 'request completed');
  });
};
