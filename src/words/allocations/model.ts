import type { Stored } from '../word.js';
import type { Allocation as Definition } from './definition.js';

/** A number given to a municipality. */
export type Allocation = Stored<typeof Definition>;
