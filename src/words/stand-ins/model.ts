import type { At } from '../../read/lens.js';
import type { Dated } from '../../record/dated.js';

/** `(Appointment)-[:STOOD_IN]->(Appointment)`: a substitute sits in for the holder of a seat. */
export interface StandIn extends Dated {
  /** Ids of the two memberships. */
  substitute: string;
  holder: string;
}

export type StandInAt = At<StandIn>;
