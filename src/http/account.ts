import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerContext } from './context.js';

export interface Operation {
  /** The operation's own name. */
  operation: string | null;
  kind: 'query' | 'mutation' | 'subscription' | null;
}

/** What is known of a request when it is answered: for logs, metrics and traces. No variables and no text of the operation. */
export interface Account extends Operation {
  /** The queries that it ran, by name. */
  queries: string[];
  /** The codes of its errors. */
  codes: string[];
  cost: number | null;
  /** Until when it may run, of `performance.now()`. */
  end: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    account: Account;
  }
}

const NAME = 100;

export const newAccount = (): Account => ({ operation: null, kind: null, queries: [], codes: [], cost: null, end: Infinity });

export const keepAccounts = (app: FastifyInstance): void => {
  app.decorateRequest('account');
  app.addHook('onRequest', async (request) => {
    request.account = newAccount();
  });
};

const nameIn = (account: Account, operation: string | null | undefined, kind: Account['kind'] | undefined): void => {
  account.operation = operation?.slice(0, NAME) ?? null;
  account.kind = kind ?? null;
};

/** Writes an operation into the account of its request before it is run: an answer that is kept is not run. */
export const accountFor = ({ account }: FastifyRequest, asked: Operation | null): void => nameIn(account, asked?.operation, asked?.kind);

/** Writes into the account of a request what ran and failed; and the operation, whose text Apollo may have found by its id. */
export const accountForOperations: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, operationName, errors, contextValue: { request, ran } }) => {
      const { account } = request;
      nameIn(account, operationName, operation?.operation);
      account.queries = ran;
      account.codes = [...new Set(errors?.map(({ extensions }) => String(extensions['code'] ?? 'INTERNAL_SERVER_ERROR')))];
    },
  }),
};
