import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { Party } from '../parties/model.js';
import type { Place } from '../places/model.js';
import type { Stored } from '../word.js';
import type { AFFILIATED_WITH } from './definition.js';

/** `(Person)-[:AFFILIATED_WITH]->(Party or Municipality)`, or to the person: of no party. */
export type Affiliation = Stored<typeof AFFILIATED_WITH>;

export const isAffiliationId = (id: string): boolean => id.startsWith('affiliation:');

/** What of an affiliation says to whom a person belongs, and how surely. */
export type Belonging = Pick<Affiliation, 'id' | 'person' | 'principal' | 'basis' | 'stated' | keyof Interval>;

/** A party or municipality: what the other has is null. */
export type Affiliated = Place & Party;

export type PartyStatus = 'PARTY' | 'SEVERAL' | 'INDEPENDENT' | 'UNKNOWN';

/** Whether it says that the person is of no party. */
export const isIndependent = ({ person, principal }: Pick<Affiliation, 'person' | 'principal'>): boolean => principal === person;

export type AffiliationAt = At<Affiliation>;
