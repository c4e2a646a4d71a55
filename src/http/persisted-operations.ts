import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { cutText } from '../read/given.js';
import { sizedCache } from '../read/sized-cache.js';
import { RequestRefusal } from './errors.js';
import type { RequestParams } from './request-params.js';

const REQUIRED = 'MANDAT_SAFELIST: required: a JSON file of operations by their ids, {"<id>": "<operation>"}';

/** Operations by their ids, from a file. A problem is added to the problems. */
export const readSafelist = (path: string, problems: string[]): ReadonlyMap<string, string> => {
  try {
    const entries = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
    if (entries.length > 0 && entries.every(([, text]) => typeof text === 'string')) return new Map(entries as [string, string][]);
    problems.push(`${REQUIRED}; given: another JSON`);
  } catch (error) {
    problems.push(`${REQUIRED}; given: ${error instanceof SyntaxError ? 'a file that is no JSON' : 'a path where none can be read'}`);
  }
  return new Map();
};

/** Operations by their ids. */
export interface Listed {
  operations: ReadonlyMap<string, string>;
  /** No other is run: a safelist. */
  isWhole: boolean;
}

/** Those of the safelist, where there is one; else those of the explorer, which need not be registered. */
export const listedOperations = (safelist: ReadonlyMap<string, string> | null, ofExplorer: () => ReadonlyMap<string, string>): Listed =>
  safelist ? { operations: safelist, isWhole: true } : { operations: ofExplorer(), isWhole: false };

/** Operations that clients register are held in at most so many bytes. */
const REGISTERED_BYTES = 16 * 2 ** 20;

/** Where Apollo finds persisted operations by their ids: those that are listed, and without a safelist those that clients register. */
export const persistedQueries = ({ operations, isWhole }: Listed): ApolloServerOptions<BaseContext>['persistedQueries'] => {
  const registered = sizedCache<string>(REGISTERED_BYTES, (text) => text.length);
  return {
    cache: {
      get: async (key) => operations.get(key.slice(key.indexOf(':') + 1)) ?? registered.get(key),
      set: async (key, text) => {
        if (!isWhole) registered.set(key, text);
      },
      delete: async (key) => registered.delete(key),
    },
  };
};

/** @throws RequestRefusal where a text comes under the id of another */
const requireOwnId = ({ query, operationId }: RequestParams): void => {
  if (query !== null && operationId !== null && hash('sha256', query) !== operationId)
    throw new RequestRefusal(
      400,
      'BAD_REQUEST',
      'extensions.persistedQuery.sha256Hash',
      'the SHA-256 of the query, in hexadecimal digits',
      cutText(operationId),
    );
};

/** Gives the operation its text, where it is listed. @throws RequestRefusal where there is a safelist that does not list it. */
export const requireListed = ({ operations, isWhole }: Listed): ((params: RequestParams) => RequestParams) => {
  const texts = new Set(operations.values());
  return (params) => {
    const query = params.query ?? operations.get(params.operationId ?? '') ?? null;
    if (!isWhole || (query !== null && texts.has(query))) {
      requireOwnId(params);
      return { ...params, query };
    }
    const given = params.query === null ? `the id ${String(params.operationId).slice(0, 100)}` : 'another one';
    throw new RequestRefusal(403, 'OPERATION_NOT_LISTED', 'operation', 'one that this server lists', given);
  };
};
