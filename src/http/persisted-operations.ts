import { readFileSync } from 'node:fs';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
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

/** Where Apollo finds persisted operations by their ids: those of the safelist, else those that clients register. */
export const persistedQueries = (safelist: ReadonlyMap<string, string> | null): ApolloServerOptions<BaseContext>['persistedQueries'] =>
  safelist
    ? {
        cache: {
          get: async (key) => safelist.get(key.slice(key.indexOf(':') + 1)),
          set: async () => undefined,
          delete: async () => false,
        },
      }
    : {};

/** Gives the operation its text, where the safelist holds it. @throws RequestRefusal where there is a safelist that does not. */
export const requireListed = (safelist: ReadonlyMap<string, string> | null): ((params: RequestParams) => RequestParams) => {
  if (!safelist) return (params) => params;
  const texts = new Set(safelist.values());
  return (params) => {
    const query = params.query ?? safelist.get(params.operationId ?? '') ?? null;
    if (query !== null && texts.has(query)) return { ...params, query };
    const given = params.query === null ? `the id ${String(params.operationId).slice(0, 100)}` : 'another one';
    throw new RequestRefusal(403, 'OPERATION_NOT_LISTED', 'operation', 'one that this server lists', given);
  };
};
