import type { BodyResolvers, PartyResolvers, PersonResolvers } from '../../generated/api.js';
import { belowBody } from '../../words/bodies/reads.js';
import { seatCountsOfPerson, seatCountsOfPrincipal, turnoverOfBody } from './reads.js';

export const Body: Pick<BodyResolvers, 'turnover'> = {
  turnover: (at, between, context) => turnoverOfBody(context, at.row.id, belowBody(at), between),
};

export const Person: Pick<PersonResolvers, 'seatCounts'> = {
  seatCounts: ({ row, lens }, between, context) => seatCountsOfPerson(context, row.id, lens, between),
};

/** The same for each place and party. */
const principal: Pick<PartyResolvers, 'seatCounts'> = {
  seatCounts: ({ row, lens }, between, context) => seatCountsOfPrincipal(context, row, lens, between),
};

export { principal as Municipality, principal as Region, principal as Party };
