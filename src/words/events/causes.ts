import { isAffiliationId } from '../affiliations/model.js';
import type { OwnEnding } from '../memberships/model.js';
import type { Edge } from './edges.js';
import type { EndCause } from './kinds.js';

/** What bounds an end, the later in this list says more of why. */
const CAUSES: readonly (readonly [bound: string, cause: EndCause])[] = [
  ['REPLACED', 'REPLACED'],
  ['TERM', 'TERM_ENDED'],
  ['LISTED', 'LISTED'],
  ['RULE', 'RULE'],
  ['PARTY_EXISTENCE', 'OTHER'],
  ['PLACE_EXISTENCE', 'OTHER'],
  ['OFFICE_ABOLISHED', 'OFFICE_ABOLISHED'],
  ['HOME_MANDATE', 'LOST_OFFICE'],
  ['BODY_EXISTENCE', 'BODY_DISSOLVED'],
  ['DEATH', 'DIED'],
];

const OWN: Readonly<Record<OwnEnding, EndCause>> = { RESIGNATION: 'RESIGNED' };

const rankOf = (bound: string): number => CAUSES.findIndex(([one]) => one === bound);

interface Ended {
  basis: string;
  ending?: OwnEnding | null;
}

/** Why something ended; null: nobody says. `isSucceeded` says it of a body. */
export const endCauseOf = (row: Ended, { deciders, dated, printed }: Edge, isSucceeded: (body: string) => boolean): EndCause | null => {
  if (dated && row.ending) return OWN[row.ending];
  const [bound] = [...deciders].sort((a, b) => rankOf(b.cause) - rankOf(a.cause));
  const own: EndCause | null = printed ? 'OWN_END' : row.basis === 'DERIVED' ? 'RULE' : null;
  if (!bound || (bound.cause === 'REPLACED' && printed)) return own;
  if (bound.cause === 'BODY_EXISTENCE' && isSucceeded(bound.by)) return 'BODY_SUCCEEDED';
  if (bound.cause === 'RULE' && isAffiliationId(bound.by)) return 'LEFT_PARTY';
  return CAUSES[rankOf(bound.cause)]?.[1] ?? own;
};
