import type { CivilDate } from '../time/civil.js';
import type { Recorded } from '../record/model.js';

export const NAME_KINDS = ['NAME', 'ALIAS', 'ABBREVIATION', 'LETTER'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** What has a name. Its `CALLED` edges stand beside it as parallel lists, so that a name costs no query. */
export interface Named extends Recorded {
  id: string;
  /** The latest name: what lists are ordered by. */
  name: string;
  sortKey: string;
  calledKinds: NameKind[];
  calledTexts: string[];
  calledFromMins: CivilDate[];
  calledFromMaxs: CivilDate[];
  calledUntilMins: CivilDate[];
  calledUntilMaxs: CivilDate[];
  sources: string[];
}

/** A `Name` node. */
export interface Name extends Recorded {
  id: string;
  text: string;
  kind: NameKind;
  /** Folded, for search. */
  words: string[];
}
