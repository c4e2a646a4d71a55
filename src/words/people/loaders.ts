import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, prime } from '../../read/node-loader.js';
import { type Scope, batched, inOrder, perScopeAnd } from '../../read/scope.js';
import type { Person } from './model.js';

export const people = ({ reader }: Loading) => nodeLoader(reader, queries.people.byIds, 'p');

/** At least the first so many people of a party or municipality, with their rank: certain or not. */
export const firstPeople = ({ reader, use }: Loading) =>
  perScopeAnd(({ knownAt, window }: Scope, [limit = 0]: readonly number[]) =>
    batched<{ rank: number; p: Person }[]>(async (ids) => {
      const rows = await reader.read(queries.people.firstOfPrincipals, { ids, limit, ...window, knownAt });
      const firstOf = ({ certain, possible, councillors }: (typeof rows)[number]): { rank: number; p: Person }[] => {
        const found = [...certain.map(({ p }) => ({ rank: 0, p })), ...possible.map(({ p }) => ({ rank: 1, p })), ...councillors];
        prime(
          use(people),
          knownAt,
          found.map(({ p }) => p),
        );
        return found;
      };
      return inOrder(ids, rows, firstOf, []);
    }),
  );
