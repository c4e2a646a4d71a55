import type { ApolloServerOptions } from '@apollo/server';
import { type ExecutionArgs, type ExecutionResult, type GraphQLSchema, execute, getOperationAST } from 'graphql';
import { within } from '../graph/deadline.js';
import { inTurn, leaveTurns, leftUndone } from '../graph/turns.js';
import { released } from '../read/context.js';
import type { ServerContext } from './context.js';
import { deadlineExceeded, unansweredError, withOutcome } from './errors.js';
import { variablesOf } from './variables.js';

type Gateway = NonNullable<ApolloServerOptions<ServerContext>['gateway']>;

/**
 * Executes an operation of the schema. One that ends before its answer is whole (the graph does not answer, the answer takes too long
 * or becomes too large) is answered by why it ended, once, and not when each of its fields has been told. A mutation that ends writes nothing
 * more, and says whether it wrote.
 */
export const executed = async (args: ExecutionArgs & { contextValue: ServerContext }, deadlineMs: number): Promise<ExecutionResult> => {
  const { contextValue } = args;
  const { budget, request, writes } = contextValue;
  const operation = getOperationAST(args.document, args.operationName);
  const misfits = operation ? variablesOf(args.schema, operation, args.variableValues ?? {}).errors : [];
  if (misfits.length > 0) return { errors: misfits };
  if (performance.now() > request.info.deadline) budget.end(unansweredError(deadlineExceeded(deadlineMs)));
  // One that was over before it began waited for the work of others.
  const answer = budget.isOver() ? leftUndone() : inTurn(contextValue, 0, () => execute(args));
  if (!(answer instanceof Promise)) return answer;
  const ended = budget.ended.then(async (error) => {
    const isTold = request.info.operationType === 'mutation' && !request.info.isClosed;
    return { data: null, errors: [isTold ? withOutcome(error, await writes.end()) : error] };
  });
  return within(Promise.race([answer, ended]), request.info.deadline - performance.now(), () => {
    budget.end(unansweredError(deadlineExceeded(deadlineMs)));
    return ended;
  }).finally(() => {
    leaveTurns(contextValue);
    budget.release();
    return released(contextValue);
  });
};

/** How Apollo executes operations of the schema. */
export const executionOf = (schema: GraphQLSchema, deadlineMs: number): Gateway => ({
  load: async () => ({
    executor: async ({ document, request: { variables }, operationName, context }) =>
      executed({ schema, document, contextValue: context as ServerContext, variableValues: variables ?? null, operationName }, deadlineMs),
  }),
  onSchemaLoadOrUpdate: (told) => {
    told({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
});
