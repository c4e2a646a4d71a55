import type { Dated } from '../time/model.js';

/** `(Appointment)-[:STOOD_IN]->(Appointment)`: a substitute sits in for the holder of a seat. */
export interface StandIn extends Dated {
  /** Ids of the two memberships. */
  substitute: string;
  holder: string;
}
