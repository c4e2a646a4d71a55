import { type ExecutionResult, graphql } from 'graphql';
import type { Budget } from '../api/budget.js';
import { contextFor } from '../api/context.js';
import { schema } from '../mutations/schema.js';
import type { Graph } from '../graph/port.js';
import type { Allowance } from '../graph/turns.js';
import { released } from '../read/context.js';
import type { Actor } from '../record/actor.js';
import type { Caller } from './work.js';

/** What an operation of who runs the command may use: all that it asks for, in its turns, for as long as somebody waits for it. */
const whileAwaited = ({ gone }: Caller): Budget & Allowance & { ended: Promise<never> } => ({
  isOver: () => gone.aborted,
  hold: () => !gone.aborted,
  spend: () => !gone.aborted,
  ended: new Promise((_, reject) => gone.addEventListener('abort', () => reject(gone.reason as Error))),
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
  return Promise.race([graphql({ schema, source, variableValues, contextValue }), budget.ended]).finally(() => released(contextValue));
};
