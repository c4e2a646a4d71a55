import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';
import type { ExistenceBounds } from '../intervals/model.js';
import type { Stored } from '../word.js';
import type { Party as Definition } from './definition.js';

export type { PartyScope } from './definition.js';

/** `scope` null: in the country. */
export type Party = Named & ExistenceBounds & Pick<Stored<typeof Definition>, 'scope' | 'municipality' | 'colour'>;

export type PartyAt = At<Party>;
export type PartyConnectionAt = Connection<PartyAt>;

export const isParty = (id: string): boolean => id.startsWith('party:');
