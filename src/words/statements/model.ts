import type { Provenance, Recorded } from '../../record/model.js';
import type { PartialDate } from '../../time/partial.js';

/** What a document says that is no edge of the graph. */
export interface Statement extends Provenance, Recorded {
  id: string;
  /** Ids of the things it is about, in the order given. */
  about: string[];
  subject: string;
  text: string;
  value: string | null;
  date: PartialDate | null;
  /** By subject: the order of lists. */
  sortKey: string;
}

/** As it is written: with the folded words of its subject and text, by which lists find it. */
export interface StoredStatement extends Statement {
  folded: string;
}
