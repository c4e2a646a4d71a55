import type { RowOf, Stored } from '../word.js';
import type { Redirect as Definition, merges } from './definition.js';

export type Redirect = Stored<typeof Definition>;

export type MergeRow = RowOf<typeof merges>;
