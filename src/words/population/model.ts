import type { Stored } from '../word.js';
import type { Population as Definition } from './definition.js';

/** How many lived in a municipality as a year began. */
export type Population = Stored<typeof Definition>;
