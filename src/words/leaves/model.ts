import type { At } from '../../read/lens.js';
import type { StandIn } from '../stand-ins/model.js';
import type { Stored } from '../word.js';
import type { ON_LEAVE } from './definition.js';

/** `(Appointment)-[:ON_LEAVE]->(Leave)`: the holder of a seat does not sit in it. */
export type Leave = Stored<typeof ON_LEAVE>;

/** When the holder of a seat does not sit in it: they are on leave, or somebody stands in. */
export interface Absences {
  leaves: Leave[];
  standIns: StandIn[];
}

export type LeaveAt = At<Leave>;
