import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { MembershipSummary } from '../memberships/model.js';
import type { Person } from '../people/model.js';
import type { Stored } from '../word.js';
import type { Election as Definition, ResultFields } from './definition.js';

/** An election of the members of a body. */
export type Election = Stored<typeof Definition>;

/** What a list got at an election. */
export type Result = ResultFields & { election: string; sources: string[] };

/** A seat that an election filled, with its holder, and for which list. */
export interface Elected {
  list: string | null;
  m: MembershipSummary;
  p: Person;
}

export type ElectionAt = At<Election>;
export type ResultAt = At<Result>;
export type ElectionConnectionAt = Connection<ElectionAt>;
