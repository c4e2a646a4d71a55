import type { At } from '../../read/lens.js';
import type { Relation } from '../relations/model.js';

/** `(Principal)-[:HAS_SEATS]->(Body)`: how many seats it has the right to fill. */
export interface SeatAllotment extends Relation {
  count: number;
  exOfficio: string | null;
  status: string | null;
}

export type SeatAllotmentAt = At<SeatAllotment>;
