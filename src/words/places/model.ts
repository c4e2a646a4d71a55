import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';

/** A municipality or region; `code` is its official code. */
export interface Place extends Named {
  code: string | null;
}

export type PlaceAt = At<Place>;
export type MunicipalityConnectionAt = Connection<PlaceAt>;

export const isMunicipality = (id: string): boolean => id.startsWith('municipality:');
