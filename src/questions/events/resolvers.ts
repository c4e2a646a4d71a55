import type { BodyResolvers, EventResolvers, MembershipResolvers, MunicipalityResolvers, PersonResolvers, QueryResolvers } from '../../generated/api.js';
import { keyOf, lensOf } from '../../read/lens.js';
import { nodeById, referred } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { provenance } from '../../words/documents/fields.js';
import type { MembershipAt } from '../../words/memberships/model.js';
import type { PersonAt } from '../../words/people/model.js';
import { beganBy, endedBy } from './causes.js';
import { eventById, events, eventsOf } from './reads.js';

export const nodes = { event: { typename: 'Event', find: eventById } };

export const Query: Pick<QueryResolvers, 'events'> = {
  events: (_, { from, until, filter, untold, first, after, knownAt }, context) =>
    events(context, { from, until, filter: filter ?? {}, untold: untold ?? false }, lensOf({ knownAt }), { first, after }),
};

export const Person: Pick<PersonResolvers, 'events'> = { events: ({ row, lens }, args, context) => eventsOf(context, { people: [row.id] }, lens, args) };

export const Membership: Pick<MembershipResolvers, 'began' | 'ended'> = {
  began: (at, _, context) => beganBy(context, at),
  ended: (at, _, context) => endedBy(context, at),
};

export const Body: Pick<BodyResolvers, 'events'> = { events: ({ row, lens }, args, context) => eventsOf(context, { bodies: [row.id] }, lens, args) };

export const Municipality: Pick<MunicipalityResolvers, 'events'> = {
  events: ({ row, lens }, args, context) => eventsOf(context, { municipality: row.id }, lens, args),
};

export const Event: EventResolvers = {
  key: ({ row, lens, certainty }) => keyOf(row.id, lens, certainty === 'CERTAIN' ? '' : `?${certainty}`),
  kind: ({ row }) => row.kind,
  earliest: ({ row }) => row.earliest,
  latest: ({ row }) => row.latest,
  printed: ({ row }) => row.printed,
  told: ({ row }) => row.told,
  began: ({ row }) => row.began,
  ended: ({ row }) => row.ended,
  person: ({ row, lens }, _, context) => (row.person ? referred<PersonAt>(context, row.person, lens) : null),
  body: ({ row, lens }, _, context) => (row.body ? referred<BodyAt>(context, row.body, lens) : null),
  membership: ({ row, lens }, _, context) => (row.membership ? referred<MembershipAt>(context, row.membership, lens) : null),
  before: ({ row, lens }, _, context) => (row.before ? referred<MembershipAt>(context, row.before, lens) : null),
  with: ({ row, lens }, _, context) => (row.thing ? nodeById(context, row.thing, lens) : null),
  ...provenance,
  recordedAt: ({ row }) => new Date(row.recordedAt),
  because: ({ row }) => row.because,
};
