import type { FastifyRequest } from 'fastify';
import type { Budget } from '../api/budget.js';
import type { Graph, Reader } from '../graph/port.js';
import { contextFor } from '../api/context.js';
import type { Context } from '../read/context.js';
import type { RowCache } from '../read/row-cache.js';
import { budgetUntil } from './limits/budget.js';
import type { ServerSettings } from './settings.js';

/** What resolvers share, the request that they answer, and what it may use. */
export interface ServerContext extends Context {
  request: FastifyRequest;
  budget: Budget;
}

/** The graph as one request reads it until its deadline, of `performance.now()`; null: as the server itself does. */
export type GraphFor = (request: FastifyRequest | null, deadline: number) => Graph;

/** Makes the context of each request; its rows come from the cache, where there is one. */
export const contextFactory =
  (graphFor: GraphFor, rows: RowCache | null, { limits, deadlineMs }: ServerSettings) =>
  async (request: FastifyRequest): Promise<ServerContext> => {
    const {
      attempt,
      info: { deadline },
    } = request;
    const cached = rows && attempt ? (reader: Reader): Reader => rows.through(reader, attempt.reads) : undefined;
    return { ...contextFor(graphFor(request, deadline), cached), request, budget: budgetUntil(deadline, limits.answer, deadlineMs) };
  };
