import type { CorrectionResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { sourcesOf } from '../../words/documents/fields.js';
import { correctionById, corrections, versionAt } from './reads.js';

export const nodes = { correction: { typename: 'Correction', find: correctionById } };

export const Query: Pick<QueryResolvers, 'corrections'> = {
  corrections: (_, { since, until, filter, first, after, knownAt }, context) =>
    corrections(context, since, until, filter ?? {}, lensOf({ knownAt }), { first, after }),
};

export const Correction: CorrectionResolvers = {
  recordedAt: ({ row }) => new Date(row.recordedAt),
  because: ({ row }) => row.because,
  was: ({ row, lens }) => versionAt(row.was, lens),
  is: ({ row, lens }) => versionAt(row.is, lens),
  reason: ({ row }) => (row.is ?? row.was)?.reason ?? null,
  sources: ({ row, lens }, _, context) => sourcesOf({ row: { sources: (row.is ?? row.was)?.sources ?? [] }, lens }, context),
};
