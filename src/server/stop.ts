import type { FastifyInstance } from 'fastify';

const GRACE_MS = 300;
const STEP_MS = 20;

const connectionsOf = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve) => app.server.getConnections((error, count) => resolve(error ? 0 : count)));

export interface Stop {
  isStopping: () => boolean;
  close: (after: () => Promise<void>) => Promise<void>;
}

/**
 * Stops without losing a request: for a moment every answer asks its client to leave, so that none sends a request into
 * a connection that closes; then no connection is accepted, and what was asked is answered.
 */
export const makeStop = (app: FastifyInstance): Stop => {
  let stopping = false;
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  return {
    isStopping: () => stopping,
    close: async (after) => {
      stopping = true;
      for (let waited = 0; waited < GRACE_MS && (await connectionsOf(app)) > 0; waited += STEP_MS) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      await app.close();
      await after();
    },
  };
};
