import type { Stored } from '../word.js';
import type { Agreement as Definition } from './definition.js';

export type Agreement = Stored<typeof Definition>;
