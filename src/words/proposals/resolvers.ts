import type { EntryInput, ProposalResolvers, QueryResolvers } from '../../generated/api.js';
import { nodeById } from '../../read/nodes.js';
import type { Actor } from '../../record/actor.js';
import type { EntryAt } from '../entries/model.js';
import { proposalById, proposals } from './reads.js';

export const nodes = { proposal: { typename: 'Proposal', find: proposalById } };

export const Query: Pick<QueryResolvers, 'proposals'> = {
  proposals: (_, args, context) => proposals(context, args),
};

export const Proposal: Omit<ProposalResolvers, 'result'> = {
  status: ({ row }) => row.status,
  by: ({ row, lens }) => ({ row: JSON.parse(row.actor) as Actor, lens }),
  at: ({ row }) => new Date(row.at),
  acts: ({ row }) => (JSON.parse(row.said) as EntryInput).acts,
  note: ({ row }) => (JSON.parse(row.said) as EntryInput).note ?? null,
  reviewedBy: ({ row, lens }) => (row.reviewedBy === null ? null : { row: JSON.parse(row.reviewedBy) as Actor, lens }),
  reviewNote: ({ row }) => row.reviewNote,
  entry: ({ row, lens }, _, context) => (row.entry === null ? null : (nodeById(context, row.entry, lens) as Promise<EntryAt | null>)),
};
