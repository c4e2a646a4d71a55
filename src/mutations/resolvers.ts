import type { MutationResolvers, ProblemResolvers, ProposalResolvers, RecordResultResolvers } from '../generated/api.js';
import { requireActor } from '../read/identity.js';
import { lensOf } from '../read/lens.js';
import { nodeById, thoseKnown } from '../read/nodes.js';
import { findingsAt } from '../questions/integrity/reads.js';
import { rolesFor } from '../record/roles.js';
import { NOW } from '../record/time.js';
import type { EntryAt } from '../words/entries/model.js';
import { proposalById } from '../words/proposals/reads.js';
import { madeAt } from '../words/entries/reads.js';
import { enterHeld, recordHeld, resultOf, reviewHeld } from './held.js';
import { requireRecorder } from './permissions.js';
import { undoing } from './undo.js';

export const Mutation: MutationResolvers = {
  record: (_, { entry }, context) => recordHeld(context, requireRecorder(context, entry), entry),
  review: (_, asked, context) => reviewHeld(context, requireActor(context, ...rolesFor(asked.verdict === 'WITHDRAW' ? 'WITHDRAW' : 'REVIEW')), asked),
  undo: (_, asked, context) => enterHeld(context, undoing(requireActor(context, ...rolesFor('UNDO')), asked)),
};

export const RecordResult: RecordResultResolvers = {
  status: ({ result }) => result.status,
  replayed: ({ replayed }) => replayed,
  problems: ({ result, lens }) => result.problems.map((row) => ({ row, lens })),
  made: ({ result, lens }) => madeAt(result.made, result.at, lens.knownAt === NOW),
  events: ({ result, lens }, _, context) => thoseKnown(context, result.events, lens),
  carried: ({ result, lens }, _, context) => thoseKnown(context, result.carried, lens),
  findings: ({ result, lens }) => findingsAt(result.findings, lens),
  entry: ({ result }, _, context) => (result.entry === null ? null : (nodeById(context, result.entry, lensOf({})) as Promise<EntryAt | null>)),
  proposal: async ({ result, checked, lens }, _, context) => {
    const at = result.proposal === null ? null : await proposalById(context, result.proposal, lens);
    return at && { ...at, ...(checked && { checked }) };
  },
  revision: ({ result }) => result.revision,
};

export const Proposal: Pick<ProposalResolvers, 'result'> = {
  result: (at, _, context, info) => resultOf(at, context, info),
};

export const Problem: ProblemResolvers = {
  id: ({ row }) => row.id,
  code: ({ row }) => row.code,
  severity: ({ row }) => row.severity,
  path: ({ row }) => [...row.path],
  required: ({ row }) => row.required,
  given: ({ row }) => row.given,
  message: ({ row: { path, required, given } }) => `${path.join('.')}: required: ${required}; given: ${given ?? 'nothing'}`,
  on: ({ row }) => row.on,
  things: ({ row, lens }, _, context) => thoseKnown(context, row.things, lens),
  candidates: ({ row, lens }, _, context) => thoseKnown(context, row.candidates, lens),
};
