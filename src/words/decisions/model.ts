import type { Stored } from '../word.js';
import type { Decision as Definition } from './definition.js';

export { OUTCOMES, type Outcome } from './outcomes.js';

/** One act of a body. */
export type Decision = Stored<typeof Definition>;
