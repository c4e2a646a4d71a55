import { earliest, latest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { Role } from '../memberships/model.js';

/** Roles for one person, unless the body says that several hold them. */
export const SINGLE_ROLES: readonly Role[] = ['MAYOR', 'CHAIR', 'VICE_CHAIR'];

interface Held extends Interval {
  person: string;
}

/** Whether two people certainly hold on one day what one holds. */
export const areRivals = (a: Held, b: Held): boolean => a.person !== b.person && latest(a.fromMax, b.fromMax) < earliest(a.untilMin, b.untilMin);

/** A seat as it was announced: for a term, on a day. */
interface Announced extends Held {
  term: string | null;
  from: string | null;
  designatedOn: string | null;
}

/** Whether two people were announced to hold for one term what one holds, and nobody says from when either does. */
export const areAnnouncedForOneTerm = (a: Announced, b: Announced): boolean =>
  a.person !== b.person &&
  a.term !== null &&
  a.term === b.term &&
  [a, b].every(({ from, designatedOn }) => from === null && designatedOn !== null) &&
  latest(a.fromMin, b.fromMin) < earliest(a.untilMax, b.untilMax);

/** Who says a thing: its writers, and the documents that they name. */
export interface Witness {
  writers: readonly string[];
  documents: readonly string[];
}

const shareNone = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some((one) => others.includes(one));

/** By whom a thing is said against another: by who does not say that one too, else in a document that does not; null: both say both. */
export const saidAgainst = (witness: Witness, other: Witness): string | null => {
  if (shareNone(witness.writers, other.writers)) return witness.writers[0] ?? null;
  return shareNone(witness.documents, other.documents) ? (witness.documents[0] ?? null) : null;
};
