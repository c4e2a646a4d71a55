import { seatsDecidedAt } from '../appointments/reads.js';
import { sortedBy } from '../connections/page.js';
import type { AgendaItemResolvers, MeetingResolvers, QueryResolvers } from '../generated/api.js';
import { lensOf } from '../lens/lens.js';
import { bodyById, nodeById, referred } from '../lens/nodes.js';
import type { MeetingAt } from '../lens/parents.js';
import { node } from '../lens/resolvers.js';
import { sourcesOf } from '../time/resolvers.js';
import { meetings, timingOf } from './reads.js';

export const Query: Pick<QueryResolvers, 'meeting' | 'meetings'> = {
  meeting: async (_, { id, ...lens }, context) => (id.startsWith('meeting:') ? ((await nodeById(context, id, lensOf(lens))) as MeetingAt | null) : null),
  meetings: (_, { filter, first, after, ...lens }, context) => meetings(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Meeting: MeetingResolvers = {
  ...node,
  body: ({ row, lens }, _, context) => (row.body ? bodyById(context, row.body, lens) : null),
  title: ({ row }) => row.title,
  date: ({ row }) => row.date,
  timing: timingOf,
  basis: ({ row }) => row.basis,
  reason: ({ row }) => row.reason,
  agendaItems: async ({ row, lens }, _, context) =>
    sortedBy(await context.loaders.itemsOfMeeting(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((item) => ({ row: item, lens })),
  documents: async ({ row, lens }, _, context) =>
    (await context.loaders.documentsOfMeeting(lens.knownAt).load(row.id)).map((document) => ({ row: document, lens })),
  sources: (at, _, context) => sourcesOf(at, context),
};

export const AgendaItem: AgendaItemResolvers = {
  ...node,
  meeting: ({ row, lens }, _, context) => referred<MeetingAt>(context, row.meeting, lens),
  number: ({ row }) => row.number,
  title: ({ row }) => row.title,
  caseNumber: ({ row }) => row.caseNumber,
  planned: ({ row }) => row.planned,
  memberships: (at, _, context) => seatsDecidedAt(context, at),
  sources: (at, _, context) => sourcesOf(at, context),
};
