import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';

export type Party = Named;

export type PartyAt = At<Party>;
export type PartyConnectionAt = Connection<PartyAt>;

export const isParty = (id: string): boolean => id.startsWith('party:');
