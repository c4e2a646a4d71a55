import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Decision as Definition } from './definition.js';

export { OUTCOMES, type Outcome } from './outcomes.js';

/** One act of a body, without the words by which it is found. */
export type Decision = Omit<Stored<typeof Definition>, 'folded'>;

export type DecisionAt = At<Decision>;
export type DecisionConnectionAt = Connection<DecisionAt>;
