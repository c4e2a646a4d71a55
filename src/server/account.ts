import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';

/** What is known of a request when it is answered: for logs, metrics and traces. No variables and no text of the operation. */
export interface Account {
  /** The operation's own name. */
  operation: string | null;
  kind: 'query' | 'mutation' | 'subscription' | null;
  /** The queries that it ran, by name. */
  queries: string[];
  /** The codes of its errors. */
  codes: string[];
  cost: number | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    account: Account;
  }
}

/** What resolvers share, and the request that they answer. */
export interface ServerContext extends Context {
  request: FastifyRequest;
}

const NAME = 100;

export const newAccount = (): Account => ({ operation: null, kind: null, queries: [], codes: [], cost: null });

export const keepAccounts = (app: FastifyInstance): void => {
  app.decorateRequest('account');
  app.addHook('onRequest', async (request) => {
    request.account = newAccount();
  });
};

/** Writes the operation into the account of its request. */
export const accountForOperations: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, operationName, errors, contextValue: { request, ran } }) => {
      const { account } = request;
      account.operation = operationName?.slice(0, NAME) ?? null;
      account.kind = operation?.operation ?? null;
      account.queries = ran;
      account.codes = [...new Set(errors?.map(({ extensions }) => String(extensions['code'] ?? 'INTERNAL_SERVER_ERROR')))];
    },
  }),
};
