export type Basis = 'STATED' | 'INFERRED' | 'DERIVED';
export type Certainty = 'CERTAIN' | 'POSSIBLE';

/** What a row of a data set says about its time. */
export interface Dates {
  from?: string;
  until?: string;
  open?: true;
  seen?: { on: string; in: string }[];
  over?: { on: string; in: string }[];
  narrowed?: { fromMin?: string; fromMax?: string; untilMin?: string; untilMax?: string };
  undated?: string;
  reason?: string;
}
interface Dated extends Dates {
  id: string;
  basis: Basis;
  sources: string[];
}
export interface Named {
  id: string;
  name: string;
  sources: string[];
}
export interface BodyRow extends Named {
  kind: string;
  existence?: Dates;
}
export interface TermRow extends Dated {
  body: string;
  name: string;
}
export interface TieRow {
  principal: string;
  basis: Basis;
  reason: string;
  sources: string[];
}
export interface SeatRow extends Dated {
  person: string;
  body: string;
  role: string;
  term?: string;
  appointment?: { by?: TieRow; nominatedBy?: TieRow; represents?: TieRow[]; replaces?: { membership: string; sources: string[] } };
}
export interface AffiliationRow extends Dated {
  person: string;
  with: string;
}
export interface RelationRow extends Dated {
  kind: string;
  subject: string;
  object: string;
}

/** The rows of a data set, by word. */
export interface Rows {
  documents: object[];
  sources: object[];
  people: Named[];
  municipalities: (Named & { code: string })[];
  regions: Named[];
  parties: Named[];
  bodies: BodyRow[];
  terms: TermRow[];
  memberships: SeatRow[];
  affiliations: AffiliationRow[];
  relations: RelationRow[];
}
