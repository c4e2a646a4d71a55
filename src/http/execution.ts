import type { ApolloServerOptions } from '@apollo/server';
import { type GraphQLSchema, execute } from 'graphql';
import { within } from '../graph/deadline.js';
import { leaveTurns } from '../graph/turns.js';
import { released } from '../read/context.js';
import type { ServerContext } from './context.js';
import { deadlineExceeded, unansweredError } from './errors.js';

type Gateway = NonNullable<ApolloServerOptions<ServerContext>['gateway']>;

/**
 * How Apollo executes operations of the schema. One that ends before its answer is whole (the graph does not answer, the answer takes too long
 * or becomes too large) is answered by why it ended, once, and not when each of its fields has been told.
 */
export const executionOf = (schema: GraphQLSchema, deadlineMs: number): Gateway => ({
  load: async () => ({
    executor: async ({ document, request: { variables }, operationName, context }) => {
      const contextValue = context as ServerContext;
      const { budget, request } = contextValue;
      const answer = execute({ schema, document, contextValue, variableValues: variables ?? null, operationName });
      if (!(answer instanceof Promise)) return answer;
      const ended = budget.ended.then((error) => {
        leaveTurns(contextValue);
        return { data: null, errors: [error] };
      });
      return within(Promise.race([answer, ended]), request.info.deadline - performance.now(), () => {
        budget.end(unansweredError(deadlineExceeded(deadlineMs)));
        return ended;
      }).finally(() => {
        budget.release();
        return released(contextValue);
      });
    },
  }),
  onSchemaLoadOrUpdate: (told) => {
    told({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
});
