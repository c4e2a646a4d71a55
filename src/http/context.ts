import type { FastifyRequest } from 'fastify';
import { leftUndone } from '../api/budget.js';
import type { Graph, Reader } from '../graph/port.js';
import { contextFor } from '../api/context.js';
import type { Context } from '../read/context.js';
import type { RowCache } from '../read/row-cache.js';
import { unansweredByGraph, unansweredError } from './errors.js';
import { type OperationBudget, budgetUntil } from './limits/budget.js';
import type { ServerSettings } from './settings.js';

/** What resolvers share, the request that they answer, and what it may use. */
export interface ServerContext extends Context {
  request: FastifyRequest;
  budget: OperationBudget;
}

/** The graph as one request reads it until its deadline, of `performance.now()`; null: as the server itself does. */
export type GraphFor = (request: FastifyRequest | null, deadline: number) => Graph;

/** The graph as an operation reads it: where it does not answer, the operation has ended, and what waits for the answer is left undone. */
const endingWith = (budget: OperationBudget, graph: Graph, deadlineMs: number): Graph => ({
  ...graph,
  read: async (query, params) =>
    graph.read(query, params).catch((error: unknown) => {
      const unanswered = unansweredByGraph(error, deadlineMs);
      if (!unanswered) throw error;
      budget.end(unansweredError(unanswered));
      return leftUndone();
    }),
});

/** Makes the context of each request; its rows come from the cache, where there is one. */
export const contextFactory =
  (graphFor: GraphFor, rows: RowCache | null, { limits, deadlineMs }: ServerSettings) =>
  async (request: FastifyRequest): Promise<ServerContext> => {
    const {
      attempt,
      info: { deadline },
    } = request;
    const budget = budgetUntil(deadline, limits.answer, deadlineMs);
    const cached = rows && attempt ? (reader: Reader): Reader => rows.through(reader, attempt.reads) : undefined;
    return { ...contextFor(endingWith(budget, graphFor(request, deadline), deadlineMs), cached), request, budget };
  };
