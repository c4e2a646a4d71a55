import type { At } from '../../read/lens.js';
import type { Membership } from '../memberships/model.js';
import type { Stored } from '../word.js';
import type { Office as Definition } from './definition.js';

/** A role of a body as an institution. Its bounds are those of its existence. */
export type Office = Stored<typeof Definition>;

/** What of a seat says in which office it is. */
export type OfficeSeat = Pick<Membership, 'role' | 'title' | 'district' | 'office' | 'stated'>;

export type OfficeAt = At<Office>;
