import type { Named } from '../names/model.js';

/** A municipality or region; `code` is its official code. */
export interface Place extends Named {
  code: string | null;
}
