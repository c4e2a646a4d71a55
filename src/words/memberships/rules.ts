import { type EndCause, OWN_END_CAUSES } from '../events/kinds.js';
import type { Membership, Role } from './model.js';

/** Whether who holds the seat sits in the body: a substitute only stands by. */
export const sits = ({ role }: Pick<Membership, 'role'>): boolean => role !== 'SUBSTITUTE';

/** Who steps in, listens or works for the body is none of its members. */
const NO_MEMBERS: readonly Role[] = ['SUBSTITUTE', 'OBSERVER', 'EMPLOYEE', 'DIRECTOR'];

/** Whether who holds the seat counts among the members of the body. */
export const isMember = ({ role }: Pick<Membership, 'role'>): boolean => !NO_MEMBERS.includes(role);

/** Who works for a body, or listens, is in none of its terms. */
const OUTSIDE_TERMS: readonly Role[] = ['DIRECTOR', 'EMPLOYEE', 'OBSERVER'];

/** Whether the seat turns with the terms of its body. */
export const isInTerms = ({ role }: Pick<Membership, 'role'>): boolean => !OUTSIDE_TERMS.includes(role);

/** Whether the seat is said to have ended by a cause of its own. */
export const endsByItself = ({ ended }: Pick<Membership, 'ended'>): boolean => ended !== null && (OWN_END_CAUSES as readonly EndCause[]).includes(ended);
