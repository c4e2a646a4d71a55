import compress from '@fastify/compress';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { constants } from 'node:zlib';
import { RequestRefusal } from './errors.js';
import type { ServerSettings } from './settings.js';

const MINUTE_MS = 60_000;
const DAY_S = 86_400;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** What the explorer needs and no more: it loads from here alone, and its style sheet holds its fonts. */
const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: null,
  },
};

/** What every request passes before it is read, and every answer on its way out. */
export const guardDoor = async (app: FastifyInstance, { origins, rate, countsLoopback }: ServerSettings): Promise<void> => {
  // Its plugin for Fastify puts the headers together again for each request.
  const protect = helmet({ contentSecurityPolicy });
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, (error) => done(error as Error | undefined)));
  if (origins.length > 0)
    await app.register(cors, {
      origin: origins === '*' ? '*' : [...origins],
      methods: ['GET', 'POST'],
      exposedHeaders: ['ETag', 'Retry-After'],
      maxAge: DAY_S,
    });
  if (rate > 0)
    await app.register(rateLimit, {
      max: rate,
      timeWindow: MINUTE_MS,
      allowList: ({ ip }) => !countsLoopback && LOOPBACK.test(ip),
      errorResponseBuilder: (_, { max, ttl }) =>
        new RequestRefusal(429, 'RATE_LIMITED', 'requests', `at most ${max} a minute from one address`, `more; try again in ${Math.ceil(ttl / 1_000)} s`),
    });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
};
