import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { Relation } from '../relations/model.js';
import type { HAS_SEATS } from './definition.js';

/** `(Principal)-[:HAS_SEATS]->(Body)`: how many seats it has the right to fill. */
export interface SeatAllotment extends Relation, Pick<Stored<typeof HAS_SEATS>, 'count' | 'exOfficio' | 'status'> {}

export type SeatAllotmentAt = At<SeatAllotment>;
