import type { FastifyInstance } from 'fastify';
import { varyBy } from '../vary.js';

/** Lets nobody keep an answer that depends on who asks, and tells who is not known how to be. */
export const protectPersonal = (app: FastifyInstance): void => {
  app.addHook('onSend', async ({ info }, reply) => {
    if (info.isPersonal) varyBy(reply, 'Authorization').header('cache-control', 'private, no-store');
    if (info.errorCodes.includes('UNAUTHENTICATED')) reply.header('www-authenticate', 'Bearer');
  });
};
