import type { AppointmentResolvers, BodyResolvers, ElectionResolvers, ElectionResultResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf, referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { belowBody } from '../bodies/reads.js';
import { sourcesOf } from '../documents/fields.js';
import type { PartyAt } from '../parties/model.js';
import * as loaders from './loaders.js';
import { electedBy, electedFor, electionOf, elections, electionsOf, listOf, resultsOf } from './reads.js';

export const nodes = { election: nodesOf('Election', loaders.elections) };

export const Query: Pick<QueryResolvers, 'elections'> = {
  elections: (_, { body, from, until, first, after, ...lens }, context) => elections(context, { body, from, until }, lensOf(lens), { first, after }),
};

export const Body: Pick<BodyResolvers, 'elections'> = { elections: (at, _, context) => electionsOf(context, at.row.id, belowBody(at)) };

export const Appointment: Pick<AppointmentResolvers, 'election' | 'electedFor'> = {
  election: (at, _, context) => electionOf(context, at),
  electedFor: (at, _, context) => listOf(context, at),
};

export const Election: ElectionResolvers = {
  body: ({ row, lens }, _, context) => referred<BodyAt>(context, row.body, lens),
  on: ({ row }) => row.on,
  results: (at) => resultsOf(at),
  elected: ({ row, lens }, _, context) => electedBy(context, row.id, lens),
  sources: (at, _, context) => sourcesOf(at, context),
};

export const ElectionResult: ElectionResultResolvers = {
  list: ({ row, lens }, _, context) => referred<PartyAt>(context, row.list, lens),
  pact: ({ row }) => row.pact ?? null,
  votes: ({ row }) => row.votes ?? null,
  share: ({ row }) => row.share ?? null,
  seats: ({ row }) => row.seats ?? null,
  elected: (at, _, context) => electedFor(context, at),
  sources: (at, _, context) => sourcesOf(at, context),
};
