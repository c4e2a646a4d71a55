import type { AgendaItemResolvers, AppearanceResolvers, MeetingResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodeById, nodesOf, referred } from '../../read/nodes.js';
import { sortedBy } from '../../record/order.js';
import { allocationsAt } from '../allocations/reads.js';
import { seatsDecidedAt } from '../appointments/reads.js';
import type { BodyAt } from '../bodies/model.js';
import { decisionsAt, followedAt, recommendationsAt } from '../decisions/reads.js';
import { provenance, sourcesOf } from '../documents/fields.js';
import { documentsOfMeeting } from '../documents/loaders.js';
import type { PersonAt } from '../people/model.js';
import type { PrincipalAt } from '../principals/model.js';
import * as loaders from './loaders.js';
import type { AgendaItemAt, MeetingAt } from './model.js';
import { meetings, timingOf } from './reads.js';

export const nodes = { meeting: nodesOf('Meeting', loaders.meetings), item: nodesOf('AgendaItem', loaders.items) };

export const Query: Pick<QueryResolvers, 'meeting' | 'meetings'> = {
  meeting: async (_, { id, ...lens }, context) => (id.startsWith('meeting:') ? ((await nodeById(context, id, lensOf(lens))) as MeetingAt | null) : null),
  meetings: (_, { filter, first, after, ...lens }, context) => meetings(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Meeting: MeetingResolvers = {
  body: ({ row, lens }, _, context) => (row.body ? referred<BodyAt>(context, row.body, lens) : null),
  title: ({ row }) => row.title,
  date: ({ row }) => row.date,
  timing: timingOf,
  ...provenance,
  agendaItems: async ({ row, lens }, _, context) =>
    sortedBy(await context.use(loaders.itemsOfMeeting)(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((item) => ({ row: item, lens })),
  documents: async ({ row, lens }, _, context) =>
    (await context.use(documentsOfMeeting)(lens.knownAt).load(row.id)).map((document) => ({ row: document, lens })),
};

export const AgendaItem: AgendaItemResolvers = {
  meeting: ({ row, lens }, _, context) => referred<MeetingAt>(context, row.meeting, lens),
  number: ({ row }) => row.number,
  title: ({ row }) => row.title,
  caseNumber: ({ row }) => row.caseNumber,
  planned: ({ row }) => row.planned,
  recommendations: (at, _, context) => recommendationsAt(context, at),
  decisions: (at, _, context) => decisionsAt(context, at),
  followed: (at, _, context) => followedAt(context, at),
  appearances: async ({ row, lens }, _, context) => (await context.use(loaders.appearancesAt)(lens.knownAt).load(row.id)).map((one) => ({ row: one, lens })),
  memberships: (at, _, context) => seatsDecidedAt(context, at),
  allocations: (at, _, context) => allocationsAt(context, at),
  sources: (at, _, context) => sourcesOf(at, context),
};

export const Appearance: AppearanceResolvers = {
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.fromId, lens),
  onBehalfOf: ({ row, lens }, _, context) => (row.onBehalfOf ? referred<PrincipalAt>(context, row.onBehalfOf, lens) : null),
  item: ({ row, lens }, _, context) => referred<AgendaItemAt>(context, row.toId, lens),
  announced: ({ row }) => row.announced,
  reported: ({ row }) => row.reported,
  sources: (at, _, context) => sourcesOf(at, context),
};
