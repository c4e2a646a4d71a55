import type { Named } from '../names/model.js';
import type { PartialDate } from '../../time/partial.js';

export interface Person extends Named {
  diedOn: PartialDate | null;
}
