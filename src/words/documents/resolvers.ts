import type { DocumentResolvers, QueryResolvers, SourceResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodeById, nodesOf, referred } from '../../read/nodes.js';
import type { MeetingAt } from '../meetings/model.js';
import type { PrincipalAt } from '../principals/model.js';
import * as loaders from './loaders.js';
import type { DocumentAt } from './model.js';
import { documents } from './reads.js';

export const nodes = { doc: nodesOf('Document', loaders.documents), source: nodesOf('Source', loaders.sources) };

export const Query: Pick<QueryResolvers, 'document' | 'documents'> = {
  document: async (_, { id, ...lens }, context) => (id.startsWith('doc:') ? ((await nodeById(context, id, lensOf(lens))) as DocumentAt | null) : null),
  documents: (_, { filter, first, after, ...lens }, context) => documents(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Document: DocumentResolvers = {
  title: ({ row }) => row.title,
  kind: ({ row }) => row.kind,
  issuer: ({ row, lens }, _, context) => (row.issuer ? referred<PrincipalAt>(context, row.issuer, lens) : null),
  date: ({ row }) => row.date,
  meeting: ({ row, lens }, _, context) => (row.meeting ? referred<MeetingAt>(context, row.meeting, lens) : null),
  url: ({ row }) => row.url,
  sha256: ({ row }) => row.sha256,
  note: ({ row }) => row.note,
  sources: async ({ row, lens }, _, context) =>
    (await context.use(loaders.sourcesOfDocument)(lens.knownAt).load(row.id)).map((source) => ({ row: source, lens })),
};

export const Source: SourceResolvers = {
  document: ({ row, lens }, _, context) => referred<DocumentAt>(context, row.document, lens),
  section: ({ row }) => row.section,
  lines: ({ row }) => row.lines,
  quote: ({ row }) => row.quote,
};
