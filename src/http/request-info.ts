import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
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
  /** Until when it may run, of `performance.now()`. */
  deadline: number;
  /** Its answer depends on who asks. */
  isPersonal: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    info: RequestInfo;
  }
}

/** The longest name of an operation that is logged whole. */
const LONGEST_NAME = 100;

export const newRequestInfo = (): RequestInfo => ({
  operationName: null,
  operationType: null,
  queries: [],
  errorCodes: [],
  cost: null,
  deadline: Infinity,
  isPersonal: false,
});

export const addRequestInfo = (app: FastifyInstance): void => {
  app.decorateRequest('info');
  app.addHook('onRequest', async (request) => {
    request.info = newRequestInfo();
  });
};

/** Says which operation a request is for; before it is executed, as one whose response is cached is not. */
export const setOperation = ({ info }: FastifyRequest, operation: OperationInfo | null): void => {
  info.operationName = operation?.operationName?.slice(0, LONGEST_NAME) ?? null;
  info.operationType = operation?.operationType ?? null;
};

/** Says of a request what ran and failed; and its operation, whose text Apollo may have found by its id. */
export const reportRequestInfo: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, operationName, response: { body }, contextValue: { request, ran } }) => {
      setOperation(request, { operationName: operationName ?? null, operationType: operation?.operation ?? null });
      request.info.queries = ran;
      // The codes that the client reads, so that the log says the same.
      const errors = body.kind === 'single' ? body.singleResult.errors : [];
      request.info.errorCodes = [...new Set(errors?.map(({ extensions }) => String(extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR')))];
    },
  }),
};
