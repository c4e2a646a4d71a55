import type { At } from '../../read/lens.js';
import type { Relation } from '../relations/model.js';
import type { Stored } from '../word.js';
import type { HAS_TERM, Term as Definition } from './definition.js';

/** Of a body or of a calendar; its dates stand on the `HAS_TERM` edge that leads to it. */
export type Term = Stored<typeof Definition>;

/** `insteadOf`: the calendar's term in whose place a body's own stands. */
export interface HasTerm extends Relation, Pick<Stored<typeof HAS_TERM>, 'insteadOf'> {}

/** `through`: the body by which a calendar's term was reached. */
export type TermAt = At<Term> & { through?: string };
