import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from './context.js';

export interface OperationInfo {
  operationName: string | null;
  operationType: 'query' | 'mutation' | 'subscription' | null;
}

/** What is known of a request when it is answered: for logs, metrics and traces. No variables and no text of the operation. */
export interface RequestInfo extends OperationInfo {
  /** The queries of the graph that it ran, by name. */
  queries: string[];
  errorCodes: string[];
  cost: number | null;
  /** The text of the operation, where it came with the request or is listed. It is not logged. */
  text: string | null;
  /** Until when it may run, of `performance.now()`. */
  deadline: number;
  /** Its answer depends on who asks. */
  isPersonal: boolean;
  /** Its client closed it before it was answered. */
  isClosed: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    info: RequestInfo;
  }
}

/** As other servers log it; there is no such answer. */
const CLIENT_CLOSED = 499;

/** The longest name of an operation that is logged whole. */
const LONGEST_NAME = 100;

export const newRequestInfo = (): RequestInfo => ({
  operationName: null,
  operationType: null,
  queries: [],
  errorCodes: [],
  cost: null,
  text: null,
  deadline: Infinity,
  isPersonal: false,
  isClosed: false,
});

export const addRequestInfo = (app: FastifyInstance): void => {
  app.decorateRequest('info');
  app.addHook('onRequest', async (request, { raw }) => {
    const info = newRequestInfo();
    request.info = info;
    raw.once('close', () => {
      if (raw.writableFinished) return;
      info.isClosed = true;
      info.errorCodes = ['CLIENT_CLOSED_REQUEST'];
    });
  });
};

/** The status of a request as it is logged and counted: 499 where nobody read it. */
export const statusOf = ({ info }: FastifyRequest, { statusCode }: FastifyReply): number => (info.isClosed ? CLIENT_CLOSED : statusCode);

/** Does something once a request is over: answered, or closed by its client before it was. */
export const whenOver = (app: FastifyInstance, act: (request: FastifyRequest, reply: FastifyReply) => void): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => request.info.isClosed && act(request, reply));
  });
  app.addHook('onResponse', async (request, reply) => act(request, reply));
};

/** Says which operation a request is for; before it is executed, as one whose response is cached is not. */
export const setOperation = ({ info }: FastifyRequest, operation: OperationInfo | null): void => {
  info.operationName = operation?.operationName?.slice(0, LONGEST_NAME) ?? null;
  info.operationType = operation?.operationType ?? null;
};

/** Says of a request what failed; and its operation, whose text Apollo may have found by its id. */
export const reportRequestInfo: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, operationName, response: { body }, contextValue: { request } }) => {
      setOperation(request, { operationName: operationName ?? null, operationType: operation?.operation ?? null });
      // The codes that the client reads, so that the log says the same.
      const errors = body.kind === 'single' ? body.singleResult.errors : [];
      request.info.errorCodes = [...new Set(errors?.map(({ extensions }) => String(extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR')))];
    },
  }),
};
