import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const agreements = ({ reader }: Loading) => nodeLoader(reader, queries.agreements.byIds, 'x');

export const agreementsOf = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.agreements.byPrincipalIds, use(agreements), (row) => row.agreements.map(({ x }) => x));
