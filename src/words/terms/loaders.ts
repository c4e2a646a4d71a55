import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import type { HasTerm } from './model.js';

export const terms = ({ reader }: Loading) => nodeLoader(reader, queries.terms.byIds, 't');

/** The terms of a body or calendar, oldest first: the edges to them. */
export const edges = ({ reader }: Loading) =>
  recordedLoader(
    reader,
    queries.terms.of,
    (row): HasTerm[] =>
      sortedBy(
        row.terms.map(({ r }) => r),
        ({ fromMin, untilMax, id }) => [fromMin, untilMax, id],
      ),
    [],
  );

/** When a term is; none: it is nobody's. */
export const edgesById = ({ reader }: Loading) => recordedLoader(reader, queries.terms.edgesByIds, (row): HasTerm | null => row.terms[0]?.r ?? null, null);
