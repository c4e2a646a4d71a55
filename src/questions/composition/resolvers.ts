import type { BodyResolvers, CompositionResolvers, QueryResolvers, SeatAllotmentResolvers, ShareResolvers, VacancyResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { belowBody } from '../../words/bodies/reads.js';
import { heldOf, holderCounts, holdersOf } from './allotments.js';
import { listedOn } from './completeness.js';
import { expiring } from './expiring.js';
import { filledSeats, municipalityShares, partyShares, roleShares } from './reads.js';
import { allotmentsOf, lastHolderOf, overfilled, sumOfRights, vacancies } from './vacancies.js';

export const Query: Pick<QueryResolvers, 'vacancies' | 'expiring'> = {
  vacancies: (_, { body, by, ...lens }, context) => vacancies(context, { body, by }, lensOf(lens)),
  expiring: (_, { asOf, knownAt, ...args }, context) => expiring(context, args, lensOf({ asOf, knownAt })),
};

export const Body: Pick<BodyResolvers, 'composition'> = { composition: (at) => at };

export const Share: ShareResolvers = {
  principal: ({ principal }) => principal,
  status: ({ status }) => status,
  people: ({ people }) => people,
};

export const Composition: CompositionResolvers = {
  body: (at) => at,
  complete: async (at, _, context) => !(await filledSeats(context, at)).open,
  completeOn: (at, _, context) => listedOn(context, at.row.id, belowBody(at)),
  seats: (at, _, context) => sumOfRights(context, at, 'seats'),
  filled: (at, _, context) => filledSeats(context, at),
  vacant: (at, _, context) => sumOfRights(context, at, 'vacant'),
  overfilled: (at, _, context) => overfilled(context, at),
  allotments: (at, _, context) => allotmentsOf(context, at),
  byParty: (at, _, context) => partyShares(context, at),
  byMunicipality: (at, _, context) => municipalityShares(context, at),
  byRole: (at, _, context) => roleShares(context, at),
};

export const SeatAllotment: Pick<SeatAllotmentResolvers, 'certain' | 'possible' | 'held' | 'holders'> = {
  certain: async (at, _, context) => (await holderCounts(context, at)).certain,
  possible: async (at, _, context) => (await holderCounts(context, at)).possible,
  held: (at, _, context) => heldOf(context, at),
  holders: (at, _, context) => holdersOf(context, at),
};

export const Vacancy: VacancyResolvers = {
  body: ({ body }) => body,
  by: ({ by }) => by,
  since: async (at, _, context) => (await lastHolderOf(context, at))?.untilMax ?? null,
  lastHolder: async (at, _, context) => {
    const row = await lastHolderOf(context, at);
    return row && { row, lens: at.lens };
  },
};
