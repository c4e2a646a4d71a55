import type { Membership } from './model.js';

/** Whether who holds the seat sits in the body: a substitute only stands by. */
export const sits = ({ role }: Pick<Membership, 'role'>): boolean => role !== 'SUBSTITUTE';
