import type { Basis, Provenance, Recorded } from './model.js';
import type { CivilDate } from '../time/civil.js';
import type { BoundCause, Interval, IntervalEdge } from '../time/interval.js';
import type { PartialDate } from '../time/partial.js';

/** Every dated edge: what was printed, what follows from it, and why. */
export interface Dated extends Interval, Provenance, Recorded {
  id: string;
  from: PartialDate | null;
  until: PartialDate | null;
  fromBasis: Basis | null;
  untilBasis: Basis | null;
  open: boolean;
  seenOn: CivilDate[];
  /** The dates as given, as JSON of `Stated`: what the bounds are computed from. */
  stated: string;
  // What narrowed a bound, as parallel lists.
  boundEdges: IntervalEdge[];
  boundDates: CivilDate[];
  boundCauses: BoundCause[];
  boundBys: string[];
}
