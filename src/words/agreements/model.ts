import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Dated } from '../../record/dated.js';

/** Its four bounds stand on its node, as those of a body's existence do. */
export interface Agreement extends Dated {
  title: string;
  sortKey: string;
  /** Ids of the principals that concluded it, in the order of the source. */
  parties: string[];
  status: string | null;
}

export type AgreementAt = At<Agreement>;
export type AgreementConnectionAt = Connection<AgreementAt>;
