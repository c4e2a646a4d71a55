import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';

export const PROPOSAL_STATUSES = ['OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** What somebody says and does not write themselves. It is no part of the record: no revision comes of it. */
export interface Proposal {
  id: string;
  number: number;
  at: number;
  /** Who proposes it, and the same as JSON. */
  actorId: string;
  actor: string;
  status: ProposalStatus;
  /** The entry, as JSON. */
  said: string;
  /** Ids of the bodies in which it would write, or move something. */
  bodies: string[];
  /** Who accepted, rejected or withdrew it, as JSON, and what they noted. */
  reviewedBy: string | null;
  reviewNote: string | null;
  /** The id of the entry that came of it. */
  entry: string | null;
  /** What who reviewed it was told, as JSON. */
  result: string | null;
}

/** `checked`: what it comes to, where that is at hand. */
export type ProposalAt = At<Proposal> & { checked?: object };
export type ProposalConnectionAt = Connection<ProposalAt>;
