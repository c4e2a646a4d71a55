import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const identifiers = ({ reader }: Loading) => nodeLoader(reader, queries.identifiers.byIds, 'i');

/** The identifiers that things ever bear. */
export const identifiersOf = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.identifiers.byBearerIds, use(identifiers), (row) => row.identifiers.map(({ i }) => i));
