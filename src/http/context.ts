import type { FastifyReply, FastifyRequest } from 'fastify';
import { type EndingWrites, endingWrites } from '../graph/ending-writes.js';
import type { Graph, Reader } from '../graph/port.js';
import { type Queue, queued } from '../graph/queued.js';
import { expectTurns, leftUndone } from '../graph/turns.js';
import { contextFor } from '../api/context.js';
import type { Context } from '../read/context.js';
import type { Identity } from '../read/identity.js';
import type { RowCache } from '../read/row-cache.js';
import { clientClosedRequest, unansweredByGraph, unansweredError } from './errors.js';
import type { Identify } from './identity/identify.js';
import { type OperationBudget, budgetUntil } from './limits/budget.js';
import type { HeldRows } from './limits/held-rows.js';
import type { ServerSettings } from './settings.js';

/** What resolvers share, the request that they answer, and what it may use. */
export interface ServerContext extends Context {
  request: FastifyRequest;
  budget: OperationBudget;
  writes: EndingWrites;
  /** Says how long it may take, before it begins: what takes long lets go first what does not. */
  expect: (ms: number) => void;
}

/** The graph as one request reads it until its deadline, of `performance.now()`; null: as the server itself does. */
export type GraphFor = (request: FastifyRequest | null, deadline: number) => Graph;

/** Ends an operation once its client is gone. */
const endWithClient = (budget: OperationBudget, { info }: FastifyRequest, { raw }: FastifyReply): void => {
  const end = (): void => void (info.isClosed && budget.end(unansweredError(clientClosedRequest)));
  raw.once('close', end);
  end();
};

/** A graph that an operation reads in its turns, of which it has none once it is over. */
const readBy = (budget: OperationBudget, graph: Graph, queue: Queue): Graph => {
  const inTurns = queued(graph, queue, budget);
  void budget.over.then(() => queue.leave(budget));
  return { ...inTurns, read: async (query, params) => (budget.isOver() ? leftUndone() : inTurns.read(query, params)) };
};

const expecting =
  (queue: Queue, budget: OperationBudget, context: Context): ServerContext['expect'] =>
  (ms) => {
    queue.expect(budget, ms);
    expectTurns(context, ms);
  };

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

/** A reader whose rows are counted as they arrive: past what an operation may hold, it has ended. */
const counted = (budget: OperationBudget, reader: Reader): Reader => ({
  read: async (query, params) => {
    const rows = await reader.read(query, params);
    return budget.hold(rows) ? rows : leftUndone();
  },
});

/** A reader whose rows come from the cache, unless the request turns out to be none that is answered from one. */
const cachedFor =
  (request: FastifyRequest, rows: RowCache) =>
  (reader: Reader): Reader => ({
    read: (query, params) => (request.attempt ? rows.through(reader, request.attempt.reads) : reader).read(query, params),
  });

/** What all operations share: the turns in which they read, the rows that they may hold, and who asks. */
export interface Shared {
  queue: Queue;
  held: HeldRows;
  identify: Identify;
}

/** Makes the context of each request; its rows come from the cache, where there is one. */
export const contextFactory =
  (graphFor: GraphFor, rows: RowCache | null, { queue, held, identify }: Shared, { limits, deadlineMs }: ServerSettings) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<ServerContext> => {
    const { info } = request;
    const { deadline } = info;
    const budget = budgetUntil(deadline, limits, deadlineMs, held);
    endWithClient(budget, request, reply);
    const graph = readBy(budget, graphFor(request, deadline), queue);
    const identity = await identify(request.headers.authorization);
    const lookedAt = (): Identity => {
      info.isPersonal = true;
      return identity();
    };
    const kept = rows && request.attempt && { kept: rows.keeping(request.attempt.reads) };
    const readers = { ...(rows && { cached: cachedFor(request, rows) }), ...kept, held: (reader: Reader) => counted(budget, reader) };
    const writes = endingWrites(endingWith(budget, graph, deadlineMs));
    const context = contextFor(writes.graph, readers, lookedAt);
    info.queries = context.ran;
    return Object.assign(context, { request, budget, writes, expect: expecting(queue, budget, context) });
  };

/** Makes the context of each item of a stream, which looks at nobody; who no longer reads ends the stream. */
export const itemContextFactory =
  (graphFor: GraphFor, { queue, held }: Pick<Shared, 'queue' | 'held'>, { limits, deadlineMs }: ServerSettings) =>
  (request: FastifyRequest): ServerContext => {
    const { deadline } = request.info;
    const budget = budgetUntil(deadline, limits, deadlineMs, held);
    const writes = endingWrites(endingWith(budget, readBy(budget, graphFor(request, deadline), queue), deadlineMs));
    const context = contextFor(writes.graph, { held: (reader) => counted(budget, reader) });
    request.info.queries = context.ran;
    return Object.assign(context, { request, budget, writes, expect: expecting(queue, budget, context) });
  };
