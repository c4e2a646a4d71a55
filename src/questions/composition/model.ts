import type { Lens } from '../../read/lens.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';

/** A count of which only the least and the most are known. */
export interface CountRange {
  min: number;
  max: number;
}

export interface ShareAt {
  principal: PrincipalAt | null;
  people: CountRange;
}

export interface VacancyAt {
  body: BodyAt;
  by: PrincipalAt;
  seats: CountRange;
  lens: Lens;
}
