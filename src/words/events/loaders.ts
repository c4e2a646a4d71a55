import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';

export const events = ({ reader }: Loading) => nodeLoader(reader, queries.events.byIds, 'e');
