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

/** Whether it was recorded, or its day has come. */
export const FEED_KINDS = ['RECORDED', 'EFFECTIVE'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** What became so, at its place in the order in which everything did. */
export interface FeedItem {
  /** From 1, without a gap. */
  position: number;
  /** The revision by which it became so, and its time. */
  revision: number;
  at: number;
  kind: FeedKind;
  /** What it tells of: a start or end, what was learnt or wrong, or any other thing. */
  tells: 'EVENT' | 'CORRECTION' | 'THING';
  /** The id of that. */
  thing: string;
  /** Of an edge: the node at which it begins. */
  fromId: string | null;
  /** Whom and what it is about. */
  person: string | null;
  body: string | null;
  /** Municipalities that it is about, or that are the home of its person. */
  municipalities: string[];
}
