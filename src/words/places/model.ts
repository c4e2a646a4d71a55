import type { Named } from '../names/model.js';
import type { Stored } from '../word.js';
import type { Region } from './definition.js';

/** A municipality or region; `code` is its official code. */
export type Place = Named & Pick<Stored<typeof Region>, 'code'>;
