import { allocationsAt } from '../allocations/reads.js';
import { seatsDecidedAt } from '../appointments/reads.js';
import { sortedBy } from '../../read/page.js';
import { decisionsAt, followedAt, recommendationsAt } from '../decisions/reads.js';
import type { AgendaItemResolvers, AppearanceResolvers, MeetingResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { bodyById, nodeById, principalById, referred } from '../../read/nodes.js';
import type { AgendaItemAt, MeetingAt, PersonAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { provenance, sourcesOf } from '../../read/dated-fields.js';
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
  ...provenance,
  agendaItems: async ({ row, lens }, _, context) =>
    sortedBy(await context.loaders.itemsOfMeeting(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((item) => ({ row: item, lens })),
  documents: async ({ row, lens }, _, context) =>
    (await context.loaders.documentsOfMeeting(lens.knownAt).load(row.id)).map((document) => ({ row: document, lens })),
};

export const AgendaItem: AgendaItemResolvers = {
  ...node,
  meeting: ({ row, lens }, _, context) => referred<MeetingAt>(context, row.meeting, lens),
  number: ({ row }) => row.number,
  title: ({ row }) => row.title,
  caseNumber: ({ row }) => row.caseNumber,
  planned: ({ row }) => row.planned,
  recommendations: (at, _, context) => recommendationsAt(context, at),
  decisions: (at, _, context) => decisionsAt(context, at),
  followed: (at, _, context) => followedAt(context, at),
  appearances: async ({ row, lens }, _, context) => (await context.loaders.appearancesAt(lens.knownAt).load(row.id)).map((one) => ({ row: one, lens })),
  memberships: (at, _, context) => seatsDecidedAt(context, at),
  allocations: (at, _, context) => allocationsAt(context, at),
  sources: (at, _, context) => sourcesOf(at, context),
};

export const Appearance: AppearanceResolvers = {
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.fromId, lens),
  onBehalfOf: ({ row, lens }, _, context) => (row.onBehalfOf ? principalById(context, row.onBehalfOf, lens) : null),
  item: ({ row, lens }, _, context) => referred<AgendaItemAt>(context, row.toId, lens),
  announced: ({ row }) => row.announced,
  reported: ({ row }) => row.reported,
  sources: (at, _, context) => sourcesOf(at, context),
};
