import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { Stored } from '../word.js';
import type { ON_LEAVE } from './definition.js';

/** `(Appointment)-[:ON_LEAVE]->(Leave)`: the holder of a seat does not sit in it. */
export type Leave = Stored<typeof ON_LEAVE>;

/** When the holder of a seat does not sit in it. */
export type Absence = Interval & Pick<Leave, 'id'>;

export type LeaveAt = At<Leave>;
