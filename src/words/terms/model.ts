import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { Term as Definition } from './definition.js';

/** Its dates stand on the `HAS_TERM` edge that leads to it. */
export type Term = Stored<typeof Definition>;

export type TermAt = At<Term>;
