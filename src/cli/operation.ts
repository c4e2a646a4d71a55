import { type ExecutionResult, graphql } from 'graphql';
import type { Budget } from '../api/budget.js';
import { contextFor } from '../api/context.js';
import { schema } from '../mutations/schema.js';
import type { Graph } from '../graph/port.js';
import { type Context, released } from '../read/context.js';
import type { Actor } from '../record/actor.js';
import type { Caller } from './work.js';

/** What an operation of who runs the command may use: all that it asks for, in its turns, for as long as somebody waits for it. */
const whileAwaited = ({ gone }: Caller): Budget & NonNullable<Context['budget']> => ({
  isOver: () => gone.aborted,
  hold: () => !gone.aborted,
  spend: () => !gone.aborted,
  fieldsOf: () => 1,
  over: new Promise((resolve) => gone.addEventListener('abort', () => resolve(), { once: true })),
});

/** Asks the API for a caller: as somebody, or as nobody who may write. */
export const operate = async (
  graph: Graph,
  caller: Caller,
  source: string,
  variableValues: Record<string, unknown>,
  actor?: Actor,
): Promise<ExecutionResult> => {
  const budget = whileAwaited(caller);
  const contextValue = Object.assign(contextFor(graph, undefined, actor && (() => actor)), { budget });
  const ended = budget.over.then(() => Promise.reject(caller.gone.reason as Error));
  return Promise.race([graphql({ schema, source, variableValues, contextValue }), ended]).finally(() => released(contextValue));
};
