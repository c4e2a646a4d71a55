import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { STOOD_IN } from './definition.js';

/** `(Appointment)-[:STOOD_IN]->(Appointment)`: a substitute sits in for the holder of a seat. */
export type StandIn = Stored<typeof STOOD_IN>;

export type StandInAt = At<StandIn>;
