import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { PartialDate } from '../../time/partial.js';
import type { Named } from '../names/model.js';

export interface Person extends Named {
  diedOn: PartialDate | null;
}

export type PersonAt = At<Person>;
export type PersonConnectionAt = Connection<PersonAt>;
