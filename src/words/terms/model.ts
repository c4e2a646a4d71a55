import type { At } from '../../read/lens.js';
import type { Recorded } from '../../record/model.js';

/** Its dates stand on the `HAS_TERM` edge that leads to it. */
export interface Term extends Recorded {
  id: string;
  name: string;
  body: string;
}

export type TermAt = At<Term>;
