import type { PartyAt } from '../../words/parties/model.js';
import type { CountRange } from '../composition/model.js';

export const METHODS = ['D_HONDT', 'LARGEST_REMAINDER'] as const;
export type Method = (typeof METHODS)[number];

/** By which rule a body of mayors is filled up with other councillors, until it is as the votes were cast. */
export interface SupplementRule {
  /** The least share of the votes with which a party takes part, in percent. */
  leastPercent: number;
  /** How many members the body has at most for each municipality, mayors counted in. */
  mostPerMunicipality: number;
  method: Method;
}

/** A party at an election, in the territory of the body. */
export interface PartyResult {
  party: string;
  votes: number;
  /** In councils, of all municipalities together. */
  seats: number;
  mayors: number;
}

export interface Entitlement extends PartyResult {
  /** Of all votes cast. */
  percent: number;
  takesPart: boolean;
  /** Members in all: mayors and others. */
  entitlement: number;
}

export interface EntitlementAt {
  row: Entitlement;
  party: PartyAt | null;
  actual: CountRange;
}
