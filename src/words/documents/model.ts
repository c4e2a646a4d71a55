import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Recorded } from '../../record/model.js';
import type { PartialDate } from '../../time/partial.js';

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

/** A passage of a document. */
export interface Source extends Recorded {
  id: string;
  document: string;
  section: string | null;
  lines: number[] | null;
  quote: string;
}

export type DocumentAt = At<Document>;
export type DocumentConnectionAt = Connection<DocumentAt>;
export type SourceAt = At<Source>;
