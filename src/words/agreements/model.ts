import type { Dated } from '../../record/dated.js';

/** Its four bounds stand on its node, as those of a body's existence do. */
export interface Agreement extends Dated {
  title: string;
  sortKey: string;
  /** Ids of the principals that concluded it, in the order of the source. */
  parties: string[];
  status: string | null;
}

/** As it is written: with the folded words of its title, by which lists find it. */
export interface StoredAgreement extends Agreement {
  folded: string;
}
