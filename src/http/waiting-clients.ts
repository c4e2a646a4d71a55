import { setImmediate } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { inTurn } from '../graph/turns.js';

/**
 * Whether who asks still waits for the answer, in the turn of the request. Who asked and went while the server was at work did both
 * before it looks: what closes a connection is read in the turn of the loop after the one in which the request is.
 */
export const isAwaited = async (request: FastifyRequest): Promise<boolean> => {
  const takeTurn = () => inTurn(request, 0, () => undefined);
  await setImmediate();
  const turn = takeTurn();
  // Where it was the request's turn at once, the loop has none behind it.
  await (turn instanceof Promise ? turn : setImmediate().then(takeTurn));
  const { info, raw } = request;
  return !info.isClosed && !raw.socket.destroyed && !raw.socket.readableEnded;
};
