import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const allocations = ({ reader }: Loading) => nodeLoader(reader, queries.allocations.byIds, 'x');

export const allocationsAt = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.allocations.byItemIds, use(allocations), (row) => row.allocations.map(({ x }) => x));
