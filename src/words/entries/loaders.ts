import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';

export const entries = ({ reader }: Loading) => nodeLoader(reader, queries.entries.byIds, 'e');
