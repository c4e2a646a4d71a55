import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

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

/** Every response carries them. Helmet's plugin for Fastify puts them together again for each request. */
export const addSecurityHeaders = (app: FastifyInstance): void => {
  const protect = helmet({ contentSecurityPolicy });
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, (error) => done(error as Error | undefined)));
};
