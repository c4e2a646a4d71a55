import { BASES, type Basis } from './model.js';

/** Of several together: the weakest. */
export const weakest = (...all: readonly Basis[]): Basis => BASES[Math.max(...all.map((one) => BASES.indexOf(one)))] ?? 'STATED';

/** Of alternatives: the strongest. */
export const strongest = (...all: readonly Basis[]): Basis => BASES[Math.min(...all.map((one) => BASES.indexOf(one)))] ?? 'DERIVED';
