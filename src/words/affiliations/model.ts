import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { Dated } from '../../record/dated.js';

/** `(Person)-[:AFFILIATED_WITH]->(Party or Municipality)`. */
export interface Affiliation extends Dated {
  person: string;
  principal: string;
}

export const isAffiliationId = (id: string): boolean => id.startsWith('affiliation:');

/** What of an affiliation says to whom a person belongs, and how surely. */
export type Belonging = Pick<Affiliation, 'id' | 'person' | 'principal' | 'basis' | keyof Interval>;

export type AffiliationAt = At<Affiliation>;
