import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const GRACE_MS = 300;
const STEP_MS = 20;

const connectionsOf = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve) => app.server.getConnections((error, count) => resolve(error ? 0 : count)));

const waitWhile = async (holds: () => boolean | Promise<boolean>, mostMs: number): Promise<void> => {
  for (const end = performance.now() + mostMs; performance.now() < end && (await holds());) await sleep(STEP_MS);
};

export interface Shutdown {
  isShuttingDown: () => boolean;
  close: (after: () => Promise<void>) => Promise<void>;
}

/**
 * Shuts down without losing a request: for a moment every answer asks its client to leave, so that none sends a request into
 * a connection that closes; then no connection is accepted, what was asked is answered, and who asks nothing is cut off.
 */
export const makeShutdown = (app: FastifyInstance, deadlineMs: number): Shutdown => {
  let shuttingDown = false;
  let underWay = 0;
  app.addHook('onRequest', async (_, reply) => {
    underWay += 1;
    reply.raw.once('close', () => (underWay -= 1));
  });
  app.addHook('onSend', async (_, reply) => {
    if (shuttingDown) reply.header('connection', 'close');
  });
  return {
    isShuttingDown: () => shuttingDown,
    close: async (after) => {
      shuttingDown = true;
      await waitWhile(async () => (await connectionsOf(app)) > 0, GRACE_MS);
      const closed = app.close();
      await sleep(STEP_MS);
      await waitWhile(() => underWay > 0, deadlineMs);
      app.server.closeAllConnections();
      await closed;
      await after();
    },
  };
};
