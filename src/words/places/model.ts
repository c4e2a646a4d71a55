import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';
import type { ExistenceBounds } from '../intervals/model.js';
import type { Interval } from '../../time/interval.js';
import type { Stored } from '../word.js';
import type { Municipality, Region } from './definition.js';

/** A municipality or region; `code` is its official code. */
export type Place = Named & ExistenceBounds & Pick<Stored<typeof Region>, 'code'>;

/** When a municipality exists; null where nothing is said of it. */
export type PlaceExistence = Pick<Stored<typeof Municipality>, 'id' | 'recordedAt' | 'retractedAt' | keyof Interval>;

export type PlaceAt = At<Place>;
export type MunicipalityConnectionAt = Connection<PlaceAt>;
export const isMunicipality = (id: string): boolean => id.startsWith('municipality:');
export const isRegion = (id: string): boolean => id.startsWith('region:');
