import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { Absences } from './model.js';

export const leavesById = ({ reader }: Loading) => edgeLoader(reader, queries.leaves.byIds, 'l');

const NONE: Absences = { leaves: [], standIns: [] };

/** When the holders of seats may not sit in these or others of theirs, by these seats. */
export const absences = ({ reader }: Loading) =>
  scopedLoader(
    reader,
    queries.leaves.absencesByMembershipIds,
    (row): Absences => ({ leaves: row.leaves.map(({ l }) => l), standIns: row.standIns.map(({ s }) => s) }),
    NONE,
  );
