import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { Absence, Leave } from './model.js';

export const leavesById = ({ reader }: Loading) => edgeLoader(reader, queries.leaves.byIds, 'l');

/** When the holders of seats are on leave, by their seats. */
export const leaves = ({ reader }: Loading) => scopedLoader(reader, queries.leaves.byMembershipIds, (row): Leave[] => row.leaves.map(({ l }) => l), []);

/** When the holders of seats do not sit in them, as they are on leave or somebody stands in. */
export const absences = ({ reader }: Loading) =>
  scopedLoader(reader, queries.leaves.absencesByMembershipIds, (row): Absence[] => [...row.leaves.map(({ l }) => l), ...row.standIns.map(({ s }) => s)], []);
