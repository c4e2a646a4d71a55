import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Watch } from '../graph/watched.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `/metrics` for Prometheus. Labels are words of ours alone, so that no client can make more of them. */
export const serveMetrics = (app: FastifyInstance): Watch => {
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

  app.addHook('onResponse', async ({ info, routeOptions }, reply) => {
    responses.inc({ path: routeOptions.url ?? 'none', status: reply.statusCode });
    if (routeOptions.url !== '/graphql') return;
    seconds.observe(reply.elapsedTime / 1_000);
    for (const code of info.errorCodes) errors.inc({ code });
  });
  app.get('/metrics', { config: { rateLimit: false } }, async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return (query) => reads.startTimer({ query });
};
