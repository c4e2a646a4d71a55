import { readFileSync } from 'node:fs';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { RequestRefusal } from './errors.js';
import type { Asked } from './requests.js';

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

/** Where Apollo finds operations that are asked for by id: those of the safelist, else those that clients register. */
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
export const listedIn = (safelist: ReadonlyMap<string, string> | null): ((asked: Asked) => Asked) => {
  if (!safelist) return (asked) => asked;
  const texts = new Set(safelist.values());
  return (asked) => {
    const query = asked.query ?? safelist.get(asked.id ?? '') ?? null;
    if (query !== null && texts.has(query)) return { ...asked, query };
    const given = asked.query === null ? `the id ${String(asked.id).slice(0, 100)}` : 'another one';
    throw new RequestRefusal(403, 'OPERATION_NOT_LISTED', 'operation', 'one that this server lists', given);
  };
};
