import type { Dated } from '../../record/dated.js';
import { statedIn } from '../../record/dated-properties.js';
import { isAffiliationId } from '../affiliations/model.js';
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

const rankOf = (bound: string): number => CAUSES.findIndex(([one]) => one === bound);

interface Ended extends Pick<Dated, 'basis' | 'stated'> {
  ended?: EndCause | null;
}

/** What is said of why something ended holds of the end that it dates itself, or of whichever it has where it dates none. */
const saysWhy = ({ stated }: Ended, { dated }: Edge): boolean => {
  const { until, over, narrowed } = statedIn({ stated });
  return dated || !(until || over?.length || narrowed?.untilMax);
};

/** Why something ended; null: nobody says. `isSucceeded` says it of a body. */
export const endCauseOf = (row: Ended, edge: Edge, isSucceeded: (body: string) => boolean): EndCause | null => {
  if (row.ended && saysWhy(row, edge)) return row.ended;
  const { deciders, printed } = edge;
  const [bound] = [...deciders].sort((a, b) => rankOf(b.cause) - rankOf(a.cause));
  const own: EndCause | null = printed ? 'OWN_END' : row.basis === 'DERIVED' ? 'RULE' : null;
  if (!bound || (bound.cause === 'REPLACED' && printed)) return own;
  if (bound.cause === 'BODY_EXISTENCE' && isSucceeded(bound.by)) return 'BODY_SUCCEEDED';
  if (bound.cause === 'RULE' && isAffiliationId(bound.by)) return 'LEFT_PARTY';
  return CAUSES[rankOf(bound.cause)]?.[1] ?? own;
};
