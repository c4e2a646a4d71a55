import { hash } from 'node:crypto';
import { type DocumentNode, GraphQLError, getOperationAST, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { RequestRefusal } from '../errors.js';
import type { OperationInfo } from '../request-info.js';
import type { RequestParams } from '../request-params.js';
import type { Limits } from '../settings.js';
import { requireSmall } from './document.js';

/** How many documents that passed are known again. */
const MAX_PASSED = 1_000;

/** What a text says, or null where it says nothing: then Apollo tells the client so. */
const parsed = (query: string, { tokens, depth }: Limits): DocumentNode | null => {
  try {
    return parse(query, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw new RequestRefusal(400, 'TOO_DEEP', 'depth', `at most ${depth}`, 'more than can be read');
    if (/more that? \d+ tokens/.test(error.message)) throw new RequestRefusal(400, 'TOO_MANY_TOKENS', 'tokens', `at most ${tokens}`, 'more');
    return null;
  }
};

const operationOf = (document: DocumentNode, operationName: string | null): OperationInfo => {
  const node = getOperationAST(document, operationName);
  return { operationName: node?.name?.value ?? null, operationType: node?.operation ?? null };
};

const requireQuery = ({ operationType }: OperationInfo): void => {
  if (operationType && operationType !== 'query')
    throw new RequestRefusal(405, 'METHOD_NOT_ALLOWED', 'method', `POST for a ${operationType}`, 'GET', { allow: 'POST' });
};

/**
 * Refuses what would be costly to validate, before it is validated; what passed is cached.
 * Validation rules cannot do that: they run beside the rule whose time grows with the square of the fields.
 * What is left to Apollo, which has the text of an id or says that a text cannot be read, is null.
 */
export const guardDocuments = (limits: Limits): ((params: RequestParams) => OperationInfo | null) => {
  const passed = new LRUCache<string, OperationInfo>({ max: MAX_PASSED });
  return ({ method, query, operationName }) => {
    if (!query) return null;
    const key = hash('sha256', `${method} ${operationName ?? ''} ${query}`, 'base64');
    const before = passed.get(key);
    if (before) return before;
    const document = parsed(query, limits);
    if (!document) return null;
    const operation = operationOf(document, operationName);
    if (method === 'GET') requireQuery(operation);
    requireSmall(document, limits);
    passed.set(key, operation);
    return operation;
  };
};
