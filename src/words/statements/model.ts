import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
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

export type StatementAt = At<Statement>;
export type StatementConnectionAt = Connection<StatementAt>;
