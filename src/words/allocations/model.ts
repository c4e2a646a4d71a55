import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Recorded } from '../../record/model.js';

/** A number given to a municipality. */
export interface Allocation extends Recorded {
  id: string;
  municipality: string;
  subject: string;
  year: number;
  value: number | null;
  printed: string | null;
  item: string | null;
  /** Among those of one municipality: by year, then by subject. */
  sortKey: string;
  sources: string[];
}

export type AllocationAt = At<Allocation>;
export type AllocationConnectionAt = Connection<AllocationAt>;
