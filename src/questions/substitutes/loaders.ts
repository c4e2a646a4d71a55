import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { type Scope, batched, inOrder, perScopeAnd } from '../../read/scope.js';
import type { Pooled } from './model.js';

/** The substitutes in a body who are in the pools of some lists, places or bodies. */
export const pooled = ({ reader }: Loading) =>
  perScopeAnd(({ knownAt, window }: Scope, lists: readonly string[]) =>
    batched<Pooled[]>(async (ids) =>
      inOrder(ids, await reader.read(queries.substitutes.ofPool, { ids, lists: [...lists], ...window, knownAt }), ({ substitutes }) => substitutes, []),
    ),
  );
