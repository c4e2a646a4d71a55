import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { type Scope, batched, inOrder, perScope } from '../../read/scope.js';
import { SINGLE_ROLES } from '../../words/conflicts/rules.js';
import type { AlternativeSeat, Link } from './model.js';

interface Alternatives {
  links: Link[];
  seats: AlternativeSeat[];
}

/** What says of the seats of a body which may not be held at a time. */
export const alternatives = ({ reader }: Loading) =>
  perScope(({ knownAt, window }: Scope) =>
    batched<Alternatives>(async (ids) => {
      const rows = await reader.read(queries.composition.alternatives, { ids, roles: [...SINGLE_ROLES], ...window, knownAt });
      return inOrder(ids, rows, ({ links, seats }) => ({ links, seats: seats.map(({ m }) => m) }), { links: [], seats: [] });
    }),
  );
