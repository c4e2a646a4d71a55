import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import { lastSeen } from '../intervals/seen.js';

export const bodies = ({ reader }: Loading) => nodeLoader(reader, queries.bodies.byIds, 'b');

/** Bodies with how the bounds of their existence came about. */
export const existences = ({ reader }: Loading) => nodeLoader(reader, queries.bodies.existencesByIds, 'b');

/** The last day on which a source shows anyone in a body. */
export const lastObserved = ({ reader }: Loading) => recordedLoader(reader, queries.bodies.lastObserved, ({ day }) => lastSeen(day ? [day] : []), null);

/** What bodies say of their seats. */
export const seatRules = ({ reader }: Loading) => nodeLoader(reader, queries.bodies.rulesByIds, 'b');
