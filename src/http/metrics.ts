import { hash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Watch } from '../graph/watched.js';
import { RequestRefusal } from './errors.js';
import { statusOf, whenOver } from './request-info.js';
import type { ServerSettings } from './settings.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const digested = (text: string): Buffer => Buffer.from(hash('sha256', text, 'hex'));

/** @throws RequestRefusal where the token is not shown; how long that takes says nothing of it. */
const requireToken = (token: string, authorization: string | undefined): void => {
  if (!timingSafeEqual(digested(`Bearer ${token}`), digested(authorization ?? '')))
    throw new RequestRefusal(401, 'UNAUTHENTICATED', 'Authorization', 'Bearer, and the token of MANDAT_METRICS_TOKEN', authorization ? 'another' : 'nothing', {
      'www-authenticate': 'Bearer',
    });
};

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** `/metrics` for Prometheus: for who shows the token, and without one only where no other machine can ask. Labels are words of ours alone, so that no client can make more of them. */
export const serveMetrics = (app: FastifyInstance, { host, metricsToken }: ServerSettings): Watch => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const responses = new Counter({ name: 'mandat_responses_total', help: 'Requests answered.', labelNames: ['path', 'status'], registers });
  const seconds = new Histogram({ name: 'mandat_response_seconds', help: 'How long answers at /graphql took.', buckets: SECONDS, registers });
  const errors = new Counter({ name: 'mandat_errors_total', help: 'Errors answered at /graphql.', labelNames: ['code'], registers });
  const reads = new Histogram({
    name: 'mandat_query_seconds',
    help: 'How long queries of the graph took.',
    labelNames: ['query'],
    buckets: SECONDS,
    registers,
  });

  whenOver(app, (request, reply) => {
    const { info, routeOptions } = request;
    responses.inc({ path: routeOptions.url ?? 'none', status: statusOf(request, reply) });
    if (routeOptions.url !== '/graphql') return;
    seconds.observe(reply.elapsedTime / 1_000);
    for (const code of info.errorCodes) errors.inc({ code });
  });
  if (metricsToken || isLoopback(host))
    app.get('/metrics', { config: { rateLimit: false } }, async ({ headers }, reply) => {
      if (metricsToken) requireToken(metricsToken, headers.authorization);
      return reply.type(registry.contentType).send(await registry.metrics());
    });
  return (query) => reads.startTimer({ query });
};
