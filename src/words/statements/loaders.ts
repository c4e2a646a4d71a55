import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const statements = ({ reader }: Loading) => nodeLoader(reader, queries.statements.byIds, 'x');

export const conflicts = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.statements.conflictsByIds, use(statements), (row) => row.conflicts.map(({ x }) => x));
