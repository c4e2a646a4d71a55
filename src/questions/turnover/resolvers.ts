import type { CouncilResolvers, PartyResolvers, PersonResolvers } from '../../generated/api.js';
import { belowBody } from '../../words/bodies/reads.js';
import { seatCountsOfPerson, seatCountsOfPrincipal, turnoverOfBody } from './reads.js';

/** The same for each of the six kinds of body. */
export const bodyFields: Pick<CouncilResolvers, 'turnover'> = {
  turnover: (at, between, context) => turnoverOfBody(context, at.row.id, belowBody(at), between),
};

export const Person: Pick<PersonResolvers, 'seatCounts'> = {
  seatCounts: ({ row, lens }, between, context) => seatCountsOfPerson(context, row.id, lens, between),
};

/** The same for each place and party. */
export const principalFields: Pick<PartyResolvers, 'seatCounts'> = {
  seatCounts: ({ row, lens }, between, context) => seatCountsOfPrincipal(context, row.id, lens, between),
};
