import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Budget } from '../../budget.js';
import { type Unanswered, late, tooLarge } from '../errors.js';

/**
 * What one operation may use from now on. The estimate of its cost takes a list to be as long as lists usually are; this counts how
 * long they are. It also ends an operation whose time is over while it computes: the graph's deadline only ends what it asks.
 */
export const budgetFor = (fields: number, deadlineMs: number): Budget => {
  const end = performance.now() + deadlineMs;
  let left = fields;
  let over: GraphQLError | null = null;
  const ended = ({ message, extensions }: Unanswered, { fieldNodes, path }: GraphQLResolveInfo): GraphQLError =>
    new GraphQLError(message, { nodes: fieldNodes, path: responsePathAsArray(path), extensions });
  return {
    spend: (spent, info) => {
      left -= spent;
      if (!over && left < 0) over = ended(tooLarge(fields), info);
      if (!over && performance.now() > end) over = ended(late(deadlineMs), info);
      return over;
    },
  };
};
