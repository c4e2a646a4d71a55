import type { PartialDate } from '../../time/partial.js';
import type { Recorded } from '../../record/model.js';

export interface Document extends Recorded {
  id: string;
  title: string;
  sortKey: string;
  kind: string;
  issuer: string | null;
  date: PartialDate | null;
  meeting: string | null;
  url: string | null;
  sha256: string | null;
  sources: string[];
}

/** As it is written: with the folded words of its title, by which lists find it. */
export interface StoredDocument extends Document {
  folded: string;
}

/** A passage of a document. */
export interface Source extends Recorded {
  id: string;
  document: string;
  section: string | null;
  lines: number[] | null;
  quote: string;
}
