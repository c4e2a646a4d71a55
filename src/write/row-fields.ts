import type { Basis } from '../record/model.js';
import type { Sighting, Stated } from '../time/bounds.js';
import type { Interval } from '../time/interval.js';

/** What every row of a data set may carry; a row is what a data set says of one thing. */
export interface AnyRow {
  id: string;
  sources?: string[];
}

export interface ProvenanceFields {
  basis?: Basis;
  reason?: string;
  sources?: string[];
}

export interface DatedFields extends Stated, ProvenanceFields {
  fromBasis?: Basis;
  untilBasis?: Basis;
  narrowed?: Partial<Interval>;
  seen?: Sighting[];
  over?: Sighting[];
}
