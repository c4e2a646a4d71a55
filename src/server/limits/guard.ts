import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, getOperationAST, parse } from 'graphql';
import { RequestRefusal } from '../errors.js';
import type { Asked } from '../requests.js';
import type { Limits } from '../settings.js';
import { requireSmall } from './document.js';

const REMEMBERED = 1_000;

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

const requireQuery = (document: DocumentNode, operationName: string | null): void => {
  const kind = getOperationAST(document, operationName)?.operation ?? 'query';
  if (kind !== 'query') throw new RequestRefusal(405, 'METHOD_NOT_ALLOWED', 'method', `POST for a ${kind}`, 'GET', { allow: 'POST' });
};

/**
 * Refuses what would be costly to validate, before it is validated; texts that passed are remembered.
 * Validation rules cannot do that: they run beside the rule whose time grows with the square of the fields.
 */
export const guardDocuments = (limits: Limits): ((asked: Asked) => void) => {
  const passed = new Set<string>();
  return ({ method, query, operationName }) => {
    if (!query) return;
    const key = createHash('sha256').update(`${method} ${operationName ?? ''} ${query}`).digest('base64');
    if (passed.has(key)) return;
    const document = parsed(query, limits);
    if (!document) return;
    if (method === 'GET') requireQuery(document, operationName);
    requireSmall(document, limits);
    for (const oldest of passed) {
      if (passed.size < REMEMBERED) break;
      passed.delete(oldest);
    }
    passed.add(key);
  };
};
