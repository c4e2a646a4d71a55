import type { At } from '../../read/lens.js';
import type { Visible } from '../../record/model.js';
import type { Stored } from '../word.js';
import type { CALLED, Name as Definition } from './definition.js';

export { type Called, NAME_KINDS, type NameKind } from './definition.js';

/** What has a name, with what lists hold of it: not its sources, nor why it was recorded. */
export interface Named extends Visible {
  id: string;
  /** The latest name: what lists are ordered by. */
  name: string;
  sortKey: string;
  /** Its `CALLED` edges as JSON of `Called[]`, so that a name costs no query; null where it is called by its name alone. */
  called: string | null;
}

/** A `Name` node. */
export type Name = Stored<typeof Definition>;

export type NameAt = At<Name>;

/** That a thing is called by a name for a time. */
export interface DatedName extends Stored<typeof CALLED> {
  text: string;
}

export type DatedNameAt = At<DatedName>;
