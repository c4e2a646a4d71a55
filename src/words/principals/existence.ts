import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { At } from '../../read/lens.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { datedProperties } from '../../record/dated-properties.js';
import type { Dated } from '../../record/dated.js';
import { phaseOn } from '../../time/in-force.js';
import { earliest, latest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { DatedAt, ExistenceBounds, RecordedExistence } from '../intervals/model.js';

const existences = ({ reader }: Loading) => nodeLoader(reader, queries.principals.existencesByIds, 'x');

/** Of which nobody says when it exists: it may on any day. */
const UNKNOWN = datedProperties({});

const says = (row: ExistenceBounds): row is Interval => row.fromMin !== null;

/** The days on which a place or party may exist. */
export const daysOfExistence = (row: ExistenceBounds): Interval => (says(row) ? row : UNKNOWN);

/** A relation on the days on which what it leads to may exist: its own bounds count where those of the existence leave them alone. */
export const whileThere = <R extends Interval>(relation: R, row: ExistenceBounds | null): R => {
  if (!row || !says(row) || (row.fromMin <= relation.fromMin && relation.untilMax <= row.untilMax)) return relation;
  return {
    ...relation,
    fromMin: latest(relation.fromMin, row.fromMin),
    fromMax: row.fromMin > relation.fromMax ? row.fromMax : relation.fromMax,
    untilMin: row.untilMax < relation.untilMin ? row.untilMin : relation.untilMin,
    untilMax: earliest(relation.untilMax, row.untilMax),
  };
};

type ExistingAt = At<ExistenceBounds & { id: string }>;

/** Whether anybody says when it exists. */
export const isRecorded = (row: RecordedExistence): row is RecordedExistence & Dated => says(row);

/** What every place and party says of its existence. */
export const existing = {
  existence: async ({ row: { id }, lens }: ExistingAt, _: unknown, { use }: Context): Promise<DatedAt> => {
    const row = await use(existences)(lens.knownAt).load(id);
    if (!row) throw new Error(`${id} is listed and not there`);
    return { row: isRecorded(row) ? row : { ...row, ...UNKNOWN }, lens };
  },
  phase: ({ row, lens }: ExistingAt) => phaseOn(daysOfExistence(row), lens.asOf),
};
