import type { Connection } from '../../read/page.js';
import type { CivilDate } from '../../time/civil.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { PersonAt } from '../../words/people/model.js';
import type { CountRange } from '../composition/model.js';

/** How long several intervals are together in force, each day once. */
export interface Together {
  days: CountRange;
  /** The first day; null where it is not known. */
  from: CivilDate | null;
  /** The first day after the last; null where it is not known, or there is none. */
  until: CivilDate | null;
}

export interface ColleagueAt extends Together {
  person: PersonAt;
  body: BodyAt;
  /** How surely they sit together on the lens's date. */
  rank: number;
}

export type ColleagueConnectionAt = Connection<ColleagueAt>;
