import type { Dated } from '../time/model.js';

/** `(Person)-[:AFFILIATED_WITH]->(Party or Municipality)`. */
export interface Affiliation extends Dated {
  person: string;
  principal: string;
}
