import type { Membership, Role } from './model.js';

/** Whether who holds the seat sits in the body: a substitute only stands by. */
export const sits = ({ role }: Pick<Membership, 'role'>): boolean => role !== 'SUBSTITUTE';

/** Who steps in, listens or works for the body is none of its members. */
const NO_MEMBERS: readonly Role[] = ['SUBSTITUTE', 'OBSERVER', 'EMPLOYEE', 'DIRECTOR'];

/** Whether who holds the seat counts among the members of the body. */
export const isMember = ({ role }: Pick<Membership, 'role'>): boolean => !NO_MEMBERS.includes(role);
