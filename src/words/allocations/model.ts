import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Allocation as Definition } from './definition.js';

/** A number given to a municipality. */
export type Allocation = Stored<typeof Definition>;

export type AllocationAt = At<Allocation>;
export type AllocationConnectionAt = Connection<AllocationAt>;
