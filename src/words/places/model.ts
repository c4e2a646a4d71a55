import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';
import type { ExistenceBounds } from '../intervals/model.js';
import type { Stored } from '../word.js';
import type { Region } from './definition.js';

/** A municipality or region; `code` is its official code. */
export type Place = Named & ExistenceBounds & Pick<Stored<typeof Region>, 'code'>;

export type PlaceAt = At<Place>;
export type MunicipalityConnectionAt = Connection<PlaceAt>;
export const isMunicipality = (id: string): boolean => id.startsWith('municipality:');
export const isRegion = (id: string): boolean => id.startsWith('region:');
