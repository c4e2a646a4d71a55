/** Why a version was recorded. */
export const BECAUSE = ['RECORDED', 'CHANGED', 'LEARNT', 'CORRECTED', 'DERIVED'] as const;
export type Because = (typeof BECAUSE)[number];

/** In order of strength: the source says so, it was concluded, a rule of the graph computed it. */
export const BASES = ['STATED', 'INFERRED', 'DERIVED'] as const;
export type Basis = (typeof BASES)[number];

/** Every edge and node: visible at K when `recordedAt <= K < retractedAt`, in epoch milliseconds. */
export interface Recorded {
  recordedAt: number;
  retractedAt: number;
  because: Because;
}

/** When the record holds it. */
export type Visible = Pick<Recorded, 'recordedAt' | 'retractedAt'>;

/** Where it comes from. */
export interface Provenance {
  basis: Basis;
  reason: string | null;
  /** Ids of `Source` nodes. */
  sources: string[];
}

/** Which passages a node names as its sources. */
export interface Sourced extends Visible {
  id: string;
  sources: string[];
}

/** An edge that only ties two nodes together, such as a source to its document. */
export interface Link extends Recorded {
  id: string;
  fromId: string;
  toId: string;
  /** On LISTS: whether the list is complete. */
  complete: boolean | null;
}
