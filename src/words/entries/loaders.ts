import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { batched } from '../../read/scope.js';
import type { Entry } from './model.js';
import { undoneBy as readUndoneBy } from './undone.js';

export const entries = ({ reader }: Loading) => nodeLoader(reader, queries.entries.byIds, 'e');

/** By which entry each is taken back; null: it holds. */
export const undoneBy = ({ reader }: Loading) =>
  batched<Entry | null>(async (ids) => {
    const found = await readUndoneBy(reader, ids);
    return ids.map((id) => found.get(id) ?? null);
  });
