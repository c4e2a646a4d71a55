import type { At } from '../../read/lens.js';
import type { Recorded, Visible } from '../../record/model.js';
import type { Interval } from '../../time/interval.js';

export const NAME_KINDS = ['NAME', 'ALIAS', 'ABBREVIATION', 'LETTER'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A name that a thing is called by, and when. */
export interface Called extends Interval {
  kind: NameKind;
  text: string;
}

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
export interface Name extends Recorded {
  id: string;
  text: string;
  kind: NameKind;
  /** Folded, for search. */
  words: string[];
}

export type NameAt = At<Name>;
