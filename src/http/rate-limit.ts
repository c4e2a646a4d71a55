import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { RequestRefusal } from './errors.js';
import type { ServerSettings } from './settings.js';

const MINUTE_MS = 60_000;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Refuses what one address asks beyond its requests a minute. */
export const limitRate = async (app: FastifyInstance, { rate, countsLoopback }: ServerSettings): Promise<void> => {
  if (rate === 0) return;
  await app.register(rateLimit, {
    max: rate,
    timeWindow: MINUTE_MS,
    allowList: ({ ip }) => !countsLoopback && LOOPBACK.test(ip),
    errorResponseBuilder: (_, { max, ttl }) =>
      new RequestRefusal(429, 'RATE_LIMITED', 'requests', `at most ${max} a minute from one address`, `more; try again in ${Math.ceil(ttl / 1_000)} s`),
  });
};
