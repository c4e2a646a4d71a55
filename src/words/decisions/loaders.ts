import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const decisions = ({ reader }: Loading) => nodeLoader(reader, queries.decisions.byIds, 'x');

export const decisionsAt = ({ reader, use }: Loading) => nodesOn(reader, queries.decisions.byItemIds, use(decisions), (row) => row.decisions.map(({ x }) => x));

const recommendations = ({ reader }: Loading) => nodeLoader(reader, queries.meetings.recommendationsByIds, 'x');

export const recommendationsAt = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.meetings.recommendationsByItemIds, use(recommendations), (row) => row.recommendations.map(({ x }) => x));
