import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { StandIn } from './model.js';

export const standInsById = ({ reader }: Loading) => edgeLoader(reader, queries.standIns.byIds, 's');

/** When a substitute stood in, by the substitute's seat. */
export const standIns = ({ reader }: Loading) => scopedLoader(reader, queries.standIns.bySubstituteIds, (row): StandIn[] => row.standIns.map(({ s }) => s), []);
