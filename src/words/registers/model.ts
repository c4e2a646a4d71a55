import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { Register as Definition } from './definition.js';

/** Who says that the record of a body is complete. */
export type Register = Stored<typeof Definition>;

export type RegisterAt = At<Register>;
